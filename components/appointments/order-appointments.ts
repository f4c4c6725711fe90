import { parseMoment } from '@/lib/core/dates.ts';
import type { Appointment } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';

export interface TimedAppointment {
  readonly appointment: WithPending<Appointment>;
  /** Epoch milliseconds; absent when HighLevel's time can not be read. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface OrderedAppointments {
  /** The next one that will take place. */
  readonly next: TimedAppointment | undefined;
  /** The others to come, soonest first. */
  readonly coming: readonly TimedAppointment[];
  /** Latest first. */
  readonly past: readonly TimedAppointment[];
  /** Those whose time can not be read: nobody knows whether they are past. */
  readonly untimed: readonly TimedAppointment[];
}

const OFF = new Set(['cancelled', 'canceled', 'noshow', 'invalid']);

/**
 * Appointments by time. `zone`: the location's, in which HighLevel writes a contact's appointments; while it is unknown,
 * a time without an offset can not be read.
 */
export function orderAppointments(
  appointments: readonly WithPending<Appointment>[],
  zone: string | undefined,
  now: number,
): OrderedAppointments {
  const timed = appointments.map((appointment) => ({
    appointment,
    start: parseMoment(appointment.startTime, zone),
    end: parseMoment(appointment.endTime, zone),
  }));
  const dated = timed.filter(({ start }) => start !== undefined);
  const ahead = dated.filter((item) => !isOver(item, now)).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const next = ahead.find(({ appointment }) => !isOff(appointment) && !isRefused(appointment));
  const past = dated.filter((item) => !ahead.includes(item)).sort((a, b) => (b.start ?? 0) - (a.start ?? 0));
  return { next, coming: ahead.filter((item) => item !== next), past, untimed: timed.filter(({ start }) => start === undefined) };
}

/** Whether it will not take, or did not take, place. */
export function isOff({ appointmentStatus }: Appointment): boolean {
  return OFF.has(appointmentStatus?.toLowerCase() ?? '');
}

/** A booking that did not reach HighLevel. */
function isRefused(appointment: WithPending<Appointment>): boolean {
  return !isInHighLevel(appointment) && appointment.pending?.state === 'failed';
}

/** Whether its time has passed; of an unknown time nobody knows. */
export function isOver({ start, end }: TimedAppointment, now: number): boolean {
  const until = end ?? start;
  return until !== undefined && until <= now;
}

/** Whether HighLevel has it; a new one has an id of the outbox until then. */
export function isInHighLevel({ id }: Appointment): boolean {
  return !id.startsWith('pending:');
}
