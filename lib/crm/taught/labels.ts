import { flatText, type Root } from '../dom.ts';

const MAX_LABEL = 80;
const MAX_FOUND = 20;
const MAX_CLIMB = 4;
/** Stands between a label and its value without being one. */
const TRIMMING = 'svg,i,img,style,script,template,[role="tooltip"],[role="img"],br';

const LABELS = 'dt,th,label,legend';

/** A label's text without its colon or the star of a required field. */
export function cleanLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s:：*]+$/u, '')
    .trim();
}

/** What two writings of one label have in common. */
const foldLabel = (text: string) => cleanLabel(text).toLowerCase();

/** Elements whose own text is that label, in all roots. */
export function findLabels(roots: readonly Root[], label: string): readonly Element[] {
  const text = foldLabel(label);
  const found = new Set<Element>();
  for (const root of roots) {
    const document = root.ownerDocument ?? root;
    const walker = (document as Document).createTreeWalker(root, 4); // what owns nodes is a document; 4 is text
    for (let node = walker.nextNode(); node && found.size < MAX_FOUND; node = walker.nextNode()) {
      const own = node.nodeValue ?? '';
      if (own.length >= text.length && own.length < text.length + MAX_LABEL && foldLabel(own) === text && node.parentElement)
        found.add(node.parentElement);
    }
  }
  return [...found];
}

/**
 * The part of the page that a label stands for: the control it names, what names it, else what comes next. Where any text
 * could be the value (`isFree`), only one part may follow: of two nobody knows which it is.
 */
export function besideLabel(label: Element, isFree: boolean): Element | undefined {
  return label.closest('label')?.control ?? labelledBy(label) ?? nextTo(label, isFree);
}

function labelledBy(label: Element): Element | undefined {
  const id = label.id || label.parentElement?.id;
  const root = label.getRootNode() as Document | ShadowRoot; // the label is attached: it was found in one
  return id
    ? [...root.querySelectorAll('[aria-labelledby]')].find((one) => one.getAttribute('aria-labelledby')?.split(/\s+/)[0] === id)
    : undefined;
}

function nextTo(label: Element, isFree: boolean): Element | undefined {
  const text = flatText(label);
  let at: Element | null = label;
  for (let level = 0; at && level < MAX_CLIMB; level++) {
    const next = nextPart(at);
    // Two labels in a row: the value between them is left out.
    if (next) return next.matches(LABELS) || (isFree && isFollowed(next)) ? undefined : next;
    at = at.parentElement ?? hostOf(at);
    if (at && flatText(at) !== text) return undefined;
  }
  return undefined;
}

function isFollowed(part: Element): boolean {
  const after = nextPart(part);
  return after !== null && !after.matches(`${LABELS},button`);
}

function nextPart(element: Element): Element | null {
  let next = element.nextElementSibling;
  while (next && (next.matches(TRIMMING) || (next.localName === 'button' && next.textContent?.trim() === '')))
    next = next.nextElementSibling;
  return next;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null; // of all roots only a shadow root has a host
}
