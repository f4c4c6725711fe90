import { describe, expect, it, vi } from 'vitest';
import { createNetwork, createTestClient, failureOf, json } from './fakes.ts';

const TASK = { id: 't1', title: 'Call', completed: true };
const tasks = json({ tasks: [TASK] });

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
