import { flag, pickTexts, text } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, param } from '../endpoint.ts';
import { contactOf } from '../owned.ts';
import type { NoteRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { succeededBoth } from './contact-view.ts';

const read = 'contacts.readonly';
const write = 'contacts.write';
const notes = '/contacts/{contactId}/notes';

export const noteEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: notes, scope: read, handle: list },
  { method: 'POST', path: notes, scope: write, handle: create },
  { method: 'GET', path: `${notes}/{id}`, scope: read, handle: (call) => ok({ note: toNote(noteOf(call)) }) },
  { method: 'PUT', path: `${notes}/{id}`, scope: write, handle: update },
  { method: 'DELETE', path: `${notes}/{id}`, scope: write, handle: remove },
];

function toNote(note: NoteRecord): object {
  return { ...note, dateAdded: new Date(note.dateAdded).toISOString() };
}

function noteOf(call: Call): NoteRecord {
  const contact = contactOf(call);
  const note = call.world.state.notes.get(param(call, 'id'));
  if (!note || note.contactId !== contact.id) throw badRequest(`Note not found for id:${param(call, 'id')}`);
  return note;
}

function list(call: Call): Answer {
  const contact = contactOf(call);
  const own = [...call.world.state.notes.values()].filter((note) => note.contactId === contact.id);
  return ok({ notes: own.sort((a, b) => b.dateAdded - a.dateAdded).map(toNote) });
}

function create(call: Call): Answer {
  const contact = contactOf(call);
  const { body, world } = call;
  const note: NoteRecord = {
    id: world.newId(),
    contactId: contact.id,
    body: text(body, 'body') ?? '',
    ...pickTexts(body, ['title', 'color', 'userId']),
    pinned: flag(body, 'pinned') ?? false,
    dateAdded: world.now(),
  };
  world.state.notes.set(note.id, note);
  applied(call, 'note.create', note);
  return created({ note: toNote(note) });
}

function update(call: Call): Answer {
  const note = noteOf(call);
  Object.assign(note, pickTexts(call.body, ['body', 'title', 'color', 'userId']), { pinned: flag(call.body, 'pinned') ?? note.pinned });
  applied(call, 'note.update', note);
  return ok({ note: toNote(note) });
}

function remove(call: Call): Answer {
  const note = noteOf(call);
  call.world.state.notes.delete(note.id);
  applied(call, 'note.delete', note);
  return ok(succeededBoth(call));
}

function applied(call: Call, kind: string, note: NoteRecord): void {
  const locationId = call.world.state.contacts.get(note.contactId)?.locationId ?? '';
  call.world.applied({ kind, recordId: note.id, contactId: note.contactId, locationId, input: call.body });
}
