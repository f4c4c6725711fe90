import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn, oneIn, pageIn } from '../envelope.ts';
import { taskSchema } from '../models.ts';

const id = z.string().min(1);
const newTask = z.object({
  contactId: id,
  title: z.string().min(1),
  body: z.string().exactOptional(),
  /** ISO 8601 UTC. */
  dueDate: z.string().min(1),
  assignedTo: z.string().min(1).exactOptional(),
});

const PAGE_LENGTH = 100;

/** Search rows may be of tasks already deleted. */
const isDeleted = (row: unknown) => z.object({ deleted: z.literal(true) }).safeParse(row).success;

/** Tasks. Sources: HighLevel OpenAPI contacts-v3 and locations-v3. */
export const taskEndpoints = {
  /** All tasks of the contact, done ones too. */
  'tasks.list': defineEndpoint({
    method: 'GET',
    path: ({ contactId }) => path`/contacts/${contactId}/tasks`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ contactId: id }),
    output: listIn('tasks', taskSchema),
  }),
  'tasks.create': defineEndpoint({
    method: 'POST',
    path: ({ contactId }) => path`/contacts/${contactId}/tasks`,
    // HighLevel insists on `completed` for a new task.
    body: ({ contactId: _inPath, ...task }) => ({ ...task, completed: false }),
    scope: 'contacts.write',
    effect: 'write',
    input: newTask,
    output: oneIn('task', taskSchema),
  }),
  'tasks.setCompleted': defineEndpoint({
    method: 'PUT',
    path: ({ contactId, taskId }) => path`/contacts/${contactId}/tasks/${taskId}/completed`,
    body: ({ completed }) => ({ completed }),
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ contactId: id, taskId: id, completed: z.boolean() }),
    output: oneIn('task', taskSchema),
  }),
  /** A page of the open tasks across contacts, of these users or of all. */
  'tasks.searchInLocation': defineEndpoint({
    method: 'POST',
    path: ({ locationId }) => path`/locations/${locationId}/tasks/search`,
    body: ({ assignedTo, skip }) => ({ completed: false, limit: PAGE_LENGTH, ...(skip && { skip }), ...(assignedTo && { assignedTo }) }),
    scope: 'locations/tasks.readonly',
    effect: 'read',
    input: z.object({ locationId: id, assignedTo: z.array(id).min(1).readonly().exactOptional(), skip: z.int().exactOptional() }),
    output: pageIn('tasks', taskSchema, PAGE_LENGTH, isDeleted),
  }),
};
