import { withoutSalutation } from '@/lib/core/person-name.ts';
import type { CrmPage } from '../adapter.ts';
import { flatText, type PageDom } from '../dom.ts';

/** Whether two renderings name the same record: equal but for a salutation, case and the locale's order of words. */
export function isSameName(one: string, other: string): boolean {
  return bareName(one) === bareName(other) && bareName(one) !== '';
}

function bareName(name: string): string {
  return withoutSalutation(name.toLowerCase()).split(' ').toSorted().join(' ');
}

/** The record's name in a title such as `Maria Gomez | Contact | Salesforce` (the middle word is translated), if it is not stale. */
export function titleName({ document, staleTitle }: CrmPage): string | undefined {
  if (document.title === staleTitle) return undefined;
  const parts = document.title.split(' | ');
  return parts.length >= 2 ? parts[0]?.trim() || undefined : undefined;
}

const ENTITY_LABEL = 'records-entity-label,.entityNameTitle';

/**
 * The name in a record's heading. The heading holds the object's label and then the name (seen on Lead and Contact
 * pages, 2024 to 2026), so the last child is read; a heading with the label alone has no name yet.
 */
export function headingName(heading: Element): string | undefined {
  let at: Element = heading;
  while (at.childElementCount === 1 && !ownText(at) && at.firstElementChild) at = at.firstElementChild;
  const last = [...at.children].filter((child) => child.localName !== 'button').at(-1);
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
  const inputs = dom.all('input[name="firstName"],input[name="lastName"],input[name="Name"]', field);
  return inputs.map((input) => (input as HTMLInputElement).value).join(' '); // the selector asks for inputs
}
