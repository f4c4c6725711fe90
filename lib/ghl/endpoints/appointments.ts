import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, listIn, oneIn, oneInOrBare } from '../envelope.ts';
import { appointmentSchema } from '../models.ts';

const id = z.string().min(1);
/** HighLevel's files say `event`, its answers `appointment`; a write answers the bare appointment. */
const envelopes = ['appointment', 'event'];
const details = {
  title: z.string().exactOptional(),
  appointmentStatus: z.enum(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid', 'completed', 'active']).exactOptional(),
  assignedUserId: id.exactOptional(),
  description: z.string().exactOptional(),
  address: z.string().exactOptional(),
  /** ISO 8601. The end has to be in the form of the start (offset or `Z`, whole seconds): else a bare "Bad Request". */
  endTime: z.string().min(1).exactOptional(),
};

/** Appointments. Sources: HighLevel OpenAPI contacts-v3 and calendars-v3. */
export const appointmentEndpoints = {
  /** Past and coming; times without a zone are in the location's zone. */
  'appointments.ofContact': defineEndpoint({
    method: 'GET',
    path: ({ contactId }) => path`/contacts/${contactId}/appointments`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ contactId: id }),
    output: listIn('events', appointmentSchema),
  }),
  'appointments.get': defineEndpoint({
    method: 'GET',
    path: ({ appointmentId }) => path`/calendars/events/appointments/${appointmentId}`,
    scope: 'calendars/events.readonly',
    effect: 'read',
    input: z.object({ appointmentId: id }),
    output: oneIn(envelopes, appointmentSchema),
  }),
  /** Those that start between two moments (epoch milliseconds), of one calendar or of one user: HighLevel insists on either. */
  'appointments.between': defineEndpoint({
    method: 'GET',
    path: () => '/calendars/events',
    query: ({ startTime, endTime, ...input }) => ({ ...input, startTime: String(startTime), endTime: String(endTime) }),
    scope: 'calendars/events.readonly',
    effect: 'read',
    input: z
      .object({ locationId: id, startTime: z.int(), endTime: z.int(), calendarId: id.exactOptional(), userId: id.exactOptional() })
      .refine(({ calendarId, userId }) => (calendarId === undefined) !== (userId === undefined), 'Either a calendar or a user is needed.'),
    output: listIn('events', appointmentSchema),
  }),
  /** Some calendars insist on `assignedUserId`. `startTime` is a free slot in its own form. */
  'appointments.create': defineEndpoint({
    method: 'POST',
    path: () => '/calendars/events/appointments',
    body: (input) => input,
    scope: 'calendars/events.write',
    effect: 'write',
    input: z.object({ locationId: id, calendarId: id, contactId: id, startTime: z.string().min(1), ...details }),
    output: oneInOrBare(envelopes, appointmentSchema),
  }),
  'appointments.update': defineEndpoint({
    method: 'PUT',
    path: ({ appointmentId }) => path`/calendars/events/appointments/${appointmentId}`,
    body: ({ appointmentId: _inPath, ...changes }) => changes,
    scope: 'calendars/events.write',
    effect: 'write',
    input: z.object({ appointmentId: id, calendarId: id.exactOptional(), startTime: z.string().min(1).exactOptional(), ...details }),
    output: oneInOrBare(envelopes, appointmentSchema),
  }),
  /** HighLevel wants an empty object as its body. */
  'appointments.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ appointmentId }) => path`/calendars/events/${appointmentId}`,
    body: () => ({}),
    scope: 'calendars/events.write',
    effect: 'write',
    input: z.object({ appointmentId: id }),
    output: done,
  }),
};
