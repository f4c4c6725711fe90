import { pickTexts, text } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, param } from '../endpoint.ts';
import { checkLocation, contactOf, ownContact, ownLocation, queriedLocation } from '../owned.ts';
import type { AppointmentRecord, CalendarRecord } from '../records.ts';
import { badRequest, unprocessable } from '../refusal.ts';
import { toOffsetIso, toWallClock } from '../zones.ts';
import { timesOf } from './appointment-times.ts';
import { succeeded } from './contact-view.ts';

const read = 'calendars/events.readonly';
const write = 'calendars/events.write';
const appointments = '/calendars/events/appointments';

export const appointmentEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/contacts/{contactId}/appointments', scope: 'contacts.readonly', handle: ofContact },
  { method: 'POST', path: appointments, scope: write, handle: create },
  { method: 'GET', path: `${appointments}/{eventId}`, scope: read, handle: get },
  { method: 'PUT', path: `${appointments}/{eventId}`, scope: write, handle: update },
  { method: 'DELETE', path: '/calendars/events/{eventId}', scope: write, handle: remove },
  { method: 'GET', path: '/calendars/events', scope: read, handle: list },
];

export function appointmentOf(call: Call, id: string): AppointmentRecord {
  const appointment = call.world.state.appointments.get(id);
  if (!appointment) throw badRequest(`Appointment not found for id:${id}`);
  checkLocation(call, appointment.locationId);
  return appointment;
}

/** The contact's list writes times without a zone; it means the location's. */
function ofContact(call: Call): Answer {
  const contact = contactOf(call);
  const { state } = call.world;
  const zone = state.locations.get(contact.locationId)?.timezone ?? 'UTC';
  const own = [...state.appointments.values()].filter((appointment) => appointment.contactId === contact.id);
  const bare = (time: number) => toWallClock(time, zone);
  return ok({
    events: own.map((row) => ({
      ...row,
      status: 'booked',
      users: row.assignedUserId ? [row.assignedUserId] : [],
      assignedResources: [],
      startTime: bare(row.startTime),
      endTime: bare(row.endTime),
      dateAdded: bare(row.dateAdded),
      dateUpdated: bare(row.dateUpdated),
    })),
  });
}

/** Everywhere else they carry the location's offset. */
function toEvent(call: Call, row: AppointmentRecord): object {
  const zone = call.world.state.locations.get(row.locationId)?.timezone ?? 'UTC';
  return {
    ...row,
    isRecurring: false,
    startTime: toOffsetIso(row.startTime, zone),
    endTime: toOffsetIso(row.endTime, zone),
    dateAdded: new Date(row.dateAdded).toISOString(),
    dateUpdated: new Date(row.dateUpdated).toISOString(),
  };
}

/** The files say `event`, the live answer `appointment`. */
function get(call: Call): Answer {
  return ok({ appointment: toEvent(call, appointmentOf(call, param(call, 'eventId'))) });
}

function create(call: Call): Answer {
  const { body, world } = call;
  const location = ownLocation(call, text(body, 'locationId') ?? '');
  const contact = ownContact(call, text(body, 'contactId') ?? '');
  const calendar = calendarOf(call, text(body, 'calendarId') ?? '');
  const assignedUserId = text(body, 'assignedUserId');
  if (calendar.needsAssignee && !assignedUserId) throw unprocessable(['A team member needs to be selected']);
  const times = timesOf(body);
  const row: AppointmentRecord = {
    id: world.newId(),
    calendarId: calendar.id,
    locationId: location.id,
    contactId: contact.id,
    title: text(body, 'title') ?? calendar.name,
    appointmentStatus: text(body, 'appointmentStatus') ?? 'confirmed',
    assignedUserId: assignedUserId ?? calendar.teamMembers[0],
    notes: text(body, 'description'),
    address: text(body, 'address'),
    startTime: times.startTime ?? 0,
    endTime: times.endTime ?? (times.startTime ?? 0) + 1_800_000,
    dateAdded: world.now(),
    dateUpdated: world.now(),
  };
  world.state.appointments.set(row.id, row);
  applied(call, 'appointment.create', row);
  return ok(toEvent(call, row));
}

function update(call: Call): Answer {
  const row = appointmentOf(call, param(call, 'eventId'));
  const { body, world } = call;
  const { startTime, endTime } = timesOf(body);
  const length = row.endTime - row.startTime;
  Object.assign(row, pickTexts(body, ['title', 'appointmentStatus', 'assignedUserId', 'address']));
  if ('description' in body) row.notes = text(body, 'description');
  if ('calendarId' in body) row.calendarId = calendarOf(call, text(body, 'calendarId') ?? '').id;
  row.startTime = startTime ?? row.startTime;
  row.endTime = endTime ?? (startTime === undefined ? row.endTime : startTime + length);
  row.dateUpdated = world.now();
  applied(call, 'appointment.update', row);
  return ok(toEvent(call, row));
}

function remove(call: Call): Answer {
  const row = appointmentOf(call, param(call, 'eventId'));
  call.world.state.appointments.delete(row.id);
  applied(call, 'appointment.delete', row);
  return created(succeeded(call));
}

function list(call: Call): Answer {
  const { query, world } = call;
  const location = queriedLocation(call);
  const owner = ['calendarId', 'userId', 'groupId'].find((key) => query.get(key));
  if (!owner) throw unprocessable(['Either of calendarId, userId or groupId is required']);
  const [from, to] = [Number(query.get('startTime') ?? Number.NaN), Number(query.get('endTime') ?? Number.NaN)];
  if (Number.isNaN(from) || Number.isNaN(to)) throw unprocessable(['startTime and endTime must be in milliseconds']);
  const found = [...world.state.appointments.values()].filter(
    (row) =>
      row.locationId === location.id &&
      row.startTime >= from &&
      row.startTime <= to &&
      (owner === 'calendarId' ? row.calendarId : owner === 'userId' ? row.assignedUserId : undefined) === query.get(owner),
  );
  return ok({ events: found.map((row) => toEvent(call, row)) });
}

export function calendarOf(call: Call, id: string): CalendarRecord {
  const calendar = call.world.state.calendars.get(id);
  if (!calendar) throw badRequest(`Calendar not found for id:${id}`);
  checkLocation(call, calendar.locationId);
  return calendar;
}

function applied(call: Call, kind: string, row: AppointmentRecord): void {
  call.world.applied({ kind, recordId: row.id, contactId: row.contactId, locationId: row.locationId, input: call.body });
}
