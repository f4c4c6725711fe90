import type { Note, Task } from '@/lib/ghl/models.ts';
import type { OutboxEntry } from './entry.ts';
import { isSameTag } from './same.ts';

/** What the outbox has to say about a row. */
export type Pending = Pick<OutboxEntry, 'opId' | 'state' | 'waiting' | 'error'>;

/** A row of the panel: HighLevel's resource as it will be once everything pending has gone. */
export type WithPending<T> = T & { readonly pending?: Pending };

/** The entries about one contact of one location: what a section of the panel shows. */
export function entriesFor(entries: readonly OutboxEntry[], locationId: string, contactId: string): OutboxEntry[] {
  return entries.filter(({ target }) => target.locationId === locationId && target.contactId === contactId);
}

/**
 * Tasks as they will be. Completing shows at once; what failed or was parked shows the task as HighLevel has it, with
 * the reason. `entries`: those of the tasks' contact, in commit order.
 */
export function overlayTasks(tasks: readonly Task[], entries: readonly OutboxEntry[]): readonly WithPending<Task>[] {
  return entries.reduce<readonly WithPending<Task>[]>(withTaskEntry, tasks);
}

function withTaskEntry(rows: readonly WithPending<Task>[], entry: OutboxEntry): readonly WithPending<Task>[] {
  const { operation } = entry;
  if (operation.kind === 'createTask') {
    const { kind: _kind, ...asked } = operation;
    return withCreated(rows, entry, (id) => ({ ...asked, id, completed: false }));
  }
  if (operation.kind !== 'setTaskCompleted') return rows;
  const change = isOnItsWay(entry) ? { completed: operation.completed } : {};
  return rows.map((row) => (row.id === operation.taskId ? { ...row, ...change, pending: pendingOf(entry) } : row));
}

/** Notes as they will be, a new one first. `entries`: those of the notes' contact, in commit order. */
export function overlayNotes(notes: readonly Note[], entries: readonly OutboxEntry[]): readonly WithPending<Note>[] {
  return entries.reduce<readonly WithPending<Note>[]>((rows, entry) => {
    const { operation } = entry;
    if (operation.kind !== 'createNote') return rows;
    const { kind: _kind, ...asked } = operation;
    return withCreated(rows, entry, (id) => ({ ...asked, id, pinned: false, dateAdded: new Date(entry.createdAt).toISOString() }));
  }, notes);
}

/**
 * A contact's tags as they will be. A tag being removed is gone at once and comes back, with the reason, when that
 * failed; a tag that could not be added stays in the list with its reason. `entries`: as above.
 */
export function overlayTags(tags: readonly string[], entries: readonly OutboxEntry[]): readonly WithPending<{ readonly name: string }>[] {
  const named = tags.map((name): WithPending<{ readonly name: string }> => ({ name }));
  return entries.reduce((rows, entry) => {
    const { operation } = entry;
    if (operation.kind !== 'addTag' && operation.kind !== 'removeTag') return rows;
    const isIt = (row: { readonly name: string }) => isSameTag(row.name, operation.tag);
    if (operation.kind === 'removeTag' && isOnItsWay(entry)) return rows.filter((row) => !isIt(row));
    if (rows.some(isIt)) return rows.map((row) => (isIt(row) ? { ...row, pending: pendingOf(entry) } : row));
    return operation.kind === 'addTag' ? rows.concat({ name: operation.tag, pending: pendingOf(entry) }) : rows;
  }, named);
}

/** A created row: the one in the list once that has been read again, otherwise as it was asked for, first in the list. */
function withCreated<T extends { readonly id: string }>(
  rows: readonly WithPending<T>[],
  entry: OutboxEntry,
  asAsked: (id: string) => T,
): readonly WithPending<T>[] {
  const createdId = idOf(entry.answer);
  const isListed = rows.some((row) => row.id === createdId);
  if (isListed) return rows.map((row) => (row.id === createdId ? { ...row, pending: pendingOf(entry) } : row));
  return [{ ...asAsked(createdId ?? `pending:${entry.opId}`), pending: pendingOf(entry) }, ...rows];
}

function idOf(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? answer.id : undefined;
}

/** Shown as if it had happened; what failed or was parked is not on its way to anywhere. */
function isOnItsWay({ state }: OutboxEntry): boolean {
  return state !== 'failed' && state !== 'parked';
}

function pendingOf({ opId, state, waiting, error }: OutboxEntry): Pending {
  return { opId, state, ...(waiting !== undefined && { waiting }), ...(error !== undefined && { error }) };
}
