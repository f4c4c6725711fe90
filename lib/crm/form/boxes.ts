import type { Leaf, Part } from '../generic/outline.ts';
import type { Sheet } from '../generic/sheet.ts';
import type { LabelledValue } from './field.ts';

const MAX_WORDS = 60;
/** Of a value: a number, its kind and the like. */
const MAX_LEAVES = 4;

/**
 * What stands beside a label, whether or not the label is a known one: the sheet's own pairs, terms and definitions, rows of two cells,
 * boxes of two parts, boxes in which labels and values take turns, and `Label: value`.
 */
export function pairsOf({ pairs, leaves }: Sheet): readonly LabelledValue[] {
  const known = pairs
    .filter(({ key }) => key !== 'section' && key !== 'tool' && key !== 'mailbox' && key !== 'other')
    .map(({ label, values, at }) => ({ at: at.from, label, value: textOf(values) }));
  const own = new Map(leaves.map((leaf) => [leaf.from, leaf]));
  const inBoxes = [...boxesOf(leaves)].flatMap((box) => pairsIn(box, own));
  const inLines = leaves.flatMap(({ text, kind, from, level }) => {
    const [, label, value] = (kind === 'text' && level === 9 && /^([^:：@\d]{2,60}?)\s?[:：]\s+(\S.*)$/.exec(text)) || [];
    return label && value ? [{ at: from, label, value }] : [];
  });
  return [...known, ...inBoxes, ...inLines].toSorted((one, other) => one.at - other.at);
}

/** Each leaf's text; an address that is a link is told as text and as link. */
function textOf(leaves: readonly Leaf[]): string {
  const texts = leaves.map(({ text }) => text).filter(Boolean);
  return texts.filter((text, at) => texts.indexOf(text) === at).join(' ');
}

function boxesOf(leaves: readonly Leaf[]): ReadonlySet<Part> {
  const boxes = new Set<Part>();
  for (const leaf of leaves) for (let box = leaf.up; box && !boxes.has(box); box = box.up) boxes.add(box);
  return boxes;
}

function pairsIn(box: Part, own: ReadonlyMap<number, Leaf>) {
  const parts = box.parts.map((part) => leavesIn(part, own)).filter((inside) => inside.length > 0);
  const isEven = parts.length >= 2 && parts.length % 2 === 0;
  const turns = parts.flatMap((part, at) => (at % 2 === 0 ? [{ label: part, value: parts[at + 1] ?? [] }] : []));
  if (!isEven || !turns.every(({ label, value }) => isLabel(label) && isValue(value))) return [];
  // A pair by itself is a row; several in one box are a list of them if one of their labels is a known one, or they are terms.
  const isList = parts.length === 2 || box.element.matches('dl') || turns.some(({ label }) => label[0]?.key !== undefined);
  return isList ? turns.map(({ label, value }) => ({ at: label[0]?.from ?? 0, label: textOf(label), value: textOf(value) })) : [];
}

/** No more of them than tell that it is neither a label nor a value: a page may be one box of thousands. */
function leavesIn({ from, to }: Part, own: ReadonlyMap<number, Leaf>): readonly Leaf[] {
  const found: Leaf[] = [];
  for (let at = from; at < to && found.length <= MAX_LEAVES; at++) {
    const leaf = own.get(at);
    if (leaf) found.push(leaf);
  }
  return found;
}

/** A few words that nobody can press: no heading, address, number or name that leads to somebody. */
function isLabel([leaf, ...more]: readonly Leaf[]): boolean {
  if (leaf === undefined || more.length > 0 || leaf.kind !== 'text' || leaf.level < 9) return false;
  const isWords = leaf.text.length <= MAX_WORDS && /\p{L}/u.test(leaf.text) && !leaf.email[0] && !leaf.phone[0];
  return isWords && leaf.element.closest('a,button') === null;
}

function isValue(leaves: readonly Leaf[]): boolean {
  return leaves.length > 0 && leaves.length <= MAX_LEAVES && leaves.every(({ level, key }) => level === 9 && key === undefined);
}
