import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTo } from './client.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { seedIds, seedTokens } from './seed/ids.ts';

const { maria } = seedIds.contacts;
let sandbox: Sandbox;
const call = callsTo(() => sandbox);
const addNote = () => call(`POST /contacts/${maria}/notes`, { body: { body: 'Hello' } });

beforeAll(async () => {
  sandbox = await createSandbox({
    sites: [{ hosts: ['*.crm.test'], handle: (request) => (new URL(request.url).pathname === '/' ? new Response('a page') : undefined) }],
  });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

describe('a fault', () => {
  it('answers instead of the API, so that nothing is written, and counts off', async () => {
    sandbox.faults.add({
      match: { method: 'POST', path: /\/notes$/ },
      times: 1,
      status: 502,
      body: '<h1>Bad gateway</h1>',
      headers: { 'retry-after': '1' },
    });
    const failed = await addNote();
    expect([failed.status, failed.body, failed.headers.get('retry-after')]).toEqual([502, '<h1>Bad gateway</h1>', '1']);
    expect(sandbox.ledger).toEqual([]);
    expect((await addNote()).status).toBe(201);
  });

  it('cuts the connection before the write', async () => {
    sandbox.faults.add({ match: { path: /notes/ }, times: 1, drop: 'before' });
    await expect(addNote()).rejects.toThrow('fetch failed');
    expect(sandbox.ledger).toEqual([]);
  });

  it('cuts the connection after the write took effect', async () => {
    sandbox.faults.add({ match: { path: /notes/ }, times: 1, drop: 'after' });
    await expect(addNote()).rejects.toThrow('fetch failed');
    expect(sandbox.ledger).toMatchObject([{ kind: 'note.create', contactId: maria, input: { body: 'Hello' } }]);
    expect(sandbox.log.at(-1)).toMatchObject({ dropped: true, status: undefined });
  });

  it('cuts the connection without a byte when asked to', async () => {
    sandbox.faults.add({ match: { path: /notes/ }, times: 1, drop: 'after', quietly: true });
    await expect(addNote()).rejects.toThrow('fetch failed');
    expect(sandbox.ledger).toHaveLength(1);
  });

  it('hits only what it matches, until it is taken away', async () => {
    const remove = sandbox.faults.add({ match: { method: 'PUT' }, status: 500, body: {} });
    expect((await addNote()).status).toBe(201);
    expect((await call(`PUT /contacts/${maria}`, { body: { city: 'A' } })).status).toBe(500);
    expect((await call(`PUT /contacts/${maria}`, { body: { city: 'A' } })).status).toBe(500);
    remove();
    expect((await call(`PUT /contacts/${maria}`, { body: { city: 'A' } })).status).toBe(200);
  });

  it('spoils one row of a real answer', async () => {
    const spoil = (body: unknown) => ({ notes: [{ id: 7, body: null }, ...(body as { notes: unknown[] }).notes] });
    sandbox.faults.add({ match: { path: /\/notes$/ }, transform: spoil });
    const { notes } = (await call(`GET /contacts/${maria}/notes`)).body;
    expect([notes[0].id, notes.length]).toEqual([7, 4]);
  });

  it('delays, and the log shows how long a request took', async () => {
    sandbox.setLatency(30);
    sandbox.faults.add({ match: {}, delayMs: 30 });
    await call(`GET /contacts/${maria}`);
    const [entry] = sandbox.log;
    expect((entry?.endedAt ?? 0) - (entry?.startedAt ?? 0)).toBeGreaterThanOrEqual(58);
  });
});

describe('the rate limit', () => {
  it('counts down in the headers, then answers 429 until the interval is over', async () => {
    sandbox.setRateLimit({ max: 2, intervalMs: 1_000 });
    const answers = [await addNote(), await addNote(), await addNote()];
    expect(answers.map((answer) => [answer.status, answer.headers.get('x-ratelimit-remaining')])).toEqual([
      [201, '1'],
      [201, '0'],
      [429, '0'],
    ]);
    expect(answers[2]?.body).toEqual({ statusCode: 429, message: 'Too Many Requests' });
    expect(answers[2]?.headers.get('x-ratelimit-interval-milliseconds')).toBe('1000');
    sandbox.advanceClock(1_000);
    expect((await addNote()).status).toBe(201);
    expect(sandbox.ledger).toHaveLength(3);
  });

  it('counts each location on its own, and knows a daily limit', async () => {
    sandbox.setRateLimit({ daily: 1 });
    await addNote();
    const refused = await addNote();
    expect([refused.status, refused.headers.get('x-ratelimit-daily-remaining')]).toEqual([429, '0']);
    expect((await call(`GET /contacts/${seedIds.contacts.greta}`, { token: seedTokens.northlight })).status).toBe(200);
  });
});

describe('the log', () => {
  it('tells each request and what the files hold against it, and no token', async () => {
    await call(`PUT /contacts/${maria}`, { body: { nonsense: 1 } });
    await call(`GET /locations/${seedIds.locations.harbor}/tags`);
    expect(sandbox.log.map(({ seq, method, status, contactId }) => [seq, method, status, contactId])).toEqual([
      [1, 'PUT', 422, maria],
      [2, 'GET', 200, undefined],
    ]);
    expect(sandbox.violations()).toEqual([`PUT /contacts/${maria}: body has the unknown key "nonsense"`]);
    expect(JSON.stringify(sandbox.log)).not.toContain('pit-');
  });

  it('and everything else is as at the start after a reset', async () => {
    const before = structuredClone(sandbox.state.contacts.get(maria));
    await call(`PUT /contacts/${maria}`, { body: { city: 'Oslo' } });
    sandbox.reset();
    expect(sandbox.state.contacts.get(maria)).toMatchObject({ city: before?.city, tags: before?.tags });
    expect([sandbox.log, sandbox.ledger]).toEqual([[], []]);
  });
});

it('serves the pages of a site under its host name, and nothing under a host it does not know', async () => {
  expect(await (await sandbox.fetch('https://acme.crm.test/')).text()).toBe('a page');
  expect((await sandbox.fetch('https://acme.crm.test/other')).status).toBe(404);
  expect((await sandbox.fetch('https://elsewhere.test/')).status).toBe(404);
  expect(sandbox.log).toEqual([]);
});

it('is ready in less than 300 ms', async () => {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    const another = await createSandbox();
    times.push(performance.now() - startedAt);
    await another.stop();
  }
  // The best of three: the machine may be busy with other things.
  expect(Math.min(...times)).toBeLessThan(300);
});
