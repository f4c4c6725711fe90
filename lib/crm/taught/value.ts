import type { Field } from '../adapter.ts';
import { flatText } from '../dom.ts';
import { asEmail, asPhone, linkTarget } from '../values.ts';

/** Controls whose value is text that a person typed. */
export const CONTROLS = 'input:not([type]),input[type="text"],input[type="email"],input[type="tel"],textarea,select';

const SCHEME = { email: /^mailto:/i, phone: /^tel:/i } as const;
/** Templates, and addresses of which a part is hidden: `{{email}}`, `%EMAIL%@x.com`, `xxx@x.com`, `j...@x.com`. */
const PLACEHOLDER = /[{}%]|x{3}|_{3}|\.\./i;
/** Longest name or company: more is a paragraph. */
const MAX_NAME = 120;

/** What the element says of the field; `undefined` when that is not one whole value of its kind. */
export function shownValue(element: Element, field: Field): string | undefined {
  if (field === 'email' || field === 'phone') {
    const text = targetOf(element, field) ?? rawText(element);
    return PLACEHOLDER.test(text) ? undefined : field === 'email' ? asEmail(text) : asPhone(text);
  }
  const text = rawText(element);
  const isName = !PLACEHOLDER.test(text) && text.length <= MAX_NAME && /\p{L}/u.test(text) && asEmail(text) === undefined;
  return isName ? text : undefined;
}

function targetOf(element: Element, field: 'email' | 'phone'): string | undefined {
  const href = element.localName === 'a' ? (element.getAttribute('href') ?? '') : '';
  return SCHEME[field].test(href) ? linkTarget(href) : undefined;
}

/** The text of an element as a person reads it, or what stands in a control. */
export function rawText(element: Element): string {
  if (element.matches(CONTROLS)) {
    const control = element as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement; // the selector asks for these
    const text = 'options' in control ? (control.selectedOptions[0]?.text ?? '') : control.value;
    return text.slice(0, 500).trim();
  }
  // A number that can be dialled is often a button, whose text `flatText` leaves out.
  return element.localName === 'button' ? (element.textContent ?? '').replace(/\s+/g, ' ').trim() : flatText(element);
}

/** Whether it says nothing: empty, or dashes that stand for nothing. */
export function isBlank(element: Element): boolean {
  return !/[\p{L}\p{N}]/u.test(rawText(element)) && !element.querySelector('input,textarea,select,[contenteditable="true"]');
}

/** What two writings of one value have in common. */
export function sameness(field: Field, value: string): string {
  return field === 'phone' ? value.replace(/\D/g, '') : value.replace(/\s+/g, ' ').trim().toLowerCase();
}
