import * as z from 'zod';
import type { FieldChange, Group, Operation, Target } from './entry.ts';
import { mayChange, realChanges, type Update } from './fields.ts';
import { needsNoContact } from './requests.ts';

const id = z.string().min(1).max(200);
/** As long as what pages may report (`page-facts.ts`). */
const record = z.string().min(1).max(300);
const line = z.string().trim().min(1).max(1_000);
const long = z.string().min(1).max(65_000);
const body = long.refine((text) => text.trim() !== '', 'empty');
/** The person's own words about what is changed, for people; never sent. */
const shown = z.string().max(65_000);
const moment = z.iso.datetime({ offset: true });

const value = z.union([z.string().max(65_000), z.number(), z.boolean(), z.array(z.string().max(1_000)).max(500).readonly(), z.null()]);
const change = z.strictObject({ field: id, label: shown, from: value, to: value }) satisfies z.ZodType<FieldChange>;
const changes = z.array(change).min(1).max(200).readonly();

const tasks = [
  z.strictObject({ kind: z.literal('setTaskCompleted'), taskId: id, title: z.string(), completed: z.boolean() }),
  z.strictObject({
    kind: z.literal('createTask'),
    title: line,
    body: long.exactOptional(),
    dueDate: z.iso.datetime(),
    assignedTo: id.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('updateTask'), taskId: id, title: shown, changes }),
  z.strictObject({ kind: z.literal('deleteTask'), taskId: id, title: shown }),
] as const;

const notes = [
  z.strictObject({ kind: z.literal('createNote'), body, userId: id.exactOptional(), pinned: z.boolean().exactOptional() }),
  z.strictObject({ kind: z.literal('updateNote'), noteId: id, excerpt: shown, changes }),
  z.strictObject({ kind: z.literal('deleteNote'), noteId: id, excerpt: shown }),
] as const;

const tags = [
  z.strictObject({ kind: z.literal('addTag'), tag: line }),
  z.strictObject({ kind: z.literal('removeTag'), tag: line }),
  z.strictObject({
    kind: z.literal('tagContacts'),
    tag: line,
    adds: z.boolean(),
    contacts: z
      .array(z.strictObject({ id, name: shown }))
      .min(1)
      .max(500)
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('createTag'), tag: line }),
  z.strictObject({ kind: z.literal('renameTag'), tagId: id, from: line, to: line }),
  z.strictObject({ kind: z.literal('deleteTag'), tagId: id, tag: line }),
] as const;

const appointments = [
  z.strictObject({
    kind: z.literal('createAppointment'),
    calendarId: id,
    title: line,
    startTime: moment,
    endTime: moment.exactOptional(),
    assignedUserId: id.exactOptional(),
    description: long.exactOptional(),
    address: line.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('updateAppointment'), appointmentId: id, title: shown, changes }),
  z.strictObject({ kind: z.literal('deleteAppointment'), appointmentId: id, title: shown }),
  z.strictObject({ kind: z.literal('createAppointmentNote'), appointmentId: id, body, userId: id.exactOptional() }),
  z.strictObject({ kind: z.literal('updateAppointmentNote'), appointmentId: id, noteId: id, changes }),
  z.strictObject({ kind: z.literal('deleteAppointmentNote'), appointmentId: id, noteId: id, excerpt: shown }),
] as const;

const businesses = [
  z.strictObject({ kind: z.literal('updateBusiness'), businessId: id, name: shown, changes }),
  z.strictObject({ kind: z.literal('updateBusinessFields'), businessId: id, name: shown, changes }),
  z.strictObject({
    kind: z.literal('createBusiness'),
    name: line,
    phone: line.exactOptional(),
    email: line.exactOptional(),
    website: line.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('deleteBusiness'), businessId: id, name: shown }),
  z.strictObject({ kind: z.literal('linkBusiness'), businessId: id.nullable(), name: shown }),
] as const;

const contacts = [
  z.strictObject({
    kind: z.literal('createContact'),
    crm: record,
    recordId: record,
    firstName: line.exactOptional(),
    lastName: line.exactOptional(),
    email: line.exactOptional(),
    phone: line.exactOptional(),
    companyName: line.exactOptional(),
    tags: z.array(line).min(1).max(50).readonly().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('updateContact'), changes }),
  z.strictObject({ kind: z.literal('deleteContact'), name: shown }),
  z.strictObject({ kind: z.literal('setFollower'), userId: id, name: shown, follows: z.boolean() }),
  z.strictObject({ kind: z.literal('setWorkflow'), workflowId: id, name: shown, isIn: z.boolean() }),
  z.strictObject({ kind: z.literal('setCampaign'), campaignId: id, isIn: z.boolean() }),
] as const;

const operation = z
  .discriminatedUnion('kind', [...tasks, ...notes, ...tags, ...appointments, ...businesses, ...contacts])
  .refine(
    (asked) => !('changes' in asked) || changesAllowed(asked),
    'a field that may not be changed, or nothing to change',
  ) satisfies z.ZodType<Operation>;

/** A key too many would make HighLevel refuse all the others too, so that it is refused before anything is stored. */
function changesAllowed(update: Update): boolean {
  return realChanges(update).length > 0 && update.changes.every(({ field }) => mayChange(update.kind, field));
}

const target = z.strictObject({ locationId: id, contactId: id.nullable(), shownAs: z.string() }) satisfies z.ZodType<Target>;

const group = z.strictObject({ id, name: shown }) satisfies z.ZodType<Group>;

/** What is kept encrypted of an act. */
export const contentSchema = z.object({ operation, shownAs: z.string(), group: group.exactOptional() });

/** A new act, before it is stored. `holdMs`: milliseconds during which it may be undone; 0 sends at once. */
export const draftSchema = z
  .strictObject({ operation, target, holdMs: z.number().int().min(0).max(600_000), group: group.exactOptional() })
  .refine((draft) => needsNoContact(draft.operation) || draft.target.contactId !== null, 'this act needs a contact');
