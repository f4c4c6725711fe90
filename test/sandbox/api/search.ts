import { number, text } from '../body.ts';
import { type Answer, type Call, type Endpoint, ok, pageSize, param } from '../endpoint.ts';
import { ownLocation, queriedLocation } from '../owned.ts';
import type { ContactRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { fullNameOf, searchMark, toListRow, toSearchRow } from './contact-view.ts';
import { passes } from './search-grammar.ts';

const scope = 'contacts.readonly';

export const searchEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/contacts/search', scope, handle: search },
  { method: 'GET', path: '/contacts/', scope, handle: list },
  { method: 'GET', path: '/contacts/business/{businessId}', scope, handle: ofBusiness },
];

function search(call: Call): Answer {
  const { body, world } = call;
  const location = ownLocation(call, text(body, 'locationId') ?? '');
  const size = number(body, 'pageLimit') ?? 1;
  const page = number(body, 'page') ?? 1;
  if (size * page > 10_000) throw badRequest('page * pageLimit must not be greater than 10000');
  const filters = (body.filters ?? []) as Record<string, unknown>[]; // Checked by schema.
  passes(world, probe, filters); // So that wrong filters are refused in an empty location, too.
  const found = rowsOf(call, location.id)
    .filter((contact) => matchesQuery(contact, text(body, 'query')) && passes(world, contact, filters))
    .sort(byOrder(body.sort));
  const after = Array.isArray(body.searchAfter)
    ? found.findIndex((row) => searchMark(row).join() === (body.searchAfter as unknown[]).join()) + 1
    : (page - 1) * size;
  return ok({ contacts: found.slice(after, after + size).map((contact) => toSearchRow(world, contact)), total: found.length });
}

function list(call: Call): Answer {
  const location = queriedLocation(call);
  const limit = pageSize(call, 'limit', 20, 100);
  const found = rowsOf(call, location.id)
    .filter((contact) => matchesQuery(contact, call.query.get('query') ?? undefined))
    .sort(byOrder(undefined));
  const after = found.findIndex((contact) => contact.id === call.query.get('startAfterId')) + 1;
  const rows = found.slice(after, after + limit);
  const last = rows.at(-1);
  const meta = {
    total: found.length,
    startAfterId: last?.id ?? null,
    startAfter: last?.dateAdded ?? null,
    currentPage: Math.floor(after / limit) + 1,
    prevPage: null,
  };
  return ok({ contacts: rows.map(toListRow), count: found.length, meta });
}

function ofBusiness(call: Call): Answer {
  const location = queriedLocation(call);
  const limit = pageSize(call, 'limit', 25, 100);
  const skip = Number(call.query.get('skip') ?? 0);
  const found = rowsOf(call, location.id)
    .filter((contact) => contact.businessId === param(call, 'businessId') && matchesQuery(contact, call.query.get('query') ?? undefined))
    .sort((a, b) => fullNameOf(a).localeCompare(fullNameOf(b)));
  return ok({ contacts: found.slice(skip, skip + limit).map(toListRow), count: found.length });
}

function rowsOf(call: Call, locationId: string): ContactRecord[] {
  return call.world.contactIndex.rows().filter((contact) => contact.locationId === locationId);
}

/** Name, e-mails, phones and company: the fields a location's search covers when nobody has changed the setting. */
function matchesQuery(contact: ContactRecord, query: string | undefined): boolean {
  if (!query) return true;
  const wanted = query.trim().toLowerCase();
  const words = [fullNameOf(contact), contact.email, ...contact.additionalEmails, contact.companyName];
  if (words.some((word) => word?.toLowerCase().includes(wanted))) return true;
  const digits = wanted.replace(/\D/g, '');
  const isPhone = digits.length >= 4 && /^[+\d\s().-]+$/.test(wanted);
  return isPhone && [contact.phone, ...contact.additionalPhones].some((phone) => phone?.replace(/\D/g, '').includes(digits));
}

const sortable: Readonly<Record<string, (contact: ContactRecord) => string | number>> = {
  firstNameLowerCase: (contact) => contact.firstName?.toLowerCase() ?? '',
  lastNameLowerCase: (contact) => contact.lastName?.toLowerCase() ?? '',
  businessName: (contact) => contact.companyName?.toLowerCase() ?? '',
  dateAdded: (contact) => contact.dateAdded,
  dateUpdated: (contact) => contact.dateUpdated,
  email: (contact) => contact.email ?? '',
  dnd: (contact) => Number(contact.dnd),
  source: (contact) => contact.source ?? '',
};

function byOrder(sort: unknown): (a: ContactRecord, b: ContactRecord) => number {
  const wanted = (sort ?? []) as { field: string; direction: 'asc' | 'desc' }[]; // Checked by schema.
  const keys = wanted.map(({ field, direction }) => {
    const read = sortable[field];
    if (!read) throw badRequest(`Invalid sort field ${field}`);
    return { read, sign: direction === 'asc' ? 1 : -1 };
  });
  return (a, b) => {
    for (const { read, sign } of keys) {
      if (read(a) !== read(b)) return read(a) < read(b) ? -sign : sign;
    }
    return b.dateAdded - a.dateAdded || a.id.localeCompare(b.id);
  };
}

const probe: ContactRecord = {
  id: '',
  locationId: '',
  additionalEmails: [],
  additionalPhones: [],
  type: '',
  tags: [],
  followers: [],
  dnd: false,
  customFields: [],
  dateAdded: 0,
  dateUpdated: 0,
};
