import { text, texts } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, param } from '../endpoint.ts';
import { contactOf, ownLocation } from '../owned.ts';
import type { ContactRecord, TagRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { ensureTag } from './contact-fields.ts';
import { succeededBoth } from './contact-view.ts';

const write = 'contacts.write';
const read = 'locations/tags.readonly';
const define = 'locations/tags.write';
const tags = '/locations/{locationId}/tags';

export const tagEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/contacts/{contactId}/tags', scope: write, handle: add },
  // The names travel in the body of a DELETE.
  { method: 'DELETE', path: '/contacts/{contactId}/tags', scope: write, handle: remove },
  { method: 'POST', path: '/contacts/bulk/tags/update/{type}', scope: write, handle: bulk },
  { method: 'GET', path: tags, scope: read, handle: list },
  { method: 'POST', path: tags, scope: define, handle: create },
  { method: 'GET', path: `${tags}/{tagId}`, scope: read, handle: (call) => ok({ tag: tagOf(call) }) },
  { method: 'PUT', path: `${tags}/{tagId}`, scope: define, handle: rename },
  { method: 'DELETE', path: `${tags}/{tagId}`, scope: define, handle: erase },
];

function add(call: Call): Answer {
  const contact = contactOf(call);
  const names = texts(call.body, 'tags') ?? [];
  return created({ tags: addTo(call, contact, names), tagsAdded: names });
}

function remove(call: Call): Answer {
  const contact = contactOf(call);
  const names = texts(call.body, 'tags') ?? [];
  return ok({ tags: removeFrom(call, contact, names), tagsRemoved: names });
}

function addTo(call: Call, contact: ContactRecord, names: readonly string[]): string[] {
  for (const name of names.map((name) => name.trim().toLowerCase()).filter(Boolean)) {
    ensureTag(call, contact.locationId, name);
    changeTags(call, contact, [...contact.tags.filter((tag) => tag.toLowerCase() !== name), name]);
  }
  applied(call, 'contact.tags.add', contact);
  return contact.tags;
}

function removeFrom(call: Call, contact: ContactRecord, names: readonly string[]): string[] {
  const unwanted = new Set(names.map((name) => name.trim().toLowerCase()));
  changeTags(
    call,
    contact,
    contact.tags.filter((tag) => !unwanted.has(tag.toLowerCase())),
  );
  applied(call, 'contact.tags.remove', contact);
  return contact.tags;
}

function changeTags(call: Call, contact: ContactRecord, next: string[]): void {
  call.world.contactIndex.remember(contact.id);
  contact.tags = next;
  contact.dateUpdated = call.world.now();
}

function bulk(call: Call): Answer {
  const { body } = call;
  const change = param(call, 'type');
  if (change !== 'add' && change !== 'remove') throw badRequest(`Invalid type ${change}`);
  ownLocation(call, text(body, 'locationId') ?? '');
  const responses = (texts(body, 'contacts') ?? []).map((id) => bulkOutcome(call, id, change));
  return created({ ...succeededBoth(call), errorCount: responses.filter(({ type }) => type === 'error').length, responses });
}

/** One contact that cannot be changed does not keep the others from being changed. */
function bulkOutcome(call: Call, contactId: string, change: 'add' | 'remove') {
  const contact = call.world.state.contacts.get(contactId);
  const error = (message: string) => ({ contactId, message, type: 'error' });
  if (!/^[A-Za-z0-9]{20}$/.test(contactId)) return error('contact id is not a valid firebase id');
  if (!contact) return error('contact is deleted');
  if (contact.locationId !== call.token.locationId) return error('contact does not belong to location');
  const [oldTags, names] = [contact.tags, texts(call.body, 'tags') ?? []];
  if (call.body.removeAllTags === true) changeTags(call, contact, []);
  if (change === 'add') addTo(call, contact, names);
  else removeFrom(call, contact, names);
  const tagsAdded = contact.tags.filter((tag) => !oldTags.includes(tag));
  const tagsRemoved = oldTags.filter((tag) => !contact.tags.includes(tag));
  return { contactId, message: 'Tags updated', type: 'success', oldTags, tagsAdded, tagsRemoved };
}

function list(call: Call): Answer {
  const location = ownLocation(call, param(call, 'locationId'));
  return ok({ tags: [...call.world.state.tags.values()].filter((tag) => tag.locationId === location.id) });
}

function tagOf(call: Call): TagRecord {
  const location = ownLocation(call, param(call, 'locationId'));
  const tag = call.world.state.tags.get(param(call, 'tagId'));
  if (tag?.locationId !== location.id) throw badRequest('Tag not found');
  return tag;
}

function create(call: Call): Answer {
  const location = ownLocation(call, param(call, 'locationId'));
  const name = (text(call.body, 'name') ?? '').trim().toLowerCase();
  const { world } = call;
  if ([...world.state.tags.values()].some((tag) => tag.locationId === location.id && tag.name === name))
    throw badRequest('The tag name is already exist.');
  const tag = { id: world.newId(), locationId: location.id, name };
  world.state.tags.set(tag.id, tag);
  world.applied({ kind: 'tag.create', recordId: tag.id, locationId: location.id, input: call.body });
  return ok({ tag });
}

function rename(call: Call): Answer {
  const tag = tagOf(call);
  const before = tag.name;
  tag.name = (text(call.body, 'name') ?? '').trim().toLowerCase();
  for (const contact of call.world.state.contacts.values()) {
    if (contact.locationId === tag.locationId) contact.tags = contact.tags.map((name) => (name === before ? tag.name : name));
  }
  call.world.applied({ kind: 'tag.update', recordId: tag.id, locationId: tag.locationId, input: call.body });
  return ok({ tag });
}

/** Keeps the misspelt flag even under v3. */
function erase(call: Call): Answer {
  const tag = tagOf(call);
  call.world.state.tags.delete(tag.id);
  for (const contact of call.world.state.contacts.values()) {
    if (contact.locationId === tag.locationId) contact.tags = contact.tags.filter((name) => name !== tag.name);
  }
  call.world.applied({ kind: 'tag.delete', recordId: tag.id, locationId: tag.locationId, input: call.body });
  return ok({ succeded: true });
}

function applied(call: Call, kind: string, contact: ContactRecord): void {
  call.world.applied({ kind, recordId: contact.id, contactId: contact.id, locationId: contact.locationId, input: call.body });
}
