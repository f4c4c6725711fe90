import type { Field } from '../adapter.ts';
import { closestFlat, type PageDom, type Root } from '../dom.ts';
import { canRead } from './find.ts';
import { settle } from './settle.ts';
import { CONTROLS, shownValue } from './value.ts';

/** A value that can be taken, and the element that holds it. */
export interface Choice {
  readonly holder: Element;
  readonly value: string;
}

/** How far around what was pointed at the value may be: the box of a label with its value, not the whole page. */
const MAX_AROUND = 4;
const MAX_CHOICES = 300;

/** The value that a person means who points at an element: its own, or that of the link, label or box around it. */
export function resolvePick(target: Element, field: Field, dom: PageDom): Choice | undefined {
  const outer = target.closest('label')?.control ?? target.closest('a[href^="mailto:" i],a[href^="tel:" i]');
  let around = 0;
  let choice = outer ? choiceIn(outer, field, dom) : undefined;
  closestFlat(target, (one) => {
    choice ??= choiceIn(one, field, dom);
    return choice !== undefined || ++around > MAX_AROUND;
  });
  return choice;
}

function choiceIn(element: Element, field: Field, dom: PageDom): Choice | undefined {
  if (element.localName === 'body' || element.localName === 'html') return undefined;
  const holder = settle(element, field, dom);
  const value = holder === undefined || holder === 'blank' || !canRead(holder) ? undefined : shownValue(holder, field);
  return holder !== undefined && holder !== 'blank' && value !== undefined ? { holder, value } : undefined;
}

/** Everything on the page that could be taken as the field, for those who walk through it by keyboard: headings first for a name. */
export function choicesOf(field: Field, roots: readonly Root[], dom: PageDom): readonly Choice[] {
  const parts = new Set<Element>([
    ...dom.all(CONTROLS),
    ...dom.all('a[href^="mailto:" i],a[href^="tel:" i]'),
    ...roots.flatMap(textParents),
  ]);
  const choices = new Map<Element, Choice>();
  for (const part of parts) {
    if (choices.size >= MAX_CHOICES) break;
    const choice = shownValue(part, field) === undefined ? undefined : choiceIn(part, field, dom);
    if (choice) choices.set(choice.holder, choice);
  }
  const inOrder = [...choices.values()].sort((one, other) => order(one.holder, other.holder));
  const isFirst = ({ holder }: Choice) => (field === 'name' || field === 'company') && holder.closest('h1,h2,h3') !== null;
  return [...inOrder.filter(isFirst), ...inOrder.filter((choice) => !isFirst(choice))];
}

/** Elements with text of their own. */
function textParents(root: Root): readonly Element[] {
  const found: Element[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4); // what owns no document is one; 4 is text
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.trim().length ?? 0;
    if (length > 1 && length < 200 && node.parentElement) found.push(node.parentElement);
  }
  return found;
}

/** Order of the page; elements of different trees keep the order they were found in. */
function order(one: Element, other: Element): number {
  const position = one.compareDocumentPosition(other);
  if (position & 1) return 0; // disconnected
  return position & 4 ? -1 : 1; // following
}
