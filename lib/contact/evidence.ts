import { nameWords } from '@/lib/core/person-name.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';

/** What a page shows of a person, in the forms HighLevel compares by. */
export interface Evidence {
  /** Lower-case addresses that belong to one person. */
  readonly emails: readonly string[];
  /** Lower-case addresses of a team (`info@…`): weak evidence. */
  readonly sharedEmails: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly name?: string;
  readonly company?: string;
}

/** Local parts that name a role, not a person (after RFC 2142 and common practice). */
const ROLE_MAILBOX =
  /^(?:info|sales|hello|hi|contact|contacto|kontakt|office|admin|administrator|support|help|helpdesk|service|billing|accounts?|accounting|invoices?|no-?reply|do-?not-?reply|team|mail|email|enquir(?:y|ies)|inquir(?:y|ies)|marketing|press|media|jobs|careers|hr|webmaster|postmaster|hostmaster|abuse|security|privacy|reception|frontdesk|bookings?|reservations?|orders?|shop|store|newsletter)$/;

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}\.[^\s@<>".]{2,63}$/;

/** Whether an address is a team's mailbox. Tags (`sales+eu@`) do not make it a person's. */
function isSharedMailbox(email: string): boolean {
  const local = email.slice(0, email.indexOf('@')).replace(/\+.*$/, '');
  return ROLE_MAILBOX.test(local);
}

/** Normalises what the page shows; what is not an address or a valid number is left out. `toE164` knows the location's country. */
export function evidenceOf(detected: DetectedContact, toE164: (raw: string) => string | undefined): Evidence {
  const addresses = unique(detected.emails.map((email) => email.trim().toLowerCase()).filter((email) => EMAIL.test(email)));
  const phones = unique(detected.phones.map(toE164).filter((phone) => phone !== undefined));
  return {
    emails: addresses.filter((email) => !isSharedMailbox(email)),
    sharedEmails: addresses.filter(isSharedMailbox),
    phones,
    ...(detected.name === undefined ? {} : { name: detected.name }),
    ...(detected.company === undefined ? {} : { company: detected.company }),
  };
}

/** One line that changes when the evidence does, the name included, as it can raise a doubt; kept with a link so that new evidence is looked at again. */
export function evidenceKey(evidence: Evidence): string {
  const { emails, sharedEmails, phones, name = '' } = evidence;
  return JSON.stringify([[...emails, ...sharedEmails].sort(), [...phones].sort(), [...nameWords(name)].sort()]);
}

/** Whether the contact carries one of the addresses, as main or additional address. */
export function hasEmail(contact: Contact, emails: readonly string[]): string | undefined {
  const own = [contact.email, ...contact.additionalEmails].map((email) => email?.toLowerCase());
  return emails.find((email) => own.includes(email));
}

/** Whether the contact carries one of the numbers (E.164). */
export function hasPhone(contact: Contact, phones: readonly string[]): string | undefined {
  return phones.find((phone) => phone === contact.phone);
}

/** Same name and same company: a suggestion, never a match. */
export function isNamesake(contact: Contact, evidence: Evidence): boolean {
  return isOfCompany(contact, evidence.company) && isSameName(contact, evidence);
}

/** Whether the contact's company has that name, whatever the case and the spaces. */
export function isOfCompany({ companyName, businessName }: Contact, company: string | undefined): boolean {
  const own = companyName ?? businessName;
  return own !== undefined && company !== undefined && fold(own) === fold(company);
}

/**
 * Same name, whatever the case, the accents, the order and the punctuation; one may have words more, such as a title or a
 * middle name, when at least two agree.
 */
export function isSameName(contact: Contact, evidence: Evidence): boolean {
  const [one, other] = [nameWords(contact.name), nameWords(evidence.name ?? '')];
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0 || !fewer.every((word) => more.includes(word))) return false;
  return fewer.length === more.length || fewer.length >= 2;
}

/** Whether two names that are both known have not a single word in common. */
export function isOtherName(contact: Contact, evidence: Evidence): boolean {
  const [one, other] = [nameWords(contact.name), nameWords(evidence.name ?? '')];
  return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
