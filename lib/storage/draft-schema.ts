import * as z from 'zod';
import type { FieldKind } from '@/lib/contact/fields.ts';

/** The most characters that one field of a draft, and a note that is edited here, may have. */
const MOST_DRAFT_CHARS = 65_000;

const text = z.string().max(MOST_DRAFT_CHARS);
const id = z.string().min(1).max(200);
const target = z.object({ locationId: id, contactId: id.nullable(), shownAs: text });

/** A note being written. */
const noteDraft = z.object({ kind: z.literal('note'), target, text, isPinned: z.boolean().optional().catch(undefined) });

/**
 * A note being changed. `from`, `fromTitle`: as HighLevel had it when the editing began. `format`: what `text` is, plain
 * text or HTML of our own writing; `start`: what it was before anything was typed.
 */
const noteEditDraft = z.object({
  kind: z.literal('noteEdit'),
  target,
  noteId: id,
  excerpt: text,
  from: text,
  fromTitle: text,
  format: z.enum(['plain', 'rich']),
  start: text,
  text,
  title: text,
});

/** `due`: a moment (ISO 8601 UTC) or a `datetime-local` value on the clock of `zone`. `assignee`: a user's id; empty for nobody. */
const taskFields = { title: text, due: text, zone: text, details: text, assignee: text };

/** A task being written. */
const taskDraft = z.object({ kind: z.literal('task'), target, ...taskFields });

/**
 * A task being changed. `from`: HighLevel's own values when the editing began, empty for none; `start`: the form's fields
 * before anything was typed.
 */
const taskEditDraft = z.object({
  kind: z.literal('taskEdit'),
  target,
  taskId: id,
  from: z.object({ title: text, dueDate: text, body: text, assignedTo: text }),
  start: z.object(taskFields),
  ...taskFields,
});

/** A contact being created for a CRM record. */
const contactDraft = z.object({
  kind: z.literal('contact'),
  target,
  crm: text,
  recordId: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  companyName: text,
  tags: z.array(text).max(50).readonly(),
});

const fieldKinds = [
  'text',
  'longText',
  'email',
  'phone',
  'website',
  'number',
  'date',
  'choice',
  'choices',
  'country',
  'timeZone',
  'owner',
] as const satisfies readonly FieldKind[];
const fieldValue = z.union([text, z.number(), z.boolean(), z.array(text).readonly(), z.null()]);
const fieldEdit = z.object({
  field: z.string().min(1).max(300),
  label: text,
  kind: z.enum(fieldKinds),
  from: fieldValue,
  typed: z.union([text, z.array(text).readonly()]),
});

/** A contact's fields being changed: those that were touched. */
const detailsDraft = z.object({ kind: z.literal('details'), target, edits: z.array(fieldEdit).max(500).readonly() });

/** What a person has typed and not saved yet, as it is kept. A new kind of form is one more line here. */
export const draftSchema = z.discriminatedUnion('kind', [noteDraft, noteEditDraft, taskDraft, taskEditDraft, contactDraft, detailsDraft]);

export type NoteDraft = Readonly<z.output<typeof noteDraft>>;
export type NoteEditDraft = Readonly<z.output<typeof noteEditDraft>>;
export type TaskDraft = Readonly<z.output<typeof taskDraft>>;
export type TaskEditDraft = Readonly<z.output<typeof taskEditDraft>>;
export type ContactDraft = Readonly<z.output<typeof contactDraft>>;
export type DetailsDraft = Readonly<z.output<typeof detailsDraft>>;
/** Its target was fixed when the form opened. */
export type Draft = NoteDraft | NoteEditDraft | TaskDraft | TaskEditDraft | ContactDraft | DetailsDraft;
