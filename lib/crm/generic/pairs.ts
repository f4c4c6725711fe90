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

type Names = readonly (string | null | undefined)[];

/** The labels of an outline with their values: neighbours (also `dt`/`dd`, `th`/`td`), `Label: value`, and names given to inputs and other elements. */
export function findPairs(leaves: readonly Leaf[]): readonly Pair[] {
  return leaves.flatMap((leaf) => {
    const { element, up, text } = leaf;
    if (leaf.kind === 'input') return pairOf(labelsOf(element), leaf, [leaf]);
    const [, before = text, after] = /^(.+?)\s?[:：]\s*(\S.*)$/.exec(text) ?? [];
    if (leaf.key && after) return pairOf([before], leaf, [{ ...leaf, text: after, key: undefined }]);
    // Links called "Email" do something; the label of an input is read with the input.
    if (leaf.key)
      return element.closest('a') || element.closest('label')?.control?.matches('input,textarea')
        ? []
        : pairOf([text], leaf, valuesBeside(leaf, leaves));
    const box = up?.up;
    return pairOf([...namesOf(element), ...(box && box.to - box.from === 1 ? namesOf(box.element) : [])], leaf, [leaf]);
  });
}

function pairOf(labels: Names, at: Leaf, values: readonly Leaf[]): readonly Pair[] {
  const label = labels.find((text) => text && labelKey(text))?.replace(/[\s:：*]+$/, '');
  const key = label && labelKey(label);
  return key ? [{ key, label: label.trim(), at, values }] : [];
}

/** What the next neighbour shows of a label, or of the boxes that hold the label alone. A neighbour that starts with a label is the next field. */
function valuesBeside(leaf: Leaf, leaves: readonly Leaf[]): readonly Leaf[] {
  let part: Part = leaf;
  for (let { up } = part; up; part = up, up = up.up) {
    const next = up.parts[up.parts.indexOf(part) + 1];
    if (next) {
      const values = leaves.slice(next.from, next.to);
      const end = values.findIndex(({ key }) => key);
      return end < 0 ? values : values.slice(0, end);
    }
    if (up.to - up.from > 1 || up.element.matches('dd')) break;
  }
  return [];
}

/** What an input is called, in words first, then in its own technical terms, which no language changes. */
function labelsOf(input: Element): Names {
  const labels = [...((input as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent); // only inputs come here
  return [...labels, ...namesOf(input), ...['placeholder', 'name', 'autocomplete', 'type'].map((name) => input.getAttribute(name))];
}

function namesOf(element: Element): Names {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot; // what is shown hangs in a tree
  return [...ids.map((id) => root.getElementById(id)?.textContent), element.getAttribute('aria-label')];
}
