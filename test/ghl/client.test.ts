import { describe, expect, it } from 'vitest';
import { isApplied } from '@/lib/ghl/answers.ts';
import type { GhlAuth } from '@/lib/ghl/client.ts';
import { createNetwork, createTestClient, failureOf, json, LOCATION } from './fakes.ts';

const TASK = { id: 't1', title: 'Call', completed: true };
const tasks = json({ tasks: [TASK] });
const setCompleted = { contactId: 'c1', taskId: 't1', completed: true };

describe('a request', () => {
  it('carries version, token and JSON, and nothing of the browser', async () => {
    const network = createNetwork(json({ task: TASK }));
    const { client } = createTestClient(network);
    await client.call('tasks.setCompleted', setCompleted);
    const [sent] = network.sent;
    expect(sent).toMatchObject({
      method: 'PUT',
      url: 'https://services.leadconnectorhq.com/contacts/c1/tasks/t1/completed',
      body: { completed: true },
    });
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-1',
      'content-type': 'application/json',
      version: 'v3',
    });
    expect(sent?.request).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' });
  });

  it('without a body has no Content-Type', async () => {
    const network = createNetwork(tasks);
    await createTestClient(network).client.call('tasks.list', { contactId: 'c1' });
    expect(network.sent[0]?.headers.has('content-type')).toBe(false);
  });

  it('goes in the version its endpoint names', async () => {
    const network = createNetwork(json({ users: [] }));
    await createTestClient(network).client.call('users.ofLocation', { locationId: LOCATION });
    expect(network.sent[0]?.headers.get('version')).toBe('2021-07-28');
  });

  it.each(['', '.', '..'])('is refused unsent when an id is %j', async (contactId) => {
    const network = createNetwork(tasks);
    const error = await failureOf(createTestClient(network).client.call('tasks.list', { contactId }));
    expect(error.code).toBe('invalid_request');
    expect(network.sent).toEqual([]);
  });

  it('cannot leave its path, whatever the id', async () => {
    const network = createNetwork(tasks);
    await createTestClient(network).client.call('tasks.list', { contactId: '../locations/x?y#z' });
    expect(network.sent[0]?.path).toBe('/contacts/..%2Flocations%2Fx%3Fy%23z/tasks');
  });

  it('is refused unsent for another location than the token’s', async () => {
    const network = createNetwork(json({ tags: [] }));
    const { client } = createTestClient(network);
    const named = await failureOf(client.call('tags.list', { locationId: 'locB' }));
    const expected = await failureOf(client.call('tags.add', { contactId: 'c1', tags: ['a'] }, { locationId: 'locB' }));
    expect([named.code, expected.code]).toEqual(['wrong_location', 'wrong_location']);
    expect(network.sent).toEqual([]);
  });
});

describe('the token', () => {
  const refusal = json({ statusCode: 401, message: 'Invalid JWT' }, 401);

  function createRotatingAuth() {
    const refused: string[] = [];
    let generation = 1;
    const auth: GhlAuth = {
      token: async () => ({ accessToken: `token-${generation}`, locationId: LOCATION }),
      refused: async (accessToken) => {
        refused.push(accessToken);
        generation += 1;
      },
    };
    return { auth, refused };
  }

  it('is replaced once when refused, for writes too', async () => {
    const network = createNetwork(refusal, json({ task: TASK }));
    const { auth, refused } = createRotatingAuth();
    await createTestClient(network, { auth }).client.call('tasks.setCompleted', setCompleted);
    expect(refused).toEqual(['token-1']);
    expect(network.sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is not replaced twice', async () => {
    const network = createNetwork(refusal);
    const { auth, refused } = createRotatingAuth();
    const error = await failureOf(createTestClient(network, { auth }).client.call('tasks.list', { contactId: 'c1' }));
    expect(error.code).toBe('reconnect_needed');
    expect(refused).toHaveLength(1);
    expect(network.sent).toHaveLength(2);
  });

  it('is not replaced for a missing scope', async () => {
    const network = createNetwork(json({ message: 'The token is not authorized for this scope.' }, 401));
    const { auth, refused } = createRotatingAuth();
    const error = await failureOf(createTestClient(network, { auth }).client.call('tags.add', { contactId: 'c1', tags: ['a'] }));
    expect(error).toMatchObject({ code: 'missing_scope', scope: 'contacts.write' });
    expect(refused).toEqual([]);
  });

  it('may not turn out to be another location’s in the middle of a call', async () => {
    const network = createNetwork(refusal, json({ task: TASK }));
    const grants = [
      { accessToken: 'token-1', locationId: LOCATION },
      { accessToken: 'token-2', locationId: 'locB' },
    ];
    const auth: GhlAuth = { token: async () => grants.shift() ?? Promise.reject(new Error('asked too often')), refused: async () => {} };
    const error = await failureOf(createTestClient(network, { auth }).client.call('tasks.setCompleted', setCompleted));
    expect(error.code).toBe('wrong_location');
    expect(network.sent).toHaveLength(1);
  });

  it('never makes an unsent write look doubtful', async () => {
    const network = createNetwork(json({ task: TASK }));
    const auth: GhlAuth = { token: () => Promise.reject(new TypeError('Failed to fetch')), refused: async () => {} };
    const error = await failureOf(createTestClient(network, { auth }).client.call('tasks.setCompleted', setCompleted));
    expect(error.code).toBe('broker_unreachable');
    expect(isApplied(error)).toBe('no');
  });
});
