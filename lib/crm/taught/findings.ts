import type { Field } from '../adapter.ts';
import type { Anchor, TaughtRule } from './rule.ts';

/** A value on the page, as a person pointed at it or as it was found, and how to find it again. */
export interface PickedField {
  readonly value: string;
  readonly anchors: readonly Anchor[];
}

/** What a page looks like to somebody who never saw it: the first guess of every field, and the address's own parts. */
export interface Proposal {
  readonly url: string;
  readonly title: string;
  readonly fields: Readonly<Partial<Record<Field, PickedField>>>;
}

/** What a rule finds on the page that is open now. */
export interface RuleReading {
  readonly url: string;
  /** Whether the address is one of the rule's record pages. */
  readonly isRecordPage: boolean;
  readonly recordId: string | null;
  readonly values: Readonly<Partial<Record<Field, string>>>;
}

/** What a person taught on the first record. */
export interface Lesson {
  /** The record's address. */
  readonly url: string;
  /** The site's name as the person knows it. */
  readonly label: string;
  readonly fields: Readonly<Partial<Record<Field, PickedField>>>;
}

/** What a second record says of a rule that was made on the first. */
export interface RuleCheck {
  /** The rule as both records teach it, with nothing but the fields that changed; `null` when too little is left. */
  readonly rule: TaughtRule | null;
  /** Fields that show something else on the second record, as they must. */
  readonly changed: readonly Field[];
  /** Fields that show the same on both records, so they are not the record's own: refused. */
  readonly unchanged: readonly Field[];
  /** Fields that were not found on the second record, or are blank there: not proven. */
  readonly missing: readonly Field[];
  /**
   * `same_record`: both addresses name one record. `other_page`: they are pages of different kinds. `no_key`: neither the
   * address nor an e-mail or phone that changed tells one record from another.
   */
  readonly problem: 'same_record' | 'other_page' | 'no_key' | null;
}
