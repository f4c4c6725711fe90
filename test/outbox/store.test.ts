import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { ann, bob, complete, createClock, createTestStore, HOLD_MS, note } from './support.ts';

const setup = (over: Parameters<typeof createTestStore>[1] = {}) => {
  const clock = createClock();
  const store = createTestStore(clock, over);
  const commit = (operation: Operation, target: Target = ann, holdMs = HOLD_MS) => store.commit({ operation, target, holdMs });
  const operations = async () => (await store.list()).map((entry) => entry.operation);
  return { clock, store, commit, operations };
};

async function rawRows(name: string): Promise<unknown[]> {
  const db = await openDB(name);
  const rows = await db.getAll('entries');
  db.close();
  return rows;
}

describe('committing', () => {
  test('stores what was asked, for whom, and until when it is held', async () => {
    const { clock, store, commit } = setup();
    const { outcome, entry } = await commit(note('Hello'));
    expect(outcome).toBe('added');
    expect(entry).toEqual({
      opId: 'op-1',
      seq: 1,
      operation: note('Hello'),
      target: ann,
      state: 'held',
      notBefore: clock.now() + HOLD_MS,
      attempts: 0,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    expect(await store.get('op-1')).toEqual(entry);
  });

  test('without a hold is due at once', async () => {
    const { commit } = setup();
    expect((await commit(note('Hello'), ann, 0)).entry.state).toBe('queued');
  });

  test('survives the process: another store over the same database has it', async () => {
    const { clock, store, commit } = setup();
    await commit(note('Hello'));
    expect(await createTestStore(clock, { name: store.name }).list()).toEqual(await store.list());
  });

  const WRONG: readonly [string, Operation, Target][] = [
    ['a note for nobody', note('Hello'), { ...ann, contactId: null }],
    ['an empty contact id', note('Hello'), { ...ann, contactId: '' }],
    ['an empty location', note('Hello'), { ...ann, locationId: '' }],
    ['an empty note', note('  \n '), ann],
    ['a tag of spaces', { kind: 'addTag', tag: '  ' }, ann],
    ['a due date that is none', { kind: 'createTask', title: 'Call', dueDate: 'tomorrow' }, ann],
  ];
  test.each(WRONG)('refuses %s and stores nothing', async (_what, operation, target) => {
    const { store, commit } = setup();
    await expect(commit(operation, target)).rejects.toMatchObject({ error: { code: 'invalid_request' } });
    expect(await store.list()).toEqual([]);
  });

  test('a new contact needs no contact id', async () => {
    const { commit } = setup();
    const create: Operation = { kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Ann' };
    expect((await commit(create, { ...ann, contactId: null })).outcome).toBe('added');
    expect((await commit(create, { ...ann, contactId: null })).outcome).toBe('already');
    expect((await commit({ ...create, firstName: 'Anna' }, { ...ann, contactId: null })).outcome).toBe('added');
  });

  test('is announced when something changed, and only then', async () => {
    const { store, commit } = setup();
    await commit({ kind: 'addTag', tag: 'vip' });
    await commit({ kind: 'addTag', tag: 'vip' });
    expect(store.told()).toBe(1);
  });
});

describe('acts on the same thing', () => {
  test('completing and reopening within the hold leaves nothing to send', async () => {
    const { commit, operations } = setup();
    await commit(complete('t1'));
    expect((await commit(complete('t1', false))).outcome).toBe('cancelled');
    expect(await operations()).toEqual([]);
  });

  test('completing twice is one act, and stays one when the clicks race', async () => {
    const { commit, operations } = setup();
    const outcomes = await Promise.all([commit(complete('t1')), commit(complete('t1')), commit(complete('t1'))]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['added', 'already', 'already']);
    expect(await operations()).toEqual([complete('t1')]);
  });

  test('reopening a task whose completion is under way is sent after it', async () => {
    const { store, commit, operations } = setup();
    const { entry } = await commit(complete('t1'), ann, 0);
    await store.transition(entry.opId, { type: 'taken' });
    expect((await commit(complete('t1', false))).outcome).toBe('added');
    expect(await operations()).toEqual([complete('t1'), complete('t1', false)]);
  });

  test('a new try replaces one that failed', async () => {
    const { store, commit } = setup();
    const { entry } = await commit(complete('t1'), ann, 0);
    await store.transition(entry.opId, { type: 'taken' });
    await store.transition(entry.opId, { type: 'refused', error: { code: 'not_found' } });
    await commit(complete('t1'));
    expect((await store.list()).map(({ opId, state }) => [opId, state])).toEqual([['op-2', 'held']]);
  });

  test('a tag asked for twice is one act, whatever its case', async () => {
    const { commit, operations } = setup();
    await commit({ kind: 'addTag', tag: 'VIP' });
    expect((await commit({ kind: 'addTag', tag: 'vip' })).outcome).toBe('already');
    expect(await operations()).toEqual([{ kind: 'addTag', tag: 'VIP' }]);
  });

  test('the last word on a tag counts and is sent, as it may have been there before', async () => {
    const { commit, operations } = setup();
    await commit({ kind: 'addTag', tag: 'vip' });
    expect((await commit({ kind: 'removeTag', tag: 'vip' })).outcome).toBe('added');
    expect(await operations()).toEqual([{ kind: 'removeTag', tag: 'vip' }]);
  });

  test('equal notes and tasks are each their own', async () => {
    const { commit, operations } = setup();
    const task: Operation = { kind: 'createTask', title: 'Call', dueDate: '2026-11-23T14:00:00Z' };
    for (const operation of [note('Left voicemail'), note('Left voicemail'), task, task]) await commit(operation);
    expect(await operations()).toHaveLength(4);
  });

  test('what is for another contact, or another location, is another thing', async () => {
    const { commit, operations } = setup();
    const tag: Operation = { kind: 'addTag', tag: 'vip' };
    for (const target of [ann, bob, { ...ann, locationId: 'loc-2' }]) await commit(tag, target);
    expect(await operations()).toHaveLength(3);
  });
});

describe('moving an entry', () => {
  test('undo and taking cannot both win', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { clock, store, commit } = setup();
      const { entry } = await commit(note('Hello'), ann, 0);
      const panel = createTestStore(clock, { name: store.name });
      const [first, second] = round % 2 === 0 ? [store, panel] : [panel, store];
      const results = await Promise.all([first.transition(entry.opId, { type: 'taken' }), second.transition(entry.opId, { type: 'undo' })]);
      expect(results.filter((result) => result === 'refused')).toHaveLength(1);
      const states = (await store.list()).map(({ state }) => state);
      expect(states).toEqual(results[1] === 'removed' ? [] : ['sending']);
    }
  });

  test('keeps the answer of a confirmed entry, and removes it ten seconds later', async () => {
    const { clock, store, commit } = setup();
    const { entry } = await commit(note('Hello'), ann, 0);
    await store.transition(entry.opId, { type: 'taken' });
    const sent = await store.transition(entry.opId, { type: 'succeeded', answer: { id: 'n1' } });
    expect(sent).toMatchObject({ state: 'sent', answer: { id: 'n1' } });
    clock.advance(9_999);
    await store.prune();
    expect(await store.list()).toEqual([sent]);
    clock.advance(1);
    await store.prune();
    expect(await store.list()).toEqual([]);
  });

  test('keeps the error of a failed one, however long ago', async () => {
    const { clock, store, commit } = setup();
    const { entry } = await commit(note('Hello'), ann, 0);
    await store.transition(entry.opId, { type: 'taken' });
    await store.transition(entry.opId, { type: 'refused', error: { code: 'not_found', status: 400 } });
    clock.advance(1e9);
    await store.prune();
    expect(await store.list()).toMatchObject([{ state: 'failed', error: { code: 'not_found', status: 400 } }]);
    expect(await store.counts()).toEqual({ open: 0, needsPerson: 1, unreadable: 0 });
  });

  test('that is gone is refused', async () => {
    const { store } = setup();
    expect(await store.transition('op-99', { type: 'retry' })).toBe('refused');
    expect(await store.get('op-99')).toBeUndefined();
  });
});

describe('at rest', () => {
  const aesCipher = async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return createCipher(async () => key);
  };

  test('nothing a person wrote and no name is readable', async () => {
    const { store, commit } = setup({ cipher: await aesCipher() });
    const { entry } = await commit(note('Secret plan'), ann, 0);
    await store.transition(entry.opId, { type: 'taken' });
    await store.transition(entry.opId, { type: 'succeeded', answer: { id: 'n1', body: 'Secret plan' } });
    const rows = (await rawRows(store.name)) as { content: { data: ArrayBuffer }; outcome: { data: ArrayBuffer } }[];
    const bytes = rows.flatMap(({ content, outcome }) => [content, outcome]).map(({ data }) => Buffer.from(data).toString('latin1'));
    expect(bytes).toHaveLength(2);
    expect(JSON.stringify(rows) + bytes.join()).not.toMatch(/Secret|Ann Lee|createNote/);
    expect(await store.list()).toMatchObject([{ operation: note('Secret plan'), target: ann }]);
  });

  test('one row that cannot be read does not hide the others, and is counted', async () => {
    const { clock, store, commit } = setup();
    await commit(note('Hello'));
    const other = createTestStore(clock, { name: store.name, cipher: await aesCipher(), newId: () => 'op-other' });
    await other.commit({ operation: note('Other key'), target: bob, holdMs: HOLD_MS });
    expect((await store.list()).map(({ opId }) => opId)).toEqual(['op-1']);
    expect(await store.counts()).toEqual({ open: 1, needsPerson: 0, unreadable: 1 });
  });

  test('when no row can be read, an empty list would be a lie', async () => {
    const { clock, store, commit } = setup();
    await commit(note('Hello'));
    const keyless = createTestStore(clock, { name: store.name, cipher: await aesCipher() });
    await expect(keyless.list()).rejects.toMatchObject({ error: { code: 'storage' } });
    await expect(keyless.commit({ operation: note('More'), target: ann, holdMs: 0 })).rejects.toMatchObject({ error: { code: 'storage' } });
  });

  test('a database of a newer version is refused and left alone', async () => {
    const { store, commit } = setup();
    const newer = await openDB(store.name, 99, { upgrade: (db) => void db.createObjectStore('entries', { keyPath: 'seq' }) });
    newer.close();
    await expect(commit(note('Hello'))).rejects.toMatchObject({ error: { code: 'storage' } });
    const again = await openDB(store.name);
    expect(again.version).toBe(99);
    again.close();
  });

  test('an upgrade by a newer version is let through, and the store then says it cannot read', async () => {
    const { store, commit } = setup();
    await commit(note('Hello'));
    const newer = await openDB(store.name, 99);
    expect(await newer.count('entries')).toBe(1);
    newer.close();
    await expect(store.list()).rejects.toMatchObject({ error: { code: 'storage' } });
  });

  test('a full disk is reported, nothing is half written, and the next act is tried again', async () => {
    const { clock, store, commit } = setup();
    const { entry } = await commit({ kind: 'addTag', tag: 'vip' });
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    // Replaces the tag's entry: the removal must not outlive the failed addition.
    await expect(commit({ kind: 'removeTag', tag: 'vip' })).rejects.toMatchObject({
      error: { code: 'storage', detail: expect.stringContaining('Quota') },
    });
    IDBObjectStore.prototype.add = add;
    expect(await createTestStore(clock, { name: store.name }).list()).toEqual([entry]);
    expect((await commit(note('Hello'))).outcome).toBe('added');
  });
});

describe('several acts as one', () => {
  const group = { id: 'g1', name: 'No answer' };
  const draft = (operation: Operation, target: Target = ann) => ({ operation, target, holdMs: HOLD_MS, group });
  const tag: Operation = { kind: 'addTag', tag: 'no answer' };

  test('are stored together, in order, and know that they belong together', async () => {
    const { store } = setup();
    const committed = await store.commitAll([draft(tag), draft(note('Called')), draft(note('Called'))]);
    expect(committed.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
    expect(await store.list()).toEqual(committed.map(({ entry }) => entry));
    expect((await store.list()).map((entry) => [entry.seq, entry.group])).toEqual([1, 2, 3].map((seq) => [seq, group]));
    expect(store.told()).toBe(1);
  });

  test('are not stored at all when one of them can not be', async () => {
    const { store } = setup();
    await expect(store.commitAll([draft(note('Called')), draft(note(' '))])).rejects.toMatchObject({ error: { code: 'invalid_request' } });
    expect(await store.list()).toEqual([]);
  });

  test('leave nothing behind when the disk fails in the middle', async () => {
    const { clock, store } = setup();
    const original = IDBObjectStore.prototype.add;
    let added = 0;
    IDBObjectStore.prototype.add = function add(...given) {
      added += 1;
      if (added === 2) throw new DOMException('full', 'QuotaExceededError');
      return original.apply(this, given);
    };
    try {
      await expect(store.commitAll([draft(note('one')), draft(note('two'))])).rejects.toMatchObject({ error: { code: 'storage' } });
    } finally {
      IDBObjectStore.prototype.add = original;
    }
    expect(added).toBe(2);
    expect(await createTestStore(clock, { name: store.name }).list()).toEqual([]);
  });

  test('meet each other and what is there already', async () => {
    const { store, commit, operations } = setup();
    await commit({ kind: 'removeTag', tag: 'no answer' });
    await commit(tag, bob);
    const committed = await store.commitAll([draft(tag), draft(tag), draft(tag, bob)]);
    expect(committed.map(({ outcome }) => outcome)).toEqual(['added', 'already', 'already']);
    expect(await operations()).toEqual([tag, tag]);
  });

  test('move at one moment, each as its state allows', async () => {
    const { store, clock } = setup();
    await store.commitAll([draft(note('one')), draft(note('two'))]);
    await store.transition('op-1', { type: 'sendNow' });
    await store.transition('op-1', { type: 'taken' });
    clock.advance(10);
    const moved = await store.transitionAll(['op-1', 'op-2'], { type: 'undo' });
    expect(moved).toEqual(['refused', 'removed']);
    expect((await store.list()).map(({ opId }) => opId)).toEqual(['op-1']);
  });

  test('keep the name of what they belong to from a reader of the disk', async () => {
    const { store } = setup();
    await store.commitAll([draft(note('Called'))]);
    expect(JSON.stringify(await rawRows(store.name))).not.toContain('No answer');
  });
});

test('what follows from a move is stored with it, or not at all', async () => {
  const { store, commit, operations } = setup();
  const link: Operation = { kind: 'linkBusiness', businessId: 'b1', name: 'Bayside' };
  const then = { operation: link, target: ann, holdMs: 0 };
  const { entry } = await commit({ kind: 'createBusiness', name: 'Bayside' }, ann, 0);
  expect(await store.transition(entry.opId, { type: 'succeeded', answer: {} }, then)).toBe('refused');
  expect(await operations()).toHaveLength(1);
  await store.transition(entry.opId, { type: 'taken' });
  await store.transition(entry.opId, { type: 'succeeded', answer: { id: 'b1' } }, then);
  expect((await store.list()).map(({ state, operation }) => [state, operation.kind])).toEqual([
    ['sent', 'createBusiness'],
    ['queued', 'linkBusiness'],
  ]);
});
