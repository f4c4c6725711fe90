import type { AppointmentNote } from '@/lib/ghl/calendar-models.ts';
import type { Appointment, Business, Contact, Note, Task } from '@/lib/ghl/models.ts';
import type { Operation, OutboxEntry } from './entry.ts';
import { overlayFields } from './overlay-contact.ts';
import { changedFields, isOnItsWay, pendingOf, withChanged, withCreated, withoutDeleted } from './overlay-rows.ts';
import { isSameTag } from './same.ts';

/** What the outbox has to say about a row. */
export type Pending = Pick<OutboxEntry, 'opId' | 'state' | 'waiting' | 'error'>;

/** A row of the panel: HighLevel's resource as it will be once everything pending has gone. */
export type WithPending<T> = T & { readonly pending?: Pending };

/** The entries about one contact of one location: what a section of the panel shows. */
export function entriesFor(entries: readonly OutboxEntry[], locationId: string, contactId: string): OutboxEntry[] {
  return entries.filter(({ target }) => target.locationId === locationId).flatMap((entry) => aboutContact(entry, contactId));
}

/** Of a write about many, the part that is about this one. */
function aboutContact(entry: OutboxEntry, contactId: string): readonly OutboxEntry[] {
  const { operation, target } = entry;
  if (operation.kind !== 'tagContacts') return target.contactId === contactId ? [entry] : [];
  if (!operation.contacts.some(({ id }) => id === contactId)) return [];
  const own: Operation = { kind: operation.adds ? 'addTag' : 'removeTag', tag: operation.tag };
  return [{ ...entry, operation: own, target: { ...target, contactId }, ...(wasRefused(entry, contactId) && { state: 'failed' }) }];
}

/** HighLevel answers for each contact by itself. */
function wasRefused({ state, answer }: OutboxEntry, contactId: string): boolean {
  // The operations' table has checked that the answer is a list of outcomes.
  const outcomes = state === 'sent' && Array.isArray(answer) ? (answer as { contactId: string; isDone: boolean }[]) : [];
  return outcomes.some((outcome) => outcome.contactId === contactId && !outcome.isDone);
}

/**
 * Tasks as they will be. Completing shows at once; what failed or was parked shows the task as HighLevel has it, with
 * the reason. `entries`: those of the tasks' contact, in commit order.
 */
export function overlayTasks(tasks: readonly Task[], entries: readonly OutboxEntry[]): readonly WithPending<Task>[] {
  return entries.reduce<readonly WithPending<Task>[]>(withTaskEntry, tasks);
}

function withTaskEntry(rows: readonly WithPending<Task>[], entry: OutboxEntry): readonly WithPending<Task>[] {
  const { operation } = entry;
  switch (operation.kind) {
    case 'createTask': {
      const { kind: _kind, ...asked } = operation;
      return withCreated(rows, entry, (id) => ({ ...asked, id, completed: false }));
    }
    case 'setTaskCompleted':
      return withChanged(rows, entry, { id: operation.taskId, changed: { completed: operation.completed } });
    case 'updateTask':
      return withChanged(rows, entry, { id: operation.taskId, changed: changedFields<Task>(operation.changes) });
    case 'deleteTask':
      return withoutDeleted(rows, entry, operation.taskId);
    default:
      return rows;
  }
}

/** Notes as they will be, a new one first. `entries`: those of the notes' contact, in commit order. */
export function overlayNotes(notes: readonly Note[], entries: readonly OutboxEntry[]): readonly WithPending<Note>[] {
  return entries.reduce<readonly WithPending<Note>[]>((rows, entry) => {
    const { operation } = entry;
    switch (operation.kind) {
      case 'createNote': {
        const { kind: _kind, pinned = false, ...asked } = operation;
        return withCreated(rows, entry, (id) => ({ ...asked, id, pinned, dateAdded: madeAt(entry) }));
      }
      case 'updateNote':
        return withChanged(rows, entry, { id: operation.noteId, changed: changedFields<Note>(operation.changes) });
      case 'deleteNote':
        return withoutDeleted(rows, entry, operation.noteId);
      default:
        return rows;
    }
  }, notes);
}

/** Appointments as they will be. `entries`: those of their contact, in commit order. */
export function overlayAppointments(
  appointments: readonly Appointment[],
  entries: readonly OutboxEntry[],
): readonly WithPending<Appointment>[] {
  return entries.reduce<readonly WithPending<Appointment>[]>((rows, entry) => {
    const { operation } = entry;
    switch (operation.kind) {
      case 'createAppointment': {
        const { kind: _kind, description, ...asked } = operation;
        return withCreated(rows, entry, (id) => ({ ...asked, notes: description, appointmentStatus: undefined, id }));
      }
      case 'updateAppointment': {
        const changed = changedFields<Appointment>(operation.changes, { description: 'notes' });
        return withChanged(rows, entry, { id: operation.appointmentId, changed });
      }
      case 'deleteAppointment':
        return withoutDeleted(rows, entry, operation.appointmentId);
      default:
        return rows;
    }
  }, appointments);
}

/** Notes of one appointment as they will be, a new one first. `entries`: those of the appointment's contact. */
export function overlayAppointmentNotes(
  notes: readonly AppointmentNote[],
  entries: readonly OutboxEntry[],
  appointmentId: string,
): readonly WithPending<AppointmentNote>[] {
  return entries.reduce<readonly WithPending<AppointmentNote>[]>((rows, entry) => {
    const { operation } = entry;
    if (!('appointmentId' in operation) || operation.appointmentId !== appointmentId) return rows;
    switch (operation.kind) {
      case 'createAppointmentNote': {
        const { body, userId } = operation;
        return withCreated(rows, entry, (id) => ({ id, body, userId, dateAdded: madeAt(entry) }));
      }
      case 'updateAppointmentNote':
        return withChanged(rows, entry, { id: operation.noteId, changed: changedFields<AppointmentNote>(operation.changes) });
      case 'deleteAppointmentNote':
        return withoutDeleted(rows, entry, operation.noteId);
      default:
        return rows;
    }
  }, notes);
}

/**
 * A contact's tags as they will be. A tag being removed is gone at once and comes back, with the reason, when that
 * failed; a tag that could not be added stays in the list with its reason. `entries`: as above.
 */
export function overlayTags(tags: readonly string[], entries: readonly OutboxEntry[]): readonly WithPending<{ readonly name: string }>[] {
  const named = tags.map((name): WithPending<{ readonly name: string }> => ({ name }));
  return entries.reduce((rows, entry) => {
    const { operation } = entry;
    if (operation.kind !== 'addTag' && operation.kind !== 'removeTag') return rows;
    const isIt = (row: { readonly name: string }) => isSameTag(row.name, operation.tag);
    if (operation.kind === 'removeTag' && isOnItsWay(entry)) return rows.filter((row) => !isIt(row));
    if (rows.some(isIt)) return rows.map((row) => (isIt(row) ? { ...row, pending: pendingOf(entry) } : row));
    return operation.kind === 'addTag' ? rows.concat({ name: operation.tag, pending: pendingOf(entry) }) : rows;
  }, named);
}

/** A contact as it will be: fields, owner, followers and business. */
export interface ContactAsItWillBe extends Contact {
  /** What is pending of which field, by `FieldChange.field`; `businessId` and `followers:<user>` beside those. */
  readonly pendingFields: ReadonlyMap<string, Pending>;
}

/** The contact as it will be once everything pending has gone. `entries`: those of the contact, in commit order. */
export function overlayContact(contact: Contact, entries: readonly OutboxEntry[]): ContactAsItWillBe {
  const { row, pendingFields } = overlayFields(contact, entries);
  return { ...row, pendingFields };
}

/** A business as it will be. `entries`: all of the location, for several contacts are of one business. */
export function overlayBusiness(business: Business, entries: readonly OutboxEntry[]): WithPending<Business> {
  return entries.reduce<WithPending<Business>>((row, entry) => {
    const { operation } = entry;
    if (operation.kind !== 'updateBusiness' || operation.businessId !== business.id) return row;
    const [changed = row] = withChanged([row], entry, { id: row.id, changed: changedFields<Business>(operation.changes) });
    return changed;
  }, business);
}

function madeAt({ createdAt }: OutboxEntry): string {
  return new Date(createdAt).toISOString();
}
