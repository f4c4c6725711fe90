import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Connection } from '@/lib/auth/types.ts';
import type { MatchOutcome, TabView } from '@/lib/contact/types.ts';
import type { Result } from '@/lib/core/errors.ts';
import type { PanelIntent } from './intent.ts';

/**
 * What our own pages (panel, options) may ask of the background. Every handler refuses a sender that is not one of
 * them (`isOwnPage`). Writes are not here: they are committed to the outbox and only announced by `outboxChanged`.
 */
export interface PanelProtocol {
  getConnection(): Result<Connection | null>;
  /** Verifies the token with one call before keeping it. */
  connectWithToken(data: { token: string; locationId: string }): Result<Connection>;
  /** Opens HighLevel's consent window. */
  connectWithOAuth(): Result<Connection>;
  disconnect(): Result<null>;
  /** The person allows writing; for OAuth this opens the consent window for the writing scopes. */
  allowWriting(): Result<Connection>;
  getTab(data: { tabId: number }): Result<TabView>;
  /** Finds the contact of the tab in HighLevel; `recordId` guards against a page that has moved on. */
  matchTab(data: { tabId: number; recordId: string }): Result<MatchOutcome>;
  /**
   * The person says who it is; remembered for this record. `contactId: null` forgets the link. `locationId`: the contact's;
   * refused with `wrong_location` when another one is connected by now.
   */
  linkContact(data: {
    locationId: string;
    crm: string;
    recordId: string;
    contactId: string | null;
    name?: string;
    businessId?: string;
  }): Result<null>;
  /**
   * HighLevel no longer has the contact that the record is linked to: looks for the one in its place. `true`: the record is
   * linked to that one by now; `false`: nobody is certain, and nothing has changed.
   */
  refindContact(data: { tabId: number; recordId: string; contactId: string }): Result<boolean>;
  /** The numbers as they will be sent, E.164, in the same order; `null` for one that is none. */
  normalisePhones(data: { phones: readonly string[] }): Result<readonly (string | null)[]>;
  /** A read of HighLevel by endpoint name (`lib/ghl/endpoints.ts`); endpoints that write are refused. */
  read(data: { endpoint: string; input: unknown }): Result<unknown>;
  /** What the person asked for in this tab outside the panel; it is handed out once. */
  takeIntent(data: { tabId: number }): Result<PanelIntent | null>;
  /** "There is something in the outbox": wakes the drainer. */
  outboxChanged(): Result<null>;
}

export const panelMessaging = defineExtensionMessaging<PanelProtocol>();
