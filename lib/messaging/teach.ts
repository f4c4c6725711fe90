import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Field } from '@/lib/crm/adapter.ts';
import type { PickedField, Proposal, RuleReading } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';

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

/** The line that the panel holds to the teaching script: once it is cut, nobody waits for an answer any more. */
export const TEACH_LINE = 'teach';
