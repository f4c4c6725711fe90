import type { Field } from '../adapter.ts';
import { closestFlat, type PageDom } from '../dom.ts';
import { namesOf } from './attributes.ts';
import { canRead, type createFind, type Find } from './find.ts';
import { cleanLabel } from './labels.ts';
import { labelsNear } from './labels-near.ts';
import { makeSteps } from './make-steps.ts';
import type { Anchor } from './rule.ts';
import { settle } from './settle.ts';
import { isVolatile } from './volatile.ts';

const MAX_ANCHORS = 4;
/** How far above an element a name still is a name of its value. */
const MAX_NAMED_ABOVE = 3;
/** Parts of a page by whose tag a link or a heading is found again; so are custom elements. */
const SCOPES = /^(?:main|aside|section|article|form|dl|table|header|fieldset|dialog|body|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/;

/** Letters, no address, no number of anybody. */
const LABEL = /^(?!.*@)(?!(?:.*\d){4})(?=.*\p{L})/u;

interface Place {
  readonly holder: Element;
  readonly field: Field;
  readonly find: Find;
  readonly dom: PageDom;
  readonly isOwn: (text: string) => boolean;
}

/**
 * Up to four anchors of different kinds for the element that holds a value, best first. Each was tried: it leads to that
 * element on this page, and to no other. `isOwn` knows texts that speak of the record itself.
 */
export function makeAnchors(
  holder: Element,
  field: Field,
  { find, dom }: ReturnType<typeof createFind>,
  isOwn: Place['isOwn'],
): readonly Anchor[] {
  const place: Place = { holder, field, find, dom, isOwn };
  const first = (anchors: Iterable<Anchor>) => firstThat(anchors, (anchor) => leadsTo(anchor, place));
  const names = attributes(place);
  const best = [
    ...first(names.filter((name) => !isLoose(name))),
    ...first(labels(place)),
    ...first(links(place)),
    ...first(headings(place)),
    ...first(names.filter(isLoose)),
  ];
  return [...best.slice(0, MAX_ANCHORS - 1), ...first(paths(place))];
}

function firstThat<T>(all: Iterable<T>, passes: (one: T) => boolean): readonly T[] {
  for (const one of all) if (passes(one)) return [one];
  return [];
}

function leadsTo(anchor: Anchor, { holder, field, find }: Place): boolean {
  const { holders } = find(anchor, field);
  return holders.length === 1 && holders[0] === holder;
}

function attributes({ holder, field, dom, isOwn }: Place): readonly Anchor[] {
  const above = ancestors(holder).slice(0, MAX_NAMED_ABOVE + 1);
  const around = above.filter((one) => one === holder || settle(one, field, dom) === holder);
  return around.flatMap((one) => namesOf(one, isOwn).filter((name) => one === holder || !isLoose(name)));
}

function labels({ holder, isOwn }: Place): readonly Anchor[] {
  const texts = labelsNear(holder).map(cleanLabel);
  return texts.filter((text) => LABEL.test(text) && !isOwn(text)).map((text) => ({ kind: 'label', text }));
}

/** Names that many elements share, or that are told in the page's language. */
function isLoose(anchor: Anchor): boolean {
  return anchor.kind === 'attribute' && /^(?:class|placeholder|aria-label)$/.test(anchor.name);
}

function* links({ holder, field, dom }: Place): Iterable<Anchor> {
  if (field !== 'email' && field !== 'phone') return;
  const scheme = field === 'email' ? 'mailto' : 'tel';
  for (const scope of scopesOf(holder)) {
    const at = dom.all(`a[href^="${scheme}:" i]`, scope).filter(canRead).indexOf(holder);
    if (at >= 0 && at <= 50) yield { kind: 'link', scheme, within: scope.localName, at };
  }
}

function* headings({ holder, field }: Place): Iterable<Anchor> {
  const heading = field === 'name' || field === 'company' ? closestFlat(holder, (one) => /^h[1-4]$/.test(one.localName)) : undefined;
  if (!heading) return;
  const tag = heading.localName as 'h1' | 'h2' | 'h3' | 'h4'; // the pattern above
  for (const scope of scopesOf(heading)) yield { kind: 'heading', tag, within: scope.localName };
}

function* paths({ holder, dom, isOwn }: Place): Iterable<Anchor> {
  const steps = makeSteps(holder, dom, isOwn);
  if (steps) yield { kind: 'path', steps };
}

const scopesOf = (element: Element) => ancestors(element).filter(({ localName }) => SCOPES.test(localName) && !isVolatile(localName));

/** The element and all that is around it in its document, inside out. */
function ancestors(element: Element): readonly Element[] {
  const around: Element[] = [];
  closestFlat(element, (one) => {
    around.push(one);
    return false;
  });
  return around;
}
