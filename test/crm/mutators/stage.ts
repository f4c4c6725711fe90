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
export function showsOwn(text: string, { names, companies, emails, phones }: OwnValues): boolean {
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
  const present = wanted.filter((value) => isShownIn(document.body, value));
  const main = everything('main,[role="main"]').findLast((element) => !isHidden(element));
  if (present.length === 0) return main ?? document.body;
  let box: Element = document.body;
  for (let next: Element | undefined = box; next; next = partsOf(box).find((part) => present.every((value) => isShownIn(part, value))))
    box = next;
  return box;
}

const partsOf = (element: Element) => [...(element.shadowRoot?.children ?? []), ...element.children];

function isShownIn(element: Element, value: string): boolean {
  if (getComputedStyle(element).display === 'none') return false;
  const own = [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].filter(({ nodeType }) => nodeType === 3);
  const said = [...own.map(({ nodeValue }) => nodeValue ?? ''), element.getAttribute('href') ?? '', inputValue(element)];
  const wanted = { names: [value], companies: [], emails: [], phones: digitsOf(value).length > 6 ? [value] : [] };
  return said.some((text) => showsOwn(text, wanted)) || partsOf(element).some((part) => isShownIn(part, value));
}

export const inputValue = (element: Element): string => ('value' in element && typeof element.value === 'string' ? element.value : '');

/** A box may have a shadow root that shows all it shows. */
export const insideOf = (box: Element): Element | ShadowRoot => box.shadowRoot ?? box;
