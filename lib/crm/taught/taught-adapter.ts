import type { CrmAdapter, CrmPage, Detection, Field } from '../adapter.ts';
import { openRoots } from '../dom.ts';
import { keyOf } from '../engine.ts';
import { createFind } from './find.ts';
import type { RuleReading } from './findings.ts';
import { placeOf } from './place.ts';
import { readTaught, type TaughtReading } from './read-taught.ts';
import type { TaughtRule } from './rule.ts';

const FIELDS: readonly Field[] = ['name', 'company', 'email', 'phone'];

type Readings = Readonly<Partial<Record<Field, TaughtReading>>>;

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
      return place ? answer(rule, readFields(rule, page), place.recordId) : { status: 'none' };
    },
  };
}

/** What a rule finds on a page, whatever its address: so a second record can show what the first could not. */
export function readByRule(rule: TaughtRule, page: CrmPage): RuleReading {
  const place = placeOf(rule, page.url);
  const values = Object.entries(readFields(rule, page)).flatMap(([field, reading]) =>
    reading.status === 'found' ? [[field, reading.value] as const] : [],
  );
  return {
    url: page.url.href,
    isRecordPage: place !== undefined,
    recordId: place?.recordId ?? null,
    values: Object.fromEntries(values),
  };
}

function readFields(rule: TaughtRule, page: CrmPage): Readings {
  const { find } = createFind(page.roots ?? openRoots(page.document, true));
  const read = FIELDS.flatMap((field) => {
    const anchors = rule.fields[field];
    return anchors ? [[field, readTaught(anchors, field, find)] as const] : [];
  });
  return Object.fromEntries(read);
}

/** The engine's answers to readings that were weighed already. */
function answer(rule: TaughtRule, readings: Readings, id: string | undefined): Detection {
  const isCovered = withStatus(readings, 'foreign').length > 0;
  const recordId = isCovered ? undefined : keyEvidence(readings, id);
  if (recordId === undefined) return { status: 'unknown', missing: isCovered || isBare(readings) ? [] : lostFields(readings) };
  const [name, company, email, phone] = FIELDS.map((field) => found(readings, field));
  return {
    status: 'contact',
    contact: {
      crm: rule.origin,
      recordId,
      ...(name && { name }),
      ...(company && { company }),
      emails: email ? [email] : [],
      phones: phone ? [phone] : [],
    },
    reasons: FIELDS.flatMap((field) => {
      const reading = readings[field];
      return reading?.status === 'found' ? [{ field, source: 'taught', ...(reading.label && { label: reading.label }) }] : [];
    }),
  };
}

const withStatus = (readings: Readings, status: TaughtReading['status']) => FIELDS.filter((field) => readings[field]?.status === status);

/** What a page that was redesigned no longer shows where it was. */
const lostFields = (readings: Readings) => FIELDS.filter((field) => /^(?:missing|absent)$/.test(readings[field]?.status ?? ''));

/**
 * Whether the record is as it was taught, with an empty e-mail and phone: nothing is wrong with what was taught. Where not
 * even their places are there, it may be, as after a redesign; so that counts.
 */
function isBare(readings: Readings): boolean {
  const isWithout = (field: Field) => (readings[field]?.status ?? 'blank') === 'blank';
  return found(readings, 'name') !== undefined && isWithout('email') && isWithout('phone');
}

function found(readings: Readings, field: Field): string | undefined {
  const reading = readings[field];
  return reading?.status === 'found' ? reading.value : undefined;
}

/** The record's id where its key evidence is there: with all of it blank, a name will do if the address names the record. */
function keyEvidence(readings: Readings, recordId: string | undefined): string | undefined {
  for (const field of ['email', 'phone'] as const) {
    const value = found(readings, field);
    if (value !== undefined) return recordId ?? keyOf(field, value);
  }
  const isLost = (field: Field) => lostFields(readings).includes(field);
  return found(readings, 'name') !== undefined && !isLost('email') && !isLost('phone') ? recordId : undefined;
}
