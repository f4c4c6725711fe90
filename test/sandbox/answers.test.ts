import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { callsTo } from './client.ts';
import { findAnswerViolations } from './conformance.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { seedIds } from './seed/ids.ts';

const { contacts, businesses, calendars, users, company } = seedIds;
const { harbor } = seedIds.locations;
let sandbox: Sandbox;
const call = callsTo(() => sandbox);

beforeAll(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const booking = {
  calendarId: calendars.consultations,
  locationId: harbor,
  contactId: contacts.ruth,
  startTime: '2026-12-01T10:00:00-05:00',
};

// Left out: what the files do not describe, or describe unlike the live API (search, duplicate, task search, one appointment),
// or where their example contradicts their schema (the outcomes of a bulk change of tags).
it.each<[string, unknown?]>([
  [`GET /contacts/${contacts.maria}`],
  ['POST /contacts/', { locationId: harbor, email: 'a@b.test' }],
  [`PUT /contacts/${contacts.maria}`, { city: 'Oslo' }],
  [`DELETE /contacts/${contacts.peter}`],
  ['POST /contacts/upsert', { locationId: harbor, email: 'maria@bayside.test' }],
  [`GET /contacts/business/${businesses.bayside}?locationId=${harbor}`],
  ['POST /contacts/bulk/business', { locationId: harbor, ids: [contacts.ruth], businessId: null }],
  [`GET /contacts/${contacts.maria}/tasks`],
  [`POST /contacts/${contacts.maria}/tasks`, { title: 'x', dueDate: '2026-12-01T10:00:00Z', completed: false }],
  [`GET /contacts/${contacts.maria}/notes`],
  [`POST /contacts/${contacts.maria}/notes`, { body: 'x' }],
  [`GET /contacts/${contacts.maria}/appointments`],
  [`POST /contacts/${contacts.maria}/tags`, { tags: ['x'] }],
  [`DELETE /contacts/${contacts.maria}/tags`, { tags: ['vip'] }],
  [`POST /contacts/${contacts.maria}/followers`, { followers: [users.lena] }],
  [`POST /contacts/${contacts.maria}/workflow/${seedIds.workflows.recall}`, {}],
  [`GET /businesses/?locationId=${harbor}`],
  ['POST /businesses/', { name: 'Pier Nine', locationId: harbor }],
  [`GET /businesses/${businesses.bayside}`],
  [`PUT /businesses/${businesses.bayside}`, { city: 'Oslo' }],
  ['POST /calendars/events/appointments', booking],
  [`GET /calendars/?locationId=${harbor}`],
  [`GET /users/search?companyId=${company}&locationId=${harbor}`],
  [`GET /users/${users.priya}`],
  [`GET /locations/${harbor}`],
  [`GET /locations/${harbor}/tags`],
  [`POST /locations/${harbor}/tags`, { name: 'x' }],
  [`GET /locations/${harbor}/customFields?model=all`],
])('%s answers as the files describe it', async (request, body) => {
  const [method = '', target = ''] = request.split(' ');
  const answer = await call(request, { body });
  expect(answer.status).toBeLessThan(300);
  const url = new URL(target, 'https://services.leadconnectorhq.com');
  const sent = { method, path: url.pathname, query: url.searchParams, headers: new Headers({ version: 'v3' }), body: '' };
  expect(findAnswerViolations(sent, answer.status, answer.body)).toEqual([]);
  expect(findAnswerViolations(sent, answer.status, 7)).not.toEqual([]);
});
