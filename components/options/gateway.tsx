import { createContext, useContext } from 'react';
import type { Connection } from '@/lib/auth/types.ts';
import type { Setting } from '@/lib/storage/items.ts';

/** A CRM that can be switched on and off. */
export interface CrmChoice {
  readonly id: string;
  readonly label: string;
  /** Host names, for the person to recognise. */
  readonly hosts: readonly string[];
}

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
  readonly crms: readonly CrmChoice[];
  readonly scopes: { readonly read: readonly string[]; readonly write: readonly string[] };
  readonly settings: {
    readonly holdMs: Setting<number>;
    readonly crmEnabled: Setting<Record<string, boolean>>;
    readonly favouriteTags: Setting<string[]>;
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
