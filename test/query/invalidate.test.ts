import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/outbox/entry.ts';
import { refetchAfter } from '@/lib/query/invalidate.ts';
import { ghlKey } from '@/lib/query/keys.ts';
import { examples } from '../outbox/examples.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const kept = {
  'tasks of the contact': ghlKey('loc1', 'tasks.list', { contactId: 'c1' }),
  'tasks of another contact': ghlKey('loc1', 'tasks.list', { contactId: 'c2' }),
  'tasks in another location': ghlKey('loc2', 'tasks.list', { contactId: 'c1' }),
  'my tasks': ghlKey('loc1', 'tasks.searchInLocation', { locationId: 'loc1', assignedTo: ['u1'] }),
  notes: ghlKey('loc1', 'notes.list', { contactId: 'c1' }),
  'the contact': ghlKey('loc1', 'contacts.get', { contactId: 'c1' }),
  appointments: ghlKey('loc1', 'appointments.ofContact', { contactId: 'c1' }),
  'the match': ['match', 'loc1', 1, {}],
  'another contact': ghlKey('loc1', 'contacts.get', { contactId: 'c2' }),
  colleagues: ghlKey('loc1', 'contacts.ofBusiness', { locationId: 'loc1', businessId: 'b1' }),
  found: ghlKey('loc1', 'contacts.findByText', { locationId: 'loc1', query: 'ann' }),
  'tags of the location': ghlKey('loc1', 'tags.list', { locationId: 'loc1' }),
  'appointments of all': ghlKey('loc1', 'appointments.between', { locationId: 'loc1', userId: 'u1' }),
  'free slots': ghlKey('loc1', 'calendars.freeSlots', { calendarId: 'cal1' }),
  'notes of the appointment': ghlKey('loc1', 'appointmentNotes.list', { appointmentId: 'a1' }),
  'notes of another appointment': ghlKey('loc1', 'appointmentNotes.list', { appointmentId: 'a2' }),
  'the business': ghlKey('loc1', 'businesses.get', { businessId: 'b1' }),
  'another business': ghlKey('loc1', 'businesses.get', { businessId: 'b2' }),
  businesses: ghlKey('loc1', 'businesses.list', { locationId: 'loc1' }),
  'businesses found': ghlKey('loc1', 'businesses.search', { locationId: 'loc1', query: 'bay' }),
};

type Name = keyof typeof kept;
const ofTasks: readonly Name[] = ['tasks of the contact', 'my tasks'];
const ofAppointments: readonly Name[] = ['appointments', 'appointments of all', 'free slots'];
const ofBusinesses: readonly Name[] = ['businesses', 'businesses found'];

/** What each kind of write makes old. */
const makesOld: { readonly [K in Operation['kind']]: readonly Name[] } = {
  setTaskCompleted: ofTasks,
  createTask: ofTasks,
  updateTask: ofTasks,
  deleteTask: ofTasks,
  createNote: ['notes'],
  updateNote: ['notes'],
  deleteNote: ['notes'],
  addTag: ['the contact'],
  removeTag: ['the contact'],
  tagContacts: ['the contact', 'another contact', 'colleagues'],
  createTag: ['tags of the location'],
  renameTag: ['tags of the location', 'the contact', 'another contact'],
  deleteTag: ['tags of the location', 'the contact', 'another contact'],
  createAppointment: ofAppointments,
  updateAppointment: ofAppointments,
  deleteAppointment: ofAppointments,
  createAppointmentNote: ['notes of the appointment'],
  updateAppointmentNote: ['notes of the appointment'],
  deleteAppointmentNote: ['notes of the appointment'],
  updateBusiness: ['the business', ...ofBusinesses],
  updateBusinessFields: ['the business', ...ofBusinesses],
  createBusiness: ofBusinesses,
  deleteBusiness: ['the business', ...ofBusinesses, 'the contact', 'another contact'],
  linkBusiness: ['the contact', 'colleagues'],
  createContact: ['the match'],
  updateContact: ['the contact', 'colleagues', 'found'],
  deleteContact: ['the contact', 'colleagues', 'found', 'my tasks', 'the match'],
  setFollower: ['the contact'],
  setWorkflow: [],
  setCampaign: [],
};
const ofMany = [
  { id: 'c1', name: 'Ann' },
  { id: 'c2', name: 'Bob' },
];
const cases = Object.values(examples).map((operation): [Operation, readonly Name[]] => [
  operation.kind === 'tagContacts' ? { ...operation, contacts: ofMany } : operation,
  makesOld[operation.kind],
]);

describe('after a confirmed write', () => {
  it.each(cases)('$kind makes exactly what it changed old', (operation, expected) => {
    const queryClient = new QueryClient();
    for (const queryKey of Object.values(kept)) queryClient.setQueryData(queryKey, []);
    refetchAfter(queryClient, { operation, target });
    const old = Object.entries(kept).filter(([, queryKey]) => queryClient.getQueryState(queryKey)?.isInvalidated);
    expect(old.map(([name]) => name).sort()).toEqual([...expected].sort());
  });
});
