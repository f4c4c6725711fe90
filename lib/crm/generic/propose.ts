import type { CrmPage, Field, SourceKind } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { labelKey } from './labels.ts';
import type { Leaf } from './outline.ts';
import { emailsIn, fits, isNameLike, phoneOf } from './patterns.ts';
import { personOf } from './person-data.ts';
import { findFields, findMain, findPanel } from './scope.ts';
import { readSheet, type Sheet } from './sheet.ts';

/** A first guess of where a page shows a field: for a person to confirm, not to rely on. */
export interface ProposedField {
  readonly value: string;
  /** What shows the value: the text's own element, the input, or the link. */
  readonly element: Element;
  readonly source: SourceKind;
  /** The label beside it, as the page writes it. */
  readonly label?: string;
}

/** The fields of the person that the page seems to show. Looks at the open drawer first, then the main part, then all of the page. */
export function proposeFields(page: CrmPage): Partial<Record<Field, ProposedField>> {
  const dom = createPageDom(page.roots ?? openRoots(page.document));
  const scope = findPanel(dom) ?? findMain(dom) ?? findFields(page.document) ?? page.document.body;
  const sheet = readSheet(dom, scope, page);
  const data = personOf(page.document, dom);
  const email = guess(sheet, 'email', (text) => emailsIn(text).find((address) => !sheet.own.has(address.toLowerCase())), data.email);
  const phone = guess(sheet, 'phone', phoneOf, data.phone);
  const company = guess(sheet, 'company', () => undefined, data.company);
  const name = guess(sheet, 'name', () => undefined, data.name) ?? guessName(sheet, email?.value);
  return { ...(name && { name }), ...(company && { company }), ...(email && { email }), ...(phone && { phone }) };
}

/** What is labelled, else what the page's own data says, else what looks like it: in the head first. */
function guess(sheet: Sheet, field: Field, read: (text: string) => string | undefined, known?: string): ProposedField | undefined {
  const isFree = field === 'name' || field === 'company';
  const valueIn = isFree ? (text: string) => text || undefined : read;
  const labelled = sheet.pairs
    .filter(({ key }) => key === field)
    .flatMap(({ label, values }) =>
      values.map((leaf) => propose(leaf, valueIn(leaf.text), leaf.kind === 'input' ? 'input' : 'label', label)),
    );
  const shown = sheet.leaves.filter(({ text }) => known !== undefined && (valueIn(text) ?? '').toLowerCase() === known.toLowerCase());
  const loose = isFree
    ? []
    : [...sheet.below, ...sheet.leaves].toSorted((one, other) => Number(other.kind === 'link') - Number(one.kind === 'link'));
  return [
    ...labelled,
    ...shown.map((leaf) => propose(leaf, valueIn(leaf.text), 'data')),
    ...loose.map((leaf) => propose(leaf, valueIn(leaf.text), leaf.kind === 'link' ? 'link' : 'text')),
  ].find((proposed) => proposed !== undefined);
}

/** The heading, else a text from which the address looks made. */
function guessName({ heading, leaves }: Sheet, email: string | undefined): ProposedField | undefined {
  if (heading && isNameLike(heading.text)) return propose(heading, heading.text, 'heading');
  const leaf = leaves.find(({ text }) => email !== undefined && isNameLike(text) && fits(text, email));
  return leaf && propose(leaf, leaf.text, 'text');
}

function propose({ element, text }: Leaf, value: string | undefined, source: SourceKind, label?: string): ProposedField | undefined {
  return value && !labelKey(text) ? { value, element, source, ...(label !== undefined && { label }) } : undefined;
}
