import { createAccessStore, type SessionStorage } from './access.ts';
import { createConnecting } from './connecting.ts';
import { createBrokerClient, type Identity } from './oauth.ts';
import { createRenewal } from './renewal.ts';
import type { FetchLocation } from './token.ts';
import type { Connection } from './types.ts';
import type { Vault } from './vault.ts';

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
  /** Forgets what was kept of a location that is no longer connected; done before anybody hears of the change. */
  readonly onLeave?: () => Promise<void>;
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

/** The one connection, over its parts: connecting (begins and ends it) and renewal (keeps it alive). */
export function createAuth(options: AuthOptions): Auth {
  const { vault, locks, now, fetchLocation, onChange: changed = () => undefined, onLeave: leave = async () => undefined } = options;
  const access = createAccessStore(options.sessionStorage);
  const broker = createBrokerClient(options);
  const exclusively = <T>(task: () => Promise<T>): Promise<T> => locks.request(LOCK, task);
  const parts = { vault, access, broker, exclusively, now, changed };
  return {
    connection: async () => (await vault.read())?.connection ?? null,
    ...createConnecting({ ...parts, fetchLocation, leave }),
    ...createRenewal(parts),
  };
}
