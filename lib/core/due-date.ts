import { fromWallTime, parseMoment } from './dates.ts';
import { momentOfWallTime, usableTimeZone, wallTimeAt } from './time-zones.ts';

/** The hour at which a task is due when nobody says otherwise; HighLevel knows no all-day tasks. */
export const DEFAULT_HOUR = 9;

/** The hour at which people mean a working day to end. */
export const END_OF_DAY_HOUR = 17;

/** Tomorrow at nine in the location's zone, as HighLevel wants it: ISO 8601 UTC in whole seconds. `now`: epoch ms. */
export function defaultDueDate(zone: string | undefined, now: number): string {
  return toIsoSeconds(dueInDays(zone, now, 1));
}

/** So many days from today at nine in the location's zone, in epoch milliseconds. */
export function dueInDays(zone: string | undefined, now: number, days: number): number {
  return startOfDay(zone, now, days, DEFAULT_HOUR) ?? now + days * 86_400_000;
}

/** The moment at which the location's day begins, so many days from today; `hour`: that hour of it instead. */
export function startOfDay(zone: string | undefined, now: number, days = 0, hour = 0): number | undefined {
  const usable = usableTimeZone(zone);
  const today = wallTimeAt(now, usable);
  if (today === undefined) return undefined;
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
  const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour, minute: 0, second: 0 };
  return momentOfWallTime(wall, usable);
}

/** ISO 8601 UTC in whole seconds, as HighLevel's dates are written. */
export function toIsoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/**
 * The value of a form's due field in epoch milliseconds: a moment (ISO 8601 with an offset, which keeps the second of two
 * equal hours apart from the first) or a `datetime-local` value on the clock of `zone`.
 */
export function dueMoment(value: string, zone: string): number | undefined {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(value) ? parseMoment(value, zone) : fromWallTime(value, zone);
}
