import type { FieldChange, FieldValue, Operation } from '@/lib/outbox/entry.ts';

/** What HighLevel has by now for fields that a person changed. */
export type Theirs = readonly { readonly field: string; readonly value: unknown }[];

/** The same wish again, by somebody who has seen what HighLevel has by now. */
export function withTheirs(operation: Operation, theirs: Theirs): Operation {
  const name = String(theirs.find(({ field }) => field === 'name')?.value ?? '');
  if (operation.kind === 'renameTag') return { ...operation, from: name };
  if (operation.kind === 'deleteTag') return { ...operation, tag: name };
  if (!('changes' in operation)) return operation;
  return { ...operation, changes: operation.changes.map((change) => seen(change, theirs)) };
}

/**
 * What is left of a wish by somebody who lets HighLevel keep what it has by now: the fields nobody else has changed. Nothing of
 * an appointment, whose beginning and end belong together.
 */
export function withoutTheirs(operation: Operation, theirs: Theirs): Operation | undefined {
  if (!('changes' in operation) || operation.kind === 'updateAppointment') return undefined;
  const changes = operation.changes.filter(({ field }) => !theirs.some((their) => their.field === field));
  return changes.length === 0 ? undefined : { ...operation, changes };
}

function seen(change: FieldChange, theirs: Theirs): FieldChange {
  const their = theirs.find(({ field }) => field === change.field);
  return their === undefined ? change : { ...change, from: asFieldValue(their.value) };
}

/** A value of a shape that no field of ours has is only compared, never sent. */
function asFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? null : String(value);
}
