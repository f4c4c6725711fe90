import type { DetectedContact } from '../adapter.ts';
import { type Found, keyOf, type RecordPlan, type Source } from '../engine.ts';
import { fold } from './labels.ts';
import type { Leaf } from './outline.ts';
import type { Pair } from './pairs.ts';
import { emailsIn, fits, isNameLike, phoneOf } from './patterns.ts';
import { isOfOther, nameOf, namesIn, type Sheet, textOf } from './sheet.ts';

/** What tells the records of a CRM apart, and whether a label alone says enough: it does where the panel is known to show one person. */
export interface PersonOptions {
  readonly crm: string;
  readonly key: 'email' | 'phone' | 'either';
  readonly trustsLabels: boolean;
}

/** How a person is read from a sheet, on evidence that no markup changes. */
export function personPlan({ crm, key, trustsLabels }: PersonOptions): RecordPlan<Sheet> {
  const strength = trustsLabels ? 'strong' : 'weak';
  const weak = 'weak';
  return {
    crm,
    fields: {
      name: {
        sources: [
          { kind: 'label', strength: 'strong', read: unlessCrowded(({ pairs }) => namesIn(pairs)) },
          { kind: 'heading', strength: weak, read: unlessCrowded((sheet) => texts([nameOf(sheet)])) },
          { kind: 'title', strength: weak, read: ({ titles }) => texts(titles.filter(isNameLike)) },
          { kind: 'text', strength: weak, read: nameByAddress },
        ],
      },
      company: {
        sources: [{ kind: 'label', strength: 'strong', read: unlessCrowded(({ pairs }) => of(pairs, 'company').flatMap(textOf)) }],
      },
      email: {
        sources: [
          { kind: 'label', strength, read: emails(labelledEmails) },
          { kind: 'heading', strength, read: emails(emailsByHeading) },
          { kind: 'link', strength: weak, read: emails((sheet) => emailsOf(placed(sheet, 'email').filter(isLink))) },
          { kind: 'title', strength: weak, read: emails((sheet) => (isTitled(sheet) ? emailsOf(placed(sheet, 'email')) : [])) },
          { kind: 'address', strength: weak, read: emails(({ url }) => texts([...url.searchParams.values()].flatMap(emailsIn))) },
        ],
      },
      phone: {
        isMany: true,
        sources: [
          { kind: 'label', strength: 'strong', read: phones(labelledPhones) },
          { kind: 'heading', strength, read: phones(({ below }) => onlyOne(phonesOf(below))) },
          { kind: 'link', strength: weak, read: phones((sheet) => phonesOf(placed(sheet, 'phone').filter(isLink))) },
        ],
      },
    },
    recordId: (_sheet, { email: [email], phone: [phone], name: [name] }) => {
      if (email && key !== 'phone') return keyOf('email', email);
      return phone && (key === 'phone' || (key === 'either' && name)) ? keyOf('phone', phone) : undefined;
    },
    contradiction: 'ambiguous',
    empty: 'unknown',
    needs: key === 'either' ? ['email', 'phone'] : [key],
  };
}

type Read = Source<Sheet>['read'];

const unlessCrowded =
  (read: Read): Read =>
  (sheet) =>
    sheet.isCrowded ? [] : read(sheet);

const emails = (read: Read) => unlessCrowded((sheet) => read(sheet).filter(({ value }) => !isOfOther(sheet, value)));

const phones = (read: Read) => unlessCrowded((sheet) => read(sheet).filter(({ value }) => !isOwnNumber(sheet, value)));

const of = (pairs: readonly Pair[], key: Pair['key']) => pairs.filter((pair) => pair.key === key);
const texts = (values: readonly string[]): readonly Found[] => values.filter(Boolean).map((value) => ({ value }));
/** A head with several numbers is of several people. */
const onlyOne = (found: readonly Found[]) => (new Set(found.map(({ value }) => value.replace(/\D/g, ''))).size === 1 ? found : []);
const isLink = ({ kind }: Leaf) => kind === 'link';
const isTitled = ({ heading, titles }: Sheet) => heading !== undefined && titles.includes(heading.text);

/** Where the record's own addresses stand: beside their label, or right below the heading. A loose one may be anybody's. */
function placed({ pairs, below }: Sheet, key: 'email' | 'phone'): readonly Leaf[] {
  return [...of(pairs, key).flatMap(({ values }) => values), ...below];
}

function emailsOf(leaves: readonly Leaf[]): readonly Found[] {
  return texts(leaves.flatMap(({ text }) => emailsIn(text)));
}

function phonesOf(leaves: readonly Leaf[]): readonly Found[] {
  return texts(leaves.map(({ text }) => phoneOf(text) ?? ''));
}

/** A label that says two things, or something here and nothing there, tells of two people: then only the one of the name counts. */
function labelledEmails(sheet: Sheet): readonly Found[] {
  const answers = of(sheet.pairs, 'email').map(({ label, values }) => emailsOf(values).map(({ value }) => ({ value, label })));
  const all = answers.flat();
  const fitting = all.filter(({ value }) => fits(nameOf(sheet), value));
  const isAgreed = new Set(answers.map((found) => found.map(({ value }) => value.toLowerCase()).join())).size < 2;
  if (isAgreed) return all;
  if (fitting.length > 0) return fitting;
  return answers.filter(({ length }) => length > 0).length > 1 ? all : [];
}

/** Addresses right below the heading, or made from the name that heads the sheet. */
function emailsByHeading(sheet: Sheet): readonly Found[] {
  const name = nameOf(sheet);
  const near = emailsOf(sheet.below);
  const fitting = name ? emailsOf(sheet.leaves).filter(({ value }) => fits(name, value)) : [];
  return fitting.length > 0 ? fitting : near;
}

/** Numbers beside a label; a label that is repeated with another number tells of two people, so it tells nothing. */
function labelledPhones({ pairs }: Sheet): readonly Found[] {
  const known = of(pairs, 'phone');
  const says = ({ values }: Pair) => values.map(({ text }) => phoneOf(text)?.replace(/\D/g, '') ?? '').join();
  return known.flatMap((pair) => {
    const isDoubted = known.some((other) => fold(other.label) === fold(pair.label) && says(other) !== says(pair));
    return isDoubted ? [] : phonesOf(pair.values).map(({ value }) => ({ value, label: pair.label }));
  });
}

function isOwnNumber({ own }: Sheet, phone: string): boolean {
  const digits = phone.replace(/\D/g, '');
  return [...own].some((other) => /^\d{7,}$/.test(other) && (other.endsWith(digits) || digits.endsWith(other)));
}

/** A heading with addresses or numbers in their places under it. */
function nameByAddress(sheet: Sheet): readonly Found[] {
  const { heading } = sheet;
  const isHead =
    heading && isNameLike(heading.text) && emailsOf(placed(sheet, 'email')).length + phonesOf(placed(sheet, 'phone')).length > 0;
  return isHead ? texts([heading.text]) : [];
}

/** The different addresses or numbers that a sheet shows, the user's own left out, each with the name before it. */
export function peopleOn(sheet: Sheet, crm: string, field: 'email' | 'phone'): readonly DetectedContact[] {
  const found = sheet.leaves.flatMap((leaf, at) => {
    const values = field === 'email' ? emailsIn(leaf.text) : [phoneOf(leaf.text) ?? []].flat();
    const name = sheet.leaves.slice(Math.max(0, at - 2), at).findLast(({ text }) => isNameLike(text))?.text;
    const isOwn = (value: string) => (field === 'email' ? sheet.own.has(value.toLowerCase()) : isOwnNumber(sheet, value));
    return values.filter((value) => !isOwn(value)).map((value) => personOf(crm, field, value, name));
  });
  return [...new Map(found.toReversed().map((person) => [person.recordId, person])).values()].toReversed();
}

function personOf(crm: string, field: 'email' | 'phone', value: string, name: string | undefined): DetectedContact {
  const values = { emails: field === 'email' ? [value] : [], phones: field === 'phone' ? [value] : [] };
  return { crm, recordId: keyOf(field, value), ...(name && { name }), ...values };
}
