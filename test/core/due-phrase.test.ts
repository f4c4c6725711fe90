import { parse } from 'chrono-node/en';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { toLocationWallTime } from '@/lib/core/dates.ts';
import { type DueReading, parseDuePhrase, readDuePhrase } from '@/lib/core/due-phrase.ts';
import { momentOfWallTime, wallTimeAt } from '@/lib/core/time-zones.ts';

const NEW_YORK = 'America/New_York';
/** Saturday 21 November 2026, 10:00 in New York. */
const SATURDAY = Date.parse('2026-11-21T15:00:00Z');
/** Friday 27 November 2026, 16:00 in New York. */
const FRIDAY = Date.parse('2026-11-27T21:00:00Z');
const HOUR = 3_600_000;
const ownZone = process.env.TZ;

/** What a clock in the zone shows at the moment read. */
function shown(reading: DueReading, zone = NEW_YORK): string | undefined {
  return 'at' in reading ? toLocationWallTime(reading.at, zone) : reading.problem;
}

afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

describe('a typed due date', () => {
  it.each([
    ['fri 3pm', '2026-11-27T15:00'],
    ['Friday', '2026-11-27T09:00'],
    ['by friday', '2026-11-27T09:00'],
    ['sat', '2026-11-28T09:00'],
    ['sat 11am', '2026-11-21T11:00'],
    ['in 2 days', '2026-11-23T09:00'],
    ['2d', '2026-11-23T09:00'],
    ['in 2 weeks at 14:00', '2026-12-05T14:00'],
    ['tomorrow', '2026-11-22T09:00'],
    ['tomorrow 9am', '2026-11-22T09:00'],
    ['tomorrow 15', '2026-11-22T15:00'],
    ['tomorrow morning', '2026-11-22T09:00'],
    ['next monday', '2026-11-23T09:00'],
    ['next week', '2026-11-28T09:00'],
    ['in 1 month', '2026-12-21T09:00'],
    ['12/24 10:30', '2026-12-24T10:30'],
    ['24/12', '2026-12-24T09:00'],
    ['6/1', '2027-06-01T09:00'],
    ['jan 5 at 8:15', '2027-01-05T08:15'],
    ['2027-07-01T16:30', '2027-07-01T16:30'],
    ['2027-07-01 16:30', '2027-07-01T16:30'],
    ['Sun 22 Nov 2026, 09:00', '2026-11-22T09:00'],
    ['in 3 hours', '2026-11-21T13:00'],
    ['2h', '2026-11-21T12:00'],
    ['15 minutes', '2026-11-21T10:15'],
    ['in half an hour', '2026-11-21T10:30'],
    ['in 2 days and 3 hours', '2026-11-23T13:00'],
    ['eod', '2026-11-21T17:00'],
    ['EOD', '2026-11-21T17:00'],
    ['end of the day', '2026-11-21T17:00'],
    ['tomorrow eod', '2026-11-22T17:00'],
    ['end of week', '2026-11-27T17:00'],
    ['end of month', '2026-11-30T09:00'],
    ['9am', '2026-11-22T09:00'],
    ['11:30', '2026-11-21T11:30'],
    ['at 3', '2026-11-21T15:00'],
    ['fri 3', '2026-11-27T15:00'],
    ['03:00', '2026-11-22T03:00'],
    ['noon', '2026-11-21T12:00'],
    ['tonight', '2026-11-21T22:00'],
    ['today', '2026-11-21T17:00'],
    ['3pm GMT', '2026-11-22T10:00'],
    ['2026-12-24T10:30Z', '2026-12-24T05:30'],
  ])('reads %j on the clock of the location', (phrase, expected) => {
    expect(shown(readDuePhrase(parse, phrase, NEW_YORK, SATURDAY))).toBe(expected);
  });

  it.each([
    ['fri 3pm', 'the hour has passed', '2026-12-04T15:00'],
    ['fri 5pm', 'the hour is to come', '2026-11-27T17:00'],
    ['fri', 'nine has passed', '2026-12-04T09:00'],
    ['next friday', 'it is said so', '2026-12-04T09:00'],
  ])('is on the next such day for %j on a friday when %s', (phrase, _when, expected) => {
    expect(shown(readDuePhrase(parse, phrase, NEW_YORK, FRIDAY))).toBe(expected);
  });

  it.each(['yesterday', 'last friday', '2 days ago', '2020-01-01 10:00', 'today 9am'])('says that %j is past', (phrase) => {
    expect(readDuePhrase(parse, phrase, NEW_YORK, SATURDAY)).toEqual({ problem: 'past' });
  });

  it.each(['', '  ', 'soon', 'call mom friday', 'fri 3pm or so', '31/31', 'in 5 business days', 'in 99999999 days', '30 feb 2027'])(
    'does not guess at %j',
    (phrase) => {
      expect(readDuePhrase(parse, phrase, NEW_YORK, SATURDAY)).toEqual({ problem: 'unclear' });
    },
  );

  it('can be asked for the moment alone', async () => {
    expect(await parseDuePhrase('in 3 hours', NEW_YORK, SATURDAY)).toBe(SATURDAY + 3 * HOUR);
    expect(await parseDuePhrase('yesterday', NEW_YORK, SATURDAY)).toBeUndefined();
    expect(await parseDuePhrase('soon', NEW_YORK, SATURDAY)).toBeUndefined();
  });

  it('has no answer where the zone is unknown', () => {
    expect(readDuePhrase(parse, 'tomorrow', 'America/Atlantis', SATURDAY)).toEqual({ problem: 'unclear' });
  });
});

/** Moments at which clocks change, in the zones where they do; the last is the day that Samoa left out. */
const CHANGES = [
  ['America/New_York', '2026-11-01T06:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Australia/Sydney', '2026-04-04T16:00Z'],
  ['Australia/Sydney', '2026-10-03T16:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
] as const;
const aroundChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -60 * 60, max: 60 * 60 }))
  .map(([[zone, change], minutes]) => ({ zone, now: Date.parse(change) + minutes * 60_000 }));
const anyTime = fc.record({
  zone: fc.constantFrom('Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', ...Intl.supportedValuesOf('timeZone')),
  now: fc.integer({ min: Date.UTC(2012, 0) / 1_000, max: Date.UTC(2038, 0) / 1_000 }).map((second) => second * 1_000),
});
const present = fc.oneof(aroundChange, anyTime);
/** The zone of the reader's computer, on whose clock the parser counts. */
const computer = fc.constantFrom('UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu');
const two = (part: number) => String(part).padStart(2, '0');

describe('a typed due date around changes of clocks, whatever clock the computer has', () => {
  it('"in N days at H" is that reading on the clock of the location', () => {
    fc.assert(
      fc.property(present, computer, fc.integer({ min: 1, max: 400 }), fc.nat(23), fc.nat(59), ({ zone, now }, own, days, hour, minute) => {
        process.env.TZ = own;
        const today = wallTimeAt(now, zone) ?? expect.fail('no clock');
        const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
        const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour, minute, second: 0 };
        const reading = readDuePhrase(parse, `in ${days} days at ${two(hour)}:${two(minute)}`, zone, now);
        const at = momentOfWallTime(wall, zone) ?? 0;
        expect(reading).toEqual({ at });
        const written = `${date.toISOString().slice(0, 10)}T${two(hour)}:${two(minute)}`;
        // A reading that the clocks skip moves on by the gap: by an hour, and in Samoa once by a day.
        const gap = Date.parse(`${shown(reading, zone)}Z`) - Date.parse(`${written}Z`);
        expect(gap).toBeGreaterThanOrEqual(0);
        if (gap > 0) expect(toLocationWallTime(at - gap, zone) ?? '').not.toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  it('"in N hours" is exactly so many hours later', () => {
    fc.assert(
      fc.property(present, computer, fc.integer({ min: 1, max: 500 }), ({ zone, now }, own, hours) => {
        process.env.TZ = own;
        expect(readDuePhrase(parse, `in ${hours} hours`, zone, now)).toEqual({ at: now + hours * HOUR });
        expect(readDuePhrase(parse, `in ${hours} minutes`, zone, now)).toEqual({ at: now + hours * 60_000 });
      }),
      // From noon, fourteen hours end in the one that the computer's own clock skips.
      { numRuns: 500, examples: [[{ zone: 'Asia/Kolkata', now: Date.parse('2026-03-07T08:00Z') }, 'America/New_York', 14]] },
    );
  });

  it('is never past, and means the same on every computer', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next friday', 'today', 'tomorrow', '', '3/8', '12/24', 'in 2 weeks'];
    const times = ['', '3pm', 'at 02:30', '1:30am', 'noon', 'eod', 'morning'];
    fc.assert(
      fc.property(present, computer, fc.constantFrom(...days), fc.constantFrom(...times), ({ zone, now }, own, day, time) => {
        const phrase = `${day} ${time}`;
        process.env.TZ = 'UTC';
        const reading = readDuePhrase(parse, phrase, zone, now);
        if ('at' in reading) expect(reading.at).toBeGreaterThan(now);
        else expect(day === 'today' || phrase.trim() === '' ? 'expected' : phrase).toBe('expected');
        process.env.TZ = own;
        expect(readDuePhrase(parse, phrase, zone, now)).toEqual(reading);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), present, (phrase, { zone, now }) => void readDuePhrase(parse, phrase, zone, now)));
  });
});
