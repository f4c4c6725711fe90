import type { ContactFieldRef } from './fields.ts';

/** What may be done with a page's value on its way to HighLevel; the list is fixed, so that a mapping is data and no code. */
export type Transform =
  | { readonly kind: 'trim' }
  | { readonly kind: 'case'; readonly to: 'upper' | 'lower' | 'title' }
  /** A phone number as E.164; one that is none stays out. */
  | { readonly kind: 'e164' }
  /** A date as the page writes it, to `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly order: 'dmy' | 'mdy' | 'ymd' }
  /** One part of a whole name. */
  | { readonly kind: 'split'; readonly part: 'first' | 'last' }
  /** The page's word to HighLevel's. `otherwise`: for a word that is not in the table; without it such a word stays out. */
  | { readonly kind: 'lookup'; readonly table: readonly { readonly from: string; readonly to: string }[]; readonly otherwise?: string };

/**
 * What to do where both sides differ. `page`: the page's value is proposed. `highlevel`: HighLevel's stays. `blanks`: the
 * page's is proposed only where HighLevel has none. `ask`: the person decides. Nothing is ever sent without their word.
 */
export type ConflictRule = 'page' | 'highlevel' | 'blanks' | 'ask';

/** A field of the page: one that is always read, or a labelled one, by its label. */
export type PageFieldRef = 'name' | 'company' | 'email' | 'phone' | `label:${string}`;

/** One line of a site's mapping, from a field of the page to a field of HighLevel. */
export interface FieldMapping {
  readonly from: PageFieldRef;
  readonly to: ContactFieldRef;
  readonly transforms: readonly Transform[];
  /** Stands in where the page has nothing. */
  readonly fallback?: string;
  readonly rule: ConflictRule;
}

/** A labelled value of the page, as it shows it. */
export interface PageField {
  readonly label: string;
  readonly value: string;
}
