import * as z from 'zod';
import type { AppError } from '@/lib/core/errors.ts';
import { currentOf } from './current-fields.ts';
import type { Operation, Target } from './entry.ts';
import { realChanges, type Update } from './fields.ts';
import { isSameMeaning, isSameTag, isSameText } from './same.ts';

/** What an answer that is not the asked change means: `refused`: not in effect, safe to ask again; `lost`: nobody knows. */
export interface Mismatch {
  readonly type: 'refused' | 'lost';
  readonly error: AppError;
}

/**
 * Compares a success answer with what was asked; `undefined` when it shows the change. A create with a strange answer, or
 * any answer about somebody else, is `lost`: something may have been written, so asking again could write it twice. What
 * did not take is `refused`: the answer shows it is not in effect, and asking again is safe. `zone`: the location's.
 */
export function checkAnswer(operation: Operation, target: Target, answer: unknown, zone?: string): Mismatch | undefined {
  if (!isAbout(operation, target, answer)) return { type: 'lost', error: mismatch('The answer is about another contact or location.') };
  if (shows(operation, target, answer, zone)) return undefined;
  return { type: makesNew(operation) ? 'lost' : 'refused', error: mismatch('The answer does not show what was asked.') };
}

/** What must not be sent twice without a person: nobody could take the second one back unseen. */
function makesNew({ kind }: Operation): boolean {
  return kind.startsWith('create');
}

function mismatch(detail: string): AppError {
  return { code: 'answer_mismatch', detail };
}

const owner = z.object({ contactId: z.string().optional().catch(undefined), locationId: z.string().optional().catch(undefined) });

function isAbout(operation: Operation, target: Target, answer: unknown): boolean {
  const { contactId, locationId } = owner.safeParse(answer).data ?? {};
  const isOfContact = operation.kind === 'createContact' || (contactId ?? target.contactId) === target.contactId;
  return isOfContact && (locationId ?? target.locationId) === target.locationId;
}

const taskState = z.object({ id: z.string(), completed: z.boolean() });
const newTask = z.object({ id: z.string(), title: z.string() });
const newNote = z.object({ id: z.string(), body: z.string() });
const named = z.object({ id: z.string(), name: z.string() });
const newContact = z.object({ id: z.string(), email: z.string().optional() });
const newAppointment = z.object({ id: z.string(), startTime: z.string().optional() });
const allTags = z.array(z.string());
const outcomes = z.array(z.object({ isDone: z.boolean() }));
const ids = z.array(z.string());

function shows(operation: Operation, target: Target, answer: unknown, zone: string | undefined): boolean {
  if ('changes' in operation) return showsChanges(operation, answer, zone);
  switch (operation.kind) {
    case 'setTaskCompleted': {
      const task = taskState.safeParse(answer).data;
      return task?.id === operation.taskId && task.completed === operation.completed;
    }
    case 'createTask':
      return isSameText(newTask.safeParse(answer).data?.title, operation.title);
    case 'createNote':
    case 'createAppointmentNote':
      return isSameText(newNote.safeParse(answer).data?.body, operation.body);
    case 'addTag':
      return allTags.safeParse(answer).data?.some((tag) => isSameTag(tag, operation.tag)) === true;
    case 'removeTag':
      return allTags.safeParse(answer).data?.every((tag) => !isSameTag(tag, operation.tag)) === true;
    case 'createContact': {
      const contact = newContact.safeParse(answer).data;
      return contact !== undefined && (contact.email ?? operation.email)?.toLowerCase() === operation.email?.toLowerCase();
    }
    case 'createAppointment': {
      const made = newAppointment.safeParse(answer).data;
      return made !== undefined && isSameMeaning('startTime', made.startTime ?? operation.startTime, operation.startTime, zone);
    }
    case 'createBusiness':
      return isSameText(named.safeParse(answer).data?.name, operation.name);
    default:
      return showsLess(operation, target, answer);
  }
}

type Rest = Exclude<Operation, Update>;

/** Answers that say little: which ones took it, or only that it was done. */
function showsLess(operation: Rest, { contactId }: Target, answer: unknown): boolean {
  switch (operation.kind) {
    case 'createTag': {
      const name = named.safeParse(answer).data?.name;
      return name !== undefined && isSameTag(name, operation.tag);
    }
    case 'renameTag':
      return isSameTag(named.safeParse(answer).data?.name ?? operation.to, operation.to);
    // Who refused is in the answer, one by one; only when nobody took it, it is as if it had not been sent.
    case 'tagContacts':
      return isTakenBySome(outcomes.safeParse(answer).data);
    case 'linkBusiness':
      return ids.safeParse(answer).data?.includes(contactId ?? '') === true;
    case 'setFollower':
      return ids.safeParse(answer).data?.includes(operation.userId) === operation.follows;
    // An answer without more than that it was done: one that says it was not does not get here.
    default:
      return true;
  }
}

/**
 * An update that took has the new values, in whatever form HighLevel gives them: it is refused only when a field still
 * has what was there before. Fields that the answer does not name prove nothing.
 */
function showsChanges(update: Update, answer: unknown, zone: string | undefined): boolean {
  const current = currentOf(update, answer);
  return realChanges(update).every(({ field, from, to }) => {
    if (!current.has(field)) return true;
    const value = current.get(field);
    return isSameMeaning(field, value, to, zone) || !isSameMeaning(field, value, from, zone);
  });
}

function isTakenBySome(rows: z.output<typeof outcomes> | undefined): boolean {
  return rows !== undefined && (rows.length === 0 || rows.some(({ isDone }) => isDone));
}
