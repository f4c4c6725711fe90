import { describe, expect, test } from 'vitest';
import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import { isApplied } from '@/lib/ghl/answers.ts';
import { createDrainer, type Locks } from '@/lib/outbox/drain.ts';
import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import { examples } from './examples.ts';
import {
  ann,
  bob,
  complete,
  connected,
  createClock,
  createLocks,
  createSession,
  createTestStore,
  HOLD_MS,
  note,
  until,
} from './support.ts';

type Answer = (input: Record<string, unknown>) => unknown;

/** HighLevel's answer to each kind of call when all is well. */
const GOOD: Readonly<Record<string, Answer>> = {
  'notes.create': ({ body }) => ({ id: 'n1', body }),
  'tasks.setCompleted': ({ taskId, completed }) => ({ id: taskId, completed }),
  'tags.add': ({ tags }) => tags,
  'contacts.create': () => ({ id: 'c1' }),
};

function setup() {
  const clock = createClock();
  const locks = createLocks();
  const store = createTestStore(clock);
  const world = { connection: connected as Connection | null, online: true };
  const calls: {
    name: string;
    input: Record<string, unknown>;
    locationId: string;
    answer: (with_?: AppError | { instead: unknown }) => void;
  }[] = [];
  const settled: OutboxEntry[] = [];
  /** A background process of its own over the same store, lock and world. */
  const start = (over: { store?: typeof store; locks?: Locks } = {}) =>
    createDrainer({
      store: over.store ?? store,
      locks: over.locks ?? locks,
      now: clock.now,
      timer: clock.timer,
      connection: async () => world.connection,
      online: () => world.online,
      isApplied,
      onSettled: (entry) => settled.push(entry),
      call: (name, input, locationId) => {
        const { promise, resolve, reject } = Promise.withResolvers<unknown>();
        const given = { ...input } as Record<string, unknown>;
        const answer = (as?: AppError | { instead: unknown }) => {
          if (as === undefined) resolve(GOOD[name]?.(given));
          else if ('code' in as) reject(new AppFailure(as));
          else resolve(as.instead);
        };
        calls.push({ name, input: given, locationId, answer });
        return promise;
      },
    });
  const drainer = start();
  const commit = async (operation: Operation, { target = ann, holdMs = 0 }: { target?: Target; holdMs?: number } = {}) =>
    (await store.commit({ operation, target, holdMs })).entry.opId;
  const states = async () => (await store.list()).map(({ state, waiting }) => (waiting === undefined ? state : `${state} ${waiting}`));
  const bodies = () => calls.map(({ input }) => input.body);
  /** Waits for the nth call and answers it. */
  const answer = async (nth: number, as?: AppError | { instead: unknown }) => {
    await until(() => calls.length > nth);
    calls[nth]?.answer(as);
  };
  return { clock, locks, store, world, calls, settled, start, drainer, commit, states, bodies, answer };
}

describe('sending', () => {
  test('an act goes to its contact and is confirmed', async () => {
    const { drainer, commit, answer, calls, states, settled } = setup();
    await commit(note('Hello'));
    const done = drainer.boot(createSession(false));
    await answer(0);
    await done;
    expect(calls).toMatchObject([{ name: 'notes.create', input: { contactId: 'ann', body: 'Hello' }, locationId: 'loc-1' }]);
    expect(await states()).toEqual(['sent']);
    expect(settled).toMatchObject([{ state: 'sent', answer: { id: 'n1' } }]);
  });

  test('that it is being sent is on disk before the call, and the outcome after it', async () => {
    const { drainer, commit, calls, states, answer } = setup();
    await commit(note('Hello'));
    const done = drainer.boot(createSession(false));
    await until(() => calls.length === 1);
    expect(await states()).toEqual(['sending']);
    await answer(0);
    await done;
  });

  test('nothing is sent before boot has looked at what was left', async () => {
    const { drainer, commit, calls } = setup();
    await commit(note('Hello'));
    await drainer.wake();
    expect(calls).toEqual([]);
  });

  test('one at a time and in order for a contact, side by side for several, at most four', async () => {
    const { drainer, commit, calls, bodies, answer } = setup();
    for (const contactId of ['c1', 'c2', 'c3', 'c4', 'c5']) {
      for (const round of [1, 2]) await commit(note(`${contactId}-${round}`), { target: { ...ann, contactId } });
    }
    const done = drainer.boot(createSession(false));
    await until(() => calls.length === 4);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(bodies()).toEqual(['c1-1', 'c2-1', 'c3-1', 'c4-1']);
    for (let nth = 0; nth < 10; nth += 1) await answer(nth);
    await done;
    expect(bodies()).toHaveLength(10);
    for (const contactId of ['c1', 'c2', 'c3', 'c4', 'c5']) {
      expect(bodies().filter((body) => String(body).startsWith(contactId))).toEqual([`${contactId}-1`, `${contactId}-2`]);
    }
  });

  test('a wake during a slow call starts what has come in for another contact', async () => {
    const { drainer, commit, calls, answer, bodies } = setup();
    await commit(note('slow'));
    const done = drainer.boot(createSession(false));
    await until(() => calls.length === 1);
    await commit(note('quick'), { target: bob });
    void drainer.wake();
    await answer(1);
    await answer(0);
    await done;
    expect(bodies()).toEqual(['slow', 'quick']);
  });

  test('a hold that ends during the slow call of another contact does not wait for it', async () => {
    const { clock, drainer, commit, calls, answer } = setup();
    await commit(note('slow'));
    await commit(note('held'), { target: bob, holdMs: HOLD_MS });
    const done = drainer.boot(createSession(false));
    await until(() => calls.length === 1 && clock.timers() > 0);
    clock.advance(HOLD_MS);
    await answer(1);
    await answer(0);
    await done;
  });
});

describe('the hold', () => {
  test('sends when it ends, by a timer of its own', async () => {
    const { clock, drainer, commit, calls, answer } = setup();
    await commit(note('Hello'), { holdMs: HOLD_MS });
    await drainer.boot(createSession(false));
    expect(await drainer.nextWakeAt()).toBe(clock.now() + HOLD_MS);
    clock.advance(HOLD_MS - 1);
    await drainer.wake();
    expect(calls).toEqual([]);
    clock.advance(1);
    await answer(0);
  });

  test('undone sends nothing', async () => {
    const { clock, store, drainer, commit, calls } = setup();
    const opId = await commit(note('Hello'), { holdMs: HOLD_MS });
    await drainer.boot(createSession(false));
    await store.transition(opId, { type: 'undo' });
    clock.advance(HOLD_MS);
    await drainer.wake();
    expect(calls).toEqual([]);
  });

  test('during which the browser closed waits for a person, however late', async () => {
    const { clock, store, drainer, commit, calls, states, answer } = setup();
    const opId = await commit(note('Hello'), { holdMs: HOLD_MS });
    clock.advance(HOLD_MS * 100);
    await drainer.boot(createSession(true));
    expect(await states()).toEqual(['parked']);
    expect(calls).toEqual([]);
    await store.transition(opId, { type: 'sendNow' });
    const done = drainer.wake();
    await answer(0);
    await done;
    expect(await states()).toEqual(['sent']);
  });

  test('of a closed browser is parked by whichever background gets as far as that', async () => {
    const { clock, store, start, commit, calls, states } = setup();
    await commit(note('Hello'), { holdMs: HOLD_MS });
    clock.advance(HOLD_MS);
    const session = createSession(true);
    // Dies before anything was parked.
    const never = new Promise<never>(() => undefined);
    void start({ store: { ...store, list: () => never } }).boot(session);
    await until(async () => (await states()).join() === 'held');
    await start().boot(session);
    expect(await states()).toEqual(['parked']);
    expect(calls).toEqual([]);
  });

  test('of a closed browser is not sent when parking fails at first, and the next wake goes on', async () => {
    const { clock, store, start, commit, calls, states, answer } = setup();
    await commit(note('Hello'), { holdMs: HOLD_MS });
    clock.advance(HOLD_MS);
    let broken = true;
    const transition: typeof store.transition = async (opId, event) => {
      if (broken && event.type === 'parked') throw new AppFailure({ code: 'storage' });
      return store.transition(opId, event);
    };
    const drainer = start({ store: { ...store, transition } });
    await expect(drainer.boot(createSession(true))).rejects.toMatchObject({ error: { code: 'storage' } });
    await expect(drainer.wake()).rejects.toMatchObject({ error: { code: 'storage' } });
    expect(await states()).toEqual(['held']);
    broken = false;
    await commit(note('After'), { target: bob });
    const done = drainer.wake();
    await answer(0);
    await done;
    expect(await states()).toEqual(['parked', 'sent']);
    expect(calls).toHaveLength(1);
  });

  test('of a closed browser that was parked once is not parked again by the next background', async () => {
    const { clock, start, commit, answer, states } = setup();
    const session = createSession(true);
    await start().boot(session);
    await commit(note('Hello'), { holdMs: HOLD_MS });
    clock.advance(HOLD_MS);
    const done = start().boot(session);
    await answer(0);
    await done;
    expect(await states()).toEqual(['sent']);
  });

  test('during which only the background died goes on', async () => {
    const { clock, start, commit, answer } = setup();
    await commit(note('Hello'), { holdMs: HOLD_MS });
    clock.advance(HOLD_MS);
    const done = start().boot(createSession(false));
    await answer(0);
    await done;
  });
});

describe('an unknown outcome', () => {
  const LOST: readonly AppError[] = [
    { code: 'network' },
    { code: 'timeout' },
    { code: 'server_error', status: 500 },
    { code: 'bad_answer' },
  ];
  test.each(LOST)('after $code is never sent again without a person', async (error) => {
    const { clock, store, drainer, commit, calls, answer, states } = setup();
    const opId = await commit(note('Hello'));
    const done = drainer.boot(createSession(false));
    await answer(0, error);
    await done;
    expect(await states()).toEqual(['uncertain']);
    clock.advance(86_400_000);
    await drainer.wake('online');
    expect(calls).toHaveLength(1);
    await store.transition(opId, { type: 'retry' });
    const again = drainer.wake();
    await answer(1);
    await again;
    expect(await states()).toEqual(['sent']);
  });

  test('left by a background that died in the middle of the call is noticed by the next one', async () => {
    const { locks, start, commit, calls, states, drainer } = setup();
    await commit(note('Hello'));
    void drainer.boot(createSession(false));
    await until(() => calls.length === 1);
    locks.release();
    await start().boot(createSession(false));
    expect(await states()).toEqual(['uncertain']);
    expect(calls).toHaveLength(1);
  });

  test('holds back later acts on the same thing only', async () => {
    const { drainer, commit, answer, states, bodies, calls } = setup();
    await commit(note('lost'));
    await commit(note('lost'));
    await commit(complete('t1'));
    await commit(note('other words'));
    await commit(note('lost'), { target: bob });
    const done = drainer.boot(createSession(false));
    await answer(0, { code: 'timeout' });
    await answer(1);
    await answer(2);
    await answer(3);
    await done;
    expect(await states()).toEqual(['uncertain', 'queued', 'sent', 'sent', 'sent']);
    expect(bodies().filter((body) => body === 'lost')).toHaveLength(2);
    expect(calls.map(({ name }) => name)).toContain('tasks.setCompleted');
    expect(await drainer.nextWakeAt()).toBeUndefined();
  });

  test('is what a 422 to a new contact means, as HighLevel may have created it', async () => {
    const { drainer, commit, answer, states } = setup();
    await commit({ kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Ann' }, { target: { ...ann, contactId: null } });
    const done = drainer.boot(createSession(false));
    await answer(0, { code: 'invalid_request', problems: [], status: 422 });
    await done;
    expect(await states()).toEqual(['uncertain']);
  });

  test('is what an answer about something else means for a note', async () => {
    const { drainer, commit, answer, states } = setup();
    await commit(note('Hello'));
    const done = drainer.boot(createSession(false));
    await answer(0, { instead: { id: 'n1', body: 'Something else' } });
    await done;
    expect(await states()).toEqual(['uncertain']);
  });
});

describe('a refusal', () => {
  test('is shown and blocks nothing', async () => {
    const { drainer, commit, answer, states } = setup();
    await commit(note('refused'));
    await commit(note('next'));
    const done = drainer.boot(createSession(false));
    await answer(0, { code: 'not_found', status: 400 });
    await answer(1);
    await done;
    expect(await states()).toEqual(['failed', 'sent']);
  });

  test('for being too fast is waited out in order, by a timer', async () => {
    const { clock, drainer, commit, answer, states, bodies, calls } = setup();
    await commit(note('first'));
    await commit(note('second'));
    const done = drainer.boot(createSession(false));
    await answer(0, { code: 'rate_limited', retryAfterMs: 4_000, daily: false });
    await done;
    expect(await states()).toEqual(['queued rate_limit', 'queued']);
    expect(await drainer.nextWakeAt()).toBe(clock.now() + 4_000);
    clock.advance(3_999);
    await drainer.wake();
    expect(calls).toHaveLength(1);
    clock.advance(1);
    await answer(1);
    await answer(2);
    expect(bodies()).toEqual(['first', 'first', 'second']);
  });

  test('for a missing scope is not hammered, and goes on when the connection changed', async () => {
    const { drainer, commit, answer, states, calls } = setup();
    await commit(note('Hello'));
    const done = drainer.boot(createSession(false));
    await answer(0, { code: 'missing_scope', status: 401 });
    await done;
    expect(await states()).toEqual(['queued write_access']);
    await drainer.wake();
    expect(calls).toHaveLength(1);
    const again = drainer.wake('connection');
    await answer(1);
    await again;
    expect(await states()).toEqual(['sent']);
  });
});

describe('waiting', () => {
  const WAITS: readonly [string, Connection | null, boolean][] = [
    ['connection', null, true],
    ['connection', { ...connected, needsReconnect: true }, true],
    ['write_access', { ...connected, mayWrite: false }, true],
    ['other_location', { ...connected, locationId: 'loc-2' }, true],
    ['network', connected, false],
  ];
  test.each(WAITS)('for %s sends nothing, then goes on', async (reason, connection, online) => {
    const { world, drainer, commit, answer, states, calls } = setup();
    Object.assign(world, { connection, online });
    await commit(note('Hello'));
    await drainer.boot(createSession(false));
    expect(await states()).toEqual([`queued ${reason}`]);
    expect(calls).toEqual([]);
    Object.assign(world, { connection: connected, online: true });
    const done = drainer.wake();
    await answer(0);
    await done;
    expect(await states()).toEqual(['sent']);
  });

  test('for the network looks again by itself, for a person it does not', async () => {
    const { clock, world, drainer, commit } = setup();
    world.online = false;
    await commit(note('Hello'));
    await drainer.boot(createSession(false));
    expect(await drainer.nextWakeAt()).toBe(clock.now() + 30_000);
    Object.assign(world, { online: true, connection: null });
    await drainer.wake();
    expect(await drainer.nextWakeAt()).toBeUndefined();
  });

  test('a location exchanged while the row is being written is noticed before the call', async () => {
    const { world, store, start, commit, calls, states } = setup();
    await commit(note('Hello'));
    const transition: typeof store.transition = async (opId, event) => {
      const after = await store.transition(opId, event);
      if (event.type === 'taken') world.connection = { ...connected, locationId: 'loc-2' };
      return after;
    };
    await start({ store: { ...store, transition } }).boot(createSession(false));
    expect(calls).toEqual([]);
    expect(await states()).toEqual(['queued other_location']);
  });

  test('entries of the connected location pass those of another', async () => {
    const { drainer, commit, answer, states, bodies } = setup();
    await commit(note('other'), { target: { ...ann, locationId: 'loc-2' } });
    await commit(note('mine'));
    const done = drainer.boot(createSession(false));
    await answer(0);
    await done;
    expect(await states()).toEqual(['queued other_location', 'sent']);
    expect(bodies()).toEqual(['mine']);
  });
});

describe('one drainer', () => {
  test('two backgrounds over one store send everything once', async () => {
    const { start, drainer, commit, answer, bodies } = setup();
    for (const body of ['a', 'b', 'c']) await commit(note(body));
    const done = Promise.all([drainer.boot(createSession(false)), start().boot(createSession(false))]);
    for (const nth of [0, 1, 2]) await answer(nth);
    await done;
    expect(bodies()).toEqual(['a', 'b', 'c']);
  });

  test('that did not get the lock tries again by itself', async () => {
    const { clock, locks, start, commit, calls, answer } = setup();
    const release = Promise.withResolvers<void>();
    void locks.request('alongside-outbox', { ifAvailable: true }, () => release.promise);
    await commit(note('Hello'));
    await start().boot(createSession(false));
    expect(calls).toEqual([]);
    release.resolve();
    await release.promise;
    await until(() => clock.timers() > 0);
    clock.advance(5_000);
    await answer(0);
  });
});

describe('trouble with the store', () => {
  test('fails the wake, begins nothing new, and is tried again', async () => {
    const { clock, store, start, commit, calls, states, answer } = setup();
    await commit(note('first'));
    await commit(note('second'), { target: bob });
    let broken = true;
    const transition: typeof store.transition = async (opId, event) => {
      if (broken && event.type === 'succeeded') throw new AppFailure({ code: 'storage' });
      return store.transition(opId, event);
    };
    const done = start({ store: { ...store, transition } }).boot(createSession(false));
    await answer(0);
    await answer(1);
    await expect(done).rejects.toMatchObject({ error: { code: 'storage' } });
    broken = false;
    clock.advance(5_000);
    // Sent, but the word of it was lost: never sent again.
    await until(async () => (await states()).join() === 'uncertain,uncertain');
    expect(calls).toHaveLength(2);
  });
});

test('confirmed entries leave after ten seconds, by a timer', async () => {
  const { clock, drainer, commit, answer, states } = setup();
  await commit(note('Hello'));
  const done = drainer.boot(createSession(false));
  await answer(0);
  await done;
  clock.advance(10_000);
  await until(async () => (await states()).length === 0);
});

describe('a change of what may have changed meanwhile', () => {
  const edit: Operation = examples.updateTask;
  const before = { id: 't1', title: 'Call back', assignedTo: 'user-1' };

  test('is sent after a look that found what the person saw', async () => {
    const { drainer, commit, answer, calls, states } = setup();
    await commit(edit);
    const waking = drainer.boot(createSession(false));
    await answer(0, { instead: before });
    await answer(1, { instead: { id: 't1', title: 'Call Ann' } });
    await waking;
    expect(calls.map(({ name, locationId }) => [name, locationId])).toEqual([
      ['tasks.get', 'loc-1'],
      ['tasks.update', 'loc-1'],
    ]);
    expect(await states()).toEqual(['sent']);
  });

  test('is not sent when HighLevel has something else, and says what', async () => {
    const { drainer, commit, answer, calls, store } = setup();
    await commit(edit);
    const waking = drainer.boot(createSession(false));
    await answer(0, { instead: { ...before, title: 'Call Bob' } });
    await waking;
    expect(calls).toHaveLength(1);
    expect(await store.list()).toMatchObject([
      { state: 'failed', error: { code: 'conflict', theirs: [{ field: 'title', value: 'Call Bob' }] } },
    ]);
  });

  test.each([
    ['network', 'queued network'],
    ['timeout', 'failed'],
    ['server_error', 'failed'],
    ['not_found', 'failed'],
  ] as const)('is certainly not in effect when the look ends in %s', async (code, state) => {
    const { drainer, commit, answer, states } = setup();
    await commit(edit);
    const waking = drainer.boot(createSession(false));
    await answer(0, { code } as AppError);
    await waking;
    expect(await states()).toEqual([state]);
  });

  test('is asked for again by the next background when one died during the look, and the first then sends nothing', async () => {
    const { drainer, start, commit, answer, calls, states, locks } = setup();
    await commit(edit);
    const first = drainer.boot(createSession(false));
    await until(() => calls.length === 1);
    locks.release();
    const second = start().boot(createSession(false));
    await until(() => calls.length === 2);
    await answer(1, { instead: before });
    await answer(2, { instead: { id: 't1', title: 'Call Ann' } });
    await second;
    await answer(0, { instead: before });
    await first;
    expect(calls.map(({ name }) => name)).toEqual(['tasks.get', 'tasks.get', 'tasks.update']);
    expect(await states()).toEqual(['sent']);
  });

  test('of which nobody knows is for a person when the background died during the call', async () => {
    const { drainer, start, commit, answer, calls, states, locks } = setup();
    await commit(edit);
    void drainer.boot(createSession(false));
    await answer(0, { instead: before });
    await until(() => calls.length === 2);
    locks.release();
    await start().boot(createSession(false));
    expect(await states()).toEqual(['uncertain']);
  });

  test('whose answer was lost is known to be in effect by the next look', async () => {
    const { drainer, commit, answer, calls, states, store } = setup();
    const opId = await commit(edit);
    const waking = drainer.boot(createSession(false));
    await answer(0, { instead: before });
    await answer(1, { code: 'network' });
    await waking;
    expect(await states()).toEqual(['uncertain']);
    await store.transition(opId, { type: 'retry' });
    const again = drainer.wake();
    await answer(2, { instead: { id: 't1', title: 'Call Ann' } });
    await again;
    expect(calls.map(({ name }) => name)).toEqual(['tasks.get', 'tasks.update', 'tasks.get']);
    expect(await store.list()).toMatchObject([{ state: 'sent', answer: { sent: false, gone: false } }]);
  });

  test('a deletion of what is gone is done', async () => {
    const { drainer, commit, answer, calls, store } = setup();
    await commit(examples.deleteTask);
    await commit(examples.deleteNote);
    const waking = drainer.boot(createSession(false));
    await answer(0, { code: 'not_found' });
    await answer(1, { instead: { id: 'n1', body: 'Hello' } });
    // It went between the look and the call.
    await answer(2, { code: 'not_found', status: 400 });
    await waking;
    expect(calls.map(({ name }) => name)).toEqual(['tasks.get', 'notes.get', 'notes.delete']);
    expect((await store.list()).map(({ state, answer: got }) => [state, got])).toEqual([
      ['sent', { sent: false, gone: true }],
      ['sent', { sent: false, gone: true }],
    ]);
  });

  test('what nobody can decide on any more leaves with what was deleted', async () => {
    const { drainer, commit, answer, store } = setup();
    await commit(edit);
    const waking = drainer.boot(createSession(false));
    await answer(0, { instead: { ...before, title: 'Call Bob' } });
    await waking;
    await commit(examples.deleteTask);
    expect((await store.list()).map(({ state }) => state)).toEqual(['failed', 'queued']);
    const again = drainer.wake();
    await answer(1, { code: 'not_found' });
    await again;
    expect((await store.list()).map(({ operation }) => operation.kind)).toEqual(['deleteTask']);
  });

  test('a new business is not linked to a contact for whom another was wanted since', async () => {
    const { drainer, commit, answer, calls } = setup();
    await commit(examples.createBusiness);
    await commit({ kind: 'linkBusiness', businessId: 'b2', name: 'Harbor' });
    const waking = drainer.boot(createSession(false));
    await answer(0, { instead: { id: 'b9', name: 'Bayside' } });
    await answer(1, { instead: ['ann'] });
    await waking;
    expect(calls.map(({ name, input }) => [name, input.businessId])).toEqual([
      ['businesses.create', undefined],
      ['contacts.linkBusiness', 'b2'],
    ]);
  });

  test('a new business is linked to its contact as soon as it exists, even when the background dies in between', async () => {
    const { drainer, start, commit, answer, calls, states, locks } = setup();
    await commit(examples.createBusiness);
    void drainer.boot(createSession(false));
    await answer(0, { instead: { id: 'b9', name: 'Bayside' } });
    await until(async () => (await states()).join() === 'sent,sending');
    expect(calls[1]).toMatchObject({
      name: 'contacts.linkBusiness',
      input: { contactIds: ['ann'], businessId: 'b9', locationId: 'loc-1' },
    });
    locks.release();
    await start().boot(createSession(false));
    // Nobody knows whether the link took; that it was wanted is not lost.
    expect(await states()).toEqual(['sent', 'uncertain']);
  });
});
