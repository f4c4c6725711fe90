import { webAddress } from '@/lib/core/web-address.ts';
import type { FieldChange, FieldValue } from '@/lib/outbox/entry.ts';
import { type FieldKind, isContactField } from './fields.ts';

/** What a form's control holds: a line of text, or the choices that are ticked. */
export type Typed = string | readonly string[];

/** A field that a person has touched in a form. */
export interface FieldEdit {
  /** A `ContactFieldRef`; what comes out of a store may be anything else. */
  readonly field: string;
  /** What the panel calls the field. */
  readonly label: string;
  readonly kind: FieldKind;
  /** What HighLevel had when the person touched it. */
  readonly from: FieldValue;
  readonly typed: Typed;
}

/** What keeps a field from being saved. */
export type FieldProblem = 'email' | 'phone' | 'website' | 'number' | 'date';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the control of a date holds while only a part of it is filled in: no date, but no clearing either. */
export const HALF_A_DATE = '?';

/**
 * The changes that a form stands for: of fields that can be written, whose value is another than HighLevel had when they
 * were touched. An emptied field that had a value is a change to `null`; nothing else is. Fields with a problem are left out.
 */
export function changesOf(edits: Iterable<FieldEdit>): readonly FieldChange[] {
  const changes = new Map<string, FieldChange>();
  for (const edit of edits) {
    changes.delete(edit.field);
    const change = changeOf(edit);
    if (change !== undefined) changes.set(edit.field, change);
  }
  return [...changes.values()];
}

function changeOf(edit: FieldEdit): FieldChange | undefined {
  const { field, label, kind, from, typed } = edit;
  const isOfItsKind = (kind === 'choices') === (typeof typed !== 'string');
  if (!isContactField(field) || !isOfItsKind || problemOf(edit) !== undefined) return undefined;
  if (isSameTyped(kind, typed, typedValue(kind, from))) return undefined;
  return { field, label, from, to: meantBy(kind, typed) };
}

/** Why what was typed cannot be saved; `undefined` when it can. What the person has not changed is never a problem. */
export function problemOf({ kind, from, typed }: FieldEdit): FieldProblem | undefined {
  if (typeof typed !== 'string' || typed.trim() === '' || isSameTyped(kind, typed, typedValue(kind, from))) return undefined;
  const text = typed.trim();
  switch (kind) {
    case 'email':
      return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(text) && text.length <= 254 ? undefined : 'email';
    case 'phone':
      return isNumberShaped(text) ? undefined : 'phone';
    case 'website':
      return webAddress(text) === undefined ? 'website' : undefined;
    case 'number':
      return /^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? undefined : 'number';
    case 'date':
      return isDay(text) ? undefined : 'date';
    default:
      return undefined;
  }
}

/** What a control shows of a value: nothing of one that it could not hold. */
export function typedValue(kind: FieldKind, value: FieldValue): Typed {
  if (kind === 'choices') return value === null ? [] : typeof value === 'object' ? value : [String(value)];
  const text = value === null ? '' : typeof value === 'object' ? value.join(', ') : String(value);
  if (kind === 'date') return dayOf(value);
  return kind === 'country' && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text;
}

/** The value that typed text stands for, in HighLevel's form; it has no problem. */
function meantBy(kind: FieldKind, typed: Typed): FieldValue {
  if (typeof typed !== 'string') return listed(typed);
  const text = typed.trim();
  if (text === '') return null;
  switch (kind) {
    case 'number':
      return Number(text);
    // HighLevel keeps e-mails in lower case.
    case 'email':
      return text.toLowerCase();
    case 'phone':
      return compactPhone(text);
    default:
      return text;
  }
}

/** The choices that say something, each once; `null` for none. */
function listed(choices: readonly string[]): FieldValue {
  const said = [...new Set(choices.filter((choice) => choice.trim() !== ''))];
  return said.length === 0 ? null : said;
}

function isSameTyped(kind: FieldKind, a: Typed, b: Typed): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim() || essence(kind, a) === essence(kind, b);
  return essence(kind, a) === essence(kind, b);
}

/** Equal for two writings of one value. */
function essence(kind: FieldKind, typed: Typed): string {
  if (typeof typed !== 'string') return JSON.stringify([listed(typed)].flat().sort());
  const text = typed.trim();
  if (kind === 'number' && text !== '' && Number.isFinite(Number(text))) return String(Number(text));
  return String(meantBy(kind === 'number' ? 'text' : kind, text) ?? '');
}

/** An international number without its decorations (E.164); any other stays as written, for the background to complete. */
export function compactPhone(phone: string): string {
  return /^\+[\d\s().\-/]+$/.test(phone) ? `+${phone.replace(/\D/g, '')}` : phone;
}

/** Something that can be a number in E.164 once its country is known: 5 to 15 digits, and an extension at most. */
function isNumberShaped(text: string): boolean {
  const [number = '', ...rest] = text.split(/(?:ext\.?|x|#)/i);
  const digits = number.replace(/\D/g, '');
  return /^\+?[\d\s().\-/]+$/.test(number) && digits.length >= 5 && digits.length <= 15 && /^[\d\s]*$/.test(rest.join(''));
}

/** A value's day as `YYYY-MM-DD`; HighLevel gives dates as such, as ISO 8601 moments or as epoch milliseconds, all in UTC. */
function dayOf(value: FieldValue): string {
  const isMoment = typeof value === 'number' || (typeof value === 'string' && /^-?\d{11,14}$/.test(value));
  if (isMoment) return isoDay(Number(value));
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(day) && /^(?:$|T)/.test(String(value).slice(10)) ? day : '';
}

/** Empty for a moment outside the years of four digits. */
function isoDay(ms: number): string {
  const date = new Date(ms);
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return DAY.test(day) ? day : '';
}

function isDay(text: string): boolean {
  return DAY.test(text) && isoDay(Date.parse(`${text}T00:00:00Z`)) === text;
}
