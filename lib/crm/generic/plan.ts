import type { Field } from '../adapter.ts';
import { type FieldPlan, type Found, keyOf, type RecordPlan, type Source } from '../engine.ts';
import { sameAs } from '../values.ts';
import { fold } from './labels.ts';
import type { Leaf, Part } from './outline.ts';
import { fits, isNameLike, sharesWord } from './patterns.ts';
import { namesIn, type Sheet, textsIn } from './sheet.ts';

/** The fields that can tell one person from another. */
export type KeyField = 'email' | 'phone';

/**
 * How a person is read from a sheet, on evidence that no markup changes. `keys`: what tells the CRM's records apart, best
 * first. `isPanel`: the sheet is known to show one person, so one place is evidence enough.
 */
export function personPlan(crm: string, keys: readonly KeyField[], isPanel: boolean): RecordPlan<Sheet> {
  const strength = isPanel ? 'strong' : 'weak';
  const strong = (kind: Source<Sheet>['kind'], read: Source<Sheet>['read']) => ({ kind, strength: 'strong', read }) as const;
  return {
    crm,
    fields: {
      name: { sources: [strong('label', ({ pairs }) => namesIn(pairs)), strong('heading', nameInHeading)] },
      company: { sources: [strong('label', ({ pairs }) => textsIn(pairs, 'company'))] },
      email: addresses('email', strength, strength),
      phone: { ...addresses('phone', 'strong', strength), isMany: true },
    },
    recordId: (_sheet, values) => {
      const key = keys.find((field) => values[field].length > 0);
      // A number alone is no proof on a page that nothing is known of.
      return key && (isPanel || key === 'email' || values.name.length > 0) ? keyOf(key, values[key][0] ?? '') : undefined;
    },
    contradiction: 'ambiguous',
    empty: 'unknown',
    needs: keys,
  };
}

type Strength = Source<Sheet>['strength'];

/** An address has its places: beside its label, or in the head. Loose ones are anybody's, but for those made from the record's name. */
function addresses(field: KeyField, labelled: Strength, inHead: Strength): FieldPlan<Sheet> {
  const read = (find: (sheet: Sheet) => readonly Found[]) => (sheet: Sheet) =>
    find(sheet).filter(({ value }) => !(field === 'phone' ? isNearOther : isOfOther)(sheet, value));
  // An address in the head is known as one by nothing else than its place, so its link or the title does not second it.
  const isOwn =
    ({ name }: Sheet) =>
    (leaf: Leaf) =>
      field === 'phone' || leaf.email.every((email) => fits(name, email));
  const places = (sheet: Sheet) => [
    ...sheet.pairs.flatMap(({ key, values }) => (key === field ? values : [])),
    ...sheet.head.filter(isOwn(sheet)),
  ];
  return {
    sources: [
      { kind: 'label', strength: labelled, read: read((sheet) => besideLabels(sheet, field)) },
      { kind: 'heading', strength: inHead, read: read((sheet) => underName(sheet, field)) },
      {
        kind: 'link',
        strength: 'weak',
        read: read((sheet) =>
          valuesOf(
            places(sheet).filter(({ kind }) => kind === 'link'),
            field,
          ),
        ),
      },
      { kind: 'title', strength: 'weak', read: read((sheet) => (sheet.isTitled ? valuesOf(places(sheet), field) : [])) },
    ],
  };
}

const MOBILE = /mob|cell|portable|handy/;

/** A label that is repeated with something else beside it, or with nothing, tells of two people: only the one of the name counts. */
function besideLabels({ pairs, name, isNamed, heading }: Sheet, field: Field & KeyField): readonly Found[] {
  const known = pairs.map(({ key, label, values }) => ({ key, label, found: valuesOf(values, field), isMobile: MOBILE.test(fold(label)) }));
  const says = (found: readonly Found[]) => found.map(({ value }) => sameAs(value)).join();
  const own = known.filter(({ key }) => key === field);
  const head = heading?.[field][0];
  return own.flatMap(({ label, found, isMobile }) => {
    const isDoubted =
      own.some((other) => (field === 'email' || other.isMobile === isMobile) && says(other.found) !== says(found)) ||
      (head !== undefined && !own.some((one) => says(one.found) === sameAs(head)));
    return found.filter(({ value }) => !isDoubted || (isNamed && fits(name, value))).map(({ value }) => ({ value, label }));
  });
}

/** What is made from the record's name, else the one value in the head, if no label has a place for it. */
function underName({ name, head, leaves, pairs }: Sheet, field: KeyField): readonly Found[] {
  const fitting = field === 'email' ? valuesOf(leaves, field).filter(({ value }) => fits(name, value)) : [];
  const near = pairs.some(({ key }) => key === field) ? [] : valuesOf(head.filter(isWhole), field);
  return fitting.length > 0 ? fitting : new Set(near.map(({ value }) => sameAs(value))).size === 1 ? near : [];
}

/** In a sentence, an address may be anybody's. */
const isWhole = ({ text, email: [email = text] }: Leaf) => text === email;

/** A heading that the title confirms, or with addresses in their places under it. */
function nameInHeading({ heading, head, pairs, name, isTitled }: Sheet): readonly Found[] {
  const shown = [...head, ...pairs.flatMap(({ values }) => values)];
  const isHead = heading && heading.text === name && (isTitled || shown.some(({ email, phone }) => email[0] ?? phone[0]));
  return isHead ? [{ value: name }] : [];
}

function valuesOf(leaves: readonly Leaf[], field: KeyField): readonly Found[] {
  return leaves.flatMap((leaf) => leaf[field].map((value) => ({ value })));
}

/** Whether the addresses nearest to a number are all of others, or the sheet shows somebody without an address beside somebody with one. */
function isNearOther(sheet: Sheet, phone: string): boolean {
  const emails = sheet.pairs.filter(({ key }) => key === 'email').map(({ values }) => valuesOf(values, 'email').length);
  if (emails.includes(0) && emails.some((count) => count > 0)) return true;
  return sheet.leaves.some((leaf) => {
    if (!leaf.phone.includes(phone)) return false;
    let box: Part | undefined = leaf;
    const around = () => sheet.leaves.filter(({ from, email }) => email[0] && box && from >= box.from && from < box.to);
    while (box && around().length === 0) box = box.up;
    return box !== undefined && around().every(({ email }) => email.every((one) => isOfOther(sheet, one)));
  });
}

/** Whether an address looks made from another name that the sheet shows. */
function isOfOther({ name, leaves, pairs }: Sheet, email: string): boolean {
  const companies = textsIn(pairs, 'company').map(({ value }) => value);
  const isOther = (text: string) => isNameLike(text) && fits(text, email) && !sharesWord(text, name) && !companies.includes(text);
  return name !== '' && !fits(name, email) && leaves.some(({ text }) => isOther(text));
}
