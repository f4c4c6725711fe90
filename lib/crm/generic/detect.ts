import type { CrmPage, DetectedContact, Detection } from '../adapter.ts';
import { createPageDom, isReadable, openRoots, type PageDom } from '../dom.ts';
import { keyOf, readRecord, several } from '../engine.ts';
import { isNameLike } from './patterns.ts';
import { type KeyField, personPlan } from './plan.ts';
import { findFields, findMain, findPanels } from './scope.ts';
import { DOUBT, readSheet, type Sheet } from './sheet.ts';

/** A reader of the page as it is now. */
export const domOf = (page: CrmPage): PageDom => createPageDom(page.roots ?? openRoots(page.document));

/**
 * Reads a page that nothing is known of: a contact only where two pieces of evidence agree, `ambiguous` as soon as the part
 * that is read shows several addresses. `crm`: the id that the contact is told with.
 */
export function detectGeneric(page: CrmPage, crm: string = page.url.origin): Detection {
  const dom = domOf(page);
  if (dom.all('input[type=password]').some(isReadable)) return { status: 'none' };
  const sheet = findSheet(dom, page, () => findMain(dom) ?? findFields(dom, page.document));
  if (!sheet) return { status: 'none' };
  const people = peopleOn(sheet, crm, 'email');
  const found = people.length > 1 ? several(people) : read(sheet, crm, ['email', 'phone'], false);
  return found.status === 'unknown' && people.length + peopleOn(sheet, crm, 'phone').length === 0 ? { status: 'none' } : found;
}

/** The panel that shows a person, else what `otherwise` finds. */
export function findSheet(dom: PageDom, page: CrmPage, otherwise: () => Element | undefined): Sheet | undefined {
  const panels = findPanels(dom);
  const scope = panels[0] ?? otherwise();
  return panels.length > 1 ? DOUBT : scope && readSheet(dom, scope, page);
}

/** Reads a sheet that shows one person, or several if their addresses or numbers have no place that tells whose they are. */
export function detectPerson(sheet: Sheet, crm: string, key: KeyField): Detection {
  const found = read(sheet, crm, [key], true);
  // One label without a value: the person has none, and what else is shown is of others.
  if (found.status !== 'unknown' || sheet.pairs.filter((pair) => pair.key === key).length === 1) return found;
  // Under "Participants" and nobody's name, the others are all there is.
  const people = peopleOn(sheet.name ? sheet : { leaves: sheet.all }, crm, key);
  return people.length > 1 ? several(people) : found;
}

function read(sheet: Sheet, crm: string, keys: readonly KeyField[], isPanel: boolean): Detection {
  return sheet.isCrowded ? { status: 'unknown', missing: keys } : readRecord(personPlan(crm, keys, isPanel), sheet);
}

/** The different addresses or numbers that a sheet shows, each with the name before it. */
export function peopleOn({ leaves }: Pick<Sheet, 'leaves'>, crm: string, field: KeyField): readonly DetectedContact[] {
  const people = leaves.flatMap((leaf, at) => {
    const name = leaves.slice(Math.max(0, at - 2), at).findLast(({ text }) => isNameLike(text))?.text;
    const nobody = { crm, ...(name && { name }), emails: [], phones: [] };
    return leaf[field].map((value) => ({ ...nobody, recordId: keyOf(field, value), [`${field}s`]: [value] }));
  });
  return people.filter(({ recordId }, at) => people.findIndex((other) => other.recordId === recordId) === at);
}
