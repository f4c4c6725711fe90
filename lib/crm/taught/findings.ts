import type { Field } from '../adapter.ts';
import type { Anchor } from './rule.ts';

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
