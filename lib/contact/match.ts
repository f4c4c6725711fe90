import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { decide } from './decide.ts';
import { type Evidence, evidenceKey, evidenceOf, hasEmail, isNamesake, isOfCompany, isOtherName } from './evidence.ts';
import type { LinkStore } from './links.ts';
import type { ContactLink, MatchOutcome } from './types.ts';

/** The reads of HighLevel that matching needs. */
export interface ContactSearch {
  /** All contacts with one of the addresses or numbers, in one call. */
  search(input: { locationId: string; emails: readonly string[]; phones: readonly string[] }): Promise<readonly Contact[]>;
  /** Asks the records themselves: the search index lags behind writes by seconds. */
  findDuplicate(input: { locationId: string; email?: string; number?: string }): Promise<Contact | null>;
  findByText(input: { locationId: string; query: string }): Promise<readonly Contact[]>;
}

/** Where to look. `country` (ISO 3166) is where numbers without a country code belong. */
interface MatchLocation {
  readonly locationId: string;
  readonly country?: string | undefined;
}

export interface Matcher {
  /** Who `detected` is in the location; for a company, who its people are. Throws `AppFailure` when HighLevel cannot be asked. */
  match(location: MatchLocation, detected: DetectedContact): Promise<MatchOutcome>;
  /**
   * HighLevel no longer has the contact `goneId` to which the record is linked: looks for the one that took its place (two
   * were merged, or it was made anew) and moves the link there. `false`: nobody is certain, and the link stays as it was.
   */
  refind(location: MatchLocation, detected: DetectedContact, goneId: string): Promise<boolean>;
}

interface MatcherParts {
  readonly search: ContactSearch;
  readonly links: LinkStore;
  readonly now: () => number;
  readonly toE164: (raw: string, country: string | undefined) => string | undefined;
}

export function createMatcher({ search, links, now, toE164 }: MatcherParts): Matcher {
  const running = new Map<string, Promise<MatchOutcome>>();

  async function match({ locationId, country }: MatchLocation, detected: DetectedContact): Promise<MatchOutcome> {
    const evidence = evidenceOf(detected, (raw) => toE164(raw, country));
    const link = await links.get(locationId, detected.crm, detected.recordId);
    if (link !== undefined && holds(link, detected, evidence)) return fromLink(link);
    const outcome = await (detected.kind === 'company' ? askForPeople : ask)(search, locationId, evidence);
    if (outcome.kind === 'one') await links.put(toLink(locationId, detected, outcome, evidence, now()));
    return outcome;
  }

  async function refind({ locationId, country }: MatchLocation, detected: DetectedContact, goneId: string): Promise<boolean> {
    const { crm, recordId, kind } = detected;
    if (kind === 'company') return false;
    const evidence = evidenceOf(detected, (raw) => toE164(raw, country));
    const before = await links.get(locationId, crm, recordId);
    if (before !== undefined && before.contactId !== goneId) return true;
    const found = await findSuccessor(search, locationId, evidence, goneId);
    if (found === undefined || !isLikelySuccessor(found.contact, before)) return false;
    const link = toLink(locationId, detected, found, evidence, now());
    // A person may have said who it is while HighLevel was asked.
    const current = await links.get(locationId, crm, recordId);
    if (current?.contactId === before?.contactId) await links.put({ ...link, reason: { kind: 'moved', value: found.email } });
    return true;
  }

  return {
    refind,
    match(location, detected) {
      const key = JSON.stringify([location.locationId, detected]);
      const shared = running.get(key) ?? match(location, detected).finally(() => running.delete(key));
      running.set(key, shared);
      return shared;
    },
  };
}

/** A person's word holds whatever the page shows; a remembered match only for the evidence it was made from, and for no company. */
function holds(link: ContactLink, detected: DetectedContact, evidence: Evidence): boolean {
  return link.by === 'person' || (detected.kind !== 'company' && link.evidence === evidenceKey(evidence));
}

async function ask(search: ContactSearch, locationId: string, evidence: Evidence): Promise<MatchOutcome> {
  const emails = [...evidence.emails, ...evidence.sharedEmails];
  if (emails.length > 0 || evidence.phones.length > 0) {
    const found = decide(await search.search({ locationId, emails, phones: evidence.phones }), evidence);
    if (found.kind !== 'none') return found;
    const [email] = emails;
    const [number] = evidence.phones;
    const duplicate = await search.findDuplicate({
      locationId,
      ...(email === undefined ? {} : { email }),
      ...(number === undefined ? {} : { number }),
    });
    if (duplicate !== null) return decideOnDuplicate(duplicate, evidence);
  }
  return suggestNamesakes(search, locationId, evidence);
}

type Found = MatchOutcome & { readonly kind: 'one'; readonly contact: Contact; readonly email: string };

/** The one contact that the page's e-mail leads to, the one that is gone left out: the search index may still have it. */
async function findSuccessor(search: ContactSearch, locationId: string, evidence: Evidence, goneId: string): Promise<Found | undefined> {
  const { emails, phones } = evidence;
  const [email] = emails;
  if (email === undefined) return undefined;
  const isThere = ({ id }: Contact) => id !== goneId;
  const indexed = (await search.search({ locationId, emails, phones })).filter(isThere);
  const found = indexed.length > 0 ? indexed : await findElsewhere(search, locationId, email);
  const outcome = decide(found.filter(isThere), evidence);
  if (outcome.kind !== 'one' || outcome.contact === undefined || outcome.reason.kind !== 'email') return undefined;
  return { ...outcome, contact: outcome.contact, email: outcome.reason.value };
}

/** A merge may have left the address as an additional one, which only free text finds. */
async function findElsewhere(search: ContactSearch, locationId: string, email: string): Promise<readonly Contact[]> {
  const duplicate = await search.findDuplicate({ locationId, email });
  return duplicate === null ? search.findByText({ locationId, query: email }) : [duplicate];
}

/**
 * Whether a contact may have taken the place of the one that was linked: a person may have linked the record to somebody
 * else than its e-mail says, and then whoever has that e-mail is nobody's successor.
 */
function isLikelySuccessor(contact: Contact, link: ContactLink | undefined): boolean {
  if (link?.reason?.kind === 'email' || link?.reason?.kind === 'moved') return hasEmail(contact, [link.reason.value]) !== undefined;
  // A person's word without a name leaves nothing to hold the contact against.
  if (link?.by === 'person' && link.name === undefined) return false;
  return link?.name === undefined || !isOtherName(contact, { emails: [], sharedEmails: [], phones: [], name: link.name });
}

/** A company is nobody: who of its people is meant, only a person can say. */
async function askForPeople(search: ContactSearch, locationId: string, { company }: Evidence): Promise<MatchOutcome> {
  const found = company?.trim() ? await search.findByText({ locationId, query: company }) : [];
  return { kind: 'several', candidates: found.filter((contact) => isOfCompany(contact, company)), why: 'company' };
}

/** HighLevel says "the same contact" by rules of its own; a record that shows none of the page's evidence is a suggestion. */
function decideOnDuplicate(duplicate: Contact, evidence: Evidence): MatchOutcome {
  const outcome = decide([duplicate], evidence);
  return outcome.kind === 'none' ? { kind: 'several', candidates: [duplicate], why: 'weak' } : outcome;
}

async function suggestNamesakes(search: ContactSearch, locationId: string, evidence: Evidence): Promise<MatchOutcome> {
  if (evidence.name === undefined || evidence.company === undefined) return { kind: 'none' };
  const found = await search.findByText({ locationId, query: evidence.name });
  const namesakes = found.filter((contact) => isNamesake(contact, evidence));
  return namesakes.length > 0 ? { kind: 'several', candidates: namesakes, why: 'weak' } : { kind: 'none' };
}

function fromLink(link: ContactLink): MatchOutcome {
  return {
    kind: 'one',
    contactId: link.contactId,
    reason: link.reason ?? { kind: 'link' },
    ...(link.name === undefined ? {} : { name: link.name }),
    ...(link.businessId === undefined ? {} : { businessId: link.businessId }),
  };
}

function toLink(
  locationId: string,
  detected: DetectedContact,
  outcome: MatchOutcome & { kind: 'one' },
  evidence: Evidence,
  at: number,
): ContactLink {
  const name = outcome.contact?.name;
  return {
    locationId,
    crm: detected.crm,
    recordId: detected.recordId,
    contactId: outcome.contactId,
    ...(name ? { name } : {}),
    ...(outcome.businessId === undefined ? {} : { businessId: outcome.businessId }),
    by: 'match',
    reason: outcome.reason,
    evidence: evidenceKey(evidence),
    at,
  };
}
