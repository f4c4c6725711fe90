import type { MatchReason } from '@/lib/contact/types.ts';
import type { DetectedContact, Reason } from '@/lib/crm/adapter.ts';

/** The page that shows a contact, and how it was found out whom. */
export interface ContactSource {
  /** The tab that shows the contact. */
  readonly tabId: number;
  readonly page: DetectedContact;
  /** Why the page is said to show this. */
  readonly reasons: readonly Reason[];
  /** Why this is said to be the contact. */
  readonly reason: MatchReason;
}
