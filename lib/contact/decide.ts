import type { Contact } from '@/lib/ghl/models.ts';
import { type Evidence, hasEmail, hasPhone, isOtherName, isSameName } from './evidence.ts';
import type { Doubt, MatchOutcome, MatchReason } from './types.ts';

/**
 * Decides who of the candidates the page shows. An e-mail of one person is the strongest evidence, then a number that
 * only one contact has. Everything short of one clear answer asks the person: a write to the wrong contact cannot be
 * taken back.
 */
export function decide(candidates: readonly Contact[], evidence: Evidence): MatchOutcome {
  const byEmail = candidates.filter((contact) => hasEmail(contact, evidence.emails) !== undefined);
  const byPhone = candidates.filter((contact) => hasPhone(contact, evidence.phones) !== undefined);
  const [first] = byEmail;
  if (byEmail.length > 1) return several(byEmail, 'same_evidence');
  if (first !== undefined) return emailAgainstPhone(first, byPhone, evidence);
  if (byPhone.length > 1) return several(byPhone, 'same_evidence');
  const [caller] = byPhone;
  if (caller !== undefined) return byNumber(caller, evidence);
  const weak = candidates.filter((contact) => hasEmail(contact, evidence.sharedEmails) !== undefined);
  return weak.length > 0 ? several(weak, 'weak') : { kind: 'none' };
}

/** A number that several contacts share says nothing against the e-mail; a number of exactly one other person does. */
function emailAgainstPhone(contact: Contact, byPhone: readonly Contact[], evidence: Evidence): MatchOutcome {
  const others = byPhone.filter((other) => other.id !== contact.id && holdsNumberAlone(other, byPhone));
  if (others.length > 0) return several([contact, ...others], 'conflict');
  // An address that leads to somebody the page does not name is a slip, a shared mailbox or a trick.
  if (isOtherName(contact, evidence)) return several([contact], 'other_name');
  return one(contact, { kind: 'email', value: hasEmail(contact, evidence.emails) ?? '' });
}

function holdsNumberAlone({ phone }: Contact, byPhone: readonly Contact[]): boolean {
  return byPhone.filter((contact) => contact.phone === phone).length === 1;
}

/**
 * A number alone may be a company's main line: when the only contact with that number has another name than the page's
 * person, it may be somebody else's desk.
 */
function byNumber(contact: Contact, evidence: Evidence): MatchOutcome {
  const isSomebodyElse = evidence.name !== undefined && contact.name !== '' && !isSameName(contact, evidence);
  if (isSomebodyElse) return several([contact], 'other_name');
  return one(contact, { kind: 'phone', value: hasPhone(contact, evidence.phones) ?? '' });
}

function one(contact: Contact, reason: MatchReason): MatchOutcome {
  return {
    kind: 'one',
    contactId: contact.id,
    reason,
    contact,
    ...(contact.businessId === undefined ? {} : { businessId: contact.businessId }),
  };
}

function several(candidates: readonly Contact[], why: Doubt): MatchOutcome {
  return { kind: 'several', candidates, why };
}
