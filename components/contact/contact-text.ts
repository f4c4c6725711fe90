import { withoutSalutation } from '@/lib/core/person-name.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';

/** What a contact is called on screen: the name, else an address; empty when HighLevel knows neither. */
export function contactName({ name, email, phone }: Contact): string {
  return name || email || phone || '';
}

export function companyOf(contact: Contact): string {
  return (contact.businessName ?? contact.companyName ?? '').trim();
}

/** A page's one name as first and last name, without salutation: the last word is the last name. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const words = withoutSalutation(name).split(' ');
  const last = words.length > 1 ? (words.pop() ?? '') : '';
  return { firstName: words.join(' '), lastName: last };
}

/** What the page calls its contact, or an address it shows. */
export function pageName(page: DetectedContact): string {
  if (page.kind === 'company') return '';
  return (page.name ?? page.emails[0] ?? page.phones[0] ?? '').trim();
}

/** Whether the page shows one of the contact's addresses or numbers, however they are written. */
export function sharesAddress(page: DetectedContact, contact: Contact): boolean {
  const emails = [contact.email, ...contact.additionalEmails].map((email) => email?.trim().toLowerCase());
  const number = digits(contact.phone ?? '');
  return (
    page.emails.some((email) => emails.includes(email.trim().toLowerCase())) ||
    page.phones.some((phone) => number !== '' && digits(phone) === number)
  );
}

/** The digits that tell two numbers apart with or without their country's code. */
function digits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}

/** The contact's page in HighLevel's web app. */
export function contactUrl(locationId: string, contactId: string): string {
  return `https://app.gohighlevel.com/v2/location/${encodeURIComponent(locationId)}/contacts/detail/${encodeURIComponent(contactId)}`;
}
