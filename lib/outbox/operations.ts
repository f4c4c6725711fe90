import * as z from 'zod';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import type { InputOf } from '@/lib/ghl/endpoints.ts';
import type { Operation, Target } from './entry.ts';

type WriteName = 'tasks.setCompleted' | 'tasks.create' | 'notes.create' | 'tags.add' | 'tags.remove' | 'contacts.create';

/** One HighLevel call. */
export type WriteRequest = { readonly [N in WriteName]: { readonly name: N; readonly input: InputOf<N> } }[WriteName];

/** The call that carries an operation out: exactly what the person confirmed, for exactly that target. */
export function requestFor(operation: Operation, target: Target): WriteRequest {
  if (operation.kind === 'createContact') {
    const { kind: _kind, crm: _crm, recordId: _recordId, ...fields } = operation;
    return { name: 'contacts.create', input: { locationId: target.locationId, ...fields } };
  }
  const { contactId } = target;
  if (contactId === null) throw new AppFailure({ code: 'invalid_request', problems: ['This act needs a contact.'] });
  return requestOn(contactId, operation);
}

function requestOn(contactId: string, operation: Exclude<Operation, { kind: 'createContact' }>): WriteRequest {
  switch (operation.kind) {
    case 'setTaskCompleted':
      return { name: 'tasks.setCompleted', input: { contactId, taskId: operation.taskId, completed: operation.completed } };
    case 'createTask': {
      const { kind: _kind, ...task } = operation;
      return { name: 'tasks.create', input: { contactId, ...task } };
    }
    case 'createNote': {
      const { kind: _kind, ...note } = operation;
      return { name: 'notes.create', input: { contactId, ...note } };
    }
    case 'addTag':
      return { name: 'tags.add', input: { contactId, tags: [operation.tag] } };
    case 'removeTag':
      return { name: 'tags.remove', input: { contactId, tags: [operation.tag] } };
  }
}

/**
 * What an operation changes, within its contact: operations with the same key must keep their order. New records wait
 * only for equal ones, of which nobody could tell afterwards which was written.
 */
export function resourceKey(operation: Operation): string {
  switch (operation.kind) {
    case 'setTaskCompleted':
      return `task:${operation.taskId}`;
    case 'createTask':
      return `new task:${operation.title}`;
    case 'createNote':
      return `new note:${operation.body}`;
    case 'addTag':
    case 'removeTag':
      return `tag:${operation.tag.trim().toLowerCase()}`;
    case 'createContact':
      return 'contact';
  }
}

/** Whose queue an operation stands in: its contact, or the page record a contact is created for. */
export function contactKey(operation: Operation, target: Target): string {
  const whose = operation.kind === 'createContact' ? ['record', operation.crm, operation.recordId] : ['contact', target.contactId];
  return JSON.stringify([target.locationId, ...whose]);
}

/** What an answer that is not the asked change means: `refused`: not in effect, safe to ask again; `lost`: nobody knows. */
export interface Mismatch {
  readonly type: 'refused' | 'lost';
  readonly error: AppError;
}

/**
 * Compares a success answer with what was asked; `undefined` when it shows the change. A create with a strange answer, or
 * any answer about somebody else, is `lost`: something may have been written, so asking again could write it twice. A
 * tag or a task's state that did not take is `refused`: the answer shows it is not in effect, and asking again is safe.
 */
export function checkAnswer(operation: Operation, target: Target, answer: unknown): Mismatch | undefined {
  if (!isAbout(target, answer)) return { type: 'lost', error: mismatch('The answer is about another contact or location.') };
  if (shows(operation, answer)) return undefined;
  const isCreate = operation.kind === 'createTask' || operation.kind === 'createNote' || operation.kind === 'createContact';
  return { type: isCreate ? 'lost' : 'refused', error: mismatch('The answer does not show what was asked.') };
}

function mismatch(detail: string): AppError {
  return { code: 'answer_mismatch', detail };
}

const owner = z.object({ contactId: z.string().optional(), locationId: z.string().optional() });

function isAbout(target: Target, answer: unknown): boolean {
  const { contactId, locationId } = owner.safeParse(answer).data ?? {};
  return (contactId ?? target.contactId) === target.contactId && (locationId ?? target.locationId) === target.locationId;
}

const taskState = z.object({ id: z.string(), completed: z.boolean() });
const newTask = z.object({ id: z.string(), title: z.string() });
const newNote = z.object({ id: z.string(), body: z.string() });
const newContact = z.object({ id: z.string(), email: z.string().optional() });
const allTags = z.array(z.string());

function shows(operation: Operation, answer: unknown): boolean {
  switch (operation.kind) {
    case 'setTaskCompleted': {
      const task = taskState.safeParse(answer).data;
      return task?.id === operation.taskId && task.completed === operation.completed;
    }
    case 'createTask':
      return isSameText(newTask.safeParse(answer).data?.title, operation.title);
    case 'createNote':
      return isSameText(newNote.safeParse(answer).data?.body, operation.body);
    case 'addTag':
      return allTags.safeParse(answer).data?.some((tag) => isSameTag(tag, operation.tag)) === true;
    case 'removeTag':
      return allTags.safeParse(answer).data?.every((tag) => !isSameTag(tag, operation.tag)) === true;
    case 'createContact': {
      const contact = newContact.safeParse(answer).data;
      return contact !== undefined && (contact.email ?? operation.email)?.toLowerCase() === operation.email?.toLowerCase();
    }
  }
}

/** HighLevel stores tag names in lower case as a rule. */
export function isSameTag(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isSameText(answered: string | undefined, asked: string): boolean {
  return answered !== undefined && essence(answered) === essence(asked);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ', amp: '&' };

/** Text without what a server may rewrite on the way: markup, entities, white space, Unicode composition. Compared, never shown. */
function essence(text: string): string {
  return text
    .replace(/&(lt|gt|quot|#39|#x27|nbsp|amp);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, '')
    .normalize('NFC');
}
