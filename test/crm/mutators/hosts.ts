import { everything, insideOf, isHidden, isNumberIn, type Mutator, type OwnValues, parentOf, recordBox, type Stage } from './stage.ts';
import { stranger } from './stranger.ts';

/** The record's page a second time, with somebody else's values: a page kept for later, or one beside it. */
export const hostMutators: Readonly<Record<string, Mutator>> = {
  'page host duplicated, hidden, before': (stage) => duplicate(stage, 'before', 'display: none'),
  'page host duplicated, hidden, after': (stage) => duplicate(stage, 'after', 'display: none'),
  'page host duplicated, invisible': (stage) => duplicate(stage, 'before', 'visibility: hidden'),
  'page host duplicated, in sight, before': (stage) => duplicate(stage, 'before', ''),
  'page host duplicated, in sight, after': (stage) => duplicate(stage, 'after', ''),
  "another record's page host, in sight": (stage) => duplicate(stage, 'before', '', true),
};

function duplicate(stage: Stage, where: 'before' | 'after', style: string, hasOtherId = false): void {
  const host = hostOf(stage);
  if (!host) return;
  const copy = cloneDeep(host);
  if (!(copy instanceof HTMLElement)) return;
  becomeStranger(copy, stage.own, hasOtherId);
  if (style) copy.style.cssText = style;
  if (where === 'before') host.before(copy);
  else host.after(copy);
}

/** Lightning's own page host where there is one, else the box of the record, or the part of the page that holds it. */
function hostOf(stage: Stage): Element | undefined {
  const hosts = everything('.lafPageHost,.oneConsoleTab').filter((one) => !isHidden(one));
  const known = hosts.findLast((one) => one.classList.contains('active')) ?? hosts.at(-1);
  if (known) return known;
  const found = recordBox(stage);
  const panel = found.closest('aside,[role="dialog"],section,article');
  const own = panel ?? found;
  return own === document.body || parentOf(own) === null ? undefined : own;
}

/** A copy with its open shadow roots, which `cloneNode` leaves out. */
function cloneDeep(node: Node): Node {
  const copy = node.cloneNode(false);
  if (node instanceof Element && node.shadowRoot && copy instanceof Element) {
    copy.attachShadow({ mode: 'open' }).append(...[...node.shadowRoot.childNodes].map(cloneDeep));
  }
  if (node.hasChildNodes()) copy.appendChild(fragmentOf([...node.childNodes].map(cloneDeep)));
  if (node instanceof HTMLInputElement && copy instanceof HTMLInputElement) copy.value = node.value;
  return copy;
}

function fragmentOf(nodes: readonly Node[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}

/** Writes the stranger's values in place of the person's. */
function becomeStranger(node: Node, own: OwnValues, hasOtherId: boolean): void {
  const pairs: (readonly [string, string])[] = [
    ...own.names.flatMap((name) => [
      [name, stranger.name] as const,
      ...name.split(' ').map((word) => [word, word.length > 4 ? stranger.last : stranger.first] as const),
    ]),
    ...own.companies.map((company) => [company, stranger.company] as const),
    ...own.emails.map((email) => [email, stranger.email] as const),
    ...(hasOtherId ? idsOf(node).map((id) => [id, stranger.id.slice(0, id.length)] as const) : []),
  ];
  const inOther = (text: string) => {
    if (own.phones.some((phone) => isNumberIn(text, phone))) return text.replace(/\+?\(?\d[\d\s().-]*\d/, stranger.phone);
    // Addresses before names: an address may hold a name.
    return pairs
      .toSorted(([one], [other]) => other.length - one.length)
      .reduce((all, [from, to]) => (from.length > 2 ? all.replaceAll(from, to) : all), text);
  };
  change(node, inOther);
}

/** Ids of people in the attributes below. */
function idsOf(node: Node): readonly string[] {
  if (!(node instanceof Element)) return [];
  const values = [node, ...node.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value));
  return [...new Set(values.join(' ').match(/00[3Q][A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?/g) ?? [])];
}

function change(node: Node, inOther: (text: string) => string): void {
  if (node.nodeType === 3) node.nodeValue = inOther(node.nodeValue ?? '');
  if (node instanceof HTMLInputElement) node.value = inOther(node.value);
  if (node instanceof Element) {
    for (const { name, value } of [...node.attributes]) if (name !== 'class' && name !== 'style') node.setAttribute(name, inOther(value));
    if (node.shadowRoot) for (const child of insideOf(node).childNodes) change(child, inOther);
  }
  for (const child of node.childNodes) change(child, inOther);
}
