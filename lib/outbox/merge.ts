import type { Operation, OutboxEntry, Target } from './entry.ts';

/** What committing a new act does to the entries already there. */
export interface Merge {
  /** Entries the new act makes pointless: it takes them back or replaces them. None of them may have left. */
  readonly removed: readonly OutboxEntry[];
  readonly outcome:
    | { readonly kind: 'added' }
    /** The same act is already on its way. */
    | { readonly kind: 'already'; readonly entry: OutboxEntry }
    /** The new act undoes one that has not left: neither is sent. */
    | { readonly kind: 'cancelled'; readonly entry: OutboxEntry };
}

const NOT_LEFT: ReadonlySet<OutboxEntry['state']> = new Set(['held', 'queued']);
const WITH_PERSON: ReadonlySet<OutboxEntry['state']> = new Set(['failed', 'parked']);

/**
 * How a new act meets the open ones on the same thing. Completing and reopening a task cancel out; a tag asked for twice
 * is one act, and the last word on a tag counts; notes and tasks created are always their own, even when equal.
 */
export function merge(entries: readonly OutboxEntry[], operation: Operation, target: Target): Merge {
  const same = entries.filter(
    (entry) => isSameTarget(entry.target, target) && isSameThing(entry.operation, operation) && entry.state !== 'sent',
  );
  const stale = same.filter((entry) => WITH_PERSON.has(entry.state));
  const last = same.findLast((entry) => !WITH_PERSON.has(entry.state));
  if (last === undefined) return { removed: stale, outcome: { kind: 'added' } };
  if (isSameWish(last.operation, operation)) return { removed: [], outcome: { kind: 'already', entry: last } };
  if (!NOT_LEFT.has(last.state)) return { removed: stale, outcome: { kind: 'added' } };
  // A tag may already have been there before the entry that is replaced, so the new wish has to be sent all the same.
  const cancels = operation.kind === 'setTaskCompleted';
  return { removed: [...stale, last], outcome: cancels ? { kind: 'cancelled', entry: last } : { kind: 'added' } };
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.locationId === b.locationId && a.contactId === b.contactId;
}

/** Whether two operations speak of the same task, tag or page record. */
function isSameThing(a: Operation, b: Operation): boolean {
  if (a.kind === 'setTaskCompleted' && b.kind === 'setTaskCompleted') return a.taskId === b.taskId;
  if ('tag' in a && 'tag' in b) return a.tag.toLowerCase() === b.tag.toLowerCase();
  // Only a create with the very same fields is the same act; another one is a correction that must not be swallowed.
  if (a.kind === 'createContact' && b.kind === 'createContact') return JSON.stringify(a) === JSON.stringify(b);
  return false;
}

function isSameWish(a: Operation, b: Operation): boolean {
  if (a.kind === 'setTaskCompleted' && b.kind === 'setTaskCompleted') return a.completed === b.completed;
  return a.kind === b.kind;
}
