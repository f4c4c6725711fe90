import * as z from 'zod';
import { type AppError, toAppError } from '@/lib/core/errors.ts';
import type { InputOf } from '@/lib/ghl/endpoints.ts';
import { currentOf } from './current-fields.ts';
import type { Operation, Target } from './entry.ts';
import { realChanges, type Update } from './fields.ts';
import { isSameMeaning, isSameTag, isSameValue } from './same.ts';

type ReadName = 'tasks.get' | 'notes.get' | 'appointments.get' | 'appointmentNotes.list' | 'contacts.get' | 'businesses.get' | 'tags.get';

/** A read that shows what a record is like now. */
export type CheckRequest = { readonly [N in ReadName]: { readonly name: N; readonly input: InputOf<N> } }[ReadName];

/** `sent: false` in an entry's answer: there was nothing to send. `gone`: what was to be deleted no longer exists. */
interface NothingToSend {
  readonly sent: false;
  readonly gone: boolean;
}

/** What a look at the record says: go on, there is nothing to do any more, or nothing may be sent. */
export type Verdict =
  | { readonly type: 'send' }
  | { readonly type: 'succeeded'; readonly answer: NothingToSend }
  | { readonly type: 'refused'; readonly error: AppError };

interface CheckOptions {
  /** Reads HighLevel; throws `AppFailure`. */
  readonly read: (request: CheckRequest) => Promise<unknown>;
  /** The location's, for times without one. */
  readonly zone: string | undefined;
}

/**
 * Looks at a record again before it is changed or deleted. When a changed field has neither the value that the person saw
 * nor the one they want, the write is refused with `conflict`. Whatever goes wrong here, nothing was written. Between
 * this look and the write HighLevel may still change: it knows no conditional write.
 */
export async function checkCurrent(operation: Operation, target: Target, { read, zone }: CheckOptions): Promise<Verdict> {
  const request = checkRequest(operation, target);
  if (request === undefined) return { type: 'send' };
  try {
    const current =
      'noteId' in operation && request.name === 'appointmentNotes.list'
        ? await findNote(request, operation.noteId, read)
        : await read(request);
    return judge(operation, target, current, zone);
  } catch (thrown) {
    const error = toAppError(thrown);
    return error.code === 'not_found' ? missing(operation, error) : { type: 'refused', error };
  }
}

/** Whether there is something to look at before this operation leaves. */
export function looksFirst(operation: Operation, target: Target): boolean {
  return checkRequest(operation, target) !== undefined;
}

const NOT_FOUND: AppError = { code: 'not_found' };
const GONE: Verdict = { type: 'succeeded', answer: { sent: false, gone: true } };
const ALREADY: Verdict = { type: 'succeeded', answer: { sent: false, gone: false } };

/** Who wanted to delete it has what they wanted; who wanted to change it has to know. */
export function missing(operation: Operation, error: AppError): Verdict {
  return operation.kind.startsWith('delete') ? GONE : { type: 'refused', error };
}

function checkRequest(operation: Operation, { locationId, contactId }: Target): CheckRequest | undefined {
  const ofContact = { contactId: contactId ?? '' };
  switch (operation.kind) {
    case 'updateTask':
    case 'deleteTask':
      return { name: 'tasks.get', input: { ...ofContact, taskId: operation.taskId } };
    case 'updateNote':
    case 'deleteNote':
      return { name: 'notes.get', input: { ...ofContact, noteId: operation.noteId } };
    case 'updateAppointment':
    case 'deleteAppointment':
      return { name: 'appointments.get', input: { appointmentId: operation.appointmentId } };
    case 'updateAppointmentNote':
    case 'deleteAppointmentNote':
      return { name: 'appointmentNotes.list', input: { appointmentId: operation.appointmentId } };
    case 'updateContact':
    case 'deleteContact':
      return { name: 'contacts.get', input: ofContact };
    case 'updateBusiness':
    case 'updateBusinessFields':
    case 'deleteBusiness':
      return { name: 'businesses.get', input: { businessId: operation.businessId } };
    case 'renameTag':
    case 'deleteTag':
      return { name: 'tags.get', input: { locationId, tagId: operation.tagId } };
    default:
      return undefined;
  }
}

const page = z.object({ rows: z.array(z.looseObject({ id: z.string() })), size: z.number(), isFull: z.boolean() });
/** More than anybody writes about one appointment: an answer that never ends must. */
const MAX_PAGES = 50;

/** Notes of an appointment can only be read as a list. */
async function findNote(
  { name, input }: Extract<CheckRequest, { readonly name: 'appointmentNotes.list' }>,
  noteId: string,
  read: CheckOptions['read'],
): Promise<unknown> {
  for (let pages = 0, skip = 0; pages < MAX_PAGES; pages += 1) {
    const { rows, size, isFull } = page.parse(await read({ name, input: skip === 0 ? input : { ...input, skip } }));
    const found = rows.find(({ id }) => id === noteId);
    if (found !== undefined || !isFull) return found;
    skip += size;
  }
  return undefined;
}

const owner = z.object({ contactId: z.string().optional().catch(undefined) });
const named = z.object({ name: z.string() });

function judge(operation: Operation, target: Target, current: unknown, zone: string | undefined): Verdict {
  if (current === undefined) return missing(operation, NOT_FOUND);
  const { contactId } = owner.safeParse(current).data ?? {};
  // It was moved to somebody else, whom the person has not seen: for them it is not there, and nothing is deleted.
  if ((contactId ?? target.contactId) !== target.contactId) return { type: 'refused', error: NOT_FOUND };
  if ('changes' in operation) return judgeChanges(operation, current, zone);
  if (operation.kind !== 'renameTag' && operation.kind !== 'deleteTag') return { type: 'send' };
  const name = named.safeParse(current).data?.name ?? '';
  if (operation.kind === 'renameTag' && name === operation.to) return ALREADY;
  const seen = operation.kind === 'renameTag' ? operation.from : operation.tag;
  return isSameTag(name, seen) ? { type: 'send' } : conflict([{ field: 'name', value: name }]);
}

function judgeChanges(update: Update, current: unknown, zone: string | undefined): Verdict {
  const values = currentOf(update, current);
  const fields = realChanges(update).map((change) => ({ ...change, now: values.get(change.field) ?? null }));
  if (fields.every(({ field, to, now }) => isSameValue(field, now, to, zone))) return ALREADY;
  const changed = fields.filter(
    ({ field, from, to, now }) => !isSameMeaning(field, now, from, zone) && !isSameMeaning(field, now, to, zone),
  );
  return changed.length === 0 ? { type: 'send' } : conflict(changed.map(({ field, now }) => ({ field, value: now })));
}

function conflict(theirs: Extract<AppError, { readonly code: 'conflict' }>['theirs']): Verdict {
  return { type: 'refused', error: { code: 'conflict', theirs } };
}
