import type { Field } from '../adapter.ts';
import { dialogOf, type Find } from './find.ts';
import type { Anchor } from './rule.ts';
import { sameness, shownValue } from './value.ts';

/**
 * What a field's anchors amount to; `foreign`: an open dialog shows another value of it. `absent`: not even its label or its
 * element is there, as on pages that leave out what a record has not. `missing`: what is there cannot be read.
 */
export type TaughtReading =
  | { readonly status: 'found'; readonly value: string; readonly label?: string }
  | { readonly status: 'blank' | 'absent' | 'missing' | 'foreign' };

/** What one anchor says. */
interface Opinion {
  readonly anchor: Anchor;
  /** Values as shown, by what they have in common. */
  readonly values: ReadonlyMap<string, string>;
  readonly isBlank: boolean;
  readonly isAbsent: boolean;
  readonly isStrong: boolean;
  /** Values that an open dialog shows, other than that. */
  readonly inDialog: readonly string[];
}

/** Names that developers give to say what an element is; a class or a placeholder says less. */
const TELLING = /^(?:id|name|itemprop|autocomplete|data-.+)$/i;

/**
 * Reads one field. A value counts when two anchors of different kinds find it and it alone, or one strong anchor does. An
 * anchor that finds something else is a contradiction, and then nothing counts; only where two agree may a mere position
 * on the page be outvoted.
 */
export function readTaught(anchors: readonly Anchor[], field: Field, find: Find): TaughtReading {
  const taught = { isInDialog: isTaughtInDialog(anchors), isNamed: isStillNamed(anchors, field, find) };
  const opinions = anchors.map((anchor) => opinionOf(anchor, field, find, taught));
  const values = new Map(opinions.flatMap((opinion) => [...opinion.values]));
  const accepted = [...values.keys()].filter((key) => isAccepted(key, opinions));
  const [key] = accepted;
  if (key === undefined || accepted.length > 1) return { status: values.size > 0 ? 'missing' : whyNothing(opinions) };
  if (opinions.some(({ inDialog }) => inDialog.some((other) => other !== key))) return { status: 'foreign' };
  const label = opinions.find(({ anchor, values }) => anchor.kind === 'label' && values.has(key))?.anchor;
  return { status: 'found', value: values.get(key) ?? key, ...(label?.kind === 'label' && { label: label.text }) };
}

function whyNothing(opinions: readonly Opinion[]): 'blank' | 'absent' | 'missing' | 'foreign' {
  if (opinions.some(({ isBlank }) => isBlank)) return 'blank';
  if (opinions.some(({ inDialog }) => inDialog.length > 0)) return 'foreign';
  // A mere position, or a class, leads to whatever else stands there.
  const firm = opinions.filter(isFirm);
  return firm.length > 0 && firm.every(({ isAbsent }) => isAbsent) ? 'absent' : 'missing';
}

interface Taught {
  readonly isInDialog: boolean;
  /** Whether the page still has the value's name, if it had one. */
  readonly isNamed: boolean;
}

function opinionOf(anchor: Anchor, field: Field, find: Find, { isInDialog, isNamed }: Taught): Opinion {
  const { holders, isBlank, isOneOfMany, isAbsent } = find(anchor, field);
  const found = holders.flatMap((holder) => {
    const value = shownValue(holder, field);
    return value === undefined ? [] : [{ value, isHere: (dialogOf(holder) !== undefined) === isInDialog }];
  });
  const here = found.filter(({ isHere }) => isHere).map(({ value }) => [sameness(field, value), value] as const);
  const inDialog = isInDialog ? [] : found.filter(({ isHere }) => !isHere).map(({ value }) => sameness(field, value));
  const isStrong = isTelling(anchor) || (anchor.kind === 'link' && anchor.within !== 'body' && !isOneOfMany && isNamed);
  return { anchor, values: new Map(here), isBlank, isAbsent, isStrong, inDialog };
}

const isTelling = (anchor: Anchor) => anchor.kind === 'attribute' && TELLING.test(anchor.name);

/** Where the element that was named so is gone, the only link that is left may be anybody's. */
function isStillNamed(anchors: readonly Anchor[], field: Field, find: Find): boolean {
  const names = anchors.filter(isTelling);
  return names.length === 0 || names.some((anchor) => find(anchor, field).holders.length > 0);
}

/** Taught in a dialog: the way there begins with it. */
function isTaughtInDialog(anchors: readonly Anchor[]): boolean {
  return anchors.some(
    ({ kind, ...rest }) =>
      kind === 'path' && 'steps' in rest && /^dialog$|@role=(?:alert)?dialog$|@aria-modal=true$/.test(rest.steps[0] ?? ''),
  );
}

function isAccepted(key: string, opinions: readonly Opinion[]): boolean {
  const support = opinions.filter(({ values }) => values.size === 1 && values.has(key));
  // Where the page names the value or stands it beside a label, mere positions that agree are those of another value.
  const isSound = support.some(isFirm) || !opinions.some(isFirm);
  const isAgreed = isSound && new Set(support.map(({ anchor }) => anchor.kind)).size > 1;
  if (!isAgreed && !support.some(({ isStrong }) => isStrong)) return false;
  const others = opinions.filter(({ values, isBlank }) => (values.size > 0 ? !values.has(key) : isBlank));
  return others.every((other) => isAgreed && !isFirm(other));
}

function isFirm({ anchor, isStrong }: Opinion): boolean {
  return isStrong || anchor.kind === 'label' || anchor.kind === 'link';
}
