import { flag, pickTexts, text, texts } from '../body.ts';
import type { Call } from '../endpoint.ts';
import type { ContactRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { idOf } from '../state.ts';
import { fullNameOf } from './contact-view.ts';

const plain = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'companyName',
  'address1',
  'city',
  'state',
  'country',
  'postalCode',
  'website',
  'timezone',
  'dateOfBirth',
  'gender',
  'source',
  'assignedTo',
] as const;

/** Writes what the body says into the contact. `tags` replaces all tags, as HighLevel's PUT does. */
export function applyFields(call: Call, contact: ContactRecord): void {
  const { body, world } = call;
  Object.assign(contact, namesOf(text(body, 'name')), pickTexts(body, plain));
  if (contact.email) contact.email = contact.email.toLowerCase();
  contact.dnd = flag(body, 'dnd') ?? contact.dnd;
  contact.dndSettings = body.dndSettings ?? contact.dndSettings;
  contact.inboundDndSettings = body.inboundDndSettings ?? contact.inboundDndSettings;
  const tags = texts(body, 'tags');
  if (tags) {
    contact.tags = [...new Set(tags.map((tag) => tag.toLowerCase()))];
    for (const tag of contact.tags) ensureTag(call, contact.locationId, tag);
  }
  contact.customFields = mergeCustomFields(call, contact);
  contact.dateUpdated = world.now();
}

/** A tag the location does not know yet is created for good. */
export function ensureTag(call: Call, locationId: string, name: string): void {
  const { tags } = call.world.state;
  if ([...tags.values()].some((tag) => tag.locationId === locationId && tag.name.toLowerCase() === name.toLowerCase())) return;
  const id = idOf(`${locationId} tag ${name}`);
  tags.set(id, { id, locationId, name });
}

/** Refuses an e-mail or phone another contact of the location has, where the location allows no duplicates. */
export function refuseDuplicate(
  call: Call,
  locationId: string,
  wanted: { email?: string | undefined; phone?: string | undefined },
  self?: string,
): void {
  if (call.world.state.locations.get(locationId)?.allowDuplicateContact) return;
  const found = findDuplicate(call, locationId, wanted, self);
  if (!found) return;
  throw badRequest('This location does not allow duplicated contacts.', {
    meta: { contactId: found.contact.id, contactName: fullNameOf(found.contact), matchingField: found.matchingField },
  });
}

/** The first contact of the location with that e-mail, else with that phone. */
export function findDuplicate(
  call: Call,
  locationId: string,
  wanted: { email?: string | undefined; phone?: string | undefined },
  self?: string,
): { contact: ContactRecord; matchingField: 'email' | 'phone' } | undefined {
  const others = [...call.world.state.contacts.values()].filter((contact) => contact.locationId === locationId && contact.id !== self);
  const email = wanted.email?.toLowerCase();
  const byEmail = email ? others.find((contact) => contact.email?.toLowerCase() === email) : undefined;
  if (byEmail) return { contact: byEmail, matchingField: 'email' };
  const byPhone = wanted.phone ? others.find((contact) => contact.phone === wanted.phone) : undefined;
  return byPhone && { contact: byPhone, matchingField: 'phone' };
}

function namesOf(name: string | undefined): Partial<ContactRecord> {
  if (!name) return {};
  const [firstName, ...rest] = name.split(' ');
  return { firstName, lastName: rest.length > 0 ? rest.join(' ') : undefined };
}

function mergeCustomFields(call: Call, contact: ContactRecord): ContactRecord['customFields'] {
  const sent = Array.isArray(call.body.customFields) ? (call.body.customFields as Record<string, unknown>[]) : []; // The schema holds objects.
  const merged = new Map(contact.customFields.map((field) => [field.id, field.value]));
  for (const field of sent) {
    const known = findField(call, contact.locationId, field);
    if (known) merged.set(known, field.fieldValue ?? field.field_value);
  }
  return [...merged].map(([id, value]) => ({ id, value }));
}

function findField(call: Call, locationId: string, sent: Record<string, unknown>): string | undefined {
  const own = [...call.world.state.customFields.values()].filter((field) => field.locationId === locationId);
  const byKey = (field: { fieldKey: string }) => typeof sent.key === 'string' && [sent.key, `contact.${sent.key}`].includes(field.fieldKey);
  return own.find((field) => field.id === sent.id || byKey(field))?.id;
}
