import { afterEach, describe, expect, it, vi } from 'vitest';
import { isApplied } from '@/lib/ghl/answers.ts';
import type { GhlAuth } from '@/lib/ghl/client.ts';
import { broken, createNetwork, createTestClient, failureOf, json, LOCATION } from './fakes.ts';

const TASK = { id: 't1', title: 'Call', completed: true };
const tasks = json({ tasks: [TASK] });
const setCompleted = { contactId: 'c1', taskId: 't1', completed: true };

afterEach(() => vi.useRealTimers());

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

describe('repeats', () => {
  it.each([
    ['a broken connection', broken()],
    ['a broken connection in Firefox’s words', broken('Error in input stream')],
    ['502 with a CDN’s page', () => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } })],
    ['429', json({ statusCode: 429, message: 'Too Many Requests' }, 429)],
    ['the gateway’s 401 Command timed out', json({ statusCode: 401, message: 'Command timed out' }, 401)],
  ])('a read after %s', async (_name, trouble) => {
    const network = createNetwork(trouble, trouble, tasks);
    const { client, limiter } = createTestClient(network);
    expect(await client.call('tasks.list', { contactId: 'c1' })).toHaveLength(1);
    expect(network.sent).toHaveLength(3);
    expect(limiter.view().inFlight).toBe(0);
  });

  it('a search by POST like any read, with its body', async () => {
    const network = createNetwork(broken(), json({ contacts: [{ id: 'c1' }] }));
    const { client } = createTestClient(network);
    await client.call('contacts.search', { locationId: LOCATION, emails: ['ann@example.com'], phones: [] });
    expect(network.sent.map(({ body }) => body)).toEqual([network.sent[0]?.body, network.sent[0]?.body]);
    expect(network.sent[1]?.body).toMatchObject({ filters: [{ filters: [{ value: 'ann@example.com' }] }] });
  });

  it('gives up a read after three tries', async () => {
    const network = createNetwork(broken());
    const error = await failureOf(createTestClient(network).client.call('tasks.list', { contactId: 'c1' }));
    expect(error.code).toBe('network');
    expect(network.sent).toHaveLength(3);
  });

  it.each([
    ['a broken connection', broken(), 'network'],
    ['500', json({ message: 'Internal server error' }, 500), 'server_error'],
    ['503 with Retry-After', json({}, 503, { 'retry-after': '1' }), 'server_error'],
    ['a body that is not JSON', () => new Response('<html>'), 'bad_answer'],
    ['a body without its envelope', json({ ok: true }), 'bad_answer'],
  ])('no write after %s, whose effect is then unknown', async (_name, trouble, code) => {
    const network = createNetwork(trouble, json({ task: TASK }));
    const error = await failureOf(createTestClient(network).client.call('tasks.setCompleted', setCompleted));
    expect(error.code).toBe(code);
    expect(isApplied(error)).toBe('unknown');
    expect(network.sent).toHaveLength(1);
  });

  it('a write after 429, because nothing was done', async () => {
    const network = createNetwork(json({ message: 'Too Many Requests' }, 429, { 'retry-after': '3' }), json({ task: TASK }));
    const { client, clock } = createTestClient(network);
    await client.call('tasks.setCompleted', setCompleted);
    expect(network.sent.map(({ body }) => body)).toEqual([{ completed: true }, { completed: true }]);
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(3_500);
  });

  it('nothing when the day’s quota is used up', async () => {
    const network = createNetwork(json({}, 429, { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '3600000' }));
    const { client } = createTestClient(network);
    const first = await failureOf(client.call('tasks.list', { contactId: 'c1' }));
    const second = await failureOf(client.call('notes.list', { contactId: 'c1' }));
    expect([first, second]).toMatchObject([
      { code: 'rate_limited', daily: true, retryAfterMs: 3_600_000 },
      { code: 'rate_limited', daily: true },
    ]);
    expect(network.sent).toHaveLength(1);
  });

  it('nothing that HighLevel has refused, even if its JSON is not labelled as such', async () => {
    const network = createNetwork(() => new Response('{"message":"Contact not found for id:c1"}', { status: 400 }));
    const error = await failureOf(createTestClient(network).client.call('tasks.list', { contactId: 'c1' }));
    expect(error.code).toBe('not_found');
    expect(network.sent).toHaveLength(1);
  });

  it('nothing before HighLevel’s headers allow', async () => {
    const network = createNetwork(json({ tasks: [] }, 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-interval-milliseconds': '7000' }));
    const { client, clock } = createTestClient(network);
    await client.call('tasks.list', { contactId: 'c1' });
    expect(clock.slept).toEqual([]);
    await client.call('tasks.list', { contactId: 'c1' });
    expect(clock.slept).toEqual([7_000]);
  });

  it('with longer and longer waits, spread by chance, after what HighLevel asks for', async () => {
    const network = createNetwork(broken(), json({}, 503, { 'retry-after': '2' }), tasks);
    const { client, clock } = createTestClient(network);
    await client.call('tasks.list', { contactId: 'c1' });
    expect(clock.slept).toEqual([250, 2_500]);
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

describe('obstacles', () => {
  it('a write is not sent offline', async () => {
    const network = createNetwork(json({ task: TASK }));
    const error = await failureOf(createTestClient(network, { online: () => false }).client.call('tasks.setCompleted', setCompleted));
    expect([error.code, isApplied(error), network.sent.length]).toEqual(['offline', 'no', 0]);
  });

  it('a write that broke off while the network went away stays in doubt', async () => {
    let online = true;
    const network = createNetwork(() => {
      online = false;
      throw new TypeError('Failed to fetch');
    });
    const error = await failureOf(createTestClient(network, { online: () => online }).client.call('tasks.setCompleted', setCompleted));
    expect([error.code, isApplied(error)]).toEqual(['network', 'unknown']);
  });

  it('a broken read tells offline from a missing host permission', async () => {
    const read = (parts: Parameters<typeof createTestClient>[1]) =>
      failureOf(createTestClient(createNetwork(broken()), parts).client.call('tasks.list', { contactId: 'c1' }));
    expect((await read({ online: () => false })).code).toBe('offline');
    expect((await read({ permitted: async () => false })).code).toBe('host_permission');
  });

  it('no answer in 20 s is a timeout, and not repeated', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const network = createNetwork(
      ({ request }) => new Promise((_resolve, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
    );
    const outcome = failureOf(createTestClient(network).client.call('tasks.setCompleted', setCompleted));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(network.sent[0]?.request.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await outcome).code).toBe('timeout');
    expect(network.sent).toHaveLength(1);
  });

  it('a body that does not come is a timeout too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const network = createNetwork(
      () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"tasks":')) })),
    );
    const outcome = failureOf(createTestClient(network).client.call('tasks.list', { contactId: 'c1' }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await outcome).code).toBe('timeout');
  });

  it('an answer of more than 5 MB is not read to its end', async () => {
    let chunks = 0;
    const endless = new ReadableStream({
      pull(stream) {
        chunks += 1;
        stream.enqueue(new Uint8Array(1_000_000).fill(32));
      },
    });
    const error = await failureOf(
      createTestClient(createNetwork(() => new Response(endless))).client.call('tasks.list', { contactId: 'c1' }),
    );
    expect(error.code).toBe('bad_answer');
    expect(chunks).toBeLessThan(10);
  });

  it('no error holds the token', async () => {
    const { client } = createTestClient(createNetwork(json({ message: 'No', traceId: 'trace-1' }, 422)));
    const failure = await client.call('tasks.list', { contactId: 'c1' }).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: { traceId: 'trace-1' } });
    expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('token-1');
    expect((failure as Error).cause).toBeUndefined();
  });
});

describe('identical reads under way', () => {
  /** Answers only once `letGo` is called. */
  function createHeldNetwork() {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const network = createNetwork(({ request }) => {
      const aborted = new Promise<never>((_resolve, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason)),
      );
      return Promise.race([held.then(tasks), aborted]);
    });
    return { network, letGo };
  }

  it('are one request', async () => {
    const { network, letGo } = createHeldNetwork();
    const { client } = createTestClient(network);
    const answers = [
      client.call('tasks.list', { contactId: 'c1' }),
      client.call('tasks.list', { contactId: 'c1' }),
      client.call('tasks.list', { contactId: 'c2' }),
    ];
    await vi.waitFor(() => expect(network.sent).toHaveLength(2));
    letGo();
    await Promise.all(answers);
    expect(network.sent.map(({ path }) => path)).toEqual(['/contacts/c1/tasks', '/contacts/c2/tasks']);
  });

  it('are asked anew once answered', async () => {
    const network = createNetwork(tasks);
    const { client } = createTestClient(network);
    await client.call('tasks.list', { contactId: 'c1' });
    await client.call('tasks.list', { contactId: 'c1' });
    expect(network.sent).toHaveLength(2);
  });

  it('go on for the others when one gives up, and end when all have', async () => {
    const { network } = createHeldNetwork();
    const { client, limiter } = createTestClient(network);
    const [first, second] = [new AbortController(), new AbortController()];
    const outcomes = [first, second].map(({ signal }) => failureOf(client.call('tasks.list', { contactId: 'c1' }, { signal })));
    await vi.waitFor(() => expect(network.sent).toHaveLength(1));
    first.abort();
    expect((await outcomes[0])?.code).toBe('timeout');
    expect(network.sent[0]?.request.signal.aborted).toBe(false);
    second.abort();
    expect((await outcomes[1])?.code).toBe('timeout');
    expect(network.sent[0]?.request.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(limiter.view()).toEqual({ waiting: 0, inFlight: 0 }));
  });

  it('are never writes', async () => {
    const network = createNetwork(json({ note: { id: 'n1', body: 'Left voicemail' } }));
    const { client } = createTestClient(network);
    const note = { contactId: 'c1', body: 'Left voicemail' };
    await Promise.all([client.call('notes.create', note), client.call('notes.create', note)]);
    expect(network.sent).toHaveLength(2);
  });
});
