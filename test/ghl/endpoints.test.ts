import { describe, expect, it } from 'vitest';
import type { EndpointName, InputOf } from '@/lib/ghl/endpoints.ts';
import { createNetwork, createTestClient, failureOf, json, LOCATION } from './fakes.ts';

/** What the client makes of this answer, and what it sent. */
async function ask<N extends EndpointName>(name: N, input: InputOf<N>, answer: unknown) {
  const network = createNetwork(json(answer));
  const outcome = await createTestClient(network).client.call(name, input);
  return { outcome, sent: network.sent[0] };
}

const onContact = { contactId: 'c1' };

describe('what is sent', () => {
  it('one search for all e-mails and phones', async () => {
    const { sent } = await ask(
      'contacts.search',
      { locationId: LOCATION, emails: ['a@x.org', 'b@x.org'], phones: ['+14155550100'] },
      { contacts: [] },
    );
    expect(sent?.body).toEqual({
      locationId: LOCATION,
      page: 1,
      pageLimit: 20,
      filters: [
        {
          group: 'OR',
          filters: [
            { field: 'email', operator: 'eq', value: 'a@x.org' },
            { field: 'email', operator: 'eq', value: 'b@x.org' },
            { field: 'phone', operator: 'eq', value: '+14155550100' },
          ],
        },
      ],
    });
  });

  it('free text in the length HighLevel takes', async () => {
    const { sent } = await ask('contacts.findByText', { locationId: LOCATION, query: ` ${'x'.repeat(90)} ` }, { contacts: [] });
    expect(sent?.body).toEqual({ locationId: LOCATION, page: 1, pageLimit: 20, query: 'x'.repeat(75) });
  });

  it('a phone with its plus sign encoded, and nothing for what is not given', async () => {
    const { sent } = await ask('contacts.findDuplicate', { locationId: LOCATION, number: '+14155550100' }, { contact: null });
    expect(sent?.path).toBe('/contacts/search/duplicate?locationId=locA&number=%2B14155550100');
  });

  it('a new task with `completed`, and the contact only in the path', async () => {
    const { sent } = await ask('tasks.create', { ...onContact, title: 'Call', dueDate: '2026-11-21T16:00:00Z' }, { task: { id: 't1' } });
    expect(sent).toMatchObject({ method: 'POST', path: '/contacts/c1/tasks' });
    expect(sent?.body).toEqual({ title: 'Call', dueDate: '2026-11-21T16:00:00Z', completed: false });
  });

  it('tags to remove in the body of a DELETE', async () => {
    const { sent, outcome } = await ask('tags.remove', { ...onContact, tags: ['vip'] }, { tags: ['lead'], tagsRemoved: ['vip'] });
    expect(sent).toMatchObject({ method: 'DELETE', path: '/contacts/c1/tags', body: { tags: ['vip'] } });
    expect(outcome).toEqual(['lead']);
  });

  it('open tasks of all users when nobody is named', async () => {
    const { sent } = await ask('tasks.searchInLocation', { locationId: LOCATION }, { tasks: [] });
    expect(sent?.body).toEqual({ completed: false, limit: 100 });
  });

  it('a search for nothing is not sent', async () => {
    const network = createNetwork(json({ contacts: [] }));
    const error = await failureOf(
      createTestClient(network).client.call('contacts.search', { locationId: LOCATION, emails: [], phones: [] }),
    );
    expect([error.code, network.sent.length]).toEqual(['invalid_request', 0]);
  });
});

describe('what is made of an answer', () => {
  it('one bad note does not hide the others', async () => {
    const notes = [{ id: 'n1', body: 'Hello', pinned: 'yes', userId: 7 }, null, { body: 'no id' }, { id: 'n2', body: null, brandNew: {} }];
    const { outcome } = await ask('notes.list', onContact, { notes, traceId: 'x' });
    expect(outcome).toEqual([
      { id: 'n1', body: 'Hello', pinned: false },
      { id: 'n2', body: '', pinned: false },
    ]);
  });

  it('both spellings of a task', async () => {
    const rows = [
      { id: 't1', title: 'Call', completed: true, contactId: 'c1' },
      { _id: 't2', title: 'Mail', status: 'completed' },
      { _id: 't3', statusGroup: 'to_do', assignedTo: null },
      { _id: 't4', title: 'Gone', deleted: true },
    ];
    const { outcome } = await ask('tasks.searchInLocation', { locationId: LOCATION, assignedTo: ['u1'] }, { tasks: rows });
    expect(outcome.rows).toMatchObject([
      { id: 't1', completed: true },
      { id: 't2', completed: true },
      { id: 't3', title: '', completed: false },
    ]);
    expect(outcome.rows).toHaveLength(3);
  });

  it('a page is full by all its rows, also those that are left out', async () => {
    const tasks = Array.from({ length: 100 }, (_, index) => ({ _id: `t${index}`, deleted: index > 2 }));
    const { outcome } = await ask('tasks.searchInLocation', { locationId: LOCATION }, { tasks });
    expect([outcome.rows.length, outcome.isFull]).toEqual([3, true]);
  });

  it('both spellings of an appointment’s status', async () => {
    const events = [
      { id: 'e1', appointmentStatus: 'confirmed' },
      { id: 'e2', appoinmentStatus: 'showed' },
      { id: 'e3', status: 'booked', startTime: '2026-11-21 11:00:00' },
    ];
    const { outcome } = await ask('appointments.ofContact', onContact, { events });
    expect(outcome.map(({ appointmentStatus }) => appointmentStatus)).toEqual(['confirmed', 'showed', 'booked']);
  });

  it('optional fields of the wrong type count as absent', async () => {
    const contact = {
      id: 'c1',
      email: 7,
      phone: null,
      tags: ['vip', 3],
      dnd: 'no',
      dndSettings: 'none',
      followers: 3,
      customFields: [{ value: 'no id' }, 4],
      additionalEmails: ['a@x.org', { email: 'b@x.org' }, 5],
      lastActivity: 1_700_000_000_000,
    };
    const { outcome } = await ask('contacts.get', onContact, { contact });
    expect(outcome).toEqual({
      id: 'c1',
      name: '',
      tags: ['vip'],
      followers: [],
      dnd: false,
      dndSettings: {},
      customFields: [],
      additionalEmails: ['a@x.org', 'b@x.org'],
      additionalPhones: [],
      lastActivity: '1700000000000',
    });
  });

  it.each([
    ['as it is', { name: ' Maria Gomez ' }, 'Maria Gomez'],
    ['of a search row', { contactName: 'Maria Gomez' }, 'Maria Gomez'],
    ['of first and last name', { firstName: 'Maria', lastName: 'Gomez' }, 'Maria Gomez'],
    [
      'of a listing, which gives it in lower case and as typed',
      { contactName: 'maria gomez', firstName: 'maria', firstNameRaw: 'Maria', lastNameRaw: 'Gomez' },
      'Maria Gomez',
    ],
    ['of nobody', {}, ''],
  ])("a contact's name is taken %s", async (_, fields, name) => {
    const { outcome } = await ask('contacts.get', onContact, { contact: { id: 'c1', ...fields } });
    expect(outcome).toMatchObject({ name });
  });

  it('no duplicate is null', async () => {
    const input = { locationId: LOCATION, email: 'a@x.org' };
    expect((await ask('contacts.findDuplicate', input, { contact: null })).outcome).toBeNull();
    expect((await ask('contacts.findDuplicate', input, { contact: { id: 'c1' } })).outcome).toMatchObject({ id: 'c1' });
  });

  it.each([
    ['not an object', []],
    ['nothing', null],
    ['another envelope', { items: [] }],
    ['a list that is none', { tasks: 'none' }],
    ['a list of nothing we know', { tasks: [{ title: 'no id' }] }],
  ])('%s is a bad answer, not an empty list', async (_name, answer) => {
    const error = await failureOf(ask('tasks.list', onContact, answer));
    expect(error.code).toBe('bad_answer');
  });

  it('a bad answer’s detail repeats nothing of the answer', async () => {
    const error = await failureOf(ask('contacts.get', onContact, { contact: { id: 7, email: 'ann@example.com' } }));
    expect(error.detail).toBe('contacts.get: id invalid_type');
  });
});
