import { AppFailure } from '@/lib/core/errors.ts';
import type { Location } from '@/lib/ghl/models.ts';
import type { AccessStore } from './access.ts';
import { missingWriteScope, oauthConnection, tokenConnection } from './facts.ts';
import type { Grant } from './grant.ts';
import type { BrokerClient } from './oauth.ts';
import { READ_SCOPES, WRITE_SCOPES } from './scopes.ts';
import { type FetchLocation, verifyToken } from './token.ts';
import type { Connection } from './types.ts';
import type { Kept, Vault } from './vault.ts';

interface Options {
  readonly vault: Vault;
  readonly access: AccessStore;
  readonly broker: BrokerClient;
  /** Runs one task at a time over all contexts of the extension. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly changed: () => void;
  readonly fetchLocation: FetchLocation;
  /** Forgets what was kept of a location that is no longer connected; done before anybody hears of the change. */
  readonly leave: () => Promise<void>;
}

type Commit = (grant: Grant, location: Location) => Promise<Connection>;

/** Everything that begins, widens or ends the connection. Only the commit holds the lock: a person may take minutes. */
export function createConnecting({ vault, access, broker, exclusively, now, changed, fetchLocation, leave }: Options) {
  // A sign-in must be able to replace what cannot be read any more.
  const readable = (): Promise<Kept | null> => vault.read().catch(() => null);

  const endQuietly = async (session: string | undefined): Promise<void> => {
    if (session !== undefined) await broker.revoke(session).catch(() => undefined);
  };

  /** In this order: whenever we are interrupted, what is left is whole and renews itself. */
  const keep = async (connection: Connection, secret: string, grant?: Grant): Promise<Connection> => {
    await access.clear();
    const current = await readable();
    if (current !== null && current.connection.locationId !== connection.locationId) await leave();
    await vault.keep(connection, secret);
    if (grant !== undefined) await access.keep(grant, now());
    return connection;
  };

  /** Makes a connection in the place of the one before, whose session at the broker then ends. */
  const replace = async (connect: (before: Kept | null) => Promise<Connection>): Promise<Connection> => {
    const before = await readable();
    const session = await brokerSession(before);
    const connection = await connect(before);
    changed();
    void endQuietly(session);
    return connection;
  };

  /** Signs in and names the location; a sign-in that gets no further leaves no session behind at the broker. */
  const signIn = async (scopes: readonly string[], commit: Commit): Promise<Connection> => {
    const grant = await broker.signIn(scopes);
    try {
      const location = await fetchLocation(grant.accessToken, grant.locationId);
      return await exclusively(() => commit(grant, { ...location, id: grant.locationId }));
    } catch (reason) {
      await endQuietly(grant.session);
      throw reason;
    }
  };

  const widen = (before: Kept): Promise<Connection> =>
    signIn([...READ_SCOPES, ...WRITE_SCOPES], async (grant, location) => {
      await requireSame(vault, before.connection.locationId, grant.locationId);
      const scope = missingWriteScope(grant.scopes);
      if (scope !== undefined) throw new AppFailure({ code: 'missing_scope', scope });
      return keep(oauthConnection(grant, location, true, now()), grant.session, grant);
    });

  const recordConsent = async ({ connection: { locationId } }: Kept): Promise<Connection> => {
    const connection = await exclusively(async () => {
      const kept = await requireSame(vault, locationId, locationId);
      const allowed = { ...kept.connection, mayWrite: true };
      await vault.update(allowed);
      return allowed;
    });
    changed();
    return connection;
  };

  return {
    connectWithToken: (token: string, locationId: string): Promise<Connection> =>
      replace(async (before) => {
        const location = await verifyToken(token.trim(), locationId.trim(), fetchLocation);
        const connection = tokenConnection(location, mayStillWrite(before, location.id), now());
        return exclusively(() => keep(connection, token.trim()));
      }),
    connectWithOAuth: (): Promise<Connection> =>
      replace((before) =>
        signIn(before?.connection.mayWrite ? [...READ_SCOPES, ...WRITE_SCOPES] : READ_SCOPES, (grant, location) =>
          keep(oauthConnection(grant, location, mayStillWrite(before, location.id), now()), grant.session, grant),
        ),
      ),
    allowWriting: async (): Promise<Connection> => {
      const kept = await vault.read();
      if (kept === null) throw new AppFailure({ code: 'not_connected' });
      const { kind, scopes = [] } = kept.connection;
      const isGranted = kind === 'token' || missingWriteScope(scopes) === undefined;
      return isGranted ? recordConsent(kept) : replace(() => widen(kept));
    },
    disconnect: async (): Promise<void> => {
      const session = await brokerSession(await readable());
      await exclusively(async () => {
        await vault.clear();
        await access.clear();
        await leave();
      });
      changed();
      // The broker may be out of reach; what is kept here is gone all the same.
      void endQuietly(session);
    },
  };
}

async function brokerSession(kept: Kept | null): Promise<string | undefined> {
  return kept?.connection.kind === 'oauth' ? kept.secret().catch(() => undefined) : undefined;
}

/** The consent to write outlives a reconnect to the same location, and no other. */
function mayStillWrite(before: Kept | null, locationId: string): boolean {
  return before?.connection.locationId === locationId && before.connection.mayWrite;
}

/** The connection is still the one the person acted on, and what HighLevel answered is for its location. */
async function requireSame(vault: Vault, locationId: string, answered: string): Promise<Kept> {
  const kept = await vault.read();
  if (kept === null) throw new AppFailure({ code: 'not_connected' });
  if (kept.connection.locationId !== locationId || answered !== locationId) throw new AppFailure({ code: 'wrong_location' });
  return kept;
}
