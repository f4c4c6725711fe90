import { frameDocument, type PageDom } from '../dom.ts';

const STEP = /^([a-z][a-z0-9._-]*)(?::([1-9]\d{0,4})|@([a-z][a-z0-9_:.-]*)=(.*))?$/i;
const MAX_STARTS = 10;

/** A selector for elements by tag and one attribute, every name and value escaped; of a class it takes one word. */
export function selectorOf(tag: string, name: string, value: string): string {
  return `${escaped(tag)}[${escaped(name)}${name === 'class' ? '~' : ''}="${escaped(value)}"]`;
}

/** Escapes for CSS whatever is no plain letter, digit, hyphen or underscore, so that rules cannot speak CSS. */
function escaped(text: string): string {
  return text.replace(/[^\w-]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `);
}

/** Writes the step to a named element; values are encoded, as steps hold no blanks. */
export function namedStep(tag: string, name: string, value: string): string {
  return `${tag}@${name}=${encodeURIComponent(value)}`;
}

/** The elements that a way down leads to: as many as there are starts of that name, and mostly one. */
export function walkSteps([first, ...rest]: readonly string[], dom: PageDom): readonly Element[] {
  const selector = startSelector(first ?? '');
  if (selector === undefined) return [];
  const starts = dom.all(selector).slice(0, MAX_STARTS);
  return starts.flatMap((start) => {
    const end = rest.reduce<ParentNode | undefined>((at, step) => at && follow(at, step), start);
    return end?.nodeType === 1 ? [end as Element] : []; // nodeType 1 is an element
  });
}

function startSelector(step: string): string | undefined {
  const [, tag, position, name, value] = STEP.exec(step) ?? [];
  if (tag === undefined || position !== undefined) return undefined;
  return name === undefined || value === undefined ? escaped(tag) : selectorOf(tag, name, decoded(value));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function follow(at: ParentNode, step: string): ParentNode | undefined {
  if (step === '#shadow') return (at as Partial<Element>).shadowRoot ?? undefined; // documents have none
  if (step === '#frame') return frameDocument(at as HTMLIFrameElement); // of anything else it is undefined
  const [, tag, position] = STEP.exec(step) ?? [];
  if (tag === undefined || position === undefined) return undefined;
  return [...at.children].filter((child) => child.localName === tag)[Number(position) - 1];
}
