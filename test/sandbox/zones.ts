const wallClock = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** `YYYY-MM-DD HH:mm:ss` on the clocks of `timeZone`. */
export function toWallClock(time: number, timeZone: string): string {
  return wallClock(timeZone).format(time);
}

/** ISO 8601 with the zone's offset, seconds precision, e.g. `2026-11-21T16:00:00-05:00`. */
export function toOffsetIso(time: number, timeZone: string): string {
  const minutes = offsetMinutes(time, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${toWallClock(time, timeZone).replace(' ', 'T')}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The moment at which the clocks of `timeZone` show `hour:minute`, `days` days from the day of `now`. */
export function atLocalTime(now: number, timeZone: string, days: number, hour: number, minute = 0): number {
  const [year = 0, month = 1, day = 1] = toWallClock(now, timeZone).slice(0, 10).split('-').map(Number);
  const asIfUtc = Date.UTC(year, month - 1, day + days, hour, minute);
  const guess = asIfUtc - offsetMinutes(asIfUtc, timeZone) * 60_000;
  return asIfUtc - offsetMinutes(guess, timeZone) * 60_000;
}

function offsetMinutes(time: number, timeZone: string): number {
  const shown = Date.parse(`${toWallClock(time, timeZone).replace(' ', 'T')}Z`);
  return Math.round((shown - Math.floor(time / 1000) * 1000) / 60_000);
}
