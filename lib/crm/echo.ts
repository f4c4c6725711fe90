import type { Detection } from './adapter.ts';
import { sameAs } from './values.ts';

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

/** Whether something has changed of name, address and number and something has not: a page in the middle of drawing another person. */
export function isMixture(shown: Shown, before: Shown | undefined): boolean {
  if (shown.status !== 'contact' || before?.status !== 'contact') return false;
  const [contact, old] = [shown.contact, before.contact];
  if (hasId(shown) && contact.recordId === old.recordId) return false;
  if (contact.name === undefined || old.name === undefined) return false;
  if (contact.name !== old.name) return sharesValue(shown, before);
  const [addresses, others] = contact.emails.length > 0 ? [contact.emails, old.emails] : [contact.phones, old.phones];
  return addresses.length > 0 && others.length > 0 && !hasCommon(addresses, others);
}

/** Whether an address or a number is shown of two records. */
export function sharesValue(shown: Shown, before: Shown | undefined): boolean {
  if (shown.status !== 'contact' || before?.status !== 'contact') return false;
  const [contact, old] = [shown.contact, before.contact];
  if (hasId(shown) && contact.recordId === old.recordId) return false;
  return hasCommon(contact.emails, old.emails) || hasCommon(contact.phones, old.phones);
}

/** Whether both are of one company: as likely two colleagues as a company that is drawn late. */
export function sharesCompany(shown: Shown, before: Shown | undefined): boolean {
  const [one, other] = [shown, before].map((some) => (some?.status === 'contact' ? some.contact : undefined));
  return one?.company !== undefined && one.company === other?.company && one.recordId !== other.recordId;
}

const hasCommon = (some: readonly string[], others: readonly string[]) => some.some((one) => others.map(sameAs).includes(sameAs(one)));
