import type { Field } from '../adapter.ts';
import type { Lesson, RuleCheck, RuleReading } from './findings.ts';
import { comparePlaces, guessPlace } from './learn-place.ts';
import type { TaughtRule } from './rule.ts';
import { sameness } from './value.ts';

const FIELDS: readonly Field[] = ['name', 'company', 'email', 'phone'];

/**
 * The rule that one record teaches. It is not proven before a second record was held against it (`checkRule`). `null`: the
 * page is not one of an https site, or neither e-mail, phone nor name was taught.
 */
export function makeRule(lesson: Lesson, now: number): TaughtRule | null {
  const url = URL.parse(lesson.url);
  const place = url?.protocol === 'https:' ? guessPlace(url) : undefined;
  const fields = Object.fromEntries(FIELDS.flatMap((field) => anchorsOf(lesson, field)));
  const label = lesson.label.trim().slice(0, 80) || url?.hostname.slice(0, 80);
  if (!url || !place || !label || !tellsPerson(fields)) return null;
  return { version: 1, origin: url.origin, label, ...place, fields, taughtAt: now };
}

function anchorsOf(lesson: Lesson, field: Field) {
  const anchors = lesson.fields[field]?.anchors ?? [];
  return anchors.length > 0 ? [[field, anchors] as const] : [];
}

const tellsPerson = (fields: TaughtRule['fields']) => (fields.email ?? fields.phone ?? fields.name) !== undefined;

/**
 * Holds the rule against a second record. Only what shows another value there belongs to the record: the user's own address
 * or the account's name stays the same. So a field that did not change, company too, is left out of the rule and named,
 * and one that was not found stays unproven and is left out as well, until a record shows it.
 */
export function checkRule(rule: TaughtRule, first: Lesson, second: RuleReading): RuleCheck {
  const fields = compareFields(rule, first, second);
  const [one, other] = [URL.parse(first.url), URL.parse(second.url)];
  const place = one && other && one.origin === other.origin && one.origin === rule.origin ? comparePlaces(one, other) : undefined;
  if (!place) return { ...fields, rule: null, problem: 'other_page' };
  if (place.recordId === null && fields.changed.length === 0) return { ...fields, rule: null, problem: 'same_record' };
  const proven: TaughtRule = { ...rule, ...place, fields: only(rule.fields, fields.changed) };
  const hasKey = place.recordId !== null || (proven.fields.email ?? proven.fields.phone) !== undefined;
  if (!hasKey) return { ...fields, rule: null, problem: 'no_key' };
  return { ...fields, rule: tellsPerson(proven.fields) ? proven : null, problem: null };
}

function compareFields(rule: TaughtRule, first: Lesson, second: RuleReading): Pick<RuleCheck, 'changed' | 'unchanged' | 'missing'> {
  const taught = FIELDS.filter((field) => rule.fields[field]);
  const verdict = Map.groupBy(taught, (field) => verdictOn(field, first.fields[field]?.value, second.values[field]));
  return { changed: verdict.get('changed') ?? [], unchanged: verdict.get('unchanged') ?? [], missing: verdict.get('missing') ?? [] };
}

function verdictOn(field: Field, one: string | undefined, other: string | undefined): 'changed' | 'unchanged' | 'missing' {
  if (one === undefined || other === undefined) return 'missing';
  return sameness(field, one) === sameness(field, other) ? 'unchanged' : 'changed';
}

function only(fields: TaughtRule['fields'], kept: readonly Field[]): TaughtRule['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => kept.some((one) => one === field)));
}
