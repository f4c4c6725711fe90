import * as z from 'zod';
import { appointmentNoteSchema } from '../calendar-models.ts';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, oneInOrBare, pageIn } from '../envelope.ts';

const id = z.string().min(1);
const oneNote = z.object({ appointmentId: id, noteId: id });
/** The most that HighLevel answers. */
const PAGE_LENGTH = 20;

/** Notes of an appointment, apart from those of its contact. Source: HighLevel OpenAPI calendars-v3. */
export const appointmentNoteEndpoints = {
  'appointmentNotes.list': defineEndpoint({
    method: 'GET',
    path: ({ appointmentId }) => path`/calendars/appointments/${appointmentId}/notes`,
    query: ({ skip }) => ({ limit: String(PAGE_LENGTH), offset: String(skip ?? 0) }),
    scope: 'calendars/events.readonly',
    effect: 'read',
    input: z.object({ appointmentId: id, skip: z.int().exactOptional() }),
    output: pageIn('notes', appointmentNoteSchema, PAGE_LENGTH),
  }),
  'appointmentNotes.create': defineEndpoint({
    method: 'POST',
    path: ({ appointmentId }) => path`/calendars/appointments/${appointmentId}/notes`,
    body: ({ appointmentId: _inPath, ...note }) => note,
    scope: 'calendars/events.write',
    effect: 'write',
    input: z.object({ appointmentId: id, body: z.string().min(1), userId: id.exactOptional() }),
    output: oneInOrBare('note', appointmentNoteSchema),
  }),
  'appointmentNotes.update': defineEndpoint({
    method: 'PUT',
    path: ({ appointmentId, noteId }) => path`/calendars/appointments/${appointmentId}/notes/${noteId}`,
    body: ({ appointmentId: _inPath, noteId: _inPathToo, ...note }) => note,
    scope: 'calendars/events.write',
    effect: 'write',
    input: oneNote.extend({ body: z.string().min(1), userId: id.exactOptional() }),
    output: oneInOrBare('note', appointmentNoteSchema),
  }),
  'appointmentNotes.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ appointmentId, noteId }) => path`/calendars/appointments/${appointmentId}/notes/${noteId}`,
    scope: 'calendars/events.write',
    effect: 'write',
    input: oneNote,
    output: done,
  }),
};
