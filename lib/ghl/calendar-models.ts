import * as z from 'zod';
import { id, listOf, text } from './models.ts';

/** Calendars, when they are free, and notes of appointments; as tolerant as the models beside it. */
export const appointmentNoteSchema = z.object({ id, body: z.string().catch(''), userId: text, dateAdded: text });
/** `dateAdded`: ISO 8601. */
export type AppointmentNote = z.output<typeof appointmentNoteSchema>;

export const calendarSchema = z
  .object({
    id,
    name: z.string().catch(''),
    /** Off for a calendar that takes no bookings. */
    isActive: z.boolean().catch(true),
    teamMembers: listOf(z.object({ userId: id })).transform((members) => members.map(({ userId }) => userId)),
    slotDuration: z.number().positive().optional().catch(undefined),
    slotDurationUnit: text,
  })
  .transform(({ slotDuration, slotDurationUnit, ...row }) => ({
    ...row,
    slotMinutes: slotDuration === undefined ? undefined : slotDuration * (slotDurationUnit === 'hours' ? 60 : 1),
  }));
/**
 * `teamMembers`: user ids; some calendars insist on one of them for a booking. `slotMinutes`: how long an appointment
 * takes; absent where HighLevel does not say.
 */
export type Calendar = z.output<typeof calendarSchema>;

const slotsSchema = z.object({ slots: listOf(z.string()) });
export const freeSlotsSchema = z.record(z.string(), z.unknown()).transform((days) =>
  Object.entries(days)
    .flatMap(([date, day]) => {
      // Beside the days there is HighLevel's `traceId`.
      const parsed = slotsSchema.safeParse(day);
      return parsed.success ? [{ date, slots: parsed.data.slots }] : [];
    })
    .sort((a, b) => a.date.localeCompare(b.date)),
);
/** `date`: YYYY-MM-DD. `slots`: ISO 8601 with the asked zone's offset, whole seconds. */
export type FreeSlots = z.output<typeof freeSlotsSchema>;
