import type { Endpoint } from './endpoint.ts';
import { appointmentNoteEndpoints } from './endpoints/appointment-notes.ts';
import { appointmentEndpoints } from './endpoints/appointments.ts';
import { businessEndpoints } from './endpoints/businesses.ts';
import { calendarEndpoints } from './endpoints/calendars.ts';
import { contactUpdateEndpoints } from './endpoints/contact-update.ts';
import { contactEndpoints } from './endpoints/contacts.ts';
import { enrolmentEndpoints } from './endpoints/enrolment.ts';
import { locationTagEndpoints } from './endpoints/location-tags.ts';
import { locationEndpoints } from './endpoints/locations.ts';
import { noteEndpoints } from './endpoints/notes.ts';
import { tagEndpoints } from './endpoints/tags.ts';
import { taskEndpoints } from './endpoints/tasks.ts';
import { userEndpoints } from './endpoints/users.ts';

/** Every HighLevel operation the product uses, by name. */
export const endpoints = {
  ...appointmentEndpoints,
  ...appointmentNoteEndpoints,
  ...businessEndpoints,
  ...calendarEndpoints,
  ...contactEndpoints,
  ...contactUpdateEndpoints,
  ...enrolmentEndpoints,
  ...locationEndpoints,
  ...locationTagEndpoints,
  ...noteEndpoints,
  ...tagEndpoints,
  ...taskEndpoints,
  ...userEndpoints,
};

type Endpoints = typeof endpoints;

export type EndpointName = keyof Endpoints;

/** The endpoints that change nothing. */
export type ReadName = { [N in EndpointName]: Endpoints[N]['effect'] extends 'read' ? N : never }[EndpointName];

export type InputOf<N extends EndpointName> = Endpoints[N] extends Endpoint<infer I, infer _O> ? I : never;

/** What callers get: the answer without its envelope. */
export type OutputOf<N extends EndpointName> = Endpoints[N] extends Endpoint<infer _I, infer O> ? O : never;
