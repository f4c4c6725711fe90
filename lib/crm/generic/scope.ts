import { closestFlat, isReadable, isWithin, type PageDom } from '../dom.ts';
import { sameAs } from '../values.ts';
import { type Leaf, type Part, readOutline } from './outline.ts';
import { findPairs } from './pairs.ts';
import { isNameLike } from './patterns.ts';
import { isTool } from './sheet.ts';

const COLUMNS = 'aside,[role=complementary]';
const DIALOGS = 'dialog[open],[role=dialog]';
/** No more than a hint: class names change. */
const DRAWERS = '[class*=drawer i],[class*=offcanvas i],[class*=side-panel i],[class*=sidepanel i]';
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const MAIN = 'main,[role=main]';
/** How many texts a box may add to labelled fields before it is more than their panel. */
const FRAME = 6;

/** The panel that a list or a thread shows a person in: an open drawer, else the column on the right. Several if they cannot be told apart. */
export function findPanels(dom: PageDom): readonly Element[] {
  const mains = dom.all(MAIN);
  const find = (selector: string) =>
    dom
      .all(selector)
      .filter(
        (one) => isAtRight(one, mains) && isReadable(one) && !dom.all(`${MAIN},nav`, one).length && !isModal(one) && showsPerson(one),
      );
  const columns = find(COLUMNS);
  const dialogs = find(DIALOGS);
  const hinted = find(DRAWERS).filter((one) => ![...columns, ...dialogs].some((other) => isWithin(other, one)));
  const drawers = [...dialogs, ...hinted];
  // A call or a chat may hang over the record: which of the two is meant cannot be told.
  const rival = columns.find((column) => drawers.some((drawer) => showsOther(drawer, column)));
  if (rival) return [...drawers, rival];
  const panels = drawers.length > 0 ? drawers : columns;
  const outer = panels.filter((one) => !panels.some((other) => other !== one && isWithin(one, other)));
  const right = Math.max(...outer.map(rightOf));
  return outer.filter((one) => rightOf(one) > right - 2);
}

const rightOf = (element: Element) => element.getBoundingClientRect().right;

/** The visible main part of the page, if there is but one. */
export function findMain(dom: PageDom): Element | undefined {
  const shown = dom.all(MAIN).filter(isReadable);
  return shown.length === 1 ? shown[0] : undefined;
}

/**
 * The smallest box around all labelled fields of the page, with the few texts around them: what is left when nothing has a
 * role. Not while a modal box is open, and not in a thread, where labels are of signatures.
 */
export function findFields(dom: PageDom, { body }: Document): Element | undefined {
  const box = fieldsIn(body);
  const thread = findThread(dom);
  const isRecord =
    box &&
    (isAtRight(box, []) || isAlone(dom, box)) &&
    !(thread && (isWithin(box, thread) || isWithin(thread, box))) &&
    !dom.all('[aria-modal=true]').some(isReadable);
  return isRecord ? box : undefined;
}

function fieldsIn(body: Element): Element | undefined {
  const fields = findPairs(readOutline(body)).filter(({ key, values }) => values.length > 0 && key !== 'other' && key !== 'section');
  if (fields.length < 2 || !fields.some(({ key }) => key === 'email' || key === 'phone')) return undefined;
  const ends = fields.flatMap(({ at, values }) => [at.from, ...values.map(({ from }) => from)]);
  const [from, to] = [Math.min(...ends), Math.max(...ends) + 1];
  let box: Part | undefined = fields[0]?.at;
  while (box && (box.from > from || box.to < to)) box = box.up;
  while (box?.up && box.up.to - box.up.from - (to - from) <= FRAME) box = box.up;
  return box?.element;
}

/** The box around the open thread: the smallest that holds what is being written and a heading. */
export function findThread(dom: PageDom): Element | undefined {
  const composer = dom.all('textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]').findLast(isReadable);
  return composer && closestFlat(composer, (box) => dom.all(HEADINGS, box).some(isReadable));
}

/** The part of the thread that its heading is in: numbers elsewhere are of messages, or of the user who writes. */
export function findThreadHead(dom: PageDom): Element | undefined {
  const thread = findThread(dom);
  const heading = thread && dom.all(HEADINGS, thread).find(isReadable);
  return heading && closestFlat(heading, (box) => isWithin(box, thread) && closestFlat(box, (at) => at !== box) === thread);
}

/** A drawer may be modal; a box in the middle is about something that is being done. */
function isModal(element: Element): boolean {
  const { right, height } = element.getBoundingClientRect();
  const isTall = height > innerHeight * 0.8 && right > innerWidth - 50;
  const drawer = element.closest(DRAWERS);
  return element.getAttribute('aria-modal') === 'true' && !isTall && (!drawer || (drawer !== element && showsPerson(drawer)));
}

/** Without a layout to measure, what comes before the main part stands left of it. */
function isAtRight(element: Element, mains: readonly Element[]): boolean {
  const { left, right, width } = element.getBoundingClientRect();
  if (width > 0) return left < innerWidth && left + right > innerWidth * 0.9;
  return !mains.some((main) => (element.compareDocumentPosition(main) & 5) === 4); // follows, in the same tree
}

/** Whether the page is empty right of it: then it is no column at the left, only no wider than its texts. */
function isAlone(dom: PageDom, box: Element): boolean {
  const { right, top, bottom } = box.getBoundingClientRect();
  return !dom.all('*').some((one) => {
    const { left, top: start, bottom: end } = one.getBoundingClientRect();
    return one.childElementCount === 0 && left >= right && start < bottom && end > top && isReadable(one);
  });
}

function showsPerson(element: Element): boolean {
  const leaves = readOutline(element);
  if (isTool(leaves) || (element.matches(DIALOGS) && isTypedOnly(leaves))) return false;
  return (
    leaves.some(({ key, email, phone }) => key === 'email' || key === 'phone' || email[0] || phone[0]) ||
    findPairs(leaves).some(({ key }) => key === 'email')
  );
}

/** Whether all addresses and numbers are in inputs, and no heading says whose: a dialog that asks for them. */
function isTypedOnly(leaves: readonly Leaf[]): boolean {
  const known = leaves.filter(({ email, phone }) => email[0] ?? phone[0]);
  return (
    known.length > 0 && known.every(({ kind }) => kind === 'input') && !leaves.some(({ level, text }) => level < 9 && isNameLike(text))
  );
}

/** Whether a column shows somebody else than the drawer over it: both have addresses or numbers, and none in common. A list is nobody. */
function showsOther(drawer: Element, column: Element): boolean {
  const [over, under] = [readOutline(drawer), readOutline(column)];
  const valuesOf = (leaves: readonly Leaf[]) => new Set(leaves.flatMap(({ email, phone }) => [...email, ...phone].map(sameAs)));
  const [some, others] = [valuesOf(over), valuesOf(under)];
  const isList = new Set(under.flatMap(({ email }) => email)).size > 1;
  return some.size > 0 && others.size > 0 && !isList && ![...some].some((value) => others.has(value));
}
