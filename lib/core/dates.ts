import { momentOfWallTime, type WallTime, wallTimeAt } from './time-zones.ts';

/** A date, optionally a time, optionally an offset; "T" or a blank between them. */
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a date from HighLevel as epoch milliseconds. With an offset it is a moment. Without one ("2026-11-26 09:30:00",
 * as a contact's appointments have it, HighLevel OpenAPI contacts-v3) it is a clock's reading in `zone`, the location's;
 * a reading that comes twice when clocks go back means the first, one that never comes moves on by the gap. A bare date
 * is its midnight. Epoch milliseconds, also as text, stay. `undefined` for anything else and for an unknown zone.
 */
export function parseMoment(written: string | number | undefined, zone: string | undefined): number | undefined {
  if (typeof written === 'number' || /^\d{12,13}$/.test(written ?? ''))
    return Number.isFinite(Number(written)) ? Number(written) : undefined;
  const match = WRITTEN.exec(written?.trim() ?? '');
  if (!match) return undefined;
  const [, , , , , , , fraction = '0', offset] = match;
  const moment = momentOfWallTime(toWallTime(match), offset === undefined ? (zone ?? '') : 'UTC');
  return moment === undefined ? undefined : moment + Math.trunc(Number(fraction) * 1_000) - offsetMs(offset);
}

function toWallTime(match: readonly string[]): WallTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  return { year, month, day, hour, minute, second };
}

function offsetMs(offset = 'Z'): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** A moment as the value of a `datetime-local` field that shows `zone`'s clock: "2026-11-26T09:30". */
export function toLocationWallTime(ms: number, zone: string): string | undefined {
  const wall = wallTimeAt(ms, zone);
  if (!wall) return undefined;
  const [month, day, hour, minute] = [wall.month, wall.day, wall.hour, wall.minute].map((part) => String(part).padStart(2, '0'));
  return `${wall.year}-${month}-${day}T${hour}:${minute}`;
}

/** The value of a `datetime-local` field as the moment at which `zone`'s clock shows it, in epoch milliseconds. */
export function fromWallTime(value: string, zone: string): number | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(value) ? parseMoment(value, zone) : undefined;
}
