import { closestFlat } from '../dom.ts';

/** What the person sees while pointing: a frame around the value, and a label that says what would be taken. */
export interface Overlay {
  /** Frames the element, if there is one, and says the text; it is also announced. */
  show(element: Element | undefined, text: string): void;
  /** Draws the frame again where its element is now. */
  follow(): void;
  /** Takes everything out of the page again. */
  remove(): void;
}

type Styles = Readonly<Record<string, string>>;

const HOST: Styles = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  'pointer-events': 'none',
  background: 'transparent',
  border: '0',
  margin: '0',
  padding: '0',
  overflow: 'visible',
  'z-index': '2147483647',
};
/** A dark line between two light ones is seen on any ground; a border stays where colours are forced. */
const FRAME: Styles = {
  position: 'fixed',
  'box-sizing': 'border-box',
  border: '2px solid #0b5fff',
  outline: '2px solid #fff',
  'border-radius': '4px',
  'box-shadow': '0 0 0 4px #111',
};
const LABEL: Styles = {
  position: 'fixed',
  // As wide as its words, wherever it stands: else it would get narrower towards the right edge.
  width: 'max-content',
  'max-width': 'min(100vw - 16px, 420px)',
  'box-sizing': 'border-box',
  padding: '6px 10px',
  border: '1px solid #fff',
  'border-radius': '6px',
  background: '#111',
  color: '#fff',
  font: '500 14px/1.4 system-ui, sans-serif',
  'overflow-wrap': 'anywhere',
};
const GAP = 8;

/**
 * Puts the overlay over the page, above its dialogs. It stands in a closed shadow root, styled inline: neither the page's
 * styles nor its security policy reach it, and a pointer goes through it. Nothing in it moves.
 */
export function createOverlay(document: Document): Overlay {
  const host = styled(document, HOST);
  const frame = styled(document, FRAME);
  const label = styled(document, LABEL);
  label.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).append(frame, label);
  host.setAttribute('popover', 'manual');
  document.documentElement.append(host);
  let shown: Element | undefined;
  let below: Element | undefined;

  /** Whatever of the page opened above everything after us would stand above us. */
  function raise(): void {
    const top = shown ? openedAround(shown) : below;
    if (host.isConnected && top === below && host.matches(':popover-open')) return;
    below = top;
    if (!host.isConnected) document.documentElement.append(host);
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }

  function follow(): void {
    raise();
    const box = shown?.isConnected ? boxOf(shown) : undefined;
    setStyles(frame, { display: box ? 'block' : 'none' });
    if (box) setStyles(frame, px({ left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 }));
    const { width, height } = label.getBoundingClientRect();
    const view = document.documentElement;
    const above = box ? box.top - height - GAP : GAP;
    const top = box && above < GAP ? Math.min(box.top + box.height + GAP, view.clientHeight - height - GAP) : above;
    const left = Math.max(GAP, Math.min(box ? box.left - 4 : GAP, view.clientWidth - width - GAP));
    setStyles(label, px({ left, top: Math.max(GAP, top) }));
  }

  return {
    show(element, text) {
      shown = element;
      if (label.textContent !== text) label.textContent = text;
      follow();
    },
    follow,
    remove: () => host.remove(),
  };
}

/** The dialog or popover that the element is in, also around its frame. */
function openedAround(element: Element): Element | undefined {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return closestFlat(element, (one) => one.matches('dialog[open],[popover]')) ?? (frame ? openedAround(frame) : undefined);
}

function styled(document: Document, styles: Styles): HTMLElement {
  const element = document.createElement('div');
  setStyles(element, styles);
  return element;
}

function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

const px = (lengths: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, `${length}px`]));

/** Where an element is drawn in the top window, frames around it added up. */
function boxOf(element: Element): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  const around = boxOf(frame);
  return { left: around.left + frame.clientLeft + left, top: around.top + frame.clientTop + top, width, height };
}
