import { createContext, useContext } from 'react';
import type { Connection } from '@/lib/auth/types.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { SiteActs } from '@/lib/sites/acts.ts';
import type { Setting } from '@/lib/storage/items.ts';

/**
 * All that the options page may touch of the world outside it. The real one is built in `entrypoints/options/`; tests
 * pass their own. Every call fails with `AppFailure`.
 */
export interface OptionsGateway {
  connection(): Promise<Connection | null>;
  connectWithToken(data: { token: string; locationId: string }): Promise<Connection>;
  connectWithOAuth(): Promise<Connection>;
  disconnect(): Promise<unknown>;
  /** Changes that HighLevel has not confirmed yet. */
  countUnsent(): Promise<number>;
  /** Asks the browser for access to HighLevel's host; only in answer to a click. */
  allowHost(): Promise<boolean>;
  readonly sites: SiteActs;
  readonly scopes: { readonly read: readonly string[]; readonly write: readonly string[] };
  readonly settings: {
    readonly holdMs: Setting<number>;
    readonly favouriteTags: Setting<string[]>;
    readonly macros: Setting<Macro[]>;
    /** Addresses of its customers' own under which a built-in CRM is read, by its id. */
    readonly customHosts: Setting<Record<string, string[]>>;
    readonly defaultTags: Setting<Record<string, string[]>>;
    readonly mayDeleteContacts: Setting<boolean>;
  };
}

const GatewayContext = createContext<OptionsGateway | null>(null);

/** Stands around the options page. */
export const OptionsGatewayProvider = GatewayContext;

export function useOptionsGateway(): OptionsGateway {
  const gateway = useContext(GatewayContext);
  if (gateway === null) throw new Error('A component of the options page stands outside OptionsGatewayProvider.');
  return gateway;
}
