import type { Operation } from '@/lib/outbox/entry.ts';

/** The settings that say how long a write can be undone. Times in milliseconds. */
export interface HoldSettings {
  readonly holdMs: number;
  readonly longHoldMs: number;
  /** Tags that start an automation; compared without regard to case. */
  readonly automationTags: readonly string[];
}

/** A contact takes everything with it that belongs to it: there is this much time to think at least, in milliseconds. */
const DELETION_HOLD_MS = 10_000;

/** How long a write waits before it leaves, in milliseconds: longer when it may set off what nobody can take back. */
export function holdFor(operation: Operation, { holdMs, longHoldMs, automationTags }: HoldSettings): number {
  if (startsAutomation(operation, automationTags)) return Math.max(holdMs, longHoldMs);
  return operation.kind === 'deleteContact' ? Math.max(holdMs, DELETION_HOLD_MS) : holdMs;
}

/** Whether a write may start an automation of HighLevel's, which may write to people. */
export function startsAutomation(operation: Operation, automationTags: readonly string[]): boolean {
  if (operation.kind === 'setWorkflow' || operation.kind === 'setCampaign') return operation.isIn;
  const starting = new Set(automationTags.map(tagKey));
  return tagsIn(operation).some((tag) => starting.has(tagKey(tag)));
}

/** Tags that contacts get or lose: either can be what a workflow waits for. */
function tagsIn(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'addTag':
    case 'removeTag':
    case 'tagContacts':
      return [operation.tag];
    case 'createContact':
      return operation.tags ?? [];
    default:
      return [];
  }
}

function tagKey(tag: string): string {
  return tag.trim().toLowerCase();
}
