import type { Endpoint } from '../endpoint.ts';
import { appointmentEndpoints } from './appointments.ts';
import { businessEndpoints } from './businesses.ts';
import { calendarEndpoints } from './calendars.ts';
import { contactLinkEndpoints } from './contact-links.ts';
import { contactEndpoints } from './contacts.ts';
import { noteEndpoints } from './notes.ts';
import { peopleEndpoints } from './people.ts';
import { searchEndpoints } from './search.ts';
import { tagEndpoints } from './tags.ts';
import { taskEndpoints } from './tasks.ts';

/** Every endpoint behind a bearer token. A new one is one entry in the file of its resource. */
export const apiEndpoints: readonly Endpoint[] = [
  ...contactEndpoints,
  ...searchEndpoints,
  ...taskEndpoints,
  ...noteEndpoints,
  ...tagEndpoints,
  ...contactLinkEndpoints,
  ...businessEndpoints,
  ...appointmentEndpoints,
  ...calendarEndpoints,
  ...peopleEndpoints,
];
