import type { FieldChange, Group, Operation, OutboxEntry, Target } from './entry.ts';
import { isUnchanged, type Update } from './fields.ts';
import { isSameTag } from './same.ts';

/** What committing a new act does to the entries already there. */
export interface Merge {
  /** Entries the new act makes pointless: it takes them back or replaces them. None of them may have left. */
  readonly removed: readonly OutboxEntry[];
  readonly outcome: /** `operation`: what is stored, the new act with what it takes over from those it replaces. */
    | { readonly kind: 'added'; readonly operation: Operation }
    /** The same act is already on its way. */
    | { readonly kind: 'already'; readonly entry: OutboxEntry }
    /** The new act undoes one that has not left: neither is sent. */
    | { readonly kind: 'cancelled'; readonly entry: OutboxEntry };
}

const NOT_LEFT: ReadonlySet<OutboxEntry['state']> = new Set(['held', 'queued']);
const WITH_PERSON: ReadonlySet<OutboxEntry['state']> = new Set(['failed', 'parked']);

/**
 * How a new act meets the open ones on the same thing. Completing and reopening a task cancel out; a tag asked for twice
 * is one act, and the last word on a tag counts; two edits of a record that have not left are one; notes and tasks created
 * are always their own, even when equal.
 */
export function merge(entries: readonly OutboxEntry[], operation: Operation, target: Target, group?: Group): Merge {
  const open = entries.filter((entry) => isSameTarget(entry.target, target) && entry.state !== 'sent');
  if ('changes' in operation) return mergeUpdate(open, operation, group);
  const same = open.filter((entry) => isSameThing(entry.operation, operation));
  const stale = same.filter(({ state }) => WITH_PERSON.has(state));
  const last = same.findLast(({ state }) => !WITH_PERSON.has(state));
  const added = { kind: 'added', operation } as const;
  if (last === undefined) return { removed: stale, outcome: added };
  if (isSameWish(last.operation, operation)) return { removed: [], outcome: { kind: 'already', entry: last } };
  if (!NOT_LEFT.has(last.state)) return { removed: stale, outcome: added };
  // A tag may already have been there before the entry that is replaced, so the new wish has to be sent all the same.
  const cancels = operation.kind === 'setTaskCompleted';
  return { removed: [...stale, last], outcome: cancels ? { kind: 'cancelled', entry: last } : added };
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.locationId === b.locationId && a.contactId === b.contactId;
}

function mergeUpdate(open: readonly OutboxEntry[], update: Update, group: Group | undefined): Merge {
  const same = open.filter((entry) => recordOf(entry.operation) === recordOf(update) && entry.operation.kind === update.kind);
  const stale = same.filter(({ state, operation }) => WITH_PERSON.has(state) && covers(update, operation as Update));
  const last = same.findLast(({ state }) => !WITH_PERSON.has(state));
  // `same` holds entries of the update's own kind only.
  const before = last?.operation as Update | undefined;
  const added = { kind: 'added', operation: update } as const;
  if (last === undefined || before === undefined) return { removed: stale, outcome: added };
  if (JSON.stringify(before.changes) === JSON.stringify(update.changes)) return { removed: [], outcome: { kind: 'already', entry: last } };
  // What belongs to an act with an undo of its own is not mixed with another.
  if (!NOT_LEFT.has(last.state) || last.group?.id !== group?.id) return { removed: stale, outcome: added };
  const changes = fold(before.changes, update.changes);
  const removed = [...stale, last];
  if (changes.length === 0) return { removed, outcome: { kind: 'cancelled', entry: last } };
  return { removed, outcome: { kind: 'added', operation: { ...update, changes } } };
}

/** Both edits as one, from what was there before the first to what the last one says. */
function fold(earlier: readonly FieldChange[], later: readonly FieldChange[]): FieldChange[] {
  const folded = new Map(earlier.map((change) => [change.field, change]));
  // What was there before may be nothing at all: `null`.
  for (const change of later) folded.set(change.field, { ...change, from: (folded.get(change.field) ?? change).from });
  return [...folded.values()].filter(({ from, to }) => !isUnchanged(from, to));
}

/** An edit that failed is over when all its fields are set anew. */
function covers(update: Update, stale: Update): boolean {
  return stale.changes.every(({ field }) => update.changes.some((change) => change.field === field));
}

/**
 * Edits that a person had still to decide on, of a record that is deleted by now. Not before it is: a deletion can be taken
 * back, and what was typed must be there then.
 */
export function pointless(entries: readonly OutboxEntry[], { operation, target }: OutboxEntry): OutboxEntry[] {
  if (!operation.kind.startsWith('delete')) return [];
  return entries.filter(
    (entry) =>
      'changes' in entry.operation &&
      WITH_PERSON.has(entry.state) &&
      isSameTarget(entry.target, target) &&
      recordOf(entry.operation) === recordOf(operation),
  );
}

/** Which record an update or deletion is about. */
function recordOf(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'updateTask':
    case 'deleteTask':
      return `task ${operation.taskId}`;
    case 'updateNote':
    case 'deleteNote':
      return `note ${operation.noteId}`;
    case 'updateAppointment':
    case 'deleteAppointment':
      return `appointment ${operation.appointmentId}`;
    case 'updateAppointmentNote':
    case 'deleteAppointmentNote':
      return `appointment note ${operation.noteId}`;
    case 'updateBusiness':
    case 'updateBusinessFields':
    case 'deleteBusiness':
      return `business ${operation.businessId}`;
    case 'updateContact':
    case 'deleteContact':
      return 'contact';
    default:
      return undefined;
  }
}

/** Operations that are wishes about one thing, by that thing: the last wish counts. */
function wishedThing(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'setTaskCompleted':
      return `completed ${operation.taskId}`;
    case 'addTag':
    case 'removeTag':
      return `tag ${operation.tag.trim().toLowerCase()}`;
    case 'linkBusiness':
      return 'business';
    case 'setFollower':
      return `follower ${operation.userId}`;
    case 'setWorkflow':
      return `workflow ${operation.workflowId}`;
    case 'setCampaign':
      return `campaign ${operation.campaignId}`;
    default:
      return undefined;
  }
}

/** Every one of these is its own, even when equal: only a person knows whether two notes of the same words are meant. */
const ALWAYS_OWN: ReadonlySet<Operation['kind']> = new Set(['createTask', 'createNote', 'createAppointmentNote']);

/** Whether two operations speak of the same thing, or are the very same act. */
function isSameThing(a: Operation, b: Operation): boolean {
  const wished = wishedThing(b);
  if (wished !== undefined) return wishedThing(a) === wished;
  if (a.kind !== b.kind || ALWAYS_OWN.has(b.kind)) return false;
  if (b.kind.startsWith('delete') && recordOf(b) !== undefined) return recordOf(a) === recordOf(b);
  // Only a create with the very same fields is the same act; another one is a correction that must not be swallowed.
  return JSON.stringify(a) === JSON.stringify(b);
}

function isSameWish(a: Operation, b: Operation): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'setTaskCompleted' && b.kind === 'setTaskCompleted') return a.completed === b.completed;
  if ('tag' in a && 'tag' in b) return isSameTag(a.tag, b.tag);
  return wishedThing(b) === undefined || JSON.stringify(a) === JSON.stringify(b);
}
