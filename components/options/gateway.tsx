import { createContext, useContext } from 'react';
import type { Ability } from '@/components/abilities/ability.ts';
import type { Connection } from '@/lib/auth/types.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import type { ContactLink } from '@/lib/contact/types.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { OutboxFeed } from '@/lib/query/outbox-feed.ts';
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
  /** Everything the product can ask of HighLevel. */
  readonly abilities: readonly Ability[];
  /** A read of HighLevel by endpoint name, parsed by that endpoint's own schema. */
  read(endpoint: string, input: unknown): Promise<unknown>;
  /** The person allows writing; writes that waited for it go on. */
  allowWriting(): Promise<Connection>;
  /** Writes about the location itself, followed. */
  readonly outbox: Pick<OutboxFeed, 'subscribe' | 'snapshot' | 'commit' | 'act'>;
  readonly sites: SiteActs;
  /** Which CRM record is remembered as which contact. */
  readonly links: {
    /** The newest first. */
    list(): Promise<readonly ContactLink[]>;
    remove(link: ContactLink): Promise<void>;
    /** Forgets all records of a CRM. */
    removeSite(crm: string): Promise<void>;
  };
  readonly scopes: { readonly read: readonly string[]; readonly write: readonly string[] };
  readonly settings: {
    readonly holdMs: Setting<number>;
    readonly favouriteTags: Setting<string[]>;
    readonly automationTags: Setting<string[]>;
    readonly longHoldMs: Setting<number>;
    readonly seenScopes: Setting<{ of: string; scopes: Record<string, boolean> }>;
    readonly macros: Setting<Macro[]>;
    readonly mappings: Setting<Record<string, FieldMapping[]>>;
    /** Addresses of its customers' own under which a built-in CRM is read, by its id. */
    readonly customHosts: Setting<Record<string, string[]>>;
    readonly defaultTags: Setting<Record<string, string[]>>;
    readonly mayDeleteContacts: Setting<boolean>;
    readonly shortcuts: Setting<boolean>;
    readonly countsOverdue: Setting<boolean>;
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
