import type { GhlOAuth } from './ghl.ts';
import type { Grants } from './grants.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

/** What every endpoint of the broker works with. */
export interface Parts {
  readonly settings: Settings;
  readonly store: Store;
  readonly ghl: GhlOAuth;
  readonly grants: Grants;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The extension's client id: public, so it proves nothing; the redirect address and PKCE do. */
export const CLIENT_ID = 'alongside';
