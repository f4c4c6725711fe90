/**
 * Reading a page across shadow boundaries. Lightning runs with synthetic shadow (all is plain DOM for a content script)
 * or with native open roots; one resolver over the document and every open root is right for both.
 */
export interface PageDom {
  /** Every element that matches, in all open roots; with `within`, only its descendants in the flat tree. */
  all(selector: string, within?: Element): Element[];
}

/** A tree of its own: the document, or an open shadow root. */
export type Root = Document | ShadowRoot;

/**
 * The document and every open shadow root below it, outermost first; with `readsFrames` also the documents of shown
 * frames of the same origin, and their roots. What a frame shows is not within the frame to `PageDom`, nor to `closestFlat`.
 */
export function openRoots(document: Document, readsFrames = false): readonly Root[] {
  const roots: Root[] = [document];
  for (const root of roots) {
    const elements = root.querySelectorAll('*');
    for (let at = 0; at < elements.length; at++) {
      const inner = elements[at]?.shadowRoot;
      if (inner) roots.push(inner);
    }
    if (!readsFrames) continue;
    for (const frame of root.querySelectorAll('iframe')) {
      const inner = frameDocument(frame);
      if (inner) roots.push(inner);
    }
  }
  return roots;
}

/** The document in a frame that is shown; `undefined` where it is of another origin. */
export function frameDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return (isReadable(frame) && frame.contentDocument) || undefined;
  } catch {
    return undefined;
  }
}

/** A reader of the page as it is now. Roots attached later are not seen, so make one for each reading. */
export function createPageDom(roots: readonly Root[]): PageDom {
  const partsIn = createPartFinder(roots);
  return {
    all(selector, within) {
      // One root is the rule (synthetic shadow), and there the browser's own search is all it takes.
      if (within && roots.length === 1) return [...within.querySelectorAll(selector)];
      const found = new Set<Element>();
      for (const part of within ? partsIn(within) : roots) {
        if (part !== within && part.nodeType === 1 && (part as Element).matches(selector)) found.add(part as Element); // nodeType 1 is an element
        // Plain loops: a page with native shadow has a thousand roots, and most hold nothing that matches.
        const matches = part.querySelectorAll(selector);
        for (let at = 0; at < matches.length; at++) found.add(matches[at] as Element); // below its length a list has elements
      }
      return [...found];
    },
  };
}

/**
 * Finds what an element holds in the flat tree: itself, the roots attached below it, and the elements slotted into it
 * from outside. These come in the order of `roots`.
 */
function createPartFinder(roots: readonly Root[]): (within: Element) => readonly ParentNode[] {
  const order = new Map<Node, number>(roots.map((root, at) => [root, at]));
  const shadows = roots.filter((root): root is ShadowRoot => 'host' in root);
  const byTree = Map.groupBy(shadows, (shadow) => shadow.host.getRootNode());
  const known = new Map<Element, readonly ParentNode[]>();

  function find(within: Element): readonly ParentNode[] {
    const parts = new Set<Element | ShadowRoot>([within]);
    // A set's loop also visits what is added meanwhile.
    for (const part of parts) {
      for (const shadow of byTree.get(part.getRootNode()) ?? []) if (part.contains(shadow.host)) parts.add(shadow);
      if (part.nodeType === 1) for (const slotted of slottedInto(part as Element)) parts.add(slotted); // nodeType 1 is an element
    }
    const rank = (part: Node) => order.get(part.getRootNode()) ?? 0;
    const sorted = [...parts].sort((one, other) => rank(one) - rank(other));
    known.set(within, sorted);
    return sorted;
  }

  return (within) => known.get(within) ?? find(within);
}

/** Elements that slots in it show from the tree around its own. */
function slottedInto(element: Element): readonly Element[] {
  if (element.getRootNode().nodeType === 9) return []; // nothing is slotted into a document
  const slots = [...(element.matches('slot') ? [element] : []), ...element.querySelectorAll('slot')];
  return slots.flatMap((slot) => (slot as HTMLSlotElement).assignedElements()); // the selector asks for slots
}

/** The parent as rendered: a slotted element's is its slot, a shadow root's child's is the host. */
function flatParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent: ParentNode | null = element.parentNode;
  if (!parent) return null;
  return parent.nodeType === 11 ? (parent as ShadowRoot).host : element.parentElement; // an attached element's fragment is a shadow root; links have a `host` too
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

/** What a node holds as rendered: what is slotted into it, else its open root's children, else its own. */
export function childrenOf(node: Node): readonly Node[] {
  if ('assignedNodes' in node) {
    const assigned = (node as HTMLSlotElement).assignedNodes(); // only a slot has assigned nodes
    if (assigned.length > 0) return assigned;
  }
  const inner = 'shadowRoot' in node ? (node as Element).shadowRoot : null; // only elements have the property
  return [...(inner ?? node).childNodes];
}
