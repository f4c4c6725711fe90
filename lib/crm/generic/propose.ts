import type { CrmPage, Field, SourceKind } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { knowMoreLabels } from './more-labels.ts';
import type { Leaf } from './outline.ts';
import { fits, isNameLike } from './patterns.ts';
import { personOf } from './person-data.ts';
import { findFields, findMain, findPanels } from './scope.ts';
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
  knowMoreLabels();
  const dom = createPageDom(page.roots ?? openRoots(page.document));
  const scope = findPanels(dom)[0] ?? findMain(dom) ?? findFields(dom, page.document) ?? page.document.body;
  const sheet = readSheet(dom, scope, page);
  const data = personOf(page.document, dom);
  const email = labelled(sheet, 'email') ?? known(sheet, 'email', data.email) ?? loose(sheet, 'email');
  const phone = labelled(sheet, 'phone') ?? known(sheet, 'phone', data.phone) ?? loose(sheet, 'phone');
  const company = labelled(sheet, 'company') ?? known(sheet, 'company', data.company);
  const name = labelled(sheet, 'name') ?? known(sheet, 'name', data.name) ?? nameOn(sheet, email?.value);
  return { ...(name && { name }), ...(company && { company }), ...(email && { email }), ...(phone && { phone }) };
}

const valueAt = (leaf: Leaf, field: Field) => (field === 'email' || field === 'phone' ? leaf[field][0] : leaf.text);

function labelled({ pairs }: Sheet, field: Field): ProposedField | undefined {
  const found = pairs.filter(({ key }) => key === field).flatMap(({ label, values }) => values.map((leaf) => ({ leaf, label })));
  const [first] = found.filter(({ leaf }) => valueAt(leaf, field) && (field === 'email' || field === 'phone' || !leaf.email[0]));
  return first && propose(first.leaf, field, first.leaf.kind === 'input' ? 'input' : 'label', first.label);
}

/** Where the page shows what its own data says. */
function known({ leaves }: Sheet, field: Field, value: string | undefined): ProposedField | undefined {
  const leaf = leaves.find((one) => value !== undefined && sameText(valueAt(one, field)) === sameText(value));
  return leaf && propose(leaf, field, 'data');
}

const sameText = (text = '') => text.toLowerCase().replace(/\s/g, '');

/** What looks like it: in the head first, links before texts. */
function loose({ head, leaves }: Sheet, field: 'email' | 'phone'): ProposedField | undefined {
  const found = [...head, ...leaves].filter((leaf) => leaf[field].length > 0);
  const leaf = found.find(({ kind }) => kind === 'link') ?? found[0];
  return leaf && propose(leaf, field, leaf.kind === 'link' ? 'link' : 'text');
}

/** The heading, else a text from which the address looks made. */
function nameOn({ heading, leaves }: Sheet, email: string | undefined): ProposedField | undefined {
  if (heading && isNameLike(heading.text)) return propose(heading, 'name', 'heading');
  const leaf = leaves.find(({ text }) => email !== undefined && isNameLike(text) && fits(text, email));
  return leaf && propose(leaf, 'name', 'text');
}

function propose(leaf: Leaf, field: Field, source: SourceKind, label?: string): ProposedField {
  return { value: valueAt(leaf, field) ?? leaf.text, element: leaf.element, source, ...(label !== undefined && { label }) };
}
