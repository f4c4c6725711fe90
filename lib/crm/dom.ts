/**
 * Reading a page across shadow boundaries. Lightning runs with synthetic shadow (all is plain DOM for a content script)
 * or with native open roots; one resolver over the document and every open root is right for both.
 */
export interface PageDom {
  /** Every element that matches, in all open roots; with `within`, only its descendants in the flat tree. */
  all(selector: string, within?: Element): Element[];
}

type Root = Document | ShadowRoot;

/** The document and every open shadow root below it, outermost first. */
export function openRoots(document: Document): readonly Root[] {
  const roots: Root[] = [document];
  for (const root of roots) {
    const elements = root.querySelectorAll('*');
    for (let at = 0; at < elements.length; at++) {
      const inner = elements[at]?.shadowRoot;
      if (inner) roots.push(inner);
    }
  }
  return roots;
}

/** A reader of the document as it is now; roots attached later are not seen, so make one for each reading. */
export function createPageDom(document: Document): PageDom {
  const roots = openRoots(document);
  const known = new Map<string, readonly Element[]>();

  /** Plain loops: a page with native shadow has a thousand roots, and most hold nothing that matches. */
  function find(selector: string): readonly Element[] {
    const found: Element[] = [];
    for (const root of roots) {
      const matches = root.querySelectorAll(selector);
      for (let at = 0; at < matches.length; at++) found.push(matches[at] as Element); // below its length a list has elements
    }
    known.set(selector, found);
    return found;
  }

  return {
    all(selector, within) {
      const found = known.get(selector) ?? find(selector);
      return within ? found.filter((element) => element !== within && isWithin(element, within)) : [...found];
    },
  };
}

/** The parent as rendered: a slotted element's is its slot, a shadow root's child's is the host. */
function flatParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent: ParentNode | null = element.parentNode;
  if (!parent) return null;
  return 'host' in parent ? (parent as ShadowRoot).host : (element.parentElement ?? null); // only a shadow root has a host that is an element's parent
}

/** The element itself or its nearest flat ancestor that passes, looking no higher than `limit` (not tested). */
export function closestFlat(element: Element, passes: (candidate: Element) => boolean, limit?: Element): Element | undefined {
  for (let at: Element | null = element; at && at !== limit; at = flatParent(at)) if (passes(at)) return at;
  return undefined;
}

/** Whether `scope` is the element or one of its flat ancestors. */
export function isWithin(element: Element, scope: Element): boolean {
  return scope.contains(element) || closestFlat(element, (at) => at === scope) !== undefined;
}

/** Whether the element is rendered at all. */
export function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  if (typeof element.checkVisibility !== 'function') return !closestFlat(element, (at) => isConcealed(view, at));
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // An element without a box of its own is as visible as what holds it.
  const parent = view.getComputedStyle(element).display === 'contents' ? flatParent(element) : null;
  return parent !== null && isShown(parent);
}

/** Whether a person could read it: shown, not transparent, larger than a dot, not pushed off the left edge. */
export function isReadable(element: Element): boolean {
  if (!isShown(element)) return false;
  if (typeof element.checkVisibility !== 'function') return true;
  if (!element.checkVisibility({ opacityProperty: true })) return false;
  const { width, height, right } = element.getBoundingClientRect();
  return width > 1 && height > 1 && right > 0;
}

function isConcealed(view: Window, element: Element): boolean {
  const { display, visibility } = view.getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || element.hasAttribute('hidden');
}

const SILENT = 'style,script,template,svg,button,lightning-icon,lightning-primitive-icon,.slds-assistive-text';

/** The text a person reads in it, across slots and open roots, without buttons, icons and screen-reader extras. */
export function flatText(element: Element): string {
  return readText(element).replace(/\s+/g, ' ').trim();
}

function readText(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1 && node.nodeType !== 11) return '';
  if (node.nodeType === 1 && (node as Element).matches(SILENT)) return ''; // nodeType 1 is an element
  return childrenOf(node).map(readText).join('');
}

function childrenOf(node: Node): readonly Node[] {
  if ('assignedNodes' in node) {
    const assigned = (node as HTMLSlotElement).assignedNodes(); // only a slot has assigned nodes
    if (assigned.length > 0) return assigned;
  }
  const inner = 'shadowRoot' in node ? (node as Element).shadowRoot : null; // only elements have the property
  return [...(inner ?? node).childNodes];
}
