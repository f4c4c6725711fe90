import { everyText, everything, holderOf, inputValue, isNumberIn, type Mutator, type OwnValues, parentOf, type Stage } from './stage.ts';
import { stranger } from './stranger.ts';

/** Fields without a value: empty, not drawn yet, or masked. */
export const fieldMutators: Readonly<Record<string, Mutator>> = {
  'e-mail emptied': ({ own }) => empty({ ...none, emails: own.emails }),
  'numbers emptied': ({ own }) => empty({ ...none, phones: own.phones }),
  'names emptied': ({ own }) => empty({ ...none, names: own.names }),
  'e-mail and numbers emptied': ({ own }) => empty({ ...none, emails: own.emails, phones: own.phones }),
  'some values emptied': ({ own, random }) => empty(own, () => random() < 0.5),
  'fields not drawn': ({ own, random }) => {
    for (const element of holders(own)) if (random() < 0.5) rowOf(element).remove();
  },
  'e-mail masked': ({ own }) => rewrite(own.emails, (email) => email.replace(/(?<=^.)[^@]*/, '•••')),
  'e-mail and numbers of another page in hidden fields': decoy,
};

const none: OwnValues = { names: [], companies: [], emails: [], phones: [] };

/** Whether a text is the value, and not a sentence that holds it. */
function isValue(text: string, own: OwnValues): boolean {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:|^tel:/, '');
  return (
    [...own.names, ...own.companies, ...own.emails].some((value) => value.toLowerCase() === bare) ||
    own.phones.some((phone) => isNumberIn(bare, phone))
  );
}

function holders(own: OwnValues): readonly Element[] {
  const texts = everyText().filter((text) => isValue(text.nodeValue ?? '', own));
  const elements = everything('a[href],input').filter((element) => isValue(element.getAttribute('href') ?? inputValue(element), own));
  const parents = texts.map(holderOf);
  return [...new Set([...parents, ...elements])];
}

function empty(own: OwnValues, chosen: () => boolean = () => true): void {
  for (const element of holders(own)) {
    if (!chosen()) continue;
    if (element instanceof HTMLInputElement) element.value = '';
    element.removeAttribute('value');
    element.removeAttribute('href');
    for (const text of [...element.childNodes]) if (text.nodeType === 3) text.remove();
  }
}

/** The field around a value: a row of a list, else what holds label and value. */
function rowOf(element: Element): Element {
  const row = element.closest('records-record-layout-item,flexipage-field,tr,li,[role="listitem"]');
  return row ?? parentOf(element) ?? element;
}

function rewrite(values: readonly string[], change: (value: string) => string): void {
  const changed = (text: string) => values.reduce((all, value) => all.replaceAll(value, change(value)), text);
  for (const text of everyText()) text.nodeValue = changed(text.nodeValue ?? '');
  for (const element of everything('[href],[title],input')) {
    if (element instanceof HTMLInputElement) element.value = changed(element.value);
    for (const name of ['href', 'title', 'value']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, changed(value));
    }
  }
}

/** A copy of each field, hidden, with the stranger's value, as pages keep them for later. */
function decoy({ own }: Stage): void {
  for (const element of holders(own)) {
    const copy = rowOf(element).cloneNode(true) as HTMLElement; // a clone of an element
    for (const link of copy.querySelectorAll('a')) link.setAttribute('href', `mailto:${stranger.email}`);
    for (const input of copy.querySelectorAll('input')) input.value = stranger.email;
    for (const text of [...copy.querySelectorAll('*')])
      if (text.childElementCount === 0 && isValue(text.textContent, own)) text.textContent = stranger.email;
    copy.style.display = 'none';
    rowOf(element).before(copy);
  }
}
