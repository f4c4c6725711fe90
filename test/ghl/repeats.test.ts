import { describe, expect, it } from 'vitest';
import { isApplied } from '@/lib/ghl/answers.ts';
import { broken, createManualClock, createNetwork, createTestClient, failureOf, json, LOCATION } from './fakes.ts';

const TASK = { id: 't1', title: 'Call', completed: true };
const tasks = json({ tasks: [TASK] });
const setCompleted = { contactId: 'c1', taskId: 't1', completed: true };

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

  it('no write after 429, as the outbox waits; it certainly did nothing', async () => {
    const network = createNetwork(json({ message: 'Too Many Requests' }, 429, { 'retry-after': '3' }), json({ task: TASK }));
    const { client, clock } = createTestClient(network);
    const error = await failureOf(client.call('tasks.setCompleted', setCompleted));
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 3_000, daily: false });
    expect(isApplied(error)).toBe('no');
    expect(network.sent).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it('no waiting of a write for the end of a pause: it is told how long, and a read waits', async () => {
    const network = createNetwork(json({}, 429, { 'retry-after': '30' }), tasks, json({ task: TASK }));
    const clock = createManualClock();
    const { client } = createTestClient(network, clock);
    const reading = client.call('tasks.list', { contactId: 'c1' });
    // Not a number of turns: how many an answer's body takes depends on how busy the machine is.
    await expect.poll(clock.sleeping).toBeGreaterThan(0);
    await clock.advance(10_000);
    const error = await failureOf(client.call('tasks.setCompleted', setCompleted));
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 20_500 });
    expect(isApplied(error)).toBe('no');
    expect(network.sent).toHaveLength(1);
    await clock.advance(20_500);
    expect(await reading).toHaveLength(1);
    await client.call('tasks.setCompleted', setCompleted);
    expect(network.sent).toHaveLength(3);
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
