import type { CrmPage, Detection } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { readRecord } from '../engine.ts';
import { distinct } from '../values.ts';
import { emailsIn } from './patterns.ts';
import { ambiguous, personPlan } from './plan.ts';
import { findFields, findMain, findPanel, showsAddress } from './scope.ts';
import { readSheet } from './sheet.ts';

/**
 * Reads a page that nothing is known of: a contact only where two pieces of evidence agree, `ambiguous` as soon as the part
 * that is read shows several addresses. `crm`: the id that the contact is told with.
 */
export function detectGeneric(page: CrmPage, crm: string = page.url.origin): Detection {
  const dom = createPageDom(page.roots ?? openRoots(page.document));
  const scope = findPanel(dom) ?? findMain(dom) ?? findFields(page.document);
  if (!scope || dom.all('input[type=password]', scope).length > 0) return { status: 'none' };
  const sheet = readSheet(dom, scope, page);
  const shown = sheet.leaves.flatMap(({ text }) => emailsIn(text)).filter((email) => !sheet.own.has(email.toLowerCase()));
  const emails = distinct(shown, (email) => email.toLowerCase());
  if (emails.length > 1) return ambiguous(crm, 'email', emails);
  const found = readRecord(personPlan({ crm, key: 'either', trustsLabels: false }), sheet);
  return found.status === 'unknown' && !sheet.leaves.some(showsAddress) ? { status: 'none' } : found;
}
