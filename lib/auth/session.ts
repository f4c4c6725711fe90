import { AppFailure } from '@/lib/core/errors.ts';
import type { Location } from '@/lib/ghl/models.ts';
import { createAccessStore, type SessionStorage } from './access.ts';
import { createBrokerClient, type Grant, type Identity } from './oauth.ts';
import { createRenewal } from './renewal.ts';
import { READ_SCOPES, WRITE_SCOPES } from './scopes.ts';
import { type FetchLocation, verifyToken } from './token.ts';
import type { Connection } from './types.ts';
import type { Kept, Vault } from './vault.ts';

/** `navigator.locks`, or a fake of it. */
export interface Locks {
  request<T>(name: string, task: () => Promise<T>): Promise<T>;
}

export interface AuthOptions {
  readonly vault: Vault;
  readonly sessionStorage: SessionStorage;
  readonly locks: Locks;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly identity: Identity;
  readonly brokerUrl: string;
  readonly fetchLocation: FetchLocation;
  /** Called after every change of the connection, also one that nobody asked for (the session ended). */
  readonly onChange?: () => void;
}

/** The one connection to HighLevel. Every method throws `AppFailure` only. */
export interface Auth {
  connection(): Promise<Connection | null>;
  connectWithToken(token: string, locationId: string): Promise<Connection>;
  connectWithOAuth(): Promise<Connection>;
  /** Errors besides those of a sign-in: `not_connected`, `wrong_location`, `missing_scope`. */
  allowWriting(): Promise<Connection>;
  disconnect(): Promise<void>;
  /** A token to call HighLevel with, renewed when it is about to end. Errors: `not_connected`, `reconnect_needed`, and what a renewal fails with. */
  token(): Promise<{ accessToken: string; locationId: string }>;
  /** HighLevel answered 401 to this token: resolves when another one is to be had from `token`, else throws. */
  refused(accessToken: string): Promise<void>;
}

const LOCK = 'alongside-auth';

export function createAuth(options: AuthOptions): Auth {
  const { vault, locks, now, fetchLocation } = options;
  const access = createAccessStore(options.sessionStorage);
  const broker = createBrokerClient(options);
  const exclusively = <T>(task: () => Promise<T>): Promise<T> => locks.request(LOCK, task);
  const changed = options.onChange ?? (() => undefined);
  const renewal = createRenewal({ vault, access, broker, exclusively, now, changed });

  // A sign-in must be able to replace what cannot be read any more.
  const previous = (): Promise<Kept | null> => vault.read().catch(() => null);
  const endQuietly = (session: string | undefined) => (session === undefined ? undefined : broker.revoke(session).catch(() => undefined));

  /** Access token first and last: whenever we are interrupted, what is left can renew itself. */
  const keep = async (connection: Connection, secret: string, grant?: Grant): Promise<Connection> => {
    await access.clear();
    await vault.keep(connection, secret);
    if (grant !== undefined) await access.keep(grant, now());
    return connection;
  };

  /** Signs in and names the location; a sign-in that gets no further leaves no session behind at the broker. */
  const signIn = async (
    scopes: readonly string[],
    commit: (grant: Grant, location: Location) => Promise<Connection>,
  ): Promise<Connection> => {
    const grant = await broker.signIn(scopes);
    try {
      const location = await fetchLocation(grant.accessToken, grant.locationId);
      return await exclusively(() => commit(grant, location));
    } catch (reason) {
      await endQuietly(grant.session);
      throw reason;
    }
  };

  const replace = async (connect: (before: Kept | null) => Promise<Connection>): Promise<Connection> => {
    const before = await previous();
    const connection = await connect(before);
    changed();
    await endQuietly(await brokerSession(before));
    return connection;
  };

  const allowByOAuth = (before: Kept) =>
    signIn([...READ_SCOPES, ...WRITE_SCOPES], async (grant, location) => {
      const current = await vault.read();
      if (current === null) throw new AppFailure({ code: 'not_connected' });
      if (grant.locationId !== before.connection.locationId) throw new AppFailure({ code: 'wrong_location' });
      if (current.connection.locationId !== grant.locationId) throw new AppFailure({ code: 'wrong_location' });
      const missing = missingScope(grant.scopes);
      if (missing !== undefined) throw new AppFailure({ code: 'missing_scope', scope: missing });
      return keep(oauthConnection(grant, location, { mayWrite: true, now: now() }), grant.session, grant);
    });

  return {
    connection: async () => (await vault.read())?.connection ?? null,
    connectWithToken: (token, locationId) =>
      replace(async (before) => {
        const [secret, id] = [token.trim(), locationId.trim()];
        const location = await verifyToken(secret, id, fetchLocation);
        const mayWrite = mayStillWrite(before, id);
        const connection: Connection = { kind: 'token', ...describe(location, id), mayWrite, needsReconnect: false, connectedAt: now() };
        return exclusively(() => keep(connection, secret));
      }),
    connectWithOAuth: () =>
      replace((before) => {
        const scopes = before?.connection.mayWrite ? [...READ_SCOPES, ...WRITE_SCOPES] : READ_SCOPES;
        return signIn(scopes, (grant, location) => {
          const mayWrite = mayStillWrite(before, grant.locationId) && missingScope(grant.scopes) === undefined;
          return keep(oauthConnection(grant, location, { mayWrite, now: now() }), grant.session, grant);
        });
      }),
    allowWriting: async () => {
      const kept = await vault.read();
      if (kept === null) throw new AppFailure({ code: 'not_connected' });
      if (kept.connection.mayWrite) return kept.connection;
      const granted = kept.connection.kind === 'token' || missingScope(kept.connection.scopes ?? []) === undefined;
      if (!granted) return replace(() => allowByOAuth(kept));
      const connection = await exclusively(() => recordConsent(vault, kept.connection.locationId));
      changed();
      return connection;
    },
    disconnect: async () => {
      const before = await previous();
      await exclusively(async () => {
        await vault.clear();
        await access.clear();
      });
      changed();
      await endQuietly(await brokerSession(before));
    },
    token: renewal.token,
    refused: renewal.refused,
  };
}

async function brokerSession(kept: Kept | null): Promise<string | undefined> {
  return kept?.connection.kind === 'oauth' ? kept.secret().catch(() => undefined) : undefined;
}

async function recordConsent(vault: Vault, locationId: string): Promise<Connection> {
  const current = await vault.read();
  if (current === null || current.connection.locationId !== locationId) throw new AppFailure({ code: 'not_connected' });
  const connection = { ...current.connection, mayWrite: true };
  await vault.update(connection);
  return connection;
}

/** The consent to write outlives a reconnect to the same location, and no other. */
function mayStillWrite(before: Kept | null, locationId: string): boolean {
  return before?.connection.locationId === locationId && before.connection.mayWrite;
}

function missingScope(granted: readonly string[]): string | undefined {
  return WRITE_SCOPES.find((scope) => !granted.includes(scope));
}

function oauthConnection(grant: Grant, location: Location, { mayWrite, now }: { mayWrite: boolean; now: number }): Connection {
  return {
    kind: 'oauth',
    ...describe(location, grant.locationId),
    ...(grant.companyId === undefined ? {} : { companyId: grant.companyId }),
    ...(grant.userId === undefined ? {} : { userId: grant.userId }),
    scopes: grant.scopes,
    mayWrite,
    needsReconnect: false,
    connectedAt: now,
  };
}

function describe(location: Location, locationId: string): Pick<Connection, 'locationId' | 'locationName' | 'timeZone' | 'companyId'> {
  return {
    locationId,
    locationName: location.name || locationId,
    ...(location.timezone === undefined ? {} : { timeZone: location.timezone }),
    ...(location.companyId === undefined ? {} : { companyId: location.companyId }),
  };
}
