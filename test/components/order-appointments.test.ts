import { describe, expect, it } from 'vitest';
import { orderAppointments } from '@/components/appointments/order-appointments.ts';
import type { Appointment } from '@/lib/ghl/models.ts';

/** 21 November 2026, 10:00 in New York. */
const NOW = Date.parse('2026-11-21T15:00:00Z');

function at(id: string, startTime: string, endTime?: string, appointmentStatus = 'confirmed'): Appointment {
  return { id, startTime, endTime, appointmentStatus } as Appointment;
}

function ids(appointments: readonly Appointment[]) {
  const { next, coming, past } = orderAppointments(appointments, 'America/New_York', NOW);
  return { next: next?.appointment.id, coming: coming.map((item) => item.appointment.id), past: past.map((item) => item.appointment.id) };
}

function untimed(appointments: readonly Appointment[], zone: string | undefined) {
  return orderAppointments(appointments, zone, NOW).untimed.map((item) => item.appointment.id);
}

describe('appointments by time', () => {
  it("read times without a zone on the location's clock", () => {
    // 10:30 in New York is to come; read as UTC it would be over.
    expect(ids([at('soon', '2026-11-21 10:30:00')])).toEqual({ next: 'soon', coming: [], past: [] });
  });

  it('put the next first, the others after it, past ones latest first', () => {
    const appointments = [
      at('b', '2026-12-01 09:00:00'),
      at('old', '2026-01-01 09:00:00'),
      at('a', '2026-11-26 09:00:00'),
      at('recent', '2026-11-01 09:00:00'),
    ];
    expect(ids(appointments)).toEqual({ next: 'a', coming: ['b'], past: ['recent', 'old'] });
  });

  it('count one that is going on now as to come', () => {
    expect(ids([at('now', '2026-11-21 09:45:00', '2026-11-21 10:15:00')]).next).toBe('now');
  });

  it('never announce a cancelled one as the next', () => {
    const appointments = [at('off', '2026-11-22 09:00:00', undefined, 'cancelled'), at('on', '2026-11-23 09:00:00')];
    expect(ids(appointments)).toEqual({ next: 'on', coming: ['off'], past: [] });
  });

  it('keep one whose time can not be read, as neither past nor to come', () => {
    expect(ids([at('odd', 'soon')])).toEqual({ next: undefined, coming: [], past: [] });
    expect(untimed([at('odd', 'soon')], 'America/New_York')).toEqual(['odd']);
  });

  it('read no zone-less time when nobody knows the location’s zone', () => {
    const appointments = [at('wall', '2099-01-01 09:30:00'), at('exact', '2099-01-01T09:30:00Z')];
    expect(untimed(appointments, undefined)).toEqual(['wall']);
    expect(untimed(appointments, 'Nowhere')).toEqual(['wall']);
  });
});
