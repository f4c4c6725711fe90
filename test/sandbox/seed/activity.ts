import type { AppointmentRecord, NoteRecord, TaskRecord } from '../records.ts';
import { idOf, type SandboxState } from '../state.ts';
import { atLocalTime } from '../zones.ts';
import { seedIds } from './ids.ts';

const { contacts, locations, users, calendars } = seedIds;
const day = 86_400_000;
const hour = 3_600_000;

/** Tasks, notes and appointments around `now` (epoch milliseconds), so that "today" is always today. */
export function seedActivity(state: SandboxState, now: number): void {
  seedTasks(state, now);
  seedNotes(state, now);
  seedAppointments(state, now);
}

function seedTasks(state: SandboxState, now: number): void {
  const add = (contactId: string, title: string, dueDate: number, facts: Partial<TaskRecord> = {}) => {
    const id = idOf(`task ${contactId} ${title}`);
    const locationId = state.contacts.get(contactId)?.locationId ?? locations.harbor;
    state.tasks.set(id, { id, contactId, locationId, title, dueDate, completed: false, dateAdded: now - 9 * day, ...facts });
  };
  const newYork = (days: number, at: number) => atLocalTime(now, 'America/New_York', days, at);
  const berlin = (days: number, at: number) => atLocalTime(now, 'Europe/Berlin', days, at);
  add(contacts.maria, 'Send the signed referral agreement', newYork(-2, 10), {
    assignedTo: users.priya,
    body: '<p>Use the <b>2026</b> template.</p>',
  });
  add(contacts.maria, 'Call back about the aligner case', newYork(0, 23), { assignedTo: users.priya, body: 'She prefers the afternoon.' });
  add(contacts.maria, 'Book the quarterly lunch', newYork(6, 12), { assignedTo: users.tom });
  add(contacts.maria, 'Post the welcome pack', newYork(-12, 9), { completed: true });
  add(contacts.daniel, 'Ask for the X-rays', newYork(1, 9), { assignedTo: users.priya });
  add(contacts.ruth, 'Confirm the recall visit', newYork(-1, 15), { assignedTo: users.tom });
  add(contacts.nina, 'Chase the open claim', newYork(3, 11));
  add(contacts.greta, 'Exposé schicken', berlin(0, 23), { assignedTo: users.lena });
}

function seedNotes(state: SandboxState, now: number): void {
  const add = (contactId: string, body: string, ago: number, facts: Partial<NoteRecord> = {}) => {
    const id = idOf(`note ${contactId} ${ago}`);
    state.notes.set(id, { id, contactId, body, pinned: false, dateAdded: now - ago, ...facts });
  };
  add(
    contacts.maria,
    '<p>Refers about <strong>four</strong> surgical cases a month. Ask for <em>Daniel</em> when she is away.</p>',
    90 * day,
    {
      title: 'How we work together',
      pinned: true,
      color: '#FFAA00',
      userId: users.priya,
    },
  );
  add(
    contacts.maria,
    '<p>Agreed on the phone:</p><ul><li>X-rays by e-mail</li><li>Invoice at the end of the month</li></ul><p>Details: <a href="https://bayside.test/referrals">referral page</a></p>',
    3 * day,
    { userId: users.priya },
  );
  add(contacts.maria, 'Left a message.\nWill try again tomorrow after lunch.', 5 * hour, { userId: users.tom });
  add(contacts.daniel, 'New associate since the summer.', 30 * day, { userId: users.priya });
  add(contacts.ruth, '<ol><li>Allergic to latex</li><li>Morning visits only</li></ol>', 60 * day, { pinned: true });
  add(
    contacts.hostile,
    '<p>Before</p><script>document.title = "owned"</script><img src="x" onerror="document.title = \'owned\'"><a href="javascript:document.title=\'owned\'">a link</a><svg onload="document.title=\'owned\'"></svg><style>body{display:none}</style><p onclick="document.title=\'owned\'">After</p>',
    day,
  );
  add(contacts.greta, 'Will das Haus im Frühjahr verkaufen.', 2 * day, { userId: users.lena });
}

function seedAppointments(state: SandboxState, now: number): void {
  const add = (contactId: string, calendarId: string, title: string, startTime: number, facts: Partial<AppointmentRecord> = {}) => {
    const id = idOf(`appointment ${contactId} ${title}`);
    const locationId = state.calendars.get(calendarId)?.locationId ?? locations.harbor;
    const record = {
      id,
      calendarId,
      locationId,
      contactId,
      title,
      appointmentStatus: 'confirmed',
      startTime,
      endTime: startTime + hour / 2,
    };
    state.appointments.set(id, { ...record, dateAdded: now - 10 * day, dateUpdated: now - 10 * day, ...facts });
  };
  const newYork = (days: number, at: number, minute = 0) => atLocalTime(now, 'America/New_York', days, at, minute);
  add(contacts.maria, calendars.consultations, 'Case review', newYork(2, 15, 30), {
    assignedUserId: users.priya,
    address: 'Zoom',
    notes: 'Bring the scans',
  });
  add(contacts.maria, calendars.visits, 'Practice tour', newYork(20, 10), {
    assignedUserId: users.tom,
    appointmentStatus: 'new',
    address: '12 Pier Street',
  });
  add(contacts.maria, calendars.consultations, 'Introductory call', newYork(-40, 11), {
    assignedUserId: users.priya,
    appointmentStatus: 'showed',
  });
  add(contacts.maria, calendars.consultations, 'Follow-up call', newYork(-8, 9), {
    assignedUserId: users.priya,
    appointmentStatus: 'cancelled',
  });
  const review = idOf(`appointment ${contacts.maria} Case review`);
  const noteId = idOf('appointment note case review');
  const body = 'She sends the scans on Monday.';
  state.appointmentNotes.set(noteId, { id: noteId, appointmentId: review, body, userId: users.priya, dateAdded: now - day });
  add(contacts.ruth, calendars.visits, 'Recall', newYork(5, 8, 30), { assignedUserId: users.tom });
  add(contacts.greta, calendars.viewings, 'Besichtigung', atLocalTime(now, 'Europe/Berlin', 1, 17), { assignedUserId: users.lena });
}
