import { fromWallTime } from '@/lib/core/dates.ts';
import { toIsoSeconds } from '@/lib/core/due-date.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';

/** A note being written. */
export interface NoteDraft {
  readonly kind: 'note';
  readonly target: Target;
  readonly text: string;
}

/** A task being written. `due` is a `datetime-local` value on the clock of `zone`. */
export interface TaskDraft {
  readonly kind: 'task';
  readonly target: Target;
  readonly title: string;
  readonly due: string;
  readonly zone: string;
  readonly details: string;
  /** A user's id; empty for nobody. */
  readonly assignee: string;
}

/** A contact being created for a CRM record. */
export interface ContactDraft {
  readonly kind: 'contact';
  readonly target: Target;
  readonly crm: string;
  readonly recordId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly companyName: string;
}

/** What a person has typed and not saved yet; its target was fixed when the form opened. */
export type Draft = NoteDraft | TaskDraft | ContactDraft;
export type DraftKind = Draft['kind'];

/** One form for one contact has at most one draft. */
export function draftKey(kind: DraftKind, target: Target, recordId = ''): string {
  return [kind, target.locationId, target.contactId ?? recordId].join(' ');
}

export function keyOf(draft: Draft): string {
  return draftKey(draft.kind, draft.target, draft.kind === 'contact' ? draft.recordId : '');
}

/** Whether something of the person's own would be lost with the draft. */
export function hasText(draft: Draft): boolean {
  switch (draft.kind) {
    case 'note':
      return draft.text.trim() !== '';
    case 'task':
      return draft.title.trim() !== '' || draft.details.trim() !== '';
    case 'contact':
      return true;
  }
}

/** The write a draft stands for; `undefined` while something needed is missing. `userId`: the note's author. */
export function operationOf(draft: Draft, userId?: string): Operation | undefined {
  switch (draft.kind) {
    case 'note':
      return draft.text.trim() === '' ? undefined : { kind: 'createNote', body: draft.text.trim(), ...(userId ? { userId } : {}) };
    case 'task':
      return taskOperation(draft);
    case 'contact':
      return contactOperation(draft);
  }
}

function taskOperation({ title, due, zone, details, assignee }: TaskDraft): Operation | undefined {
  const at = fromWallTime(due, zone);
  if (title.trim() === '' || at === undefined) return undefined;
  return {
    kind: 'createTask',
    title: title.trim(),
    dueDate: toIsoSeconds(at),
    ...(details.trim() === '' ? {} : { body: details.trim() }),
    ...(assignee === '' ? {} : { assignedTo: assignee }),
  };
}

const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'companyName'] as const;

function contactOperation(draft: ContactDraft): Operation | undefined {
  const filled = CONTACT_FIELDS.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()]]));
  if (filled.every(([field]) => field === 'companyName')) return undefined;
  const phone = draft.phone.trim() === '' ? {} : { phone: compactPhone(draft.phone.trim()) };
  return { kind: 'createContact', crm: draft.crm, recordId: draft.recordId, ...Object.fromEntries(filled), ...phone };
}

/** An international number without its decorations, as HighLevel keeps phones (E.164); any other stays as written. */
function compactPhone(phone: string): string {
  return /^\+[\d\s().\-/]+$/.test(phone) ? `+${phone.replace(/\D/g, '')}` : phone;
}
