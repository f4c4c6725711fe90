import type { Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import type { Pending } from '@/lib/outbox/overlay.ts';
import { type Slot, shiftedSlot } from './slots.ts';

/** What is known of an appointment before it is booked. */
export interface Booking {
  readonly calendarId: string;
  /** A user's id; empty: HighLevel chooses. */
  readonly userId: string;
  readonly title: string;
  readonly description: string;
}

export type CreateAppointment = Extract<Operation, { readonly kind: 'createAppointment' }>;

/** Why HighLevel did not take a time: it wants to be told who, or it says something else. */
export type Refusal = 'member' | 'time';

/** The write of a booking. `minutes`: how long the calendar's appointments take; unknown, HighLevel decides. */
export function bookingOperation(booking: Booking, slot: Slot, minutes: number | undefined): CreateAppointment | undefined {
  const startTime = shiftedSlot(slot.value, 0);
  if (startTime === undefined) return undefined;
  const endTime = minutes === undefined ? undefined : shiftedSlot(slot.value, minutes);
  const description = booking.description.trim();
  return {
    kind: 'createAppointment',
    calendarId: booking.calendarId,
    title: booking.title.trim(),
    startTime,
    ...(endTime === undefined ? {} : { endTime }),
    ...(booking.userId === '' ? {} : { assignedUserId: booking.userId }),
    ...(description === '' ? {} : { description }),
  };
}

/** A booking that did not go, to be tried at another time. */
export function bookingOf({ calendarId, assignedUserId, title, description }: CreateAppointment): Booking {
  return { calendarId, userId: assignedUserId ?? '', title, description: description ?? '' };
}

/** `undefined` when HighLevel did not refuse it: it may be on its way, or have failed for another reason. */
export function refusalOf(pending: Pick<Pending, 'state' | 'error'> | undefined): Refusal | undefined {
  if (pending?.state !== 'failed' || pending.error?.code !== 'invalid_request') return undefined;
  return pending.error.problems.some((problem) => /team member/i.test(problem)) ? 'member' : 'time';
}

/** Whether a write asks for a time: what else was refused is not mended by another one. */
export function asksForTime({ operation }: Pick<OutboxEntry, 'operation'>): boolean {
  if (operation.kind === 'updateAppointment') return operation.changes.some(({ field }) => field === 'startTime');
  return operation.kind === 'createAppointment';
}
