import { changesOf, compactPhone, problemOf } from '@/lib/contact/changes.ts';
import { dueMoment, toIsoSeconds } from '@/lib/core/due-date.ts';
import { noteBody } from '@/lib/core/note-text.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import type { ContactDraft, DetailsDraft, Draft, NoteDraft, NoteEditDraft, TaskDraft, TaskEditDraft } from '@/lib/storage/draft-schema.ts';
import { noteChanges, taskChanges } from './draft-changes.ts';

export type { ContactDraft, DetailsDraft, Draft, NoteDraft, NoteEditDraft, TaskDraft, TaskEditDraft };

type DraftKind = Draft['kind'];

/** One form for one thing has at most one draft. `part`: the CRM's record, the note or the task it is about. */
export function draftKey(kind: DraftKind, target: Target, part = ''): string {
  return [kind, target.locationId, target.contactId ?? '', part].join(' ');
}

export function keyOf(draft: Draft): string {
  return draftKey(draft.kind, draft.target, partOf(draft));
}

function partOf(draft: Draft): string {
  switch (draft.kind) {
    case 'contact':
      return draft.recordId;
    case 'noteEdit':
      return draft.noteId;
    case 'taskEdit':
      return draft.taskId;
    case 'note':
    case 'task':
    case 'details':
      return '';
  }
}

/** Whether something of the person's own would be lost with the draft. */
export function hasText(draft: Draft): boolean {
  switch (draft.kind) {
    case 'note':
      return draft.text.trim() !== '';
    case 'task':
      return draft.title.trim() !== '' || draft.details.trim() !== '';
    case 'noteEdit':
      return noteChanges(draft).length > 0;
    case 'taskEdit':
      return taskChanges(draft).length > 0;
    case 'details':
      return draft.edits.some((edit) => problemOf(edit) !== undefined) || changesOf(draft.edits).length > 0;
    case 'contact':
      return true;
  }
}

/** The write a draft stands for; `undefined` while something needed is missing. `userId`: the note's author. */
export function operationOf(draft: Draft, userId?: string): Operation | undefined {
  switch (draft.kind) {
    case 'note':
      return noteOperation(draft, userId);
    case 'noteEdit':
      return noteEditOperation(draft);
    case 'task':
      return taskOperation(draft);
    case 'taskEdit':
      return taskEditOperation(draft);
    case 'details':
      return detailsOperation(draft);
    case 'contact':
      return contactOperation(draft);
  }
}

function noteOperation({ text, isPinned }: NoteDraft, userId: string | undefined): Operation | undefined {
  if (text.trim() === '') return undefined;
  return { kind: 'createNote', body: noteBody(text.trim()), ...(userId ? { userId } : {}), ...(isPinned ? { pinned: true } : {}) };
}

function noteEditOperation(draft: NoteEditDraft): Operation | undefined {
  const changes = noteChanges(draft);
  if (draft.text.trim() === '' || changes.length === 0) return undefined;
  return { kind: 'updateNote', noteId: draft.noteId, excerpt: draft.excerpt, changes };
}

function taskOperation({ title, due, zone, details, assignee }: TaskDraft): Operation | undefined {
  const at = dueMoment(due, zone);
  if (title.trim() === '' || at === undefined) return undefined;
  return {
    kind: 'createTask',
    title: title.trim(),
    dueDate: toIsoSeconds(at),
    ...(details.trim() === '' ? {} : { body: details.trim() }),
    ...(assignee === '' ? {} : { assignedTo: assignee }),
  };
}

function taskEditOperation(draft: TaskEditDraft): Operation | undefined {
  const changes = taskChanges(draft);
  if (
    draft.title.trim() === '' ||
    (draft.due !== draft.start.due && dueMoment(draft.due, draft.zone) === undefined) ||
    changes.length === 0
  )
    return undefined;
  return { kind: 'updateTask', taskId: draft.taskId, title: draft.from.title, changes };
}

function detailsOperation({ edits }: DetailsDraft): Operation | undefined {
  const changes = changesOf(edits);
  if (changes.length === 0 || edits.some((edit) => problemOf(edit) !== undefined)) return undefined;
  return { kind: 'updateContact', changes };
}

const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'companyName'] as const;

function contactOperation(draft: ContactDraft): Operation | undefined {
  const filled = CONTACT_FIELDS.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()]]));
  if (filled.every(([field]) => field === 'companyName')) return undefined;
  const phone = draft.phone.trim() === '' ? {} : { phone: compactPhone(draft.phone.trim()) };
  const tags = draft.tags.length === 0 ? {} : { tags: draft.tags };
  return { kind: 'createContact', crm: draft.crm, recordId: draft.recordId, ...Object.fromEntries(filled), ...phone, ...tags };
}
