import type { FieldChange, FieldValue, OutboxEntry } from './entry.ts';
import type { Pending, WithPending } from './overlay.ts';

interface Row {
  readonly id: string;
}

/** A created row: the one in the list once that has been read again, otherwise as it was asked for, first in the list. */
export function withCreated<T extends Row>(
  rows: readonly WithPending<T>[],
  entry: OutboxEntry,
  asAsked: (id: string) => T,
): readonly WithPending<T>[] {
  const createdId = idOf(entry.answer);
  const isListed = rows.some((row) => row.id === createdId);
  if (isListed) return rows.map((row) => (row.id === createdId ? { ...row, pending: pendingOf(entry) } : row));
  return [{ ...asAsked(createdId ?? `pending:${entry.opId}`), pending: pendingOf(entry) }, ...rows];
}

/** A changed row: as it will be, or as it is, with the reason, when that failed. */
export function withChanged<T extends Row>(
  rows: readonly WithPending<T>[],
  entry: OutboxEntry,
  { id, changed }: { readonly id: string; readonly changed: Partial<T> },
): readonly WithPending<T>[] {
  const now = isOnItsWay(entry) ? changed : {};
  return rows.map((row) => (row.id === id ? { ...row, ...now, pending: pendingOf(entry) } : row));
}

/** A deleted row is gone at once, and comes back, with the reason, when that failed. */
export function withoutDeleted<T extends Row>(rows: readonly WithPending<T>[], entry: OutboxEntry, id: string): readonly WithPending<T>[] {
  if (isOnItsWay(entry)) return rows.filter((row) => row.id !== id);
  return rows.map((row) => (row.id === id ? { ...row, pending: pendingOf(entry) } : row));
}

/** The new values of some fields of a row; the row's own names for them where those differ. Emptied fields are absent. */
export function changedFields<T>(changes: readonly FieldChange[], names: Readonly<Record<string, string>> = {}): Partial<T> {
  const fields = changes.map(({ field, to }): [string, FieldValue | undefined] => [names[field] ?? field, to ?? undefined]);
  // The fields of an operation are those of its resource; the store's schema holds them against the allowed ones.
  return Object.fromEntries(fields) as Partial<T>;
}

/** Shown as if it had happened; what failed or was parked is not on its way to anywhere. */
export function isOnItsWay({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state !== 'failed' && state !== 'parked';
}

export function pendingOf({ opId, state, waiting, error }: OutboxEntry): Pending {
  return { opId, state, ...(waiting !== undefined && { waiting }), ...(error !== undefined && { error }) };
}

function idOf(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? answer.id : undefined;
}
