import { closestFlat, isReadable, isWithin, type PageDom } from '../dom.ts';
import { type Leaf, type Part, readOutline } from './outline.ts';
import { findPairs } from './pairs.ts';
import { emailsIn, phoneOf } from './patterns.ts';

const PANELS = 'dialog[open],[role=dialog],aside,[role=complementary]';
/** No more than a hint: class names change. */
const DRAWERS = ['drawer', 'offcanvas', 'slide-over', 'side-panel', 'sidepanel', 'right-panel'].map((word) => `[class*=${word} i]`).join();
const MAIN = 'main,[role=main]';
/** How many texts a box may add to labelled fields before it is more than their panel. */
const FRAME = 8;

/** The panel that a list or a thread shows a person in: an open drawer, else the column on the right. */
export function findPanel(dom: PageDom): Element | undefined {
  const isPanel = (element: Element) => isAtRight(dom, element) && isReadable(element) && dom.all(`${MAIN},nav`, element).length === 0;
  const named = dom.all(PANELS).filter((element) => isPanel(element) && !isModal(element) && showsPerson(element));
  const hinted = dom
    .all(DRAWERS)
    .filter((element) => isPanel(element) && !named.some((one) => isWithin(one, element)) && showsPerson(element));
  const panels = [...named, ...hinted].filter((element, _at, all) => !all.some((other) => other !== element && isWithin(element, other)));
  const drawers = panels.filter((element) => !element.matches('aside,[role=complementary]'));
  return (drawers.length > 0 ? drawers : panels).toSorted((one, other) => rightOf(one) - rightOf(other)).at(-1);
}

/** The visible main part of the page, if there is but one. */
export function findMain(dom: PageDom): Element | undefined {
  const shown = dom.all(MAIN).filter(isReadable);
  return shown.length === 1 ? shown[0] : undefined;
}

/** The smallest box around all labelled fields of the page, with the few texts around them: what is left when nothing has a role. */
export function findFields(document: Document): Element | undefined {
  const leaves = readOutline(document.body);
  const fields = findPairs(leaves).filter(({ key, values }) => key !== 'other' && key !== 'section' && values.length > 0);
  if (fields.length < 2 || !fields.some(({ key }) => key === 'email' || key === 'phone')) return undefined;
  const ends = fields.flatMap(({ at, values }) => [at.part.from, ...values.map(({ part }) => part.from)]);
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  let box: Part | undefined = leaves[from]?.part;
  while (box && box.to <= to) box = box.up;
  while (box?.up && box.up.to - box.up.from - (to - from + 1) <= FRAME) box = box.up;
  return box?.element;
}

/** The box around the open thread: the smallest that holds what is being written and a heading. */
export function findThread(dom: PageDom): Element | undefined {
  const composer = dom.all('textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]').findLast(isReadable);
  return composer && closestFlat(composer, (box) => dom.all('h1,h2,h3,h4,h5,h6,[role=heading]', box).some(isReadable));
}

/** A drawer may be modal; a box in the middle is about something that is being done. */
function isModal(element: Element): boolean {
  if (element.getAttribute('aria-modal') !== 'true' || element.closest(DRAWERS)) return false;
  const { right, height } = element.getBoundingClientRect();
  return height === 0 || height < innerHeight * 0.8 || right < innerWidth - 50;
}

/** Without a layout to measure, what comes before the main part stands left of it. */
function isAtRight(dom: PageDom, element: Element): boolean {
  const { left, right, width } = element.getBoundingClientRect();
  if (width > 0) return left < innerWidth && left + right >= innerWidth * 0.9;
  return !dom.all(MAIN).some((main) => (element.compareDocumentPosition(main) & 5) === 4); // follows, in the same tree
}

const rightOf = (element: Element) => element.getBoundingClientRect().right;

function showsPerson(element: Element): boolean {
  const leaves = readOutline(element);
  return leaves.some(showsAddress) || findPairs(leaves).some(({ key }) => key === 'email' || key === 'phone');
}

/** Whether the text is or holds an e-mail address or is a number. */
export function showsAddress({ text }: Leaf): boolean {
  return emailsIn(text).length > 0 || phoneOf(text) !== undefined;
}
