import type { ReadInput, ReadName } from '@/lib/query/reads.ts';

/** Where to try. */
export interface ProbePlace {
  readonly locationId: string;
  /** Absent where HighLevel did not say. */
  readonly companyId: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** An id that nothing has: HighLevel looks at the scope first and then says that it does not know it. */
const NOBODY = '000000000000000000000000';
const HOUR = 3_600_000;

/** For every read one call that asks for as little as can be; `null` where something is missing to ask. */
const PROBES: { readonly [N in ReadName]: (place: ProbePlace) => ReadInput<N> | null } = {
  'appointments.ofContact': () => ({ contactId: NOBODY }),
  'appointments.get': () => ({ appointmentId: NOBODY }),
  'appointments.between': ({ locationId, now }) => ({ locationId, calendarId: NOBODY, startTime: now, endTime: now + HOUR }),
  'appointmentNotes.list': () => ({ appointmentId: NOBODY }),
  'businesses.get': () => ({ businessId: NOBODY }),
  'businesses.list': ({ locationId }) => ({ locationId }),
  'businesses.search': ({ locationId }) => ({ locationId, query: NOBODY }),
  'calendars.list': ({ locationId }) => ({ locationId }),
  'calendars.freeSlots': ({ now }) => ({ calendarId: NOBODY, startDate: now, endDate: now + HOUR }),
  'contacts.get': () => ({ contactId: NOBODY }),
  'contacts.search': ({ locationId }) => ({ locationId, emails: ['nobody@example.invalid'], phones: [] }),
  'contacts.findByText': ({ locationId }) => ({ locationId, query: NOBODY }),
  'contacts.findDuplicate': ({ locationId }) => ({ locationId, email: 'nobody@example.invalid' }),
  'contacts.ofBusiness': ({ locationId }) => ({ locationId, businessId: NOBODY }),
  'workflows.list': ({ locationId }) => ({ locationId }),
  'locations.get': ({ locationId }) => ({ locationId }),
  'locations.customFields': ({ locationId }) => ({ locationId, model: 'contact' }),
  'tags.list': ({ locationId }) => ({ locationId }),
  'tags.get': ({ locationId }) => ({ locationId, tagId: NOBODY }),
  'notes.list': () => ({ contactId: NOBODY }),
  'notes.get': () => ({ contactId: NOBODY, noteId: NOBODY }),
  'tasks.list': () => ({ contactId: NOBODY }),
  'tasks.get': () => ({ contactId: NOBODY, taskId: NOBODY }),
  'tasks.searchInLocation': ({ locationId }) => ({ locationId, assignedTo: [NOBODY] }),
  'users.list': ({ companyId, locationId }) => (companyId === undefined ? null : { companyId, locationId }),
  'users.get': () => ({ userId: NOBODY }),
  'users.ofLocation': ({ locationId }) => ({ locationId }),
};

/** The input of a read's probe; `undefined` for what is no read, `null` where something is missing to ask. */
export function probeInput(name: string, place: ProbePlace): unknown {
  // A name that is no read's has no entry.
  return (PROBES as Readonly<Record<string, ((place: ProbePlace) => unknown) | undefined>>)[name]?.(place);
}
