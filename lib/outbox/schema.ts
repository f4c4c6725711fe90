import * as z from 'zod';
import type { Operation, Target } from './entry.ts';

const id = z.string().min(1).max(200);
/** As long as what pages may report (`page-facts.ts`). */
const record = z.string().min(1).max(300);
const line = z.string().trim().min(1).max(1_000);
const long = z.string().min(1).max(65_000);

const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('setTaskCompleted'), taskId: id, title: z.string(), completed: z.boolean() }),
  z.strictObject({
    kind: z.literal('createTask'),
    title: line,
    body: long.exactOptional(),
    dueDate: z.iso.datetime(),
    assignedTo: id.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('createNote'), body: long.refine((body) => body.trim() !== '', 'empty'), userId: id.exactOptional() }),
  z.strictObject({ kind: z.literal('addTag'), tag: line }),
  z.strictObject({ kind: z.literal('removeTag'), tag: line }),
  z.strictObject({
    kind: z.literal('createContact'),
    crm: record,
    recordId: record,
    firstName: line.exactOptional(),
    lastName: line.exactOptional(),
    email: line.exactOptional(),
    phone: line.exactOptional(),
    companyName: line.exactOptional(),
  }),
]) satisfies z.ZodType<Operation>;

const target = z.strictObject({ locationId: id, contactId: id.nullable(), shownAs: z.string() }) satisfies z.ZodType<Target>;

/** What is kept encrypted of an act. */
export const contentSchema = z.object({ operation, shownAs: z.string() });

/** A new act, before it is stored. `holdMs`: milliseconds during which it may be undone; 0 sends at once. */
export const draftSchema = z
  .strictObject({ operation, target, holdMs: z.number().int().min(0).max(600_000) })
  .refine((draft) => draft.operation.kind === 'createContact' || draft.target.contactId !== null, 'this act needs a contact');
