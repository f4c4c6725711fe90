import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftedSlot, slotDays } from '@/components/appointments/slots.ts';

describe('free times', () => {
  it('stand under the day of the location, earliest first', () => {
    const free = [{ date: '2026-11-24', slots: ['2026-11-24T09:00:00-05:00', '2026-11-23T16:30:00-05:00', 'soon'] }];
    expect(slotDays(free, 'America/New_York', 'America/New_York')).toEqual([
      {
        date: '2026-11-23',
        label: 'Mon 23 Nov',
        slots: [{ value: '2026-11-23T16:30:00-05:00', at: Date.parse('2026-11-23T21:30:00Z'), time: '16:30', here: undefined }],
      },
      {
        date: '2026-11-24',
        label: 'Tue 24 Nov',
        slots: [{ value: '2026-11-24T09:00:00-05:00', at: Date.parse('2026-11-24T14:00:00Z'), time: '09:00', here: undefined }],
      },
    ]);
  });

  it('say the reader’s time where it is another, with the day where that is another', () => {
    const here = (slot: string, zone: string) => slotDays([{ date: '', slots: [slot] }], 'America/New_York', zone)[0]?.slots[0]?.here;
    expect(here('2026-11-24T09:00:00-05:00', 'Europe/London')).toBe('14:00');
    expect(here('2026-11-24T18:00:00-05:00', 'Asia/Tokyo')).toBe('Wed 08:00');
    expect(here('2026-11-24T09:00:00-05:00', 'America/Toronto')).toBeUndefined();
  });

  it('keep both of an hour that comes twice', () => {
    const free = [{ date: '2026-11-01', slots: ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00'] }];
    expect(slotDays(free, 'America/New_York', 'America/New_York')[0]?.slots.map(({ time, value }) => [time, value.slice(-6)])).toEqual([
      ['01:30', '-04:00'],
      ['01:30', '-05:00'],
    ]);
  });
});

describe('the end of a free time', () => {
  it('is written as its start: the same offset, whole seconds', () => {
    expect(shiftedSlot('2026-11-23T23:45:00-05:00', 30)).toBe('2026-11-24T00:15:00-05:00');
    expect(shiftedSlot('2026-11-23T09:00:00.000Z', 60)).toBe('2026-11-23T10:00:00Z');
    expect(shiftedSlot('2026-11-23T09:00-0500', 0)).toBe('2026-11-23T09:00:00-0500');
    expect(shiftedSlot('2026-11-23 09:00:00', 30)).toBeUndefined();
  });

  it('is exactly so much later, whatever the moment, the offset and the length', () => {
    const offset = fc.integer({ min: -720, max: 840 }).map((minutes) => {
      const size = Math.abs(minutes);
      const two = (part: number) => String(part).padStart(2, '0');
      return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    });
    const wall = fc
      .integer({ min: 1_000_000_000, max: 4_000_000_000 })
      .map((seconds) => new Date(seconds * 1_000).toISOString().slice(0, 19));
    fc.assert(
      fc.property(wall, offset, fc.integer({ min: 0, max: 3_000 }), (at, zone, minutes) => {
        const slot = `${at}${zone}`;
        const end = shiftedSlot(slot, minutes) ?? '';
        expect(Date.parse(end) - Date.parse(slot)).toBe(minutes * 60_000);
        expect(end.slice(19)).toBe(zone);
      }),
    );
  });
});
