import type { ParsedResult } from 'chrono-node/en';
import { DEFAULT_HOUR, END_OF_DAY_HOUR } from './due-date.ts';
import { momentOfWallTime, type WallTime, wallTimeAt } from './time-zones.ts';

/** `parse` of `chrono-node/en`, which is loaded only when somebody types a date. */
export type PhraseParser = (text: string, reference: { instant: Date; timezone: number }) => readonly ParsedResult[];

type ParsedComponents = ParsedResult['start'];

/** Fetches the parser, a large part of the panel that is needed only where somebody types a date. */
export async function loadPhraseParser(): Promise<PhraseParser> {
  return (await import('chrono-node/en')).parse;
}

/** What a phrase means: a moment in epoch milliseconds, always after now, or why there is none. */
export type DueReading = { readonly at: number } | { readonly problem: 'unclear' | 'past' };

/**
 * Reads a due date as people type it ("fri 3pm", "in 2 days", "eod") on the clock of `zone`; `now` is epoch milliseconds.
 * Without a time of day it is due at nine. What may be of several days is the next one to come. Hours and minutes from now
 * are counted on a stopwatch: clocks that change meanwhile do not change them.
 */
export function readDuePhrase(parse: PhraseParser, phrase: string, zone: string, now: number): DueReading {
  const today = wallTimeAt(now, zone);
  if (today === undefined) return { problem: 'unclear' };
  for (const text of wordings(phrase)) {
    const [found] = parse(text, noonOf(today));
    if (found === undefined || !isWhole(text, found)) continue;
    const at = isElapsed(found) ? now + elapsed(parse, text, today) : nextMoment(found, { zone, now, today });
    if (at === undefined || Number.isNaN(at)) return { problem: 'unclear' };
    return at > now ? { at } : { problem: 'past' };
  }
  return { problem: 'unclear' };
}

/** As `readDuePhrase`, where nothing waits for the answer: the moment in epoch milliseconds, `undefined` for none to come. */
export async function parseDuePhrase(phrase: string, zone: string, now: number): Promise<number | undefined> {
  const reading = readDuePhrase(await loadPhraseParser(), phrase, zone, now);
  return 'at' in reading ? reading.at : undefined;
}

/** The phrase, then the same with words that people leave out: "2h" for "in 2h", "fri 3" for "fri at 3". */
function wordings(phrase: string): readonly string[] {
  const text = phrase
    .trim()
    .toLowerCase()
    .replace(/\b(?:eod|cob|end of (?:the )?day)\b/, `${END_OF_DAY_HOUR}:00`)
    .replace(/\b(?:eow|end of (?:the )?week)\b/, `friday ${END_OF_DAY_HOUR}:00`)
    .replace(/\beom\b/, 'end of month');
  return [text, `in ${text}`, text.replace(/(?:^|(\D) )(\d{1,2})$/, '$1 at $2').trim()];
}

/** Nothing is left over that was not understood, but for words that add nothing. */
function isWhole(text: string, { index, text: understood }: ParsedResult): boolean {
  const rest = text.slice(0, index) + text.slice(index + understood.length);
  return !/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:by|on|at|due|the|before)\b/g, ''));
}

/** The parser does its sums on the computer's own clock: at noon no zone changes it. */
function noonOf(day: WallTime, hour = 12): { instant: Date; timezone: number } {
  return { instant: new Date(Date.UTC(day.year, day.month - 1, day.day, hour)), timezone: 0 };
}

function isElapsed(found: ParsedResult): boolean {
  return found.tags().has('result/relativeDateAndTime');
}

/** Milliseconds from now. A sum that ends in an hour which the computer's own clock skips is too long, but not from two hours. */
function elapsed(parse: PhraseParser, text: string, today: WallTime): number {
  const sums = [12, 15].map((hour) => {
    const reference = noonOf(today, hour);
    const [found] = parse(text, reference);
    return found ? utcOf(wallOf(found.start)) - reference.instant.getTime() : Number.NaN;
  });
  return Math.min(...sums);
}

interface Present {
  readonly zone: string;
  readonly now: number;
  readonly today: WallTime;
}

/** The first moment to come that fits; one that has passed when nothing of it is open. */
function nextMoment(found: ParsedResult, { zone, now, today }: Present): number | undefined {
  const { start } = found;
  const wall = { ...wallOf(start), ...(isOnlyTime(start) ? dayOf(today) : {}), ...hourOf(found) };
  const moment = (reading: WallTime) =>
    start.isCertain('timezoneOffset') ? utcOf(reading) - (start.get('timezoneOffset') ?? 0) * 60_000 : momentOfWallTime(reading, zone);
  const candidates = [wall, ...laterOnes(found, wall, today)].map(moment).filter((at) => at !== undefined);
  return candidates.find((at) => at > now) ?? candidates[0];
}

/** What else the phrase may mean, soonest first. */
function laterOnes({ start, text }: ParsedResult, wall: WallTime, today: WallTime): readonly WallTime[] {
  if (isOnlyTime(start)) return [addDays(wall, 1), addDays(wall, 2)];
  if (isOnlyWeekday(start)) return /\b(?:last|past|previous)\b/.test(text) ? [] : [addDays(wall, 7), addDays(wall, 14)];
  // Leap years are eight years apart at most.
  if (!start.isCertain('year')) return [1, 2, 3, 4, 5, 6, 7, 8].map((years) => ({ ...wall, year: wall.year + years }));
  if (start.isCertain('hour') || !isSameDay(wall, today)) return [];
  return [
    { ...wall, hour: END_OF_DAY_HOUR, minute: 0 },
    { ...wall, hour: 23, minute: 59 },
  ];
}

/** The parser's own hours for "tonight" and the like, but for its very early morning. */
function hourOf(found: ParsedResult): Pick<WallTime, 'hour' | 'minute'> {
  const { start } = found;
  const [hour, minute] = [start.get('hour') ?? DEFAULT_HOUR, start.get('minute') ?? 0];
  if (!start.isCertain('hour')) {
    const isNamed = ['tonight', 'evening', 'afternoon'].some((name) => found.tags().has(`casualReference/${name}`));
    return isNamed ? { hour, minute } : { hour: DEFAULT_HOUR, minute: 0 };
  }
  // "at 3" is said of the afternoon; "03:00" and "3am" are not.
  const isBare = !start.isCertain('meridiem') && /(?:^|\D)[1-6]$/.test(found.text);
  return { hour: isBare && hour < 12 ? hour + 12 : hour, minute };
}

function isOnlyTime(start: ParsedComponents): boolean {
  return !(['weekday', 'day', 'month', 'year'] as const).some((part) => start.isCertain(part));
}

function isOnlyWeekday(start: ParsedComponents): boolean {
  return start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('month');
}

function wallOf(start: ParsedComponents): WallTime {
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second') => start.get(name) ?? Number.NaN;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second') };
}

function dayOf({ year, month, day }: WallTime): Pick<WallTime, 'year' | 'month' | 'day'> {
  return { year, month, day };
}

function isSameDay(a: WallTime, b: WallTime): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

function addDays(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
