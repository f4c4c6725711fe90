import { afterEach, describe, expect, it, vi } from 'vitest';
import { isApplied } from '@/lib/ghl/answers.ts';
import { broken, createNetwork, createTestClient, failureOf, json } from './fakes.ts';

const TASK = { id: 't1', title: 'Call', completed: true };
const setCompleted = { contactId: 'c1', taskId: 't1', completed: true };

afterEach(() => vi.useRealTimers());

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
