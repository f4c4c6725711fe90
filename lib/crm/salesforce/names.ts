import { withoutSalutation } from '@/lib/core/person-name.ts';
import type { CrmPage } from '../adapter.ts';
import { flatText, type PageDom } from '../dom.ts';

/** Whether two renderings name the same record: equal but for a salutation, case and the locale's order of words. */
export function isSameName(one: string, other: string): boolean {
  return bareName(one) === bareName(other) && bareName(one) !== '';
}

/** Whether one of the texts holds every word of the other: `Edit Maria Gomez`, `Gomez, Maria` and `Maria` all speak of `Ms. Maria Gomez`. */
export function speaksOf(text: string, name: string): boolean {
  const [some, others] = [wordsOf(text), wordsOf(name)];
  const [few, many] = some.length < others.length ? [some, others] : [others, some];
  return few.length > 0 && few.every((word) => many.includes(word));
}

const wordsOf = (text: string) =>
  bareName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

function bareName(name: string): string {
  return withoutSalutation(name.toLowerCase()).split(' ').toSorted().join(' ');
}

/** The record's name in the page's title, if it is not stale. */
export function titleName({ document, staleTitle }: CrmPage): string | undefined {
  return document.title === staleTitle ? undefined : nameInTitle(document.title);
}

/** The record's name in a title such as `(2) Maria Gomez | Contact | Salesforce`: the middle word is translated, the number one of notifications. */
export function nameInTitle(title: string): string | undefined {
  const parts = title.replace(/^\(\d+\)\s*/, '').split(' | ');
  return parts.length >= 2 ? parts[0]?.trim() || undefined : undefined;
}

const ENTITY_LABEL = 'records-entity-label,.entityNameTitle';
const PRIMARY = '[name="primaryField"],[slot="primaryField"]';

/**
 * The name in a record's heading. The heading holds the object's label and then the name (seen on Lead and Contact
 * pages, 2024 to 2026), and maybe a badge or a button after it: the slot of the name is read, else the last child with a
 * text; a heading with the label alone has no name yet.
 */
export function headingName(heading: Element): string | undefined {
  let at: Element = heading;
  while (at.childElementCount === 1 && !ownText(at) && at.firstElementChild) at = at.firstElementChild;
  const parts = [...at.children].filter((child) => child.localName !== 'button' && flatText(child) !== '');
  const last = parts.find((part) => part.matches(PRIMARY)) ?? parts.at(-1);
  const named = last && !ownText(at) ? last : at;
  // What holds a link is more than a name.
  return named.closest(ENTITY_LABEL) || named.querySelector('a') ? undefined : flatText(named) || undefined;
}

function ownText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && Boolean(node.nodeValue?.trim()));
}

const VALUES = 'lightning-formatted-name,[data-output-element-id="output-field"]';

/** The name a Name field holds, also while it is edited. */
export function nameInField(dom: PageDom, field: Element): string {
  const [value] = dom.all(VALUES, field);
  if (value) return flatText(value);
  const inputs = dom.all(['firstName', 'middleName', 'lastName', 'suffix', 'Name'].map((name) => `input[name="${name}"]`).join(), field);
  return inputs.map((input) => (input as HTMLInputElement).value).join(' '); // the selector asks for inputs
}
