import type { DetectedContact, Field, Reason } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { SiteView } from '@/lib/sites/site.ts';

/** Why a contact was taken to be the page's: shown to the person as "Matched by e-mail …". */
export type MatchReason =
  | { readonly kind: 'link' }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }
  /** The contact that was linked is gone; HighLevel has this one with the page's e-mail in its place. */
  | { readonly kind: 'moved'; readonly value: string };

/**
 * Why a person has to say who it is. `same_evidence`: several contacts fit. `conflict`: the page's e-mail and phone belong
 * to two people. `weak`: only shared evidence (an `info@` mailbox, the same name and company) speaks for the candidates.
 * `other_name`: the evidence leads to somebody whom the page does not name. `company`: the page shows a company, the candidates
 * are its people (there may be none).
 */
export type Doubt = 'same_evidence' | 'conflict' | 'weak' | 'other_name' | 'company';

/**
 * Who the page's contact is in HighLevel. Only `one` allows writes; the others ask first.
 */
export type MatchOutcome =
  | {
      readonly kind: 'one';
      readonly contactId: string;
      readonly reason: MatchReason;
      readonly contact?: Contact;
      /** With `businessId`: hints of a remembered link, for the first paint. */
      readonly name?: string;
      readonly businessId?: string;
    }
  | { readonly kind: 'several'; readonly candidates: readonly Contact[]; readonly why: Doubt }
  | { readonly kind: 'none' };

/** A remembered answer: this CRM record is this HighLevel contact. The name and business are hints for the first paint. */
export interface ContactLink {
  readonly locationId: string;
  readonly crm: string;
  readonly recordId: string;
  readonly contactId: string;
  readonly name?: string;
  readonly businessId?: string;
  /** Who decided: a person's pick or a strong match. A person's pick is never overruled by evidence. */
  readonly by: 'person' | 'match';
  /** Why it matched, when it was a match. */
  readonly reason?: MatchReason;
  /** What the page showed when a match was remembered (`evidenceKey`): other evidence is looked at again. */
  readonly evidence?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * What the background knows of a tab. `unsupported`: no site that we read, or one whose address we may not see (then
 * without `origin`). `looksLike`: the CRM whose pages have addresses like this one's, where its customers may have hosts of
 * their own. `off`, `paused` and `blocked` are states of its site. `silent`: our script has not reported from there.
 * The others are what the page shows (`Detection`).
 */
export type TabView =
  | { readonly status: 'unsupported'; readonly origin?: string; readonly looksLike?: Pick<SiteView, 'id' | 'label'> }
  | { readonly status: 'off' | 'paused' | 'blocked' | 'silent' | 'pending' | 'none'; readonly site: SiteView }
  | { readonly status: 'unknown'; readonly site: SiteView; readonly missing: readonly Field[] }
  | { readonly status: 'ambiguous'; readonly site: SiteView; readonly people: readonly DetectedContact[] }
  | { readonly status: 'contact'; readonly site: SiteView; readonly contact: DetectedContact; readonly reasons: readonly Reason[] };
