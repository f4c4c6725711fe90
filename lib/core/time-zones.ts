/** A wall clock's reading, without a zone. `month` is 1–12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** A formatter per zone: making one is slow. `undefined` for a zone that the browser does not know. */
function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(zone)) clocks.set(zone, createClock(zone));
  return clocks.get(zone);
}

function createClock(zone: string): Intl.DateTimeFormat | undefined {
  try {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    return new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', { ...fields, hourCycle: 'h23', timeZone: zone });
  } catch {
    return undefined;
  }
}

/** Whether the browser knows this IANA zone, e.g. `America/New_York`. */
export function isTimeZone(zone: string | undefined): zone is string {
  return zone !== undefined && zone !== '' && clockOf(zone) !== undefined;
}

/** The zone of the computer. */
export function readerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `zone` when the browser knows it, else the reader's own: for showing moments, never for reading zone-less times. */
export function usableTimeZone(zone: string | undefined): string {
  return isTimeZone(zone) ? zone : readerTimeZone();
}

/** The city that names a zone: "New York" for `America/New_York`. */
export function zoneCity(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** What a clock in `zone` shows at a moment (epoch milliseconds); `undefined` for an unknown zone or no moment. */
export function wallTimeAt(ms: number, zone: string): WallTime | undefined {
  if (!isMoment(ms)) return undefined;
  const read: Record<string, number> = {};
  for (const { type, value } of clockOf(zone)?.formatToParts(ms) ?? []) read[type] = Number(value);
  const { year, month, day, hour, minute, second } = read;
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined || second === undefined)
    return undefined;
  return { year, month, day, hour, minute, second };
}

/**
 * The moment at which a clock in `zone` shows `wall`, in epoch milliseconds. When clocks go back and the reading comes
 * twice, the first one; when they go forward and it never comes, as much later as the gap is wide (as `Temporal` and
 * calendars do). `undefined` for a reading that no calendar has, such as 30 February.
 */
export function momentOfWallTime(wall: WallTime, zone: string): number | undefined {
  const asUtc = utcOf(wall);
  if (!isMoment(asUtc) || !isSameReading(wall, asUtc)) return undefined;
  // What HighLevel writes, hundreds of times in a long list.
  if (zone === 'UTC') return asUtc;
  const before = offsetAt(asUtc - DAY_MS, zone);
  const after = offsetAt(asUtc + DAY_MS, zone);
  if (before === undefined || after === undefined) return undefined;
  // The larger offset gives the earlier of two moments with the same reading.
  const candidates = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)];
  return candidates.find((ms) => offsetAt(ms, zone) === asUtc - ms) ?? asUtc - before;
}

const DAY_MS = 86_400_000;

/** From the year 1020 to 9987: years of four digits everywhere. */
function isMoment(ms: number): boolean {
  return ms > -30_000_000_000_000 && ms < 253_000_000_000_000;
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(ms: number, zone: string): number | undefined {
  const wall = wallTimeAt(ms, zone);
  return wall && utcOf(wall) - Math.floor(ms / 1_000) * 1_000;
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function isSameReading(wall: WallTime, ms: number): boolean {
  const date = new Date(ms);
  return (
    date.getUTCFullYear() === wall.year &&
    date.getUTCMonth() === wall.month - 1 &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour &&
    date.getUTCMinutes() === wall.minute
  );
}
