import { withoutSalutation } from '@/lib/core/person-name.ts';
import type { Transform } from './mapping.ts';

/** What a transform needs of the world. */
export interface TransformParts {
  /** A number in E.164, `undefined` when it is none. Without it numbers stay as they are: the sender completes them. */
  readonly toE164?: ((number: string) => string | undefined) | undefined;
}

/** A page's value on its way to HighLevel; `undefined` when it stays out. Pure, and never throws. */
export function applyTransforms(value: string, transforms: readonly Transform[], parts: TransformParts = {}): string | undefined {
  let now: string | undefined = value;
  for (const transform of transforms) {
    if (now === undefined || now.trim() === '') return undefined;
    now = applyOne(now, transform, parts);
  }
  return now === undefined || now.trim() === '' ? undefined : now;
}

function applyOne(value: string, transform: Transform, { toE164 }: TransformParts): string | undefined {
  switch (transform.kind) {
    case 'trim':
      return value.replace(/\s+/g, ' ').trim();
    case 'case':
      return CASES[transform.to](value);
    case 'e164':
      return toE164 === undefined ? value : toE164(value);
    case 'date':
      return toDay(value, transform.order);
    case 'split':
      return nameParts(value)[transform.part];
    case 'lookup':
      return transform.table.find(({ from }) => isSameWord(from, value))?.to ?? transform.otherwise;
  }
}

const isSameWord = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

const CASES = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  title: (text: string) => text.toLowerCase().replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu, capitalised),
} as const;

/** The capital of some letters is two, of which only the first is one in a word. */
function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  const [capital = '', ...more] = first.toUpperCase();
  return capital + more.join('').toLowerCase() + rest.join('');
}

/** A whole name in two: the last word is the last name; salutations are part of neither. */
export function nameParts(name: string): { readonly first: string | undefined; readonly last: string | undefined } {
  const words = withoutSalutation(name).split(' ').filter(Boolean);
  const last = words.length > 1 ? words.pop() : undefined;
  return { first: words.join(' ') || undefined, last };
}

const ORDERS = { dmy: ['day', 'month', 'year'], mdy: ['month', 'day', 'year'], ymd: ['year', 'month', 'day'] } as const;

/** A date of numbers as `YYYY-MM-DD`; `undefined` for what is no day, or whose year has not four digits. */
function toDay(text: string, order: keyof typeof ORDERS): string | undefined {
  const [, one = '', two = '', three = ''] =
    /^\s*(\d{1,4})\s?[-/.\s年]\s?(\d{1,2})\s?[-/.\s月]\s?(\d{1,4})\s?日?\.?(?:[T\s,].*)?$/s.exec(text) ?? [];
  // Four digits at the start are a year, whatever the order of the page's other dates.
  const names = one.length === 4 ? ORDERS.ymd : ORDERS[order];
  const parts = Object.fromEntries([one, two, three].map((part, at) => [names[at], part]));
  const { year = '', month = '', day = '' } = parts;
  if (year.length !== 4 || month.length > 2 || day.length > 2 || month === '' || day === '') return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  // The 30th of February is taken for a day of March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === iso ? iso : undefined;
}

/** HighLevel's value as the page would write it: what the lookups and dates of a line made of it, made undone. */
export function untransformed(value: string, transforms: readonly Transform[], sample = ''): string {
  return transforms.toReversed().reduce((now, transform) => {
    if (transform.kind === 'lookup') return transform.table.find(({ to }) => isSameWord(to, now))?.from ?? now;
    return transform.kind === 'date' ? asWritten(now, transform.order, sample) : now;
  }, value);
}

/** With the separator that the page uses; a page that shows none, or ISO dates, gets an ISO date, as inputs of dates take. */
function asWritten(day: string, order: keyof typeof ORDERS, sample: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const separator = /^\d{1,2}([-/.])\d/.exec(sample.trim())?.[1];
  if (year === undefined || separator === undefined) return day;
  const parts = { year, month, day: date };
  return ORDERS[order].map((name) => parts[name]).join(separator);
}
