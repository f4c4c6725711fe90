import type { EndpointName, InputOf } from '@/lib/ghl/endpoints.ts';
import { seedIds } from '../sandbox/seed/ids.ts';
import type { SandboxState } from '../sandbox/state.ts';

const { contacts, locations, businesses, users, calendars, customFields, workflows } = seedIds;
const contactId = contacts.maria;
const locationId = locations.harbor;

/** Records of the sample contact, as the seed has them. */
function recordsOf(state: SandboxState) {
  const own = <T extends { readonly id: string; readonly contactId: string }>(rows: ReadonlyMap<string, T>, what: string) => {
    const found = [...rows.values()].find((row) => row.contactId === contactId);
    if (found === undefined) throw new Error(`the seed has no ${what} of the sample contact`);
    return found.id;
  };
  const appointmentId = own(state.appointments, 'appointment');
  const note = [...state.appointmentNotes.values()].find((row) => row.appointmentId === appointmentId);
  const tag = [...state.tags.values()].find((row) => row.locationId === locationId && row.name === 'spanish');
  if (note === undefined || tag === undefined) throw new Error('the seed has no appointment note or tag');
  return {
    onTask: { contactId, taskId: own(state.tasks, 'task') },
    onNote: { contactId, noteId: own(state.notes, 'note') },
    onAppointment: { appointmentId },
    onAppointmentNote: { appointmentId, noteId: note.id },
    onTag: { locationId, tagId: tag.id },
  };
}

type Samples<N extends EndpointName> = { readonly [K in N]: InputOf<K> };
type NamesOf<R extends string> = Extract<EndpointName, `${R}.${string}`>;

/** One full input for every endpoint: a new endpoint without one does not compile. `now`: epoch milliseconds. */
export function sampleInputs(state: SandboxState, now: number): Samples<EndpointName> {
  const records = recordsOf(state);
  return {
    ...contactSamples(),
    ...workSamples(records),
    ...meetingSamples(records, now),
    ...businessSamples(),
    ...placeSamples(records),
    'followers.add': { contactId, userIds: [users.lena] },
    'followers.remove': { contactId, userIds: [users.lena] },
    'workflows.list': { locationId },
    'workflows.add': { contactId, workflowId: workflows.recall },
    'workflows.remove': { contactId, workflowId: workflows.recall },
    'campaigns.add': { contactId, campaignId: 'campaign1' },
    'campaigns.remove': { contactId, campaignId: 'campaign1' },
  };
}

function contactSamples(): Samples<NamesOf<'contacts'>> {
  const ida = { firstName: 'Ida', lastName: 'Bell', email: 'ida@bell.test', phone: '+14155550199' };
  const home = { address1: '1 Quay', city: 'Boston', state: 'MA', postalCode: null, country: 'US' };
  const rest = { website: null, timezone: 'America/New_York', dateOfBirth: '1990-01-31', source: 'fair', assignedTo: users.tom };
  const custom = [
    { id: customFields.plan, fieldValue: 'Basic' },
    { id: customFields.doctor, fieldValue: ['Dr. Shah'] },
    { id: customFields.firstVisit, fieldValue: 7 },
  ];
  return {
    'contacts.get': { contactId },
    'contacts.search': { locationId, emails: ['maria@bayside.test', 'nobody@bayside.test'], phones: ['+14155550151'] },
    'contacts.findByText': { locationId, query: 'Maria' },
    'contacts.findDuplicate': { locationId, email: 'maria@bayside.test', number: '+14155550142' },
    'contacts.create': { locationId, ...ida, companyName: 'Bell & Sons', tags: ['vip'] },
    'contacts.update': { contactId, fields: { ...ida, ...home, ...rest, customFields: custom } },
    'contacts.delete': { contactId },
    'contacts.linkBusiness': { locationId, contactIds: [contactId], businessId: null },
    'contacts.ofBusiness': { locationId, businessId: businesses.bayside },
  };
}

type Records = ReturnType<typeof recordsOf>;

function workSamples({ onTask, onNote }: Records): Samples<NamesOf<'tasks' | 'notes'>> {
  const task = { title: 'Send offer', body: 'With the new prices', dueDate: '2026-12-01T16:00:00Z', assignedTo: users.priya };
  const note = { body: 'Line one\nline two', title: 'Call', color: '#FFAA00', userId: users.priya, pinned: true };
  const wide = { locationId, contactId: [contactId], businessId: businesses.bayside, query: 'referral', completed: false };
  return {
    'notes.list': { contactId },
    'notes.get': onNote,
    'notes.create': { contactId, ...note },
    'notes.update': { ...onNote, ...note },
    'notes.delete': onNote,
    'tasks.list': { contactId },
    'tasks.get': onTask,
    'tasks.create': { contactId, ...task },
    'tasks.update': { ...onTask, ...task },
    'tasks.delete': onTask,
    'tasks.setCompleted': { ...onTask, completed: true },
    'tasks.searchInLocation': { ...wide, assignedTo: [users.priya] },
  };
}

function meetingSamples(
  { onAppointment, onAppointmentNote }: Records,
  now: number,
): Samples<NamesOf<'appointments' | 'appointmentNotes' | 'calendars'>> {
  const week = 7 * 24 * 60 * 60 * 1000;
  const times = { startTime: '2026-12-01T10:00:00-05:00', endTime: '2026-12-01T10:30:00-05:00' };
  const details = {
    title: 'Review',
    appointmentStatus: 'confirmed',
    assignedUserId: users.tom,
    description: 'Scans',
    address: 'Zoom',
  } as const;
  return {
    'appointments.ofContact': { contactId },
    'appointments.get': onAppointment,
    'appointments.between': { locationId, startTime: now - week, endTime: now + week, calendarId: calendars.consultations },
    'appointments.create': { locationId, contactId, calendarId: calendars.visits, ...times, ...details },
    'appointments.update': { ...onAppointment, calendarId: calendars.visits, ...times, ...details },
    'appointments.delete': onAppointment,
    'appointmentNotes.list': { appointmentId: onAppointment.appointmentId },
    'appointmentNotes.create': { ...onAppointment, body: 'Came early', userId: users.tom },
    'appointmentNotes.update': { ...onAppointmentNote, body: 'Came late' },
    'appointmentNotes.delete': onAppointmentNote,
    'calendars.list': { locationId },
    'calendars.freeSlots': {
      calendarId: calendars.consultations,
      startDate: now,
      endDate: now + week,
      timezone: 'Europe/Berlin',
      userId: users.priya,
    },
  };
}

function businessSamples(): Samples<NamesOf<'businesses'>> {
  const businessId = businesses.bayside;
  const details = {
    name: 'Bell & Sons',
    phone: '+14155550199',
    email: 'office@bell.test',
    website: 'https://bell.test',
    address: '1 Quay',
    city: 'Boston',
    state: 'MA',
    postalCode: '02101',
    country: 'US',
    description: '',
  };
  return {
    'businesses.get': { businessId },
    'businesses.list': { locationId },
    'businesses.search': { locationId, query: 'bays' },
    'businesses.create': { locationId, ...details },
    'businesses.update': { businessId, ...details },
    'businesses.delete': { businessId },
    'businesses.setFields': { locationId, businessId, fields: { plan: 'gold', seats: 4 } },
  };
}

function placeSamples({ onTag }: Records): Samples<NamesOf<'locations' | 'tags' | 'users'>> {
  return {
    'locations.get': { locationId },
    'locations.customFields': { locationId, model: 'all' },
    'tags.list': { locationId },
    'tags.get': onTag,
    'tags.create': { locationId, name: 'Lapsed' },
    'tags.rename': { ...onTag, name: 'Speaks Spanish' },
    'tags.delete': onTag,
    'tags.add': { contactId, tags: ['Follow up'] },
    'tags.remove': { contactId, tags: ['newsletter'] },
    'tags.changeMany': { locationId, type: 'add', contactIds: [contacts.daniel, contacts.aisha], tags: ['recall due'] },
    'users.list': { companyId: seedIds.company, locationId },
    'users.ofLocation': { locationId },
    'users.get': { userId: users.tom },
  };
}
