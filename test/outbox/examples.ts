import type { FieldChange, FieldValue, Operation, Target } from '@/lib/outbox/entry.ts';
import { ann } from './support.ts';

export const change = (field: string, from: FieldValue, to: FieldValue): FieldChange => ({ field, label: field, from, to });

/** One of each kind: a new kind without an example does not compile, and every test below runs over it. */
export const examples: { readonly [K in Operation['kind']]: Extract<Operation, { readonly kind: K }> } = {
  setTaskCompleted: { kind: 'setTaskCompleted', taskId: 't1', title: 'Call back', completed: true },
  createTask: { kind: 'createTask', title: 'Call back', dueDate: '2026-11-23T14:00:00Z', assignedTo: 'user-1' },
  updateTask: {
    kind: 'updateTask',
    taskId: 't1',
    title: 'Call back',
    changes: [change('title', 'Call back', 'Call Ann'), change('assignedTo', 'user-1', null)],
  },
  deleteTask: { kind: 'deleteTask', taskId: 't1', title: 'Call back' },
  createNote: { kind: 'createNote', body: 'Hello', pinned: true },
  updateNote: {
    kind: 'updateNote',
    noteId: 'n1',
    excerpt: 'Hello',
    changes: [change('body', 'Hello', 'Bye'), change('pinned', false, true)],
  },
  deleteNote: { kind: 'deleteNote', noteId: 'n1', excerpt: 'Hello' },
  addTag: { kind: 'addTag', tag: 'vip' },
  removeTag: { kind: 'removeTag', tag: 'vip' },
  tagContacts: {
    kind: 'tagContacts',
    tag: 'vip',
    adds: true,
    contacts: [
      { id: 'ann', name: 'Ann' },
      { id: 'bob', name: 'Bob' },
    ],
  },
  createTag: { kind: 'createTag', tag: 'vip' },
  renameTag: { kind: 'renameTag', tagId: 'tag1', from: 'vip', to: 'gold' },
  deleteTag: { kind: 'deleteTag', tagId: 'tag1', tag: 'vip' },
  createAppointment: {
    kind: 'createAppointment',
    calendarId: 'cal1',
    title: 'Check-up',
    startTime: '2026-11-26T09:30:00-05:00',
    endTime: '2026-11-26T10:00:00-05:00',
    assignedUserId: 'user-1',
  },
  updateAppointment: {
    kind: 'updateAppointment',
    appointmentId: 'a1',
    title: 'Check-up',
    changes: [change('startTime', '2026-11-26 09:30:00', '2026-11-27T09:30:00-05:00')],
  },
  deleteAppointment: { kind: 'deleteAppointment', appointmentId: 'a1', title: 'Check-up' },
  createAppointmentNote: { kind: 'createAppointmentNote', appointmentId: 'a1', body: 'Bring the form' },
  updateAppointmentNote: { kind: 'updateAppointmentNote', appointmentId: 'a1', noteId: 'n1', changes: [change('body', 'Old', 'New')] },
  deleteAppointmentNote: { kind: 'deleteAppointmentNote', appointmentId: 'a1', noteId: 'n1', excerpt: 'Old' },
  updateBusiness: { kind: 'updateBusiness', businessId: 'b1', name: 'Bayside', changes: [change('website', 'https://a.test', null)] },
  updateBusinessFields: {
    kind: 'updateBusinessFields',
    businessId: 'b1',
    name: 'Bayside',
    changes: [change('custom:tier', 'Gold', 'Silver')],
  },
  createBusiness: { kind: 'createBusiness', name: 'Bayside', phone: '+14155550100' },
  deleteBusiness: { kind: 'deleteBusiness', businessId: 'b1', name: 'Bayside' },
  linkBusiness: { kind: 'linkBusiness', businessId: 'b1', name: 'Bayside' },
  createContact: { kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Ann', email: 'Ann@x.io', tags: ['new'] },
  updateContact: {
    kind: 'updateContact',
    changes: [change('city', 'Boston', 'Salem'), change('email', 'a@x.io', null), change('custom:f1', ['a'], ['a', 'b'])],
  },
  deleteContact: { kind: 'deleteContact', name: 'Ann Lee' },
  setFollower: { kind: 'setFollower', userId: 'user-1', name: 'Mia', follows: true },
  setWorkflow: { kind: 'setWorkflow', workflowId: 'w1', name: 'Nurture', isIn: true },
  setCampaign: { kind: 'setCampaign', campaignId: 'c1', isIn: false },
};

export const everyKind: readonly Operation[] = Object.values(examples);

/** What is about no contact yet, or about the location. */
export const targetOf = (operation: Operation): Target =>
  ['createContact', 'createTag', 'renameTag', 'deleteTag'].includes(operation.kind) ? { ...ann, contactId: null } : ann;
