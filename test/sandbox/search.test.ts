import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTo } from './client.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { seedIds } from './seed/ids.ts';

const { contacts } = seedIds;
const { harbor, northlight } = seedIds.locations;
const now = Date.parse('2026-11-21T15:00:00Z');
let sandbox: Sandbox;
const call = callsTo(() => sandbox);

beforeAll(async () => {
  sandbox = await createSandbox({ now: () => now });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

describe('search', () => {
  const search = (body: object) => call('POST /contacts/search', { body: { locationId: harbor, pageLimit: 20, ...body } });
  const idsOf = (answer: Awaited<ReturnType<typeof search>>): string[] => answer.body.contacts.map((row: { id: string }) => row.id);

  it('reads OR groups inside the top-level AND', async () => {
    const either = {
      group: 'OR',
      filters: [
        { field: 'email', operator: 'eq', value: 'daniel@bayside.test' },
        { field: 'phone', operator: 'eq', value: '+14155550142' },
      ],
    };
    expect(idsOf(await search({ filters: [either] })).sort()).toEqual([contacts.daniel, contacts.maria].sort());
    const tagged = { field: 'tags', operator: 'eq', value: ['vip'] };
    expect(idsOf(await search({ filters: [either, tagged] }))).toEqual([contacts.maria]);
  });

  it.each([
    ['phone', 'contains', '5550163', ['ruth', 'robert']],
    ['firstNameLowerCase', 'eq', 'alex', ['alexOne', 'alexTwo']],
    ['businessName', 'contains', 'Marlow', ['nina', 'jonas']],
    ['companyName', 'eq', 'North Pier Foods', ['alexOne']],
    ['dnd', 'eq', true, ['sofia']],
  ] as const)('filters %s %s %s', async (field, operator, value, who) => {
    expect(idsOf(await search({ filters: [{ field, operator, value }] })).sort()).toEqual(who.map((name) => contacts[name]).sort());
  });

  it.each([
    ['additional_phones', 'eq', 'Invalid field additional_phones'],
    ['tasks.assignedTo', 'eq', 'Invalid field tasks.assignedTo'],
    ['email', 'contains', 'Invalid operator contains for field email'],
  ])('refuses %s %s', async (field, operator, message) => {
    expect(await search({ filters: [{ field, operator, value: 'x' }] })).toMatchObject({ status: 400, body: { message } });
  });

  it('finds an additional e-mail and any writing of a phone by query only', async () => {
    expect(idsOf(await search({ query: 'claims@marlowfinch.test' })).sort()).toEqual([contacts.jonas, contacts.nina].sort());
    expect(idsOf(await search({ query: '(415) 555-0143' }))).toEqual([contacts.maria]);
    expect(idsOf(await search({ filters: [{ field: 'email', operator: 'eq', value: 'claims@marlowfinch.test' }] }))).toEqual([]);
  });

  it("pages by page number and by the last row's mark", async () => {
    const sort = [{ field: 'dateAdded', direction: 'asc' }];
    const all = idsOf(await search({ sort }));
    expect(idsOf(await search({ sort, pageLimit: 4, page: 2 }))).toEqual(all.slice(4, 8));
    const first = await search({ sort, pageLimit: 4 });
    expect(idsOf(await search({ sort, pageLimit: 4, searchAfter: first.body.contacts.at(-1).searchAfter }))).toEqual(all.slice(4, 8));
    expect(first.body.total).toBe(all.length);
  });

  it("insists on pageLimit, and on the token's own location", async () => {
    expect((await call('POST /contacts/search', { body: { locationId: harbor } })).status).toBe(422);
    expect((await search({ locationId: northlight })).status).toBe(403);
    expect((await search({ pageLimit: 500, page: 21 })).status).toBe(400);
  });

  it('gives rows of their own shape, without a time zone', async () => {
    const row = (await search({ filters: [{ field: 'id', operator: 'eq', value: contacts.maria }] })).body.contacts[0];
    expect(row).toMatchObject({
      contactName: 'Maria Gomez',
      businessName: 'Bayside Orthodontics',
      additionalEmails: ['m.gomez@gomez-family.test'],
    });
    expect(row).not.toHaveProperty('timezone');
  });

  it('lags behind writes both ways, while reads by id do not', async () => {
    sandbox.setIndexLag(5_000);
    const { id } = (await call('POST /contacts/', { body: { locationId: harbor, email: 'new@one.test' } })).body.contact;
    await call(`DELETE /contacts/${contacts.peter}`);
    await call(`PUT /contacts/${contacts.maria}`, { body: { email: 'changed@bayside.test' } });
    const found = (email: string) => search({ filters: [{ field: 'email', operator: 'eq', value: email }] }).then(idsOf);
    expect((await call(`GET /contacts/${id}`)).status).toBe(200);
    expect((await call(`GET /contacts/${contacts.peter}`)).status).toBe(400);
    expect([await found('new@one.test'), await found('peter@bayside.test'), await found('maria@bayside.test')]).toEqual([
      [],
      [contacts.peter],
      [contacts.maria],
    ]);
    sandbox.advanceClock(5_000);
    expect([await found('new@one.test'), await found('peter@bayside.test'), await found('changed@bayside.test')]).toEqual([
      [id],
      [],
      [contacts.maria],
    ]);
  });
});
