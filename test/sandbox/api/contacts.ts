import { text } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { checkLocation, contactOf, ownLocation, queriedLocation } from '../owned.ts';
import type { ContactRecord } from '../records.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { refuseBadValues } from './bad-values.ts';
import { applyFields, findDuplicate, refuseDuplicate } from './contact-fields.ts';
import { succeeded, succeededBoth, toContact } from './contact-view.ts';

const read = 'contacts.readonly';
const write = 'contacts.write';

export const contactEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/contacts/{contactId}', scope: read, handle: (call) => ok({ contact: toContact(contactOf(call)) }) },
  { method: 'POST', path: '/contacts/', scope: write, handle: create },
  { method: 'PUT', path: '/contacts/{contactId}', scope: write, handle: update },
  { method: 'DELETE', path: '/contacts/{contactId}', scope: write, handle: remove },
  { method: 'POST', path: '/contacts/upsert', scope: write, handle: upsert },
  { method: 'GET', path: '/contacts/search/duplicate', scope: read, handle: duplicate },
];

function create(call: Call): Answer {
  const location = ownLocation(call, text(call.body, 'locationId') ?? '');
  const { body } = call;
  const named = ['name', 'firstName', 'lastName', 'email', 'phone'].some((key) => text(body, key));
  // HighLevel answers 400 with 422 inside.
  if (!named)
    throw new Refusal(400, { statusCode: 422, message: ['Pass at least one of name, email, phone'], error: 'Unprocessable Entity' });
  refuseBadValues(body);
  refuseDuplicate(call, location.id, { email: text(body, 'email'), phone: text(body, 'phone') });
  return created({ contact: toContact(insert(call, location.id)) });
}

function insert(call: Call, locationId: string): ContactRecord {
  const { world } = call;
  const now = world.now();
  const contact: ContactRecord = {
    id: world.newId(),
    locationId,
    additionalEmails: [],
    additionalPhones: [],
    type: 'lead',
    tags: [],
    followers: [],
    dnd: false,
    customFields: [],
    dateAdded: now,
    dateUpdated: now,
  };
  applyFields(call, contact);
  world.contactIndex.remember(contact.id);
  world.state.contacts.set(contact.id, contact);
  note(call, 'contact.create', contact);
  return contact;
}

function update(call: Call): Answer {
  const contact = contactOf(call);
  refuseBadValues(call.body);
  refuseDuplicate(call, contact.locationId, { email: text(call.body, 'email'), phone: text(call.body, 'phone') }, contact.id);
  call.world.contactIndex.remember(contact.id);
  applyFields(call, contact);
  note(call, 'contact.update', contact);
  return ok({ ...succeeded(call), contact: toContact(contact) });
}

function remove(call: Call): Answer {
  const contact = contactOf(call);
  const { state, contactIndex, taskIndex } = call.world;
  contactIndex.remember(contact.id);
  state.contacts.delete(contact.id);
  for (const table of [state.tasks, state.notes, state.appointments] as const) {
    for (const record of table.values()) {
      if (record.contactId !== contact.id) continue;
      if (table === state.tasks) taskIndex.remember(record.id);
      table.delete(record.id);
    }
  }
  note(call, 'contact.delete', contact);
  return ok(succeededBoth(call));
}

function upsert(call: Call): Answer {
  const location = ownLocation(call, text(call.body, 'locationId') ?? '');
  const wanted = { email: text(call.body, 'email'), phone: text(call.body, 'phone') };
  const known =
    call.body.createNewIfDuplicateAllowed === true && location.allowDuplicateContact ? undefined : findDuplicate(call, location.id, wanted);
  if (!known) return ok({ new: true, contact: toContact(insert(call, location.id)), ...succeeded(call) });
  call.world.contactIndex.remember(known.contact.id);
  applyFields(call, known.contact);
  note(call, 'contact.update', known.contact);
  return ok({ new: false, contact: toContact(known.contact), ...succeeded(call) });
}

/** E-mail first, then phone; the first of several. */
function duplicate(call: Call): Answer {
  const location = queriedLocation(call);
  const email = call.query.get('email') || undefined;
  const phone = call.query.get('number') || undefined;
  if (!email && !phone) throw badRequest('Pass at least one of number, email query parameter');
  checkLocation(call, location.id);
  const found = findDuplicate(call, location.id, { email, phone });
  return ok({ contact: found ? toContact(found.contact) : null });
}

function note(call: Call, kind: string, contact: ContactRecord): void {
  call.world.applied({ kind, recordId: contact.id, contactId: contact.id, locationId: contact.locationId, input: call.body });
}
