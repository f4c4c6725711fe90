import type { CrmAdapter, CrmPage, Field } from '../adapter.ts';
import { openRoots } from '../dom.ts';
import { keyOf, type RecordPlan, readRecord, type Values } from '../engine.ts';
import { createFind } from './find.ts';
import type { RuleReading } from './findings.ts';
import { placeOf } from './place.ts';
import { readTaught, type TaughtReading } from './read-taught.ts';
import type { TaughtRule } from './rule.ts';

const FIELDS: readonly Field[] = ['name', 'company', 'email', 'phone'];

type Readings = Readonly<Partial<Record<Field, TaughtReading>>>;

interface Scope {
  readonly readings: Readings;
  readonly recordId: string | undefined;
}

/**
 * Reads the pages of one site by what a person taught of it. The rule is data of strangers: nothing in it is run. A record
 * is told only with its key evidence: an e-mail or phone, or a name where the page is known to have neither.
 */
export function createTaughtAdapter(rule: TaughtRule): CrmAdapter {
  return {
    id: rule.origin,
    label: rule.label,
    matches: [`${rule.origin}/*`],
    readsFrames: true,
    route: (url) => placeOf(rule, url)?.key,
    detect(page) {
      const place = placeOf(rule, page.url);
      if (!place) return { status: 'none' };
      const readings = readFields(rule, page);
      const foreign = FIELDS.filter((field) => readings[field]?.status === 'foreign');
      if (foreign.length > 0) return { status: 'unknown', missing: foreign };
      return readRecord(planOf(rule, readings), { readings, recordId: place.recordId });
    },
  };
}

/** What a rule finds on a page, whatever its address: so a second record can show what the first could not. */
export function readByRule(rule: TaughtRule, page: CrmPage): RuleReading {
  const place = placeOf(rule, page.url);
  const found = Object.entries(readFields(rule, page)).flatMap(([field, reading]) =>
    reading.status === 'found' ? [[field, reading.value] as const] : [],
  );
  return {
    url: page.url.href,
    isRecordPage: place !== undefined,
    recordId: place?.recordId ?? null,
    values: Object.fromEntries(found),
  };
}

function readFields(rule: TaughtRule, page: CrmPage): Readings {
  const { find } = createFind(page.roots ?? openRoots(page.document, true));
  const labels = new Set(
    Object.values(rule.fields).flatMap((anchors) => anchors.flatMap((one) => (one.kind === 'label' ? [one.text] : []))),
  );
  const read = FIELDS.flatMap((field) => {
    const anchors = rule.fields[field];
    return anchors ? [[field, readTaught(anchors, field, find, labels)] as const] : [];
  });
  return Object.fromEntries(read);
}

function planOf(rule: TaughtRule, readings: Readings): RecordPlan<Scope> {
  const source = (field: Field) =>
    ({ sources: [{ kind: 'taught', strength: 'strong', read: (scope: Scope) => foundIn(scope, field) }] }) as const;
  return {
    crm: rule.origin,
    fields: { name: source('name'), company: source('company'), email: source('email'), phone: source('phone') },
    recordId: keyEvidence,
    contradiction: 'ambiguous',
    empty: 'unknown',
    needs: FIELDS.filter((field) => readings[field] !== undefined && readings[field].status !== 'blank'),
  };
}

function foundIn({ readings }: Scope, field: Field) {
  const reading = readings[field];
  return reading?.status === 'found' ? [{ value: reading.value, ...(reading.label !== undefined && { label: reading.label }) }] : [];
}

/** The record's id where its key evidence is there: with all of it blank, a name will do if the address names the record. */
function keyEvidence({ readings, recordId }: Scope, { email, phone, name }: Values): string | undefined {
  const [address] = email;
  if (address !== undefined) return recordId ?? keyOf('email', address);
  const [number] = phone;
  if (number !== undefined) return recordId ?? keyOf('phone', number);
  const isLost = readings.email?.status === 'missing' || readings.phone?.status === 'missing';
  return name.length > 0 && !isLost ? recordId : undefined;
}
