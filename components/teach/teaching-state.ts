import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson, PickedField, Proposal, RuleReading } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';

/** The fields that can be taught, in the order in which they are shown. */
export const FIELDS: readonly Field[] = ['name', 'email', 'phone', 'company'];

/** What teaching one tab's page has come to. Every step can be left and come back to. */
export interface Teaching {
  /** Tells this beginning from a later one on the same tab. */
  readonly id: number;
  /** Where the tab was when it began: a site's id, an origin, `null` where it could not be seen. */
  readonly place: string | null;
  /** The one origin that is taught; `undefined` until the page has said it. */
  readonly origin: string | undefined;
  /** `allow`: the browser is to be asked. `fields`: what is where. `second`: does it hold on another record. */
  readonly step: 'allow' | 'fields' | 'second';
  /** The permission was given for this teaching, so giving up gives it back. */
  readonly isNew: boolean;
  /** The site's name as typed, or as it was taught before. */
  readonly label: string | undefined;
  /** What the person pointed at, and what they left out, on the record of `url`. */
  readonly picked: Readonly<Partial<Record<Field, PickedField>>>;
  readonly left: readonly Field[];
  /** The field that the person is asked to point at. */
  readonly picking: Field | undefined;
  /** The field that is to be pointed at next, without another press. */
  readonly again: Field | undefined;
  /** Another record took the first one's place, so the page's own first guess no longer counts. */
  readonly base: Lesson | undefined;
  readonly rule: TaughtRule | undefined;
  readonly first: Lesson | undefined;
}

export interface TeachingStart {
  readonly place: string | null;
  readonly origin: string | undefined;
  readonly label?: string | undefined;
  /** The site may be read already, so nobody is asked. */
  readonly isAllowed?: boolean;
}

export function beginTeaching(id: number, { place, origin, label, isAllowed = false }: TeachingStart): Teaching {
  const nothing = { picked: {}, left: [], picking: undefined, again: undefined, base: undefined, rule: undefined, first: undefined };
  return { id, place, origin, label, step: isAllowed ? 'fields' : 'allow', isNew: !isAllowed, ...nothing };
}

/** Every field as it would be taught now: pointed at, else as the page was understood. */
export function currentFields(teaching: Teaching, proposal: Proposal | undefined): Lesson['fields'] {
  return { ...(teaching.base?.fields ?? proposal?.fields), ...teaching.picked };
}

/** What the person teaches: without what they left out. */
export function lessonOf(teaching: Teaching, proposal: Proposal): Lesson {
  const fields = currentFields(teaching, proposal);
  return {
    url: teaching.base?.url ?? proposal.url,
    label: labelOf(teaching, proposal),
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !teaching.left.some((one) => one === field))),
  };
}

/** The site's name: as typed, else the end of the page's title where that is no value of the record, else the host. */
function labelOf({ label }: Teaching, { url, title, fields }: Proposal): string {
  if (label !== undefined) return label;
  const parts = title.split(/\s+[|–—·•-]\s+/).map((part) => part.trim());
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const isOfRecord = Object.values(fields).some(({ value }) => last.includes(value) || value.includes(last));
  return last === '' || last.length > 80 || isOfRecord ? (URL.parse(url)?.hostname ?? '') : last;
}

/** Whether there is what tells a person: an e-mail, a phone or a name. */
export function isEnough({ fields }: Lesson): boolean {
  return (fields.email ?? fields.phone ?? fields.name) !== undefined;
}

/** The second record takes the first one's place, so that `again` can be pointed at there. */
export function rebased(teaching: Teaching, reading: RuleReading, again: Field): Partial<Teaching> {
  const known = Object.entries(teaching.first?.fields ?? {}).flatMap(([field, { anchors }]) => {
    // The keys of `fields` are fields.
    const value = reading.values[field as Field];
    return value === undefined || field === again ? [] : [[field, { value, anchors }]];
  });
  const base = { url: reading.url, label: teaching.label ?? '', fields: Object.fromEntries(known) };
  return { step: 'fields', base, picked: {}, picking: undefined, again, rule: undefined, first: undefined };
}
