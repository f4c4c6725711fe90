import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWallTime, parseMoment, toLocationWallTime } from '@/lib/core/dates.ts';

const NEW_YORK = 'America/New_York';
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('reading a date of HighLevel', () => {
  it.each([
    ['a zone-less appointment time in the location’s zone', '2026-11-26 09:30:00', NEW_YORK, '2026-11-26T14:30:00.000Z'],
    ['the same in summer', '2026-07-01 09:30:00', NEW_YORK, '2026-07-01T13:30:00.000Z'],
    ['a zone east of Greenwich, past midnight UTC', '2026-11-26 02:00:00', 'Australia/Sydney', '2026-11-25T15:00:00.000Z'],
    ['a zone with a half hour', '2026-11-26 09:30:00', 'Asia/Kolkata', '2026-11-26T04:00:00.000Z'],
    ['a time with "T" and without seconds', '2026-11-26T09:30', NEW_YORK, '2026-11-26T14:30:00.000Z'],
    ['a moment in UTC, whatever the zone', '2026-11-26T09:30:00Z', NEW_YORK, '2026-11-26T09:30:00.000Z'],
    ['a moment with milliseconds', '2026-11-26T09:30:00.250Z', NEW_YORK, '2026-11-26T09:30:00.250Z'],
    ['a moment with an offset', '2026-11-26T09:30:00-05:00', 'Asia/Kolkata', '2026-11-26T14:30:00.000Z'],
    ['an offset without colon', '2026-11-26 09:30:00+0530', NEW_YORK, '2026-11-26T04:00:00.000Z'],
    ['a bare date as its midnight', '2026-11-26', NEW_YORK, '2026-11-26T05:00:00.000Z'],
    ['29 February of a leap year', '2028-02-29 00:00:00', 'UTC', '2028-02-29T00:00:00.000Z'],
    ['the first of two readings when clocks go back', '2026-11-01 01:30:00', NEW_YORK, '2026-11-01T05:30:00.000Z'],
    ['the first of two readings in the south', '2026-04-05 02:30:00', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
    ['an hour later for a reading that the clocks skip', '2026-03-08 02:30:00', NEW_YORK, '2026-03-08T07:30:00.000Z'],
    ['half an hour later where the clocks skip half an hour', '2026-10-04 02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['the first minute after a skipped hour', '2026-03-08 03:00:00', NEW_YORK, '2026-03-08T07:00:00.000Z'],
    ['epoch milliseconds as text', '1795600000000', NEW_YORK, new Date(1_795_600_000_000).toISOString()],
  ])('takes %s', (_, written, zone, expected) => {
    expect(iso(parseMoment(written, zone))).toBe(expected);
  });

  it('takes epoch milliseconds as they are', () => {
    expect(parseMoment(1_795_600_000_000, undefined)).toBe(1_795_600_000_000);
  });

  it.each([
    ['nothing', undefined, NEW_YORK],
    ['an empty text', '', NEW_YORK],
    ['words', 'tomorrow', NEW_YORK],
    ['30 February', '2026-02-30 10:00:00', NEW_YORK],
    ['month 13', '2026-13-01 10:00:00', NEW_YORK],
    ['hour 24', '2026-11-26 24:00:00', NEW_YORK],
    ['a zone-less time without a zone', '2026-11-26 09:30:00', undefined],
    ['a zone-less time in a zone that does not exist', '2026-11-26 09:30:00', 'America/Atlantis'],
    ['a date before four-digit years', '0001-01-01 00:00:00', NEW_YORK],
    ['not a number', Number.NaN, NEW_YORK],
  ])('refuses %s', (_, written, zone) => {
    expect(parseMoment(written, zone)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (written, zone) => void parseMoment(written, zone)));
  });
});

const ZONES = Intl.supportedValuesOf('timeZone');
const someZone = fc.constantFrom(...ZONES);
const someMinute = fc.integer({ min: Date.UTC(1975, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 }).map((minute) => minute * 60_000);

describe('a datetime-local field in another zone', () => {
  it('shows the clock of the zone', () => {
    expect(toLocationWallTime(Date.UTC(2026, 10, 26, 14, 30), NEW_YORK)).toBe('2026-11-26T09:30');
  });

  it('reads back what it shows, but for the second hour of a change to winter time', () => {
    fc.assert(
      fc.property(someMinute, someZone, (ms, zone) => {
        const shown = toLocationWallTime(ms, zone) ?? '';
        const back = fromWallTime(shown, zone) ?? Number.NaN;
        // Zones with seconds in their offset (before 1980) lose them in a field of minutes.
        expect(Math.abs(back - ms) < 60_000 || toLocationWallTime(back, zone) === shown).toBe(true);
        expect(back).toBeLessThan(ms + 60_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it('round-trips every half hour around every change of clocks', () => {
    for (const [zone, change] of [
      [NEW_YORK, Date.UTC(2026, 10, 1, 6)],
      [NEW_YORK, Date.UTC(2026, 2, 8, 7)],
      ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
      ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
    ] as const)
      for (let step = -12; step <= 12; step++) {
        const shown = toLocationWallTime(change + step * 1_800_000, zone) ?? '';
        expect(toLocationWallTime(fromWallTime(shown, zone) ?? 0, zone), `${zone} ${shown}`).toBe(shown);
      }
  });

  it.each([['2026-11-26'], ['26.11.2026 09:30'], [''], ['2026-11-26T09:30Z'], ['2026-02-30T09:30']])('refuses %j', (value) => {
    expect(fromWallTime(value, NEW_YORK)).toBeUndefined();
  });

  it('has no answer for an unknown zone or an impossible moment', () => {
    expect(fromWallTime('2026-11-26T09:30', 'Nowhere')).toBeUndefined();
    expect(toLocationWallTime(0, 'Nowhere')).toBeUndefined();
    expect(toLocationWallTime(Number.NaN, NEW_YORK)).toBeUndefined();
    expect(toLocationWallTime(9e15, NEW_YORK)).toBeUndefined();
  });
});
