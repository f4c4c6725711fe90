import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteTime, appointmentLabel, asOf, dueLabel, relativeTime } from '@/lib/core/date-labels.ts';
import { plainTexts } from './date-texts.ts';

const NEW_YORK = 'America/New_York';
/** Saturday 21 November 2026, 10:00 in New York. */
const NOW = Date.UTC(2026, 10, 21, 15);

describe('when a task is due', () => {
  it.each([
    ['days ago', '2026-11-19T15:00:00Z', '2 days late', 'overdue'],
    ['yesterday evening', '2026-11-21T04:00:00Z', '1 days late', 'overdue'],
    ['hours ago today', '2026-11-21T12:30:00Z', '2 h late', 'overdue'],
    ['minutes ago', '2026-11-21T14:40:00Z', '20 min late', 'overdue'],
    ['a moment ago', '2026-11-21T14:59:59Z', '1 min late', 'overdue'],
    ['right now', '2026-11-21T15:00:00Z', 'Today 10:00', 'today'],
    ['later today', '2026-11-21T20:00:00Z', 'Today 15:00', 'today'],
    ['today in New York, tomorrow in UTC', '2026-11-22T04:59:00Z', 'Today 23:59', 'today'],
    ['tomorrow', '2026-11-22T14:00:00Z', 'Tomorrow 09:00', 'later'],
    ['in this week', '2026-11-26T14:00:00Z', 'Thu', 'later'],
    ['in a week', '2026-11-28T14:00:00Z', '28 Nov', 'later'],
    ['next year', '2027-01-04T14:00:00Z', '4 Jan 2027', 'later'],
  ])('says it for %s', (_, due, text, group) => {
    expect(dueLabel(due, NEW_YORK, NOW, plainTexts)).toMatchObject({ text, group });
  });

  it('gives the whole date for the title', () => {
    expect(dueLabel('2026-11-26T14:00:00Z', NEW_YORK, NOW, plainTexts)?.absolute).toMatch(
      /^Thursday,? 26 November 2026 at 09:00 \(New York\)$/,
    );
  });

  it('counts days by the calendar, not by 24 hours, when clocks change', () => {
    // Saturday 23:30 before the night with 25 hours; Monday 00:30 is 26 hours later, but two midnights away.
    const saturday = Date.UTC(2026, 9, 31, 3, 30) + 24 * 3_600_000;
    expect(dueLabel('2026-11-02T05:30:00Z', NEW_YORK, saturday, plainTexts)?.text).toBe('Mon');
  });

  it('falls back to the reader’s zone when the location’s is unknown', () => {
    expect(dueLabel('2026-12-24T12:00:00Z', 'Nowhere', NOW, plainTexts)?.text).toBe('24 Dec');
  });

  it.each([[undefined], [''], ['soon']])('says nothing for %j', (due) => {
    expect(dueLabel(due, NEW_YORK, NOW, plainTexts)).toBeUndefined();
  });

  it('marks as overdue exactly what lies before now, in every zone', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(fc.integer({ min: -4e10, max: 4e10 }), zone, (away, place) => {
        const label = dueLabel(new Date(NOW + away).toISOString(), place, NOW, plainTexts);
        expect(label?.group === 'overdue').toBe(away < 0);
        expect(label?.text.includes('late')).toBe(away < 0);
        expect(label?.text).not.toMatch(/(^|\s)-|NaN|undefined/);
      }),
    );
  });
});

describe('how long ago', () => {
  it.each([
    [20_000, 'just now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [12 * 3_600_000, 'yesterday'],
    [3 * 86_400_000, '3 days ago'],
    [11 * 86_400_000, '10 Nov'],
    [400 * 86_400_000, '17 Oct 2025'],
    [-2 * 3_600_000, 'in 2 hours'],
    [-86_400_000, 'tomorrow'],
  ])('%i ms is %s', (age, text) => {
    expect(relativeTime(NOW - age, NOW, plainTexts, NEW_YORK)).toBe(text);
  });

  it('says how old shown data is', () => {
    expect([0, 119_000, 120_000, 7_200_000, 200_000_000, -5_000].map((age) => asOf(NOW - age, NOW, plainTexts))).toEqual([
      'just now',
      'as of 1 min',
      'as of 2 min',
      'as of 2 h',
      'as of 2 d',
      'just now',
    ]);
  });

  it('never throws for a moment that is none', () => {
    expect(relativeTime(Number.NaN, NOW, plainTexts, NEW_YORK)).toBe('');
    expect(absoluteTime(Number.NaN, NEW_YORK, plainTexts)).toBe('');
  });
});

describe('when an appointment is', () => {
  const start = Date.UTC(2026, 10, 26, 14, 30);
  const end = start + 1_800_000;

  it('shows the location’s time and the reader’s beside it', () => {
    expect(appointmentLabel(start, end, NEW_YORK, 'Europe/Berlin', plainTexts)).toEqual({
      text: '09:30–10:00 New York, 15:30 here',
      absolute: expect.stringMatching(/^Thursday,? 26 November 2026 at 09:30 \(New York\)$/),
      day: '26',
      month: 'Nov',
    });
  });

  it('leaves the reader’s time out when both clocks agree', () => {
    expect(appointmentLabel(start, end, NEW_YORK, 'America/Toronto', plainTexts).text).toBe('09:30–10:00');
  });

  it('names the day when the reader is on another one, and when it ends on another one', () => {
    expect(appointmentLabel(start, undefined, NEW_YORK, 'Pacific/Auckland', plainTexts).text).toBe('09:30 New York, Fri 03:30 here');
    expect(appointmentLabel(start, end + 86_400_000, NEW_YORK, NEW_YORK, plainTexts).text).toBe('09:30–Fri 10:00');
  });

  it('tells clocks of the same hour on different days apart', () => {
    // Kiritimati and Honolulu are 24 hours apart.
    expect(appointmentLabel(start, undefined, 'Pacific/Honolulu', 'Pacific/Kiritimati', plainTexts).text).toBe(
      '04:30 Honolulu, Fri 04:30 here',
    );
  });

  it('ignores an end before the start, and a zone that does not exist', () => {
    expect(appointmentLabel(start, start, NEW_YORK, NEW_YORK, plainTexts).text).toBe('09:30');
    expect(() => appointmentLabel(start, end, 'Nowhere', 'Nowhere', plainTexts)).not.toThrow();
  });
});
