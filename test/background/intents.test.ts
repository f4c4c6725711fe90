import { expect, test, vi } from 'vitest';
import { createIntents } from '@/entrypoints/background/intents.ts';
import { createSession } from './fake-session.ts';

function setUp() {
  let time = 1_000;
  const tell = vi.fn();
  const { area, items } = createSession();
  const intents = createIntents({ session: area, now: () => time, tell });
  return { intents, tell, items, pass: (ms: number) => (time += ms) };
}

test('an intent is told of, and handed out once', async () => {
  const { intents, tell } = setUp();
  await intents.put(7, { kind: 'find', query: 'okafor' });
  expect(tell).toHaveBeenCalledExactlyOnceWith(7);
  const taken = await Promise.all([intents.take(7), intents.take(7)]);
  expect(taken).toEqual([{ kind: 'find', query: 'okafor', at: 1_000 }, null]);
});

test('an intent is of its own tab only, and the last one counts', async () => {
  const { intents } = setUp();
  await intents.put(7, { kind: 'note' });
  await intents.put(7, { kind: 'task' });
  expect(await intents.take(8)).toBeNull();
  expect(await intents.take(7)).toMatchObject({ kind: 'task' });
});

test('an intent that is a minute old is not carried out, and not kept', async () => {
  const { intents, items, pass } = setUp();
  await intents.put(7, { kind: 'tasks', text: '- one\n- two', recordId: '003A' });
  pass(60_000);
  expect(await intents.take(7)).toBeNull();
  expect(items.size).toBe(0);
});

test('what is no intent is nobody\u2019s wish, and of a closed tab nothing stays', async () => {
  const { intents, items } = setUp();
  items.set('intent:7', { kind: 'delete everything', at: 1_000 });
  expect(await intents.take(7)).toBeNull();
  await intents.put(8, { kind: 'note' });
  await intents.forget(8);
  expect(items.size).toBe(0);
});
