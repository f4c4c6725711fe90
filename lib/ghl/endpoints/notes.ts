import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, listIn, oneIn } from '../envelope.ts';
import { noteSchema } from '../models.ts';

const id = z.string().min(1);
const oneNote = z.object({ contactId: id, noteId: id });
const details = {
  title: z.string().exactOptional(),
  /** `#RRGGBB`. */
  color: z.string().exactOptional(),
  userId: id.exactOptional(),
  pinned: z.boolean().exactOptional(),
};

/** Notes of a contact. Source: HighLevel OpenAPI contacts-v3. */
export const noteEndpoints = {
  /** All notes, newest first. */
  'notes.list': defineEndpoint({
    method: 'GET',
    path: ({ contactId }) => path`/contacts/${contactId}/notes`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ contactId: id }),
    output: listIn('notes', noteSchema),
  }),
  'notes.get': defineEndpoint({
    method: 'GET',
    path: ({ contactId, noteId }) => path`/contacts/${contactId}/notes/${noteId}`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: oneNote,
    output: oneIn('note', noteSchema),
  }),
  /** Without `userId` the note has no author. */
  'notes.create': defineEndpoint({
    method: 'POST',
    path: ({ contactId }) => path`/contacts/${contactId}/notes`,
    body: ({ contactId: _inPath, ...note }) => note,
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ contactId: id, body: z.string().min(1), ...details }),
    output: oneIn('note', noteSchema),
  }),
  'notes.update': defineEndpoint({
    method: 'PUT',
    path: ({ contactId, noteId }) => path`/contacts/${contactId}/notes/${noteId}`,
    body: ({ contactId: _inPath, noteId: _inPathToo, ...changes }) => changes,
    scope: 'contacts.write',
    effect: 'write',
    input: oneNote.extend({ body: z.string().min(1).exactOptional(), ...details }),
    output: oneIn('note', noteSchema),
  }),
  'notes.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId, noteId }) => path`/contacts/${contactId}/notes/${noteId}`,
    scope: 'contacts.write',
    effect: 'write',
    input: oneNote,
    output: done,
  }),
};
