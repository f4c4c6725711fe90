import { describe, expect, it } from 'vitest';
import { defaultDueDate } from '@/lib/core/due-date.ts';

describe('defaultDueDate', () => {
  it.each([
    ['an ordinary day', 'America/New_York', '2026-11-21T15:00:00Z', '2026-11-22T14:00:00Z'],
    ['an evening that is already tomorrow in UTC', 'America/New_York', '2026-11-22T03:00:00Z', '2026-11-22T14:00:00Z'],
    ['the night clocks go back', 'Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    ['the end of a year', 'Pacific/Auckland', '2026-12-30T12:00:00Z', '2026-12-31T20:00:00Z'],
  ])('is tomorrow at nine in the location on %s', (_name, zone, now, due) => {
    expect(defaultDueDate(zone, Date.parse(now))).toBe(due);
  });

  it("takes the reader's zone when the location's is unknown", () => {
    expect(defaultDueDate('Nowhere/Atlantis', Date.parse('2026-11-21T15:00:00Z'))).toMatch(/^2026-11-2\d[T]\d\d:00:00Z$/);
  });
});
