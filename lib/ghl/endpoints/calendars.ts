import * as z from 'zod';
import { calendarSchema, freeSlotsSchema } from '../calendar-models.ts';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn } from '../envelope.ts';

const id = z.string().min(1);
const MAX_RANGE_MS = 31 * 24 * 60 * 60 * 1000;

/** Calendars and when they are free. Source: HighLevel OpenAPI calendars-v3. */
export const calendarEndpoints = {
  'calendars.list': defineEndpoint({
    method: 'GET',
    path: () => '/calendars/',
    query: ({ locationId }) => ({ locationId }),
    scope: 'calendars.readonly',
    effect: 'read',
    input: z.object({ locationId: id }),
    output: listIn('calendars', calendarSchema),
  }),
  /** Free times by day, earliest first; a day without any may be missing. Dates are epoch milliseconds, 31 days at most. */
  'calendars.freeSlots': defineEndpoint({
    method: 'GET',
    path: ({ calendarId }) => path`/calendars/${calendarId}/free-slots`,
    query: ({ startDate, endDate, timezone, userId }) => ({
      startDate: String(startDate),
      endDate: String(endDate),
      timezone,
      userId,
    }),
    scope: 'calendars.readonly',
    effect: 'read',
    input: z
      .object({
        calendarId: id,
        startDate: z.int(),
        endDate: z.int(),
        /** IANA name; default: the location's. */
        timezone: id.exactOptional(),
        userId: id.exactOptional(),
      })
      .refine(({ startDate, endDate }) => endDate - startDate <= MAX_RANGE_MS, 'More than 31 days.'),
    output: freeSlotsSchema,
  }),
};
