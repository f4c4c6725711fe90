import type { Call } from '../endpoint.ts';
import type { ContactRecord } from '../records.ts';
import type { World } from '../world.ts';

const iso = (time: number) => new Date(time).toISOString();

export function fullNameOf(contact: ContactRecord): string {
  return [contact.firstName, contact.lastName].filter(Boolean).join(' ');
}

/** A contact as `GET /contacts/{id}` gives it. */
export function toContact(contact: ContactRecord): object {
  const name = fullNameOf(contact);
  return {
    ...contact,
    ...(name ? { name, fullNameLowerCase: name.toLowerCase() } : {}),
    firstNameLowerCase: contact.firstName?.toLowerCase(),
    lastNameLowerCase: contact.lastName?.toLowerCase(),
    emailLowerCase: contact.email?.toLowerCase(),
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    lastActivity: iso(contact.dateUpdated),
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    additionalPhones: contact.additionalPhones.map((phone) => ({ phone, phoneLabel: null })),
  };
}

/** A row of `POST /contacts/search`: `contactName` for `name`, the business's name, no `timezone`, a paging mark. */
export function toSearchRow(world: World, contact: ContactRecord): object {
  const { timezone: _timezone, ...row } = contact;
  return {
    ...row,
    contactName: fullNameOf(contact),
    firstNameLowerCase: contact.firstName?.toLowerCase() ?? null,
    lastNameLowerCase: contact.lastName?.toLowerCase() ?? null,
    businessName: world.state.businesses.get(contact.businessId ?? '')?.name ?? null,
    phoneLabel: null,
    validEmail: null,
    opportunities: [],
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    searchAfter: searchMark(contact),
  };
}

/** A row of the listings: names in lower case, the cased ones under `…Raw`. */
export function toListRow(contact: ContactRecord): object {
  const name = fullNameOf(contact);
  return {
    ...contact,
    contactName: name.toLowerCase(),
    firstName: contact.firstName?.toLowerCase() ?? null,
    lastName: contact.lastName?.toLowerCase() ?? null,
    firstNameRaw: contact.firstName ?? null,
    lastNameRaw: contact.lastName ?? null,
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
  };
}

/** The values a caller echoes in `searchAfter` to get the rows after this one. */
export function searchMark(contact: ContactRecord): readonly [number, string] {
  return [contact.dateAdded, contact.id];
}

/** The flag of a successful write: the dated versions misspell it. */
export function succeeded(call: Call): object {
  return call.version === 'v3' ? { succeeded: true } : { succeded: true };
}

/** Deletes and bulk changes say both under v3. */
export function succeededBoth(call: Call): object {
  return call.version === 'v3' ? { succeeded: true, succeded: true } : { succeded: true };
}
