import type { CrmPage, Detection } from '../adapter.ts';
import { createPageDom, openRoots, type PageDom } from '../dom.ts';
import { readRecord } from '../engine.ts';
import { type PersonOptions, peopleOn, personPlan } from './plan.ts';
import { findFields, findMain, findPanel, showsAddress } from './scope.ts';
import { readSheet, type Sheet } from './sheet.ts';

/** A reader of the page as it is now. */
export const domOf = (page: CrmPage): PageDom => createPageDom(page.roots ?? openRoots(page.document));

/**
 * Reads a page that nothing is known of: a contact only where two pieces of evidence agree, `ambiguous` as soon as the part
 * that is read shows several addresses. `crm`: the id that the contact is told with.
 */
export function detectGeneric(page: CrmPage, crm: string = page.url.origin): Detection {
  const dom = domOf(page);
  const scope = findPanel(dom) ?? findMain(dom) ?? findFields(page.document);
  if (!scope || dom.all('input[type=password]', scope).length > 0) return { status: 'none' };
  const sheet = readSheet(dom, scope, page);
  const people = peopleOn(sheet, crm, 'email');
  if (people.length > 1) return { status: 'ambiguous', people };
  const found = readRecord(personPlan({ crm, key: 'either', trustsLabels: false }), sheet);
  return found.status === 'unknown' && !sheet.leaves.some(showsAddress) ? { status: 'none' } : found;
}

/** Reads a sheet that shows one person, or several if their addresses or numbers have no place that tells whose they are. */
export function detectPerson(sheet: Sheet, crm: string, key: PersonOptions['key'] & ('email' | 'phone')): Detection {
  const found = readRecord(personPlan({ crm, key, trustsLabels: true }), sheet);
  // One label without a value: the person has none, and what else is shown is of others.
  if (found.status !== 'unknown' || sheet.pairs.filter((pair) => pair.key === key).length === 1) return found;
  const people = peopleOn(sheet, crm, key);
  return people.length > 1 ? { status: 'ambiguous', people } : found;
}
