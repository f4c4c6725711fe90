import { COUNTRY_CODES, countryName } from '@/lib/core/countries.ts';
import { isTimeZone } from '@/lib/core/time-zones.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { User } from '@/lib/ghl/models.ts';
import type { FieldChange, FieldValue } from '@/lib/outbox/entry.ts';
import { changesOf, type FieldEdit, type Typed, typedValue } from './changes.ts';
import { type ContactFieldRef, type ContactFields, type FieldKind, fieldValue } from './fields.ts';
import type { FieldMapping, PageField, PageFieldRef } from './mapping.ts';
import { isSameValue, isSameWholeName } from './same-value.ts';
import { applyTransforms, type TransformParts } from './transforms.ts';

/** How a site's fields become HighLevel's until a person says otherwise. */
export const STANDARD_MAPPING: readonly FieldMapping[] = [
  { from: 'name', to: 'firstName', transforms: [{ kind: 'split', part: 'first' }], rule: 'ask' },
  { from: 'name', to: 'lastName', transforms: [{ kind: 'split', part: 'last' }], rule: 'ask' },
  { from: 'email', to: 'email', transforms: [{ kind: 'trim' }], rule: 'ask' },
  { from: 'phone', to: 'phone', transforms: [{ kind: 'trim' }], rule: 'ask' },
];

/** A field of HighLevel's that may be compared. */
export interface KnownField {
  readonly field: ContactFieldRef;
  /** What the panel calls it. */
  readonly label: string;
  readonly kind: FieldKind;
  /** What a choice may be. */
  readonly options: readonly string[];
}

/** A value of the page's, and the change that it would be; without one it is what HighLevel has. */
interface PageChoice {
  readonly shown: string;
  readonly change: FieldChange | undefined;
}

/**
 * One field on both sides. `same`: both have it, or neither. `differs`. `blank`: HighLevel has none. `pageBlank`: the page
 * has none, so there is nothing to propose.
 */
export interface ComparedRow {
  readonly line: FieldMapping;
  readonly field: KnownField;
  readonly state: 'same' | 'differs' | 'blank' | 'pageBlank';
  /** Mostly one; a page may show several numbers of a person. */
  readonly choices: readonly PageChoice[];
  readonly theirs: FieldValue;
  /** What the site's rule says; nothing is sent without the person's word. */
  readonly proposal: 'page' | 'highlevel' | 'ask';
}

/** Both sides. */
export interface Sides extends TransformParts {
  readonly page: Pick<DetectedContact, 'name' | 'company' | 'emails' | 'phones'>;
  /** The page's labelled values, where the mapping asks for them and they could be read. */
  readonly fields?: readonly PageField[] | undefined;
  readonly contact: ContactFields & { readonly additionalEmails?: readonly string[] };
  /** Who may own a contact; pages name them, HighLevel takes their ids. */
  readonly users?: readonly Pick<User, 'id' | 'name' | 'email'>[] | undefined;
}

/** Compares what a mapping names; of several lines for one field the first counts for which the page has something. */
export function compare(mapping: readonly FieldMapping[], known: readonly KnownField[], sides: Sides): readonly ComparedRow[] {
  const byField = Map.groupBy(mapping, ({ to }) => to);
  return [...byField].flatMap(([to, lines]) => {
    const field = known.find((one) => one.field === to);
    if (field === undefined) return [];
    const rows = lines.map((line) => rowOf(line, field, sides));
    return rows.find(({ choices }) => choices.length > 0) ?? rows[0] ?? [];
  });
}

/** Whether a mapping needs more of the page than what is always read. */
export function needsLabels(mapping: readonly FieldMapping[]): boolean {
  return mapping.some(({ from }) => from.startsWith('label:'));
}

/** Whether the row is worth a person's attention: HighLevel's may be out of date by the site's rule. */
export function isNews({ state, line: { rule } }: ComparedRow): boolean {
  return rule === 'highlevel' ? false : state === 'blank' || (state === 'differs' && rule !== 'blanks');
}

function rowOf(line: FieldMapping, field: KnownField, sides: Sides): ComparedRow {
  const theirs = fieldValue(sides.contact, field.field);
  const isEmpty = theirs === null;
  const choices = choicesOf(line, field, theirs, sides);
  const state =
    choices.length === 0
      ? isEmpty
        ? 'same'
        : 'pageBlank'
      : isAgreed(line, field, choices, sides)
        ? 'same'
        : isEmpty
          ? 'blank'
          : 'differs';
  return { line, field, state, choices, theirs, proposal: proposalOf(line, isEmpty) };
}

function proposalOf({ rule }: FieldMapping, isEmpty: boolean): ComparedRow['proposal'] {
  if (rule === 'blanks') return isEmpty ? 'page' : 'highlevel';
  return rule;
}

function choicesOf(line: FieldMapping, field: KnownField, from: FieldValue, sides: Sides): readonly PageChoice[] {
  const made = pageValues(line.from, sides).flatMap((shown) =>
    choiceOf(shown, applyTransforms(shown, line.transforms, sides), field, from, sides),
  );
  const { fallback } = line;
  // What stands in for nothing never takes the place of something.
  const standIn = made.length === 0 && fallback !== undefined && from === null ? choiceOf(fallback, fallback, field, from, sides) : [];
  const all = [...made, ...standIn];
  return all.filter(
    ({ shown, change }, at) => all.findIndex((one) => one.shown === shown || (change && sameTo(one.change, change))) === at,
  );
}

const sameTo = (one: FieldChange | undefined, other: FieldChange) => JSON.stringify(one?.to) === JSON.stringify(other.to);

/** Nothing where the value is none that the field could have. */
function choiceOf(
  shown: string,
  value: string | undefined,
  { field, label, kind, options }: KnownField,
  from: FieldValue,
  sides: Pick<Sides, 'toE164' | 'users'>,
): readonly PageChoice[] {
  const typed = value === undefined ? undefined : typedAs(kind, value, options, sides);
  if (typed === undefined || typed.length === 0) return [];
  const edit: FieldEdit = { field, label, kind, from, typed };
  const isSame = isSameValue(kind, typed, typedValue(kind, from));
  const [change] = isSame ? [] : changesOf([edit]);
  return isSame || change ? [{ shown, change }] : [];
}

/** The page's value as the field's control would hold it; `undefined` where it cannot. */
function typedAs(
  kind: FieldKind,
  value: string,
  options: readonly string[],
  { toE164, users = [] }: Pick<Sides, 'toE164' | 'users'>,
): Typed | undefined {
  const option = (word: string) => options.find((one) => one.trim().toLowerCase() === word.trim().toLowerCase());
  switch (kind) {
    case 'choice':
      return option(value);
    case 'choices': {
      const words = option(value) === undefined ? value.split(/[;,\n]/).filter((word) => word.trim() !== '') : [value];
      const found = words.map(option);
      return found.includes(undefined) ? undefined : found.flatMap((word) => word ?? []);
    }
    case 'phone':
      return toE164?.(value) ?? value.trim();
    case 'country':
      return COUNTRY_CODES.find((code) =>
        [code, countryName(code, 'en')].some((name) => name.toLowerCase() === value.trim().toLowerCase()),
      );
    case 'owner':
      return ownerId(value, users);
    case 'timeZone':
      return isTimeZone(value.trim()) ? value.trim() : undefined;
    case 'number':
      return value.replace(/[\s$€£¥]|,(?=\d{3}(?:\D|$))/g, '');
    default:
      return value.trim();
  }
}

/** The id of the one user who is called so, or has that address or id; nobody where two are. */
function ownerId(value: string, users: NonNullable<Sides['users']>): string | undefined {
  const asked = value.trim().toLowerCase();
  const [user, ...more] = users.filter(({ id, name, email }) => [id, name, email].some((text) => text?.trim().toLowerCase() === asked));
  return more.length === 0 ? user?.id : undefined;
}

/** One of the page's numbers is HighLevel's, its address is one of the contact's, or both names are one. */
function isAgreed({ transforms }: FieldMapping, { kind, field }: KnownField, choices: readonly PageChoice[], { contact }: Sides): boolean {
  if (choices.some(({ change }) => change === undefined)) return true;
  if (kind === 'email')
    return choices.every(({ shown }) => (contact.additionalEmails ?? []).some((email) => isSameValue('email', shown, email)));
  const isPart = (field === 'firstName' || field === 'lastName') && transforms.some((transform) => transform.kind === 'split');
  return isPart && choices.every(({ shown }) => isSameWholeName(shown, `${contact.firstName ?? ''} ${contact.lastName ?? ''}`));
}

/** What the page shows for a reference to one of its fields. */
export function pageValues(from: PageFieldRef, { page, fields = [] }: Pick<Sides, 'page' | 'fields'>): readonly string[] {
  const known = { name: [page.name], company: [page.company], email: page.emails, phone: page.phones } as const;
  const label = from.slice('label:'.length).trim().toLowerCase();
  const values = Object.hasOwn(known, from)
    ? known[from as keyof typeof known] // by the line before
    : fields.filter((field) => field.label.trim().toLowerCase() === label).map(({ value }) => value);
  return values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value]));
}
