import type { Field } from '../adapter.ts';
import { isReadable, isWithin, type PageDom } from '../dom.ts';
import { CONTROLS, isBlank, rawText, sameness, shownValue } from './value.ts';

/** Looks no further into parts of the page that hold more than one value's trimmings. */
const MAX_PARTS = 200;
const LINE = 'span,b,strong,i,em,bdi,mark,a,slot';
const LINK = { email: 'a[href^="mailto:" i]', phone: 'a[href^="tel:" i]' } as const;

/** The element that holds the value; `blank` when its place is there with nothing in it; `undefined`: none, or several values. */
export type Settled = Element | 'blank' | undefined;

/**
 * From a part of the page to the one element in it that holds the field's value, always the same one: a person points at
 * the icon in a link, a label stands beside the box around it.
 */
export function settle(container: Element, field: Field, dom: PageDom): Settled {
  const parts = dom.all('*', container);
  if (parts.length > MAX_PARTS) return undefined;
  const controls = [container, ...parts].filter((part) => part.matches(CONTROLS) && isReadable(part));
  if (controls.length > 1 && new Set(controls.map(rawText)).size > 1) return undefined;
  const [control] = controls;
  if (control) return rawText(control) === '' ? 'blank' : whereValue(control, field);
  if (isBlank(container)) return 'blank';
  return field === 'email' || field === 'phone' ? holder([container, ...parts], field) : innermost(container, parts, field);
}

const whereValue = (element: Element, field: Field) => (shownValue(element, field) === undefined ? undefined : element);

/** The link with the value, whose text may be written otherwise, else the innermost element. */
function holder(parts: readonly Element[], field: 'email' | 'phone'): Element | undefined {
  const holders = parts.filter((part) => shownValue(part, field) !== undefined && isReadable(part));
  const links = holders.filter((part) => part.matches(LINK[field]));
  const rest = holders.filter((part) => !links.some((link) => link === part || isWithin(part, link) || isWithin(link, part)));
  const values = new Set([...links, ...rest].map((part) => sameness(field, shownValue(part, field) ?? '')));
  if (values.size !== 1) return undefined;
  return links[0] ?? rest.reduce((best, part) => (isWithin(part, best) ? part : best));
}

/** Of nested elements with one text the innermost; parts side by side are one text only where they are pieces of a line. */
function innermost(container: Element, parts: readonly Element[], field: Field): Element | undefined {
  const value = shownValue(container, field);
  if (value === undefined) return undefined;
  const inner = parts.reduce((best, part) => (isWithin(part, best) && rawText(part) === value ? part : best), container);
  const pieces = [...inner.children].filter((part) => rawText(part) !== '');
  return pieces.length < 2 || pieces.every((part) => part.matches(LINE)) ? inner : undefined;
}
