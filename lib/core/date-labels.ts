import { parseMoment } from './dates.ts';
import { readerTimeZone, usableTimeZone, wallTimeAt, zoneCity } from './time-zones.ts';

/** The words around dates, in the reader's language; the dates themselves come from `Intl` in `locale`. */
export interface DateTexts {
  /** BCP 47, e.g. `en-GB`. */
  readonly locale: string;
  readonly justNow: string;
  minutesLate(count: number): string;
  hoursLate(count: number): string;
  daysLate(count: number): string;
  today(time: string): string;
  tomorrow(time: string): string;
  minutes(count: number): string;
  hours(count: number): string;
  days(count: number): string;
  /** `age` as the three above say it. */
  asOf(age: string): string;
  /** `time` is in the location's zone, `here` in the reader's. */
  appointment(time: string, city: string, here: string): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DueLabel {
  /** "2 days late", "Today 15:00", "Tomorrow 09:00", "Thu", "26 Nov", "26 Nov 2027". */
  readonly text: string;
  readonly group: 'overdue' | 'today' | 'later';
  /** For a `title`: "Thursday 26 November 2026 at 15:00 (New York)". */
  readonly absolute: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * How a task's due moment reads at `now`, by the calendar of `zone` (the location's; the reader's when unknown).
 * `undefined` when there is no readable date. `dueDate` is ISO 8601.
 */
export function dueLabel(dueDate: string | undefined, zone: string | undefined, now: number, texts: DateTexts): DueLabel | undefined {
  const shown = usableTimeZone(zone);
  const at = parseMoment(dueDate, shown);
  if (at === undefined) return undefined;
  const days = daysBetween(now, at, shown);
  const group = at < now ? 'overdue' : days === 0 ? 'today' : 'later';
  const text = at < now ? lateText(now - at, -days, texts) : comingText(at, days, shown, now, texts);
  return { text, group, absolute: absoluteTime(at, shown, texts), at };
}

function lateText(late: number, days: number, texts: DateTexts): string {
  if (days > 0) return texts.daysLate(days);
  return late < HOUR ? texts.minutesLate(Math.max(1, Math.floor(late / MINUTE))) : texts.hoursLate(Math.floor(late / HOUR));
}

function comingText(at: number, days: number, zone: string, now: number, texts: DateTexts): string {
  if (days === 0) return texts.today(timeOf(at, zone, texts));
  if (days === 1) return texts.tomorrow(timeOf(at, zone, texts));
  return days < 7 ? format(at, zone, texts, { weekday: 'short' }) : shortDate(at, zone, now, texts);
}

/** "just now", "5 minutes ago", "yesterday", then "10 Nov" and "10 Nov 2025", by the reader's calendar. */
export function relativeTime(ms: number, now: number, texts: DateTexts, zone = readerTimeZone()): string {
  const age = Math.abs(now - ms);
  const days = daysBetween(now, ms, zone);
  if (age < MINUTE) return texts.justNow;
  const relative = new Intl.RelativeTimeFormat(texts.locale, { numeric: 'auto' });
  const ahead = Math.sign(ms - now);
  if (age < HOUR) return relative.format(ahead * Math.floor(age / MINUTE), 'minute');
  if (days === 0) return relative.format(ahead * Math.floor(age / HOUR), 'hour');
  return Math.abs(days) < 7 ? relative.format(days, 'day') : shortDate(ms, zone, now, texts);
}

/** "as of 2 min": how old shown data is; "just now" for less than a minute. */
export function asOf(ms: number, now: number, texts: DateTexts): string {
  const age = Math.max(0, now - ms);
  if (age < MINUTE) return texts.justNow;
  if (age < HOUR) return texts.asOf(texts.minutes(Math.floor(age / MINUTE)));
  return texts.asOf(age < DAY ? texts.hours(Math.floor(age / HOUR)) : texts.days(Math.floor(age / DAY)));
}

export interface AppointmentLabel {
  /** "09:30–10:00", with "New York, 15:30 here" after it when the reader's clock shows another time. */
  readonly text: string;
  /** For a `title`. */
  readonly absolute: string;
  /** Day of the month and month in the location's zone, for the tile: "26" and "Nov". */
  readonly day: string;
  readonly month: string;
}

/** An appointment's time. `start` and `end` are epoch milliseconds (`parseMoment`). */
export function appointmentLabel(
  start: number,
  end: number | undefined,
  locationZone: string | undefined,
  readerZone: string,
  texts: DateTexts,
): AppointmentLabel {
  const zone = usableTimeZone(locationZone);
  const from = timeOf(start, zone, texts);
  const until = end === undefined || end <= start ? '' : `–${endTime(start, end, zone, texts)}`;
  const reader = usableTimeZone(readerZone);
  const here = dayAndTime(start, reader, dayNumber(start, reader) !== dayNumber(start, zone), texts);
  const isSameClock = here === from;
  return {
    text: isSameClock ? from + until : texts.appointment(from + until, zoneCity(zone), here),
    absolute: absoluteTime(start, zone, texts),
    day: format(start, zone, texts, { day: 'numeric' }),
    month: format(start, zone, texts, { month: 'short' }),
  };
}

function endTime(start: number, end: number, zone: string, texts: DateTexts): string {
  return dayAndTime(end, zone, daysBetween(start, end, zone) !== 0, texts);
}

function dayAndTime(ms: number, zone: string, withDay: boolean, texts: DateTexts): string {
  const time = timeOf(ms, zone, texts);
  return withDay ? `${format(ms, zone, texts, { weekday: 'short' })} ${time}` : time;
}

/** "Thursday 26 November 2026 at 15:00 (New York)". */
export function absoluteTime(ms: number, zone: string | undefined, texts: DateTexts): string {
  const shown = usableTimeZone(zone);
  const date = format(ms, shown, texts, { dateStyle: 'full', timeStyle: 'short' });
  return date && `${date} (${zoneCity(shown)})`;
}

function shortDate(ms: number, zone: string, now: number, texts: DateTexts): string {
  const isThisYear = wallTimeAt(ms, zone)?.year === wallTimeAt(now, zone)?.year;
  return format(ms, zone, texts, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) });
}

function timeOf(ms: number, zone: string, texts: DateTexts): string {
  return format(ms, zone, texts, { timeStyle: 'short' });
}

/** Text of a moment; empty for what is none, `Intl` would throw. */
function format(ms: number, timeZone: string, texts: DateTexts, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(new Date(ms).getTime()) ? '' : formatterOf(texts.locale, { ...options, timeZone }).format(ms);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, and a long list needs the same few for each of its rows. */
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** Midnights between two moments on `zone`'s calendar; negative when `to` is earlier. */
function daysBetween(from: number, to: number, zone: string): number {
  return dayNumber(to, zone) - dayNumber(from, zone);
}

function dayNumber(ms: number, zone: string): number {
  const wall = wallTimeAt(ms, zone);
  return wall ? Date.UTC(wall.year, wall.month - 1, wall.day) / DAY : 0;
}
