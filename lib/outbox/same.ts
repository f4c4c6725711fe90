import { parseMoment } from '@/lib/core/dates.ts';

/** HighLevel stores tag names in lower case as a rule. */
export function isSameTag(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Whether a text came back as it was sent, whatever a server rewrites on the way. */
export function isSameText(answered: string | undefined, asked: string): boolean {
  return answered !== undefined && essence(answered) === essence(asked);
}

/** What HighLevel has for a field, as its answer gives it. */
export type Current = unknown;

/** Fields whose values are moments; those of an appointment may come without zone, on the location's clock. */
const MOMENTS: ReadonlySet<string> = new Set(['dueDate', 'startTime', 'endTime', 'dateOfBirth']);

/**
 * Whether two values of a field mean the same: what a server rewrites on the way (markup, white space, the form of a
 * date) makes no difference. `zone`: the location's, for times without one.
 */
export function isSameMeaning(field: string, one: Current, other: Current, zone: string | undefined): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (Array.isArray(one) || Array.isArray(other)) return listKey(one) === listKey(other);
  const [a, b] = [String(one), String(other)];
  if (a === b) return true;
  if (MOMENTS.has(field) || isDated(a, b)) return isSameMoment(a, b, zone);
  if (field === 'phone') return isSameNumber(digits(a), digits(b));
  if (field === 'email') return lower(a) === lower(b);
  return essence(a) === essence(b);
}

/** Whether HighLevel already has this very value: then there is nothing to send. Unlike above, formatting counts. */
export function isSameValue(field: string, one: Current, other: Current, zone: string | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || MOMENTS.has(field)) return isSameMeaning(field, one, other, zone);
  if (field === 'phone') return digits(one) === digits(other);
  return plain(one) === plain(other);
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** Numbers are typed without their country and kept with it; a few digits at the end are no number. */
function isSameNumber(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 7 && (a.endsWith(b) || b.endsWith(a)));
}

/** A date of HighLevel's own making, not a number or a word: custom fields do not say which they are. */
function isDated(a: string, b: string): boolean {
  const isDate = /^\d{4}-\d\d-\d\d([T ]|$)/;
  return isDate.test(a) && isDate.test(b);
}

function isSameMoment(a: string, b: string, zone: string | undefined): boolean {
  const [one, other] = [parseMoment(a, zone ?? 'UTC'), parseMoment(b, zone ?? 'UTC')];
  if (one !== undefined && one === other) return true;
  // A day has no clock: midnight in one form is the bare date in the other.
  return a.slice(0, 10) === b.slice(0, 10) && (a.length === 10 || b.length === 10);
}

export function isEmpty(value: Current): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function listKey(value: Current): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return JSON.stringify(items.map(String).sort());
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim().normalize('NFC');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ', amp: '&' };

/** Text without what a server may rewrite on the way: markup, entities, white space, Unicode composition. Compared, never shown. */
function essence(text: string): string {
  return text
    .replace(/&(lt|gt|quot|#39|#x27|nbsp|amp);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, '')
    .normalize('NFC');
}
