import { flag, number, pickTexts, text, texts } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, param } from '../endpoint.ts';
import { contactOf, ownLocation } from '../owned.ts';
import type { TaskRecord } from '../records.ts';
import { badRequest, unprocessable } from '../refusal.ts';
import type { World } from '../world.ts';
import { fullNameOf, succeededBoth } from './contact-view.ts';

const read = 'contacts.readonly';
const write = 'contacts.write';
const tasks = '/contacts/{contactId}/tasks';

export const taskEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: tasks, scope: read, handle: list },
  { method: 'POST', path: tasks, scope: write, handle: create },
  { method: 'GET', path: `${tasks}/{taskId}`, scope: read, handle: (call) => ok({ task: toTask(taskOf(call)) }) },
  { method: 'PUT', path: `${tasks}/{taskId}`, scope: write, handle: (call) => change(call, 'task.update') },
  { method: 'PUT', path: `${tasks}/{taskId}/completed`, scope: write, handle: (call) => change(call, 'task.complete') },
  { method: 'DELETE', path: `${tasks}/{taskId}`, scope: write, handle: remove },
  { method: 'POST', path: '/locations/{locationId}/tasks/search', scope: 'locations/tasks.readonly', handle: search },
];

function toTask(task: TaskRecord): object {
  const { dateAdded: _dateAdded, locationId: _locationId, ...row } = task;
  return { ...row, dueDate: new Date(task.dueDate).toISOString() };
}

function taskOf(call: Call): TaskRecord {
  const contact = contactOf(call);
  const task = call.world.state.tasks.get(param(call, 'taskId'));
  if (!task || task.contactId !== contact.id) throw badRequest(`Task not found for id:${param(call, 'taskId')}`);
  return task;
}

function list(call: Call): Answer {
  const contact = contactOf(call);
  const own = [...call.world.state.tasks.values()].filter((task) => task.contactId === contact.id);
  return ok({ tasks: own.map(toTask) });
}

function create(call: Call): Answer {
  const contact = contactOf(call);
  const { body, world } = call;
  const task: TaskRecord = {
    id: world.newId(),
    contactId: contact.id,
    locationId: contact.locationId,
    title: text(body, 'title') ?? '',
    ...pickTexts(body, ['body', 'assignedTo']),
    dueDate: dueDateOf(body.dueDate),
    completed: flag(body, 'completed') ?? false,
    dateAdded: world.now(),
  };
  world.taskIndex.remember(task.id);
  world.state.tasks.set(task.id, task);
  note(call, 'task.create', task);
  return created({ task: toTask(task) });
}

function change(call: Call, kind: string): Answer {
  const task = taskOf(call);
  const { body, world } = call;
  const dueDate = body.dueDate === undefined ? task.dueDate : dueDateOf(body.dueDate);
  world.taskIndex.remember(task.id);
  Object.assign(task, pickTexts(body, ['title', 'body', 'assignedTo']), { dueDate, completed: flag(body, 'completed') ?? task.completed });
  note(call, kind, task);
  return ok({ task: toTask(task) });
}

function remove(call: Call): Answer {
  const task = taskOf(call);
  call.world.taskIndex.remember(task.id);
  call.world.state.tasks.delete(task.id);
  note(call, 'task.delete', task);
  return ok(succeededBoth(call));
}

/** Answers 201 and rows of another shape than the contact's list: `_id`, `status`, a paging mark, no total. */
function search(call: Call): Answer {
  const { body, world } = call;
  const location = ownLocation(call, param(call, 'locationId'));
  const found = world.taskIndex
    .rows()
    .filter((task) => task.locationId === location.id && fits(world, task, body))
    .sort((a, b) => a.dueDate - b.dueDate || a.id.localeCompare(b.id));
  const mark = Array.isArray(body.searchAfter) ? body.searchAfter.join() : undefined;
  const start = mark === undefined ? (number(body, 'skip') ?? 0) : found.findIndex((task) => markOf(task).join() === mark) + 1;
  return created({ tasks: found.slice(start, start + (number(body, 'limit') ?? 25)).map((task) => toSearchRow(world, task)) });
}

function fits(world: World, task: TaskRecord, body: Call['body']): boolean {
  const contactIds = texts(body, 'contactId');
  const assignees = texts(body, 'assignedTo');
  const completed = flag(body, 'completed');
  const businessId = text(body, 'businessId');
  const query = text(body, 'query')?.toLowerCase();
  return (
    (!contactIds || contactIds.includes(task.contactId)) &&
    (!assignees || assignees.includes(task.assignedTo ?? '')) &&
    (completed === undefined || completed === task.completed) &&
    (!businessId || world.state.contacts.get(task.contactId)?.businessId === businessId) &&
    (!query || task.title.toLowerCase().includes(query))
  );
}

function toSearchRow(world: World, task: TaskRecord): object {
  const contact = world.state.contacts.get(task.contactId);
  const user = world.state.users.get(task.assignedTo ?? '');
  const status = task.completed ? 'completed' : 'to_do';
  const { id, dateAdded, completed: _completed, ...row } = task;
  return {
    ...row,
    _id: id,
    status,
    statusGroup: status,
    deleted: false,
    dueDate: new Date(task.dueDate).toISOString(),
    dateAdded: new Date(dateAdded).toISOString(),
    assignedToUserDetails: user ? { id: user.id, firstName: user.firstName, lastName: user.lastName } : null,
    contactDetails: contact ? { id: contact.id, contactName: fullNameOf(contact) || null, firstName: null, lastName: null } : null,
    searchAfter: markOf(task),
  };
}

function markOf(task: TaskRecord): readonly [number, string] {
  return [task.dueDate, task.id];
}

function dueDateOf(value: unknown): number {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw unprocessable(['dueDate must be a valid ISO 8601 date string']);
  return time;
}

function note(call: Call, kind: string, task: TaskRecord): void {
  call.world.applied({ kind, recordId: task.id, contactId: task.contactId, locationId: task.locationId, input: call.body });
}
