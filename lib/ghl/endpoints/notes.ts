import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn, oneIn } from '../envelope.ts';
import { noteSchema } from '../models.ts';

const id = z.string().min(1);

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
  /** Without `userId` the note has no author. */
  'notes.create': defineEndpoint({
    method: 'POST',
    path: ({ contactId }) => path`/contacts/${contactId}/notes`,
    body: ({ contactId: _inPath, ...note }) => note,
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ contactId: id, body: z.string().min(1), userId: id.exactOptional() }),
    output: oneIn('note', noteSchema),
  }),
};
