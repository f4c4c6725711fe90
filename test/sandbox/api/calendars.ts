import { text } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, pageSize, param } from '../endpoint.ts';
import { queriedLocation } from '../owned.ts';
import type { AppointmentNoteRecord } from '../records.ts';
import { badRequest, unprocessable } from '../refusal.ts';
import { atLocalTime, toOffsetIso } from '../zones.ts';
import { appointmentOf, calendarOf } from './appointments.ts';

const notes = '/calendars/appointments/{appointmentId}/notes';
const read = 'calendars/events.readonly';
const write = 'calendars/events.write';
const day = 86_400_000;

export const calendarEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/calendars/', scope: 'calendars.readonly', handle: list },
  { method: 'GET', path: '/calendars/{calendarId}/free-slots', scope: 'calendars.readonly', handle: freeSlots },
  { method: 'GET', path: notes, scope: read, handle: listNotes },
  { method: 'POST', path: notes, scope: write, handle: addNote },
  { method: 'PUT', path: `${notes}/{noteId}`, scope: write, handle: changeNote },
  { method: 'DELETE', path: `${notes}/{noteId}`, scope: write, handle: removeNote },
];

function list(call: Call): Answer {
  const location = queriedLocation(call);
  const own = [...call.world.state.calendars.values()].filter((calendar) => calendar.locationId === location.id);
  return ok({
    calendars: own.map(({ needsAssignee: _needsAssignee, teamMembers, ...row }) => ({
      ...row,
      isActive: true,
      slotDuration: 30,
      teamMembers: teamMembers.map((userId) => ({ userId, priority: 0.5, isPrimary: false })),
    })),
  });
}

/** Half hours from 9 to 17 o'clock of the asked zone on working days, without those taken. */
function freeSlots(call: Call): Answer {
  const { query, world } = call;
  const calendar = calendarOf(call, param(call, 'calendarId'));
  const [from, to] = [Number(query.get('startDate') ?? Number.NaN), Number(query.get('endDate') ?? Number.NaN)];
  if (Number.isNaN(from) || Number.isNaN(to)) throw unprocessable(['startDate and endDate must be numbers']);
  if (to - from > 31 * day) throw badRequest('Date range cannot be more than 31 days');
  const home = world.state.locations.get(calendar.locationId)?.timezone ?? 'UTC';
  const taken = new Set([...world.state.appointments.values()].filter((row) => row.calendarId === calendar.id).map((row) => row.startTime));
  const byDay: Record<string, { slots: string[] }> = {};
  for (let offset = 0; from + offset * day <= to; offset += 1) {
    const times = halfHours(from, home, offset).filter((time) => time >= from && time <= to && !taken.has(time));
    const slots = times.map((time) => toOffsetIso(time, query.get('timezone') ?? home));
    const date = slots[0]?.slice(0, 10);
    if (date) byDay[date] = { slots };
  }
  return ok(byDay);
}

function halfHours(from: number, zone: string, days: number): number[] {
  const weekday = new Date(atLocalTime(from, zone, days, 12)).getUTCDay();
  if (weekday === 0 || weekday === 6) return [];
  return Array.from({ length: 16 }, (_, half) => atLocalTime(from, zone, days, 9 + Math.floor(half / 2), (half % 2) * 30));
}

function toNote(call: Call, note: AppointmentNoteRecord): object {
  const user = call.world.state.users.get(note.userId ?? '');
  const createdBy = user ? { id: user.id, name: `${user.firstName} ${user.lastName}` } : null;
  return {
    ...note,
    createdBy,
    contactId: call.world.state.appointments.get(note.appointmentId)?.contactId,
    dateAdded: new Date(note.dateAdded).toISOString(),
  };
}

function listNotes(call: Call): Answer {
  const appointment = appointmentOf(call, param(call, 'appointmentId'));
  const limit = pageSize(call, 'limit', 10, 20);
  const offset = Number(call.query.get('offset') ?? 0);
  const own = [...call.world.state.appointmentNotes.values()].filter((note) => note.appointmentId === appointment.id);
  const page = own.slice(offset, offset + limit);
  return ok({ notes: page.map((note) => toNote(call, note)), hasMore: offset + limit < own.length });
}

function addNote(call: Call): Answer {
  const appointment = appointmentOf(call, param(call, 'appointmentId'));
  const { world, body } = call;
  const note = {
    id: world.newId(),
    appointmentId: appointment.id,
    body: text(body, 'body') ?? '',
    userId: text(body, 'userId'),
    dateAdded: world.now(),
  };
  world.state.appointmentNotes.set(note.id, note);
  applied(call, 'appointment.note.create', note);
  return created({ note: toNote(call, note) });
}

function noteOf(call: Call): AppointmentNoteRecord {
  const appointment = appointmentOf(call, param(call, 'appointmentId'));
  const note = call.world.state.appointmentNotes.get(param(call, 'noteId'));
  if (note?.appointmentId !== appointment.id) throw badRequest(`Note not found for id:${param(call, 'noteId')}`);
  return note;
}

function changeNote(call: Call): Answer {
  const note = noteOf(call);
  note.body = text(call.body, 'body') ?? note.body;
  note.userId = text(call.body, 'userId') ?? note.userId;
  applied(call, 'appointment.note.update', note);
  return ok({ note: toNote(call, note) });
}

function removeNote(call: Call): Answer {
  const note = noteOf(call);
  call.world.state.appointmentNotes.delete(note.id);
  applied(call, 'appointment.note.delete', note);
  return ok({ success: true });
}

function applied(call: Call, kind: string, note: AppointmentNoteRecord): void {
  const appointment = call.world.state.appointments.get(note.appointmentId);
  const contactId = appointment?.contactId ?? '';
  call.world.applied({ kind, recordId: note.id, contactId, locationId: appointment?.locationId ?? '', input: call.body });
}
