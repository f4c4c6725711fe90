import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTo } from './client.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { seedIds, seedTokens } from './seed/ids.ts';

const { contacts, users, businesses, calendars, company } = seedIds;
const { harbor, northlight } = seedIds.locations;
const now = Date.parse('2026-11-21T15:00:00Z');
let sandbox: Sandbox;
const call = callsTo(() => sandbox);

beforeAll(async () => {
  sandbox = await createSandbox({ now: () => now });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

describe('the gate', () => {
  it.each([
    ['no Version header', { version: null }, 401, 'version header was not found.'],
    ['an unknown Version', { version: '2020-01-01' }, 401, 'version header is invalid'],
    ['an unknown access token', { token: 'eyJ-nobody' }, 401, 'Invalid JWT'],
    ['an unknown private token', { token: 'pit-nobody' }, 401, 'Invalid token: access token is invalid'],
    ['a token of another location', { token: seedTokens.northlight }, 403, 'The token does not have access to this location.'],
  ])('refuses %s', async (_what, sent, status, message) => {
    const answer = await call(`GET /contacts/${contacts.maria}`, sent);
    expect(answer).toMatchObject({ status, body: { statusCode: status, message, traceId: expect.any(String) } });
  });

  it('refuses a write with a token that may only read, and does nothing', async () => {
    const answer = await call(`POST /contacts/${contacts.maria}/tags`, { token: seedTokens.readOnly, body: { tags: ['x'] } });
    expect(answer).toMatchObject({ status: 401, body: { message: 'The token is not authorized for this scope.' } });
    expect(sandbox.ledger).toEqual([]);
  });

  it.each(['v3', '2023-02-21', '2021-07-28', '2021-04-15'])('takes version %s', async (version) => {
    expect((await call(`GET /contacts/${contacts.maria}`, { version })).status).toBe(200);
  });

  it('answers 404 to an unknown path, and to a missing trailing slash', async () => {
    expect(await call('GET /nothing')).toMatchObject({ status: 404, body: { message: 'Cannot GET /nothing' } });
    expect((await call(`GET /businesses?locationId=${harbor}`)).status).toBe(404);
    expect((await call(`GET /businesses/?locationId=${harbor}`)).status).toBe(200);
  });

  it('sends no CORS headers', async () => {
    const { headers } = await call(`GET /contacts/${contacts.maria}`);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('contacts', () => {
  it('loses the whole request over one undeclared key', async () => {
    const answer = await call(`PUT /contacts/${contacts.maria}`, { body: { city: 'Oslo', companyName: 'x', locationId: harbor } });
    expect(answer).toMatchObject({
      status: 422,
      body: { message: ['property companyName should not exist', 'property locationId should not exist'] },
    });
    expect(sandbox.state.contacts.get(contacts.maria)?.city).toBe('San Francisco');
  });

  it('names the field it refuses', async () => {
    const answer = await call(`PUT /contacts/${contacts.maria}`, { body: { email: 'maria', country: 'Norway' } });
    expect(answer).toMatchObject({
      status: 422,
      body: { message: ['email must be an email', 'country must be a valid ISO31661 Alpha2 code'] },
    });
    expect((await call(`PUT /contacts/${contacts.maria}`, { body: { email: null, country: '' } })).status).toBe(200);
    expect((await call('POST /businesses/', { body: { locationId: harbor, name: 'x', email: 'x' } })).status).toBe(422);
  });

  it('loses the id of a contact that was merged, and gives what it had to the survivor', async () => {
    sandbox.merge(contacts.daniel, contacts.peter);
    expect(await call(`GET /contacts/${contacts.daniel}`)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^Contact not found/) },
    });
    const { contact } = (await call(`GET /contacts/${contacts.peter}`)).body;
    expect(contact).toMatchObject({
      additionalEmails: [{ email: 'daniel@bayside.test' }],
      phone: '+14155550151',
      tags: ['referral partner'],
    });
    expect((await call(`GET /contacts/${contacts.peter}/tasks`)).body.tasks).toHaveLength(1);
  });

  it('can be given many tasks and notes', async () => {
    sandbox.fill(contacts.peter, { tasks: 500, notes: 1000 });
    expect((await call(`GET /contacts/${contacts.peter}/tasks`)).body.tasks).toHaveLength(500);
    expect((await call(`GET /contacts/${contacts.peter}/notes`)).body.notes).toHaveLength(1000);
  });

  it('answers 400, not 404, for a contact that does not exist', async () => {
    expect(await call('GET /contacts/nobody')).toMatchObject({ status: 400, body: { message: 'Contact not found for id:nobody' } });
    expect((await call('GET /contacts/tasks')).status).toBe(400);
  });

  it.each([
    ['email', { email: 'MARIA@bayside.test' }, 'maria', 'Maria Gomez'],
    ['phone', { phone: '+14155550151' }, 'daniel', 'Daniel Okafor'],
  ] as const)('names the contact that already has the %s', async (matchingField, fields, who, contactName) => {
    const answer = await call('POST /contacts/', { body: { locationId: harbor, ...fields } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: contacts[who], contactName, matchingField },
    });
    const update = await call(`PUT /contacts/${contacts.peter}`, { body: fields });
    expect(update.body.meta.contactId).toBe(contacts[who]);
  });

  it('lets a contact keep its own e-mail and phone', async () => {
    expect((await call(`PUT /contacts/${contacts.daniel}`, { body: { email: 'daniel@bayside.test', phone: '+14155550151' } })).status).toBe(
      200,
    );
  });

  it('allows duplicates where the location does', async () => {
    const body = { locationId: northlight, email: 'greta@kiezbau.test' };
    expect((await call('POST /contacts/', { token: seedTokens.northlight, body })).status).toBe(201);
  });

  it('refuses a contact without name, e-mail or phone with 422 inside a 400', async () => {
    expect(await call('POST /contacts/', { body: { locationId: harbor, city: 'Oslo' } })).toMatchObject({
      status: 400,
      body: { statusCode: 422 },
    });
  });

  it('spells the success flag by version', async () => {
    expect((await call(`PUT /contacts/${contacts.peter}`, { body: { city: 'A' } })).body.succeeded).toBe(true);
    expect((await call(`PUT /contacts/${contacts.peter}`, { body: { city: 'B' }, version: '2021-07-28' })).body.succeded).toBe(true);
    expect((await call(`DELETE /contacts/${contacts.peter}`)).body).toMatchObject({ succeeded: true, succeded: true });
  });

  it('replaces all tags by a PUT with tags', async () => {
    await call(`PUT /contacts/${contacts.maria}`, { body: { tags: ['only'] } });
    expect(sandbox.state.contacts.get(contacts.maria)?.tags).toEqual(['only']);
  });

  it('finds a duplicate by e-mail or phone, and wants at least one of them', async () => {
    const found = await call(`GET /contacts/search/duplicate?locationId=${harbor}&number=%2B12125550163`);
    expect(found.body.contact.id).toBe(contacts.ruth);
    expect((await call(`GET /contacts/search/duplicate?locationId=${harbor}&email=no@one.test`)).body.contact).toBeNull();
    const neither = await call(`GET /contacts/search/duplicate?locationId=${harbor}`);
    expect(neither).toMatchObject({ status: 400, body: { message: 'Pass at least one of number, email query parameter' } });
  });

  it('upserts into the contact that is already there', async () => {
    const answer = await call('POST /contacts/upsert', { body: { locationId: harbor, email: 'maria@bayside.test', city: 'Oslo' } });
    expect(answer).toMatchObject({ status: 200, body: { new: false, contact: { id: contacts.maria, city: 'Oslo' } } });
  });

  it('links and unlinks a business through the bulk endpoint', async () => {
    const body = { locationId: harbor, ids: [contacts.ruth], businessId: businesses.marlow };
    expect(await call('POST /contacts/bulk/business', { body })).toMatchObject({
      status: 200,
      body: { success: true, ids: [contacts.ruth] },
    });
    expect(sandbox.state.contacts.get(contacts.ruth)?.businessId).toBe(businesses.marlow);
    await call('POST /contacts/bulk/business', { body: { ...body, businessId: null } });
    expect(sandbox.state.contacts.get(contacts.ruth)?.businessId).toBeUndefined();
  });
});

describe('tasks', () => {
  it('wants title, due date and completed', async () => {
    const answer = await call(`POST /contacts/${contacts.maria}/tasks`, { body: { title: 'x' } });
    expect(answer).toMatchObject({ status: 422, body: { message: ['dueDate should not be empty', 'completed should not be empty'] } });
  });

  it('completes and reopens', async () => {
    const { id } = (await call(`GET /contacts/${contacts.ruth}/tasks`)).body.tasks[0];
    const path = `PUT /contacts/${contacts.ruth}/tasks/${id}/completed`;
    expect((await call(path, { body: { completed: true } })).body.task.completed).toBe(true);
    expect((await call(path, { body: { completed: false } })).body.task.completed).toBe(false);
    expect(sandbox.ledger.map(({ seq, kind, recordId }) => [seq, kind, recordId])).toEqual([
      [1, 'task.complete', id],
      [2, 'task.complete', id],
    ]);
  });

  it('searches a location with 201, `_id`, `status` and a paging mark', async () => {
    const body = { completed: false, assignedTo: [users.priya], limit: 2 };
    const first = await call(`POST /locations/${harbor}/tasks/search`, { body });
    expect(first).toMatchObject({
      status: 201,
      body: { tasks: [{ _id: expect.any(String), status: 'to_do', statusGroup: 'to_do', deleted: false }, {}] },
    });
    expect(first.body.tasks[0]).not.toHaveProperty('id');
    expect(first.body).not.toHaveProperty('total');
    const next = await call(`POST /locations/${harbor}/tasks/search`, { body: { ...body, searchAfter: first.body.tasks[1].searchAfter } });
    expect(next.body.tasks).toHaveLength(1);
    expect((await call(`POST /locations/${harbor}/tasks/search`, { body: { assignedTo: users.priya } })).status).toBe(422);
  });
});

describe('notes, tags, business, people', () => {
  it('lists notes newest first, HTML and pins included', async () => {
    const { notes } = (await call(`GET /contacts/${contacts.maria}/notes`)).body;
    expect(notes.map((note: { dateAdded: string }) => note.dateAdded)).toEqual(
      notes
        .map((note: { dateAdded: string }) => note.dateAdded)
        .sort()
        .reverse(),
    );
    expect(notes.at(-1)).toMatchObject({ pinned: true, title: 'How we work together' });
  });

  it('takes tags away by a DELETE with a body, whatever their case', async () => {
    const answer = await call(`DELETE /contacts/${contacts.maria}/tags`, { body: { tags: ['VIP'] } });
    expect(answer).toMatchObject({ status: 200, body: { tags: ['referral partner', 'newsletter'] } });
  });

  it('creates an unknown tag for the location for good', async () => {
    expect((await call(`POST /contacts/${contacts.maria}/tags`, { body: { tags: ['Brand New'] } })).status).toBe(201);
    const { tags } = (await call(`GET /locations/${harbor}/tags`)).body;
    expect(tags.filter((tag: { name: string }) => tag.name === 'brand new')).toHaveLength(1);
  });

  it('changes the tags of many, and says of each whether it did', async () => {
    const gone = 'Gone0000000000000000';
    const body = { locationId: harbor, contacts: [contacts.ruth, gone, contacts.greta, 'x'], tags: ['Fair'] };
    const answer = await call('POST /contacts/bulk/tags/update/add', { body });
    const refused = (contactId: string, message: string) => ({ contactId, message, type: 'error' });
    expect(answer).toMatchObject({ status: 201, body: { errorCount: 3 } });
    expect(answer.body.responses).toEqual([
      expect.objectContaining({ contactId: contacts.ruth, type: 'success', tagsAdded: ['fair'] }),
      refused(gone, 'contact is deleted'),
      refused(contacts.greta, 'contact does not belong to location'),
      refused('x', 'contact id is not a valid firebase id'),
    ]);
    expect(sandbox.ledger.map(({ contactId }) => contactId)).toEqual([contacts.ruth]);
  });

  it('gives the custom fields of a business under the key of their type', async () => {
    const path = `PUT /objects/business/records/${businesses.bayside}?locationId=${harbor}`;
    await call(path, { body: { properties: { referral_tier: 'Silver' } } });
    expect((await call(`GET /businesses/${businesses.bayside}`)).body.business.customFields).toEqual([
      { key: 'referral_tier', valueString: 'Silver' },
      { key: 'chairs', valueNumber: 6 },
    ]);
  });

  it('misspells the business it answers with, and refuses a malformed id with 400', async () => {
    const answer = await call(`PUT /businesses/${businesses.bayside}`, { body: { phone: '+14155550199' } });
    expect(answer.body).toMatchObject({ success: true, buiseness: { phone: '+14155550199' } });
    expect(await call('GET /businesses/short')).toMatchObject({ status: 400, body: { message: 'short is not a valid ObjectId' } });
    expect((await call(`PUT /businesses/${businesses.bayside}`, { body: { locationId: harbor } })).status).toBe(422);
  });

  it('has four or more colleagues in a business', async () => {
    const answer = await call(`GET /contacts/business/${businesses.bayside}?locationId=${harbor}`);
    expect(answer.body.count).toBeGreaterThanOrEqual(5);
  });

  it('wants the company for a user search and refuses it in the older listing', async () => {
    expect((await call(`GET /users/search?companyId=${company}&locationId=${harbor}`)).body).toMatchObject({ count: 3 });
    expect(await call(`GET /users/search?locationId=${harbor}`)).toMatchObject({
      status: 401,
      body: { message: 'E01 - Unauthorized request' },
    });
    expect((await call(`GET /users/?locationId=${harbor}`)).body.users).toHaveLength(3);
    expect((await call(`GET /users/?locationId=${harbor}&companyId=${company}`)).status).toBe(422);
  });

  it("tells the location's zone, and its contact fields unless asked for all", async () => {
    expect((await call(`GET /locations/${harbor}`)).body.location).toMatchObject({
      name: 'Harbor Dental',
      timezone: 'America/New_York',
      companyId: company,
    });
    expect((await call(`GET /locations/${harbor}/customFields`)).body.customFields).toHaveLength(3);
    expect((await call(`GET /locations/${harbor}/customFields?model=all`)).body.customFields).toHaveLength(4);
  });
});

describe('appointments', () => {
  it("are written without a zone in the contact's list, with the offset elsewhere", async () => {
    const { events } = (await call(`GET /contacts/${contacts.maria}/appointments`)).body;
    const review = events.find((event: { title: string }) => event.title === 'Case review');
    expect(review).toMatchObject({ startTime: '2026-11-23 15:30:00', endTime: '2026-11-23 16:00:00' });
    const { appointment } = (await call(`GET /calendars/events/appointments/${review.id}`)).body;
    expect(appointment.startTime).toBe('2026-11-23T15:30:00-05:00');
  });

  const booking = {
    calendarId: calendars.consultations,
    locationId: harbor,
    contactId: contacts.ruth,
    startTime: '2026-12-01T10:00:00-05:00',
  };

  it.each([
    ['2026-12-01T15:30:00Z', 400],
    ['2026-12-01T10:30:00.000-05:00', 400],
    ['2026-12-01T10:30:00-05:00', 200],
  ])('a start with an offset and the end %s is answered %i', async (endTime, status) => {
    expect((await call('POST /calendars/events/appointments', { body: { ...booking, endTime } })).status).toBe(status);
  });

  it('of some calendars need a team member', async () => {
    const answer = await call('POST /calendars/events/appointments', { body: { ...booking, calendarId: calendars.visits } });
    expect(answer).toMatchObject({ status: 422, body: { message: ['A team member needs to be selected'] } });
  });

  it('are deleted with 201, and listed only for one calendar, user or group', async () => {
    const { id } = (await call('POST /calendars/events/appointments', { body: booking })).body;
    const range = `locationId=${harbor}&startTime=${Date.parse('2026-12-01')}&endTime=${Date.parse('2026-12-02')}`;
    expect((await call(`GET /calendars/events?${range}`)).status).toBe(422);
    expect((await call(`GET /calendars/events?${range}&calendarId=${calendars.consultations}`)).body.events).toHaveLength(1);
    expect((await call(`DELETE /calendars/events/${id}`, { body: {} })).status).toBe(201);
  });

  it('are offered in free slots that leave out what is taken', async () => {
    const days = `startDate=${Date.parse('2026-11-23T05:00:00Z')}&endDate=${Date.parse('2026-11-24T04:00:00Z')}`;
    const { slots } = (await call(`GET /calendars/${calendars.consultations}/free-slots?${days}`)).body['2026-11-23'];
    expect(slots[0]).toBe('2026-11-23T09:00:00-05:00');
    expect(slots).not.toContain('2026-11-23T15:30:00-05:00');
  });
});
