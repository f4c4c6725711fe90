import { type LabelKey, labelKey } from './labels.ts';
import type { Leaf, Part } from './outline.ts';

/** A label that is known, and what stands beside it: nothing where the page leaves the value empty. */
export interface Pair {
  readonly key: LabelKey;
  /** As the page writes it. */
  readonly label: string;
  readonly at: Leaf;
  readonly values: readonly Leaf[];
}

/** The labels of an outline with their values: neighbours (also `dt`/`dd`, `th`/`td`), `Label: value`, and names given to inputs and other elements. */
export function findPairs(leaves: readonly Leaf[]): readonly Pair[] {
  return leaves.flatMap((leaf) => {
    if (leaf.kind === 'input') return pairOf(labelsOf(leaf.element), leaf, [leaf]);
    const [, before, after] = /^([^:：]{2,40})\s?[:：]\s*(\S.*)$/.exec(leaf.text) ?? [];
    if (before && after) return pairOf([before], leaf, [{ ...leaf, text: after }]);
    if (labelKey(leaf.text)) return isNoLabel(leaf.element) ? [] : pairOf([leaf.text], leaf, valuesBeside(leaf, leaves));
    return pairOf(namesAround(leaf), leaf, [leaf]);
  });
}

function pairOf(labels: readonly (string | null | undefined)[], at: Leaf, values: readonly Leaf[]): readonly Pair[] {
  const label = labels
    .find((text) => text && labelKey(text))
    ?.replace(/[\s:：*]+$/, '')
    .trim();
  const key = label && labelKey(label);
  return label && key ? [{ key, label, at, values }] : [];
}

/** What the next neighbour shows of a label, or of the boxes that hold the label alone. */
function valuesBeside(leaf: Leaf, leaves: readonly Leaf[]): readonly Leaf[] {
  let part: Part = leaf.part;
  for (let up = part.up; up; part = up, up = up.up) {
    const next = up.parts[up.parts.indexOf(part) + 1];
    if (next) return untilLabel(leaves.slice(next.from, next.to));
    if (up.to - up.from > 1 || up.element.matches('dd,td')) break;
  }
  return [];
}

/** A neighbour that starts with a label is the next field: the value is empty. */
function untilLabel(leaves: readonly Leaf[]): readonly Leaf[] {
  const end = leaves.findIndex((leaf) => leaf.kind !== 'input' && labelKey(leaf.text.replace(/[:：].*/, '')));
  return end < 0 ? leaves : leaves.slice(0, end);
}

/** Links that are called "Email" do something; the label of an input is read with the input. */
function isNoLabel(element: Element): boolean {
  return Boolean(element.closest('a') ?? element.closest('label')?.control);
}

/** What a text, or the box around nothing but it, is called. */
function namesAround({ element, part }: Leaf): readonly (string | null | undefined)[] {
  const box = part.up?.up;
  return [...namesOf(element), ...(box && box.to - box.from === 1 ? namesOf(box.element) : [])];
}

/** What an input is called, in words first, then in its own technical terms, which no language changes. */
function labelsOf(input: Element): readonly (string | null | undefined)[] {
  const labels = [...((input as HTMLInputElement).labels ?? [])].map((label) => label.textContent); // only inputs come here
  return [...labels, ...namesOf(input), ...['placeholder', 'name', 'autocomplete', 'type'].map((name) => input.getAttribute(name))];
}

function namesOf(element: Element): readonly (string | null | undefined)[] {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot; // what is shown hangs in a tree
  return [...ids.map((id) => root.getElementById(id)?.textContent), element.getAttribute('aria-label')];
}
