import { momentOfWallTime, usableTimeZone, wallTimeAt } from './time-zones.ts';

/** The hour at which a task is due when nobody says otherwise; HighLevel knows no all-day tasks. */
const DEFAULT_HOUR = 9;

/** Tomorrow at nine in the location's zone, as HighLevel wants it: ISO 8601 UTC in whole seconds. `now`: epoch ms. */
export function defaultDueDate(zone: string | undefined, now: number): string {
  const usable = usableTimeZone(zone);
  const today = wallTimeAt(now, usable);
  const tomorrow = new Date(today === undefined ? now : Date.UTC(today.year, today.month - 1, today.day + 1));
  const wall = {
    year: tomorrow.getUTCFullYear(),
    month: tomorrow.getUTCMonth() + 1,
    day: tomorrow.getUTCDate(),
    hour: DEFAULT_HOUR,
    minute: 0,
    second: 0,
  };
  return toIsoSeconds(momentOfWallTime(wall, usable) ?? now + 86_400_000);
}

/** ISO 8601 UTC in whole seconds, as HighLevel's dates are written. */
export function toIsoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
