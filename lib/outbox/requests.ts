import { AppFailure } from '@/lib/core/errors.ts';
import type { InputOf } from '@/lib/ghl/endpoints.ts';
import type { Operation, Target } from './entry.ts';
import { bodyOf, contactBodyOf, customBodyOf } from './fields.ts';

type WriteName =
  | 'tasks.setCompleted'
  | 'tasks.create'
  | 'tasks.update'
  | 'tasks.delete'
  | 'notes.create'
  | 'notes.update'
  | 'notes.delete'
  | 'tags.add'
  | 'tags.remove'
  | 'tags.changeMany'
  | 'tags.create'
  | 'tags.rename'
  | 'tags.delete'
  | 'appointments.create'
  | 'appointments.update'
  | 'appointments.delete'
  | 'appointmentNotes.create'
  | 'appointmentNotes.update'
  | 'appointmentNotes.delete'
  | 'businesses.create'
  | 'businesses.update'
  | 'businesses.delete'
  | 'businesses.setFields'
  | 'contacts.create'
  | 'contacts.update'
  | 'contacts.delete'
  | 'contacts.linkBusiness'
  | 'followers.add'
  | 'followers.remove'
  | 'workflows.add'
  | 'workflows.remove'
  | 'campaigns.add'
  | 'campaigns.remove';

/** One HighLevel call. */
export type WriteRequest = { readonly [N in WriteName]: { readonly name: N; readonly input: InputOf<N> } }[WriteName];

/** What is about the location itself, or makes a contact: it has no contact as its target. */
export type WithoutContact = Extract<Operation, { readonly kind: 'createContact' | 'createTag' | 'renameTag' | 'deleteTag' }>;

const WITHOUT_CONTACT: ReadonlySet<string> = new Set<WithoutContact['kind']>(['createContact', 'createTag', 'renameTag', 'deleteTag']);

export function needsNoContact(operation: Operation): operation is WithoutContact {
  return WITHOUT_CONTACT.has(operation.kind);
}

/** The call that carries an operation out: exactly what the person confirmed, for exactly that target. */
export function requestFor(operation: Operation, target: Target): WriteRequest {
  const { locationId, contactId } = target;
  if (needsNoContact(operation)) return requestIn(locationId, operation);
  if (contactId === null) throw new AppFailure({ code: 'invalid_request', problems: ['This act needs a contact.'] });
  return requestOn({ contactId, locationId }, operation);
}

function requestIn(locationId: string, operation: WithoutContact): WriteRequest {
  switch (operation.kind) {
    case 'createContact': {
      const { kind: _kind, crm: _crm, recordId: _recordId, ...fields } = operation;
      return { name: 'contacts.create', input: { locationId, ...fields } };
    }
    case 'createTag':
      return { name: 'tags.create', input: { locationId, name: operation.tag } };
    case 'renameTag':
      return { name: 'tags.rename', input: { locationId, tagId: operation.tagId, name: operation.to } };
    case 'deleteTag':
      return { name: 'tags.delete', input: { locationId, tagId: operation.tagId } };
  }
}

interface On {
  readonly contactId: string;
  readonly locationId: string;
}

type OfKind<K extends Operation['kind']> = Extract<Operation, { readonly kind: K }>;
type OfContact = Exclude<Operation, WithoutContact>;

/** One line an operation, so that each kind's request can be read by itself. */
const REQUESTS: { readonly [K in OfContact['kind']]: (on: On, operation: OfKind<K>) => WriteRequest } = {
  setTaskCompleted: ({ contactId }, { taskId, completed }) => ({ name: 'tasks.setCompleted', input: { contactId, taskId, completed } }),
  createTask: ({ contactId }, { kind: _kind, ...task }) => ({ name: 'tasks.create', input: { contactId, ...task } }),
  updateTask: ({ contactId }, update) => ({
    name: 'tasks.update',
    input: { ...bodyOf<InputOf<'tasks.update'>>(update), contactId, taskId: update.taskId },
  }),
  deleteTask: ({ contactId }, { taskId }) => ({ name: 'tasks.delete', input: { contactId, taskId } }),
  createNote: ({ contactId }, { kind: _kind, ...note }) => ({ name: 'notes.create', input: { contactId, ...note } }),
  updateNote: ({ contactId }, update) => ({
    name: 'notes.update',
    input: { ...bodyOf<InputOf<'notes.update'>>(update), contactId, noteId: update.noteId },
  }),
  deleteNote: ({ contactId }, { noteId }) => ({ name: 'notes.delete', input: { contactId, noteId } }),
  addTag: ({ contactId }, { tag }) => ({ name: 'tags.add', input: { contactId, tags: [tag] } }),
  removeTag: ({ contactId }, { tag }) => ({ name: 'tags.remove', input: { contactId, tags: [tag] } }),
  tagContacts: ({ locationId }, { tag, adds, contacts }) => ({
    name: 'tags.changeMany',
    input: { locationId, type: adds ? 'add' : 'remove', contactIds: contacts.map(({ id }) => id), tags: [tag] },
  }),
  createAppointment: (on, { kind: _kind, ...appointment }) => ({ name: 'appointments.create', input: { ...on, ...appointment } }),
  updateAppointment: (_on, update) => ({
    name: 'appointments.update',
    input: { ...bodyOf<InputOf<'appointments.update'>>(update), appointmentId: update.appointmentId },
  }),
  deleteAppointment: (_on, { appointmentId }) => ({ name: 'appointments.delete', input: { appointmentId } }),
  createAppointmentNote: (_on, { kind: _kind, ...note }) => ({ name: 'appointmentNotes.create', input: note }),
  updateAppointmentNote: (_on, update) => ({
    name: 'appointmentNotes.update',
    // The only field that may change is the body, and an update without it is refused before it is stored.
    input: {
      appointmentId: update.appointmentId,
      noteId: update.noteId,
      body: bodyOf<InputOf<'appointmentNotes.update'>>(update).body ?? '',
    },
  }),
  deleteAppointmentNote: (_on, { appointmentId, noteId }) => ({ name: 'appointmentNotes.delete', input: { appointmentId, noteId } }),
  updateBusiness: (_on, update) => ({
    name: 'businesses.update',
    input: { ...bodyOf<InputOf<'businesses.update'>>(update), businessId: update.businessId },
  }),
  updateBusinessFields: ({ locationId }, update) => ({
    name: 'businesses.setFields',
    input: { locationId, businessId: update.businessId, fields: customBodyOf<InputOf<'businesses.setFields'>['fields']>(update) },
  }),
  createBusiness: ({ locationId }, { kind: _kind, ...business }) => ({ name: 'businesses.create', input: { locationId, ...business } }),
  deleteBusiness: (_on, { businessId }) => ({ name: 'businesses.delete', input: { businessId } }),
  linkBusiness: ({ locationId, contactId }, { businessId }) => ({
    name: 'contacts.linkBusiness',
    input: { locationId, contactIds: [contactId], businessId },
  }),
  updateContact: ({ contactId }, update) => ({
    name: 'contacts.update',
    input: { contactId, fields: contactBodyOf<InputOf<'contacts.update'>['fields']>(update) },
  }),
  deleteContact: ({ contactId }) => ({ name: 'contacts.delete', input: { contactId } }),
  setFollower: ({ contactId }, { userId, follows }) => ({
    name: follows ? 'followers.add' : 'followers.remove',
    input: { contactId, userIds: [userId] },
  }),
  setWorkflow: ({ contactId }, { workflowId, isIn }) => ({
    name: isIn ? 'workflows.add' : 'workflows.remove',
    input: { contactId, workflowId },
  }),
  setCampaign: ({ contactId }, { campaignId, isIn }) => ({
    name: isIn ? 'campaigns.add' : 'campaigns.remove',
    input: { contactId, campaignId },
  }),
};

function requestOn(on: On, operation: OfContact): WriteRequest {
  // The compiler cannot see that an operation's kind picks the entry that takes this operation; the table's type says so.
  const request = REQUESTS[operation.kind] as (on: On, operation: OfContact) => WriteRequest;
  return request(on, operation);
}
