import { openRoots } from '@/lib/crm/dom.ts';
import type { Fixture } from '../page.ts';

/** A fixture as shown in the test's document, to be changed. */
export interface Stage {
  readonly fixture: Fixture;
  /** What the page says of people: values that it shows of those it is expected to be of. */
  readonly own: OwnValues;
  /** From 0 up to 1, the same each time the case is run. */
  random(): number;
}

/** A way a page may differ from its fixture without being another person's. */
export type Mutator = (stage: Stage) => void;

export interface OwnValues {
  readonly names: readonly string[];
  readonly companies: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Numbers from 0 up to 1 that follow from the seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number that differs from text to text. */
export function seedOf(text: string): number {
  return [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
}

/** Every element of the body, inside open shadow roots too. */
export function everything(selector = '*'): readonly Element[] {
  return openRoots(document).flatMap((root) => [...('body' in root ? root.body : root).querySelectorAll(selector)]);
}

/** Every text of the page, in the element that holds it. */
export function everyText(): readonly Text[] {
  return [document.body, ...everything()]
    .flatMap((element) => [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
    .filter((node): node is Text => node.nodeType === 3 && Boolean(node.nodeValue?.trim()));
}

export const isHidden = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { display, visibility } = getComputedStyle(at);
    if (display === 'none' || visibility === 'hidden' || at.hasAttribute('hidden')) return true;
  }
  return false;
};

/** The element around, also of a shadow root. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Whether a text, a link or a field shows one of the person's own values. */
function showsOwn(text: string, { names, companies, emails, phones }: OwnValues): boolean {
  const isWritten = [...names, ...companies, ...emails].some((value) => text.toLowerCase().includes(value.toLowerCase()));
  return isWritten || phones.some((phone) => isNumberIn(text, phone));
}

/** Numbers are written in many ways, so their last seven digits count. */
export function isNumberIn(text: string, phone: string): boolean {
  const digits = digitsOf(text);
  return digits.length > 6 && digits.length < 20 && digits.includes(digitsOf(phone).slice(-7));
}

/**
 * The smallest element in sight that shows all of the person that the page shows; where the page is of nobody, its main
 * part.
 */
export function recordBox({ own }: Stage): Element {
  const wanted = [own.names[0], own.emails[0], own.phones[0]].filter((value) => value !== undefined);
  const shown = showings();
  const holders = wanted.map((value) => holdersOf(shown, value)).filter(({ size }) => size > 0);
  const [first, ...others] = holders;
  if (!first) return everything('main,[role="main"]').findLast((element) => !isHidden(element)) ?? document.body;
  const common = [...first].filter((element) => others.every((holder) => holder.has(element)));
  const box = common.find((element) => !common.some((other) => parentOf(other) === element)) ?? document.body;
  return others.length > 0 && !box.closest(TEXT) ? box : partAround(box);
}

/** What each element says itself, as text, in a link or in a field. */
const showings = (): readonly (readonly [Element, string])[] => [
  ...everyText().map((text) => [holderOf(text), text.nodeValue ?? ''] as const),
  ...everything('a[href],input').map((element) => [element, element.getAttribute('href') ?? inputValue(element)] as const),
];

/** The element that a text stands in, also right in a shadow root. */
export function holderOf(text: Text): Element {
  return text.parentElement ?? (text.getRootNode() as ShadowRoot).host; // a text without a parent element stands in a root
}

/** The elements in sight that show the value, with all around them. */
function holdersOf(shown: readonly (readonly [Element, string])[], value: string): ReadonlySet<Element> {
  const wanted = { names: [value], companies: [], emails: [], phones: digitsOf(value).length > 6 ? [value] : [] };
  const found = new Set<Element>();
  for (const [element, text] of shown) {
    if (!showsOwn(text, wanted) || isHidden(element)) continue;
    for (let at: Element | null = element; at; at = parentOf(at)) found.add(at);
  }
  return found;
}

const TEXT = 'h1,h2,h3,h4,h5,h6,p,a,button,span,label';
const PART = 'one-record-home-flexipage2,main,[role="main"],aside,[role="dialog"],section,article,.lafPageHost,body';

/** A single value is no record: the part of the page around it is. */
function partAround(element: Element): Element {
  let at: Element | null = element;
  while (at && !at.matches(PART)) at = parentOf(at);
  return at ?? document.body;
}

export const inputValue = (element: Element): string => ('value' in element && typeof element.value === 'string' ? element.value : '');

/** A box may have a shadow root that shows all it shows. */
export const insideOf = (box: Element): Element | ShadowRoot => box.shadowRoot ?? box;
