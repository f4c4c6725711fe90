import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Anchor, TaughtRule } from '@/lib/crm/taught/rule.ts';

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

/**
 * What the panel asks of the teaching script, which it puts into the tab that is being taught. Answers come from a page:
 * they are checked by schema before anything is made of them.
 */
export interface TeachProtocol {
  propose(): Proposal;
  /** Lets the person point at a value; answers when they have, `null` when they gave up (Escape) or `cancelPick` was asked. */
  pick(data: { field: Field }): PickedField | null;
  cancelPick(): void;
  tryRule(data: { rule: TaughtRule }): RuleReading;
}

export const teachMessaging = defineExtensionMessaging<TeachProtocol>();
