import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, listIn, oneIn, pageIn } from '../envelope.ts';
import { taskSchema } from '../models.ts';

const id = z.string().min(1);
const oneTask = z.object({ contactId: id, taskId: id });
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
  'tasks.get': defineEndpoint({
    method: 'GET',
    path: ({ contactId, taskId }) => path`/contacts/${contactId}/tasks/${taskId}`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: oneTask,
    output: oneIn('task', taskSchema),
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
  /** `dueDate`: ISO 8601 UTC. */
  'tasks.update': defineEndpoint({
    method: 'PUT',
    path: ({ contactId, taskId }) => path`/contacts/${contactId}/tasks/${taskId}`,
    body: ({ contactId: _inPath, taskId: _inPathToo, ...changes }) => changes,
    scope: 'contacts.write',
    effect: 'write',
    input: oneTask.extend({
      title: z.string().min(1).exactOptional(),
      body: z.string().exactOptional(),
      dueDate: z.string().min(1).exactOptional(),
      /** An empty text takes the assignee away. */
      assignedTo: z.string().exactOptional(),
    }),
    output: oneIn('task', taskSchema),
  }),
  'tasks.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId, taskId }) => path`/contacts/${contactId}/tasks/${taskId}`,
    scope: 'contacts.write',
    effect: 'write',
    input: oneTask,
    output: done,
  }),
  'tasks.setCompleted': defineEndpoint({
    method: 'PUT',
    path: ({ contactId, taskId }) => path`/contacts/${contactId}/tasks/${taskId}/completed`,
    body: ({ completed }) => ({ completed }),
    scope: 'contacts.write',
    effect: 'write',
    input: oneTask.extend({ completed: z.boolean() }),
    output: oneIn('task', taskSchema),
  }),
  /** A page of the tasks across contacts: open ones unless `completed`, of these users, contacts or of one business. */
  'tasks.searchInLocation': defineEndpoint({
    method: 'POST',
    path: ({ locationId }) => path`/locations/${locationId}/tasks/search`,
    body: ({ locationId: _inPath, skip, completed = false, ...wanted }) => ({
      completed,
      limit: PAGE_LENGTH,
      ...(skip && { skip }),
      ...wanted,
    }),
    scope: 'locations/tasks.readonly',
    effect: 'read',
    input: z.object({
      locationId: id,
      assignedTo: z.array(id).min(1).readonly().exactOptional(),
      contactId: z.array(id).min(1).readonly().exactOptional(),
      businessId: id.exactOptional(),
      /** Words of the title. */
      query: z.string().min(1).exactOptional(),
      completed: z.boolean().exactOptional(),
      skip: z.int().exactOptional(),
    }),
    output: pageIn('tasks', taskSchema, PAGE_LENGTH, isDeleted),
  }),
};
