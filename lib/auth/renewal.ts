import { AppFailure } from '@/lib/core/errors.ts';
import { type Access, type AccessStore, isDue } from './access.ts';
import { missingWriteScope } from './facts.ts';
import type { Grant } from './grant.ts';
import type { BrokerClient } from './oauth.ts';
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
}

/** After a failed early renewal the token that still works is used this long before the next try. */
const PAUSE_MS = 60_000;

/** Keeps the access token alive: at most one renewal for each token, however many calls ask. */
export function createRenewal({ vault, access, broker, exclusively, now, changed }: Options) {
  let pausedUntil = 0;

  const endSession = async (connection: Connection, reason: unknown): Promise<never> => {
    await vault.update({ ...connection, needsReconnect: true });
    changed();
    throw reason;
  };

  const noteScopes = async (connection: Connection, { scopes }: Grant): Promise<void> => {
    const mayWrite = connection.mayWrite && missingWriteScope(scopes) === undefined;
    if (mayWrite === connection.mayWrite && scopes.join(' ') === connection.scopes?.join(' ')) return;
    await vault.update({ ...connection, scopes, mayWrite });
    changed();
  };

  const ask = async (kept: Kept, held: string | undefined): Promise<Access> => {
    const { connection } = kept;
    const grant = await broker.refresh(await kept.secret(), held).catch((reason: unknown) => {
      if (isEnd(reason)) return endSession(connection, reason);
      throw reason;
    });
    if (grant.locationId !== connection.locationId) throw new AppFailure({ code: 'wrong_location' });
    const renewed = await access.keep(grant, now());
    await noteScopes(connection, grant);
    return renewed;
  };

  /** Under the lock the question is asked again: is the stored token still the one to be replaced? */
  const renew = (held: string | undefined, locationId: string): Promise<Access> =>
    exclusively(async () => {
      const kept = await living(vault);
      // Replaced while we waited: what is kept now is another location's, or a token that the broker must never see.
      if (kept.connection.kind !== 'oauth' || kept.connection.locationId !== locationId) throw new AppFailure({ code: 'wrong_location' });
      const stored = await current(access, kept.connection);
      if (stored !== undefined && stored.accessToken !== held) return stored;
      return ask(kept, held);
    });

  const renewEarly = async (stored: Access): Promise<Access> => {
    const expired = stored.expiresAt <= now();
    if (!expired && now() < pausedUntil) return stored;
    return renew(stored.accessToken, stored.locationId).catch((reason: unknown) => {
      if (expired || isEnd(reason)) throw reason;
      pausedUntil = now() + PAUSE_MS;
      return stored;
    });
  };

  const oauthAccess = async (connection: Connection): Promise<Access> => {
    const stored = await current(access, connection);
    if (stored === undefined) return renew(undefined, connection.locationId);
    return isDue(stored, now()) ? renewEarly(stored) : stored;
  };

  return {
    token: async (): Promise<{ accessToken: string; locationId: string }> => {
      const kept = await living(vault);
      if (kept.connection.kind === 'token') return { accessToken: await kept.secret(), locationId: kept.connection.locationId };
      // The token's own location, not the connection's, which may have been replaced meanwhile.
      const { accessToken, locationId } = await oauthAccess(kept.connection);
      return { accessToken, locationId };
    },
    refused: async (accessToken: string): Promise<void> => {
      const kept = await living(vault);
      if (kept.connection.kind === 'oauth') return void (await renew(accessToken, kept.connection.locationId));
      await exclusively(async () => {
        const again = await living(vault);
        // Replaced while the call was on its way: the new token has not been refused.
        if ((await again.secret()) !== accessToken) return;
        await endSession(again.connection, new AppFailure({ code: 'reconnect_needed', status: 401 }));
      });
    },
  };
}

/** The connection if it can be used. */
async function living(vault: Vault): Promise<Kept> {
  const kept = await vault.read();
  if (kept === null) throw new AppFailure({ code: 'not_connected' });
  if (kept.connection.needsReconnect) throw new AppFailure({ code: 'reconnect_needed' });
  return kept;
}

/** A token of another location than the connection's is a leftover, never used. */
async function current(access: AccessStore, connection: Connection): Promise<Access | undefined> {
  const stored = await access.read();
  return stored?.locationId === connection.locationId ? stored : undefined;
}

function isEnd(reason: unknown): boolean {
  return reason instanceof AppFailure && reason.error.code === 'reconnect_needed';
}
