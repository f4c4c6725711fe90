import type { Detection } from './adapter.ts';

/** A detection that names people. */
export type Shown = Extract<Detection, { status: 'contact' | 'ambiguous' }>;

/** Equal for detections that say the same, whatever their reasons. */
export const idOf = (detection: Detection) => JSON.stringify({ ...detection, reasons: undefined });

/** Whether the record is told by an id of the CRM's own. */
export function hasId(shown: Shown): boolean {
  return shown.status === 'contact' && !/^(?:email|phone):/.test(shown.contact.recordId);
}

/** Whether a page shows what the one before showed: a page that draws its parts one by one may still hold the old values. */
export function isSame(shown: Shown, before: Shown): boolean {
  if (shown.status === 'ambiguous' || before.status === 'ambiguous') return idOf(shown) === idOf(before);
  const [contact, old] = [shown.contact, before.contact];
  if (contact.recordId === old.recordId) return !hasId(shown);
  return contact.emails.length > 0
    ? hasCommon(contact.emails, old.emails)
    : JSON.stringify({ ...old, recordId: contact.recordId }) === JSON.stringify(contact);
}

/** Whether one of name and address has changed and the other has not: a page in the middle of drawing another person. */
export function isMixture(shown: Shown, before: Shown | undefined): boolean {
  if (shown.status !== 'contact' || before?.status !== 'contact') return false;
  const [contact, old] = [shown.contact, before.contact];
  if (hasId(shown) && contact.recordId === old.recordId) return false;
  if (contact.name === undefined || old.name === undefined) return false;
  const [addresses, others] = contact.emails.length > 0 ? [contact.emails, old.emails] : [contact.phones, old.phones];
  return addresses.length > 0 && others.length > 0 && (contact.name === old.name) !== hasCommon(addresses, others);
}

const hasCommon = (some: readonly string[], others: readonly string[]) => some.some((one) => others.includes(one));
