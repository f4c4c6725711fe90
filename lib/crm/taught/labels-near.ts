import { flatText } from '../dom.ts';

const MAX_CLIMB = 5;
const MAX_LABEL = 60;

/** Texts that may be the label of a value, nearest first: what names it, else what stands before it. */
export function labelsNear(element: Element): readonly string[] {
  const texts = [...namedBy(element), ...before(element)].map(flatText);
  return [...new Set(texts)].filter((text) => text !== '' && text.length <= MAX_LABEL);
}

function namedBy(element: Element): readonly Element[] {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []; // controls alone have labels
  const ids = [element, element.parentElement].flatMap((one) => one?.getAttribute('aria-labelledby')?.split(/\s+/)[0] ?? []);
  const root = element.getRootNode() as Document | ShadowRoot; // the element is attached: it is shown
  return [...labels.flatMap(textParts), ...ids.flatMap((id) => root.getElementById?.(id) ?? [])];
}

/** A label around its control has the text in a part of it. */
const textParts = (label: Element) => [label, ...label.children];

function before(element: Element): readonly Element[] {
  const found: Element[] = [];
  let at: Element | null = element;
  for (let level = 0; at && level < MAX_CLIMB; level++) {
    let previous = at.previousElementSibling;
    while (previous && flatText(previous) === '') previous = previous.previousElementSibling;
    if (previous) found.push(previous, ...[...previous.querySelectorAll('*')].slice(0, 5));
    const root: Node = at.getRootNode();
    at = at.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null); // of all roots only a shadow root has a host
  }
  return found;
}
