import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isApplied } from '@/lib/ghl/answers.ts';
import type { Grant } from '@/lib/ghl/client.ts';
import { type EndpointName, endpoints } from '@/lib/ghl/endpoints.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { seedIds, seedTokens } from '../sandbox/seed/ids.ts';
import { createJumpingClock, createTestClient, failureOf } from './fakes.ts';
import { sampleInputs } from './samples.ts';

const contactId = seedIds.contacts.maria;
const locationId = seedIds.locations.harbor;
// The cast: `Object.keys` forgets which keys they are.
const names = Object.keys(endpoints) as EndpointName[];
const clock = createJumpingClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

function connect({ accessToken = seedTokens.full, ...grant }: Partial<Grant> = {}) {
  const auth = { token: async () => ({ accessToken, locationId, ...grant }), refused: async () => {} };
  return createTestClient(sandbox, { auth, now: clock.now, sleep: clock.sleep }).client;
}

describe('against the sandbox', () => {
  it.each(names)('%s does what HighLevel documents', async (name) => {
    const input = sampleInputs(sandbox.state, clock.now())[name];
    // The cast: the sample of this very endpoint.
    const answer = await connect().call(name, input as never);
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.log.map(({ status }) => status)).toEqual([expect.toSatisfy((status: number) => status < 300)]);
    expect(sandbox.ledger.length > 0).toBe(endpoints[name].effect === 'write');
    const rows = answer !== null && 'rows' in answer ? answer.rows : answer;
    expect(Array.isArray(rows) ? rows.length : rows).toBeTruthy();
  });

  it('reads every task, note and appointment of a contact', async () => {
    const client = connect();
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    const stored = (table: ReadonlyMap<string, { id: string; contactId?: string }>) =>
      ids([...table.values()].filter((row) => row.contactId === contactId));
    expect(ids(await client.call('tasks.list', { contactId }))).toEqual(stored(sandbox.state.tasks));
    expect(ids(await client.call('notes.list', { contactId }))).toEqual(stored(sandbox.state.notes));
    expect(ids(await client.call('appointments.ofContact', { contactId }))).toEqual(stored(sandbox.state.appointments));
  });

  it('tells why HighLevel refuses', async () => {
    const tag = { contactId, tags: ['vip'] };
    const maria = { locationId, email: 'maria@bayside.test' };
    const readOnly = await failureOf(connect({ accessToken: seedTokens.readOnly }).call('tags.add', tag));
    expect(readOnly).toMatchObject({ code: 'missing_scope', scope: 'contacts.write' });
    const foreign = await failureOf(connect({ accessToken: seedTokens.northlight }).call('contacts.get', { contactId }));
    expect(foreign.code).toBe('wrong_location');
    expect((await failureOf(connect().call('tasks.list', { contactId: 'gone0000000000000000' }))).code).toBe('not_found');
    expect((await failureOf(connect({ accessToken: 'pit-wrong' }).call('tags.add', tag))).code).toBe('reconnect_needed');
    const duplicate = await failureOf(connect().call('contacts.create', maria));
    expect(duplicate).toMatchObject({ code: 'duplicate_contact', contactId, matchingField: 'email' });
    expect(sandbox.ledger).toEqual([]);
  });
});

describe('when the connection fails', () => {
  const tags = /\/tags$/;
  const addTag = () => failureOf(connect().call('tags.add', { contactId, tags: ['new'] }));

  it.each([
    ['before the write took effect', 'before', 0],
    ['after the write took effect', 'after', 1],
  ] as const)('%s, it stays in doubt and is not repeated', async (_name, drop, writes) => {
    sandbox.faults.add({ match: { path: tags }, drop });
    const error = await addTag();
    expect([error.code, isApplied(error)]).toEqual(['network', 'unknown']);
    expect(sandbox.log).toHaveLength(1);
    expect(sandbox.ledger).toHaveLength(writes);
  });

  it('a 500 leaves a write in doubt', async () => {
    sandbox.faults.add({ match: { path: tags }, status: 500, body: '<html>Oops</html>' });
    const error = await addTag();
    expect([error.code, isApplied(error), sandbox.log.length]).toEqual(['server_error', 'unknown', 1]);
  });

  it('a write answered with nonsense is in doubt', async () => {
    sandbox.faults.add({ match: { path: tags }, transform: () => 'done' });
    const error = await addTag();
    expect([error.code, isApplied(error), sandbox.ledger.length]).toEqual(['bad_answer', 'unknown', 1]);
  });

  it('a write that comes too fast is refused, asked once, and not done', async () => {
    sandbox.faults.add({ match: { path: tags }, times: 1, status: 429, body: { statusCode: 429, message: 'Too Many Requests' } });
    expect(await failureOf(connect().call('tags.add', { contactId, tags: ['new'] }))).toMatchObject({ code: 'rate_limited' });
    expect(sandbox.log).toHaveLength(1);
    expect(sandbox.ledger).toEqual([]);
  });

  it.each([{ drop: 'before' }, { drop: 'after' }, { status: 503, body: '<html>Busy</html>' }] as const)(
    'a read survives %j twice',
    async (fault) => {
      sandbox.faults.add({ match: { path: /\/notes$/ }, times: 2, ...fault });
      expect(await connect().call('notes.list', { contactId })).not.toEqual([]);
      expect(sandbox.log).toHaveLength(3);
    },
  );

  it('one spoilt note does not hide the others', async () => {
    const whole = await connect().call('notes.list', { contactId });
    // The cast: the sandbox's own answer.
    const spoil = (body: unknown) => ({
      notes: (body as { notes: object[] }).notes.map((note, index) => (index === 0 ? { body: 5 } : note)),
    });
    sandbox.faults.add({ match: { path: /\/notes$/ }, transform: spoil });
    expect(await connect().call('notes.list', { contactId })).toEqual(whole.slice(1));
  });

  it('a location’s small allowance is shared out over time', async () => {
    sandbox.setRateLimit({ max: 10 });
    const client = connect();
    const contacts = Object.values(seedIds.contacts).slice(0, 9);
    const reads = contacts.flatMap((id) => [client.call('tasks.list', { contactId: id }), client.call('notes.list', { contactId: id })]);
    await Promise.all(reads);
    expect(sandbox.log.map(({ status }) => status)).toEqual(reads.map(() => 200));
  });
});
