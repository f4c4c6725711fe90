import type { CrmPage, DetectedContact, Detection, Field, Reason, SourceKind } from './adapter.ts';
import { asText } from './values.ts';

/** A value found on the page. */
export interface Found {
  readonly value: string;
  /** The label beside it, as the page writes it. */
  readonly label?: string;
}

/** One way to read a field. What it finds is complete and well formed (`values.ts`), and of nobody but the record's own person. */
export interface Source<Scope> {
  readonly kind: SourceKind;
  /** A strong source decides alone; of weak ones, two of different kinds have to agree. */
  readonly strength: 'strong' | 'weak';
  read(scope: Scope): readonly Found[];
}

/** How a field is read: its sources, best first. */
export interface FieldPlan<Scope> {
  readonly sources: readonly Source<Scope>[];
  /** Whether a person may have several of them, as with numbers. Else two different values contradict each other. */
  readonly isMany?: boolean;
}

/** How the records of one CRM are read, once the part of the page that shows the record is found. */
export interface RecordPlan<Scope> {
  readonly crm: string;
  /** `company`: what is read is a company, so nothing is told but its name. */
  readonly kind?: 'company';
  readonly fields: Readonly<Partial<Record<Field, FieldPlan<Scope>>>>;
  /** The record's id: the CRM's own, or `keyOf` an address or number. `undefined`: it cannot be told from other records. */
  recordId(scope: Scope, values: Values): string | undefined;
  /** What it means when a field says two things: the page is being redrawn, or it shows several people. */
  readonly contradiction: 'pending' | 'ambiguous';
  /** What it means when nothing can be read: the fields are drawn late, or the page is not as expected. */
  readonly empty: 'pending' | 'unknown';
  /** What a page of this CRM must at least show of a person. */
  readonly needs: readonly Field[];
}

/** What was read, by field. */
type Values = Readonly<Record<Field, readonly string[]>>;

export type Reading =
  | { readonly status: 'found'; readonly values: readonly string[]; readonly reason: Omit<Reason, 'field'> }
  | { readonly status: 'contradiction'; readonly values: readonly string[] }
  | { readonly status: 'missing' };

/** What a page can tell is bounded (`lib/messaging/page-facts.ts`), and a report beyond that is refused as a whole. */
const MAX_PEOPLE = 10;
const MAX_VALUES = 20;
const MAX_LABEL = 200;

const FIELDS: readonly Field[] = ['name', 'company', 'email', 'phone'];

/** Reads one field: the first strong source that has something, else what two weak sources of different kinds agree on. */
export function readField<Scope>({ sources, isMany = false }: FieldPlan<Scope>, scope: Scope): Reading {
  for (const source of sources.filter(({ strength }) => strength === 'strong')) {
    const found = distinctFound(source.read(scope));
    const [first] = found;
    if (first === undefined) continue;
    return found.length > 1 && !isMany ? contradiction(found) : reading(found, source.kind);
  }
  return agreement(
    sources
      .filter(({ strength }) => strength === 'weak')
      .map((source) => ({ kind: source.kind, found: distinctFound(source.read(scope)) })),
    isMany,
  );
}

interface Opinion {
  readonly kind: SourceKind;
  readonly found: readonly Found[];
}

function agreement(opinions: readonly Opinion[], isMany: boolean): Reading {
  const isSeconded = (value: Found, by: SourceKind) =>
    opinions.some(({ kind, found }) => kind !== by && found.some((other) => sameValue(other) === sameValue(value)));
  const agreed = opinions.map(({ kind, found }) => ({ kind, found: found.filter((value) => isSeconded(value, kind)) }));
  const all = distinctFound(agreed.flatMap(({ found }) => found));
  const best = agreed.find(({ found }) => found.length > 0);
  if (best === undefined) return { status: 'missing' };
  return all.length > 1 && !isMany ? contradiction(all) : reading(all, best.kind);
}

function reading(found: readonly Found[], source: SourceKind): Reading {
  const label = found[0]?.label?.slice(0, MAX_LABEL);
  return { status: 'found', values: found.map(({ value }) => value), reason: { source, ...(label === undefined ? {} : { label }) } };
}

function contradiction(found: readonly Found[]): Reading {
  return { status: 'contradiction', values: found.map(({ value }) => value) };
}

/** Each value once, where it came first, with the first label that it came with. */
function distinctFound(found: readonly Found[]): readonly Found[] {
  const same = [...Map.groupBy(found, sameValue).values()];
  return same.flatMap(([first, ...others]) => (first ? [{ ...others.find(({ label }) => label), ...first }] : []));
}

/** Numbers are the same by their digits, everything else by its letters. */
function sameValue({ value }: Found): string {
  return /\p{L}/u.test(value) ? value.trim().toLowerCase() : value.replace(/\D/g, '') || value;
}

/** The id of a record that is known by an address or a number only. */
export function keyOf(field: 'email' | 'phone', value: string): string {
  return field === 'email' ? `email:${value.trim().toLowerCase()}` : `phone:${value.replace(/\D/g, '')}`;
}

/** A page that shows several people. Of too many none is named: whoever is meant may be the one left out. */
export function several(people: readonly DetectedContact[]): Detection {
  return { status: 'ambiguous', people: people.length > MAX_PEOPLE ? [] : people };
}

/** Reads the record that the scope shows, field by field, and says what the readings amount to. */
export function readRecord<Scope>(plan: RecordPlan<Scope>, scope: Scope): Detection {
  const readings = new Map(
    FIELDS.map((field) => [field, plan.fields[field] ? readField(plan.fields[field], scope) : ({ status: 'missing' } as const)]),
  );
  // A company or a name that is told twice is left out; an address or a number may be somebody else's.
  const people = peopleIn(plan, readings);
  if (people.length > 0) return plan.contradiction === 'pending' ? { status: 'pending' } : several(people);
  const values = valuesOf(readings);
  const missing = plan.needs.filter((field) => values[field].length === 0);
  const recordId = missing.length < plan.needs.length || plan.needs.length === 0 ? plan.recordId(scope, values) : undefined;
  if (recordId === undefined) return plan.empty === 'pending' ? { status: 'pending' } : { status: 'unknown', missing };
  return { status: 'contact', contact: contactOf(plan, recordId, values), reasons: reasonsOf(readings) };
}

/** Several people, each known by one of the values that contradict each other: of the field that is needed most. */
function peopleIn({ crm, needs }: RecordPlan<never>, readings: ReadonlyMap<Field, Reading>): readonly DetectedContact[] {
  for (const field of [...needs, 'email', 'phone'] as const) {
    const reading = readings.get(field);
    if (reading?.status !== 'contradiction' || (field !== 'email' && field !== 'phone')) continue;
    const empty = { emails: [], phones: [] };
    return reading.values.map((value) => ({ crm, recordId: keyOf(field, value), ...empty, [`${field}s`]: [value] }));
  }
  return [];
}

function valuesOf(readings: ReadonlyMap<Field, Reading>): Values {
  const of = (field: Field) => {
    const reading = readings.get(field);
    return reading?.status === 'found' ? reading.values : [];
  };
  return { name: of('name'), company: of('company'), email: of('email'), phone: of('phone') };
}

function contactOf({ crm, kind }: RecordPlan<never>, recordId: string, values: Values): DetectedContact {
  const name = asText(values.name[0] ?? '');
  const company = asText(values.company[0] ?? '');
  const told = { ...(kind && { kind }), ...(name && { name }), ...(company && { company }) };
  return { crm, recordId, ...told, emails: values.email.slice(0, MAX_VALUES), phones: values.phone.slice(0, MAX_VALUES) };
}

function reasonsOf(readings: ReadonlyMap<Field, Reading>): readonly Reason[] {
  return [...readings].flatMap(([field, reading]) => (reading.status === 'found' ? [{ field, ...reading.reason }] : []));
}

/** What the adapter says of a page; pages that its routes do not know show nothing of it. */
export function detectOn(adapter: { route(url: URL): string | undefined; detect(page: CrmPage): Detection }, page: CrmPage): Detection {
  return adapter.route(page.url) === undefined ? { status: 'none' } : adapter.detect(page);
}
