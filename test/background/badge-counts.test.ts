import { expect, test } from 'vitest';
import { type BadgeFace, createBadgeCounts } from '@/entrypoints/background/badge-counts.ts';
import { createSession } from './fake-session.ts';

function setUp(session = createSession()) {
  const painted: BadgeFace[] = [];
  const counts = createBadgeCounts({ session: () => session.area, paint: async (face) => void painted.push(face) });
  return { ...counts, session, last: () => painted.at(-1) };
}

test('writes that need the person go before overdue tasks, which come back after them', async () => {
  const badge = setUp();
  await badge.overdue(3);
  expect(badge.last()).toEqual({ text: '3', why: 'overdue', count: 3 });
  await badge.needsPerson(1);
  expect(badge.last()).toEqual({ text: '1', why: 'needsPerson', count: 1 });
  await badge.needsPerson(0);
  expect(badge.last()).toMatchObject({ text: '3', why: 'overdue' });
  await badge.overdue(0);
  expect(badge.last()).toEqual({ text: '', why: 'nothing', count: 0 });
});

test('a background that starts anew still knows the other count', async () => {
  const first = setUp();
  await first.overdue(3);
  const second = setUp(first.session);
  await second.needsPerson(0);
  expect(second.last()).toMatchObject({ text: '3' });
});

test('counts that arrive together are both kept', async () => {
  const badge = setUp();
  await Promise.all([badge.overdue(3), badge.needsPerson(2), badge.needsPerson(0)]);
  expect(badge.last()).toMatchObject({ text: '3' });
});

test.each([
  [5, true, '5+'],
  [100, true, '99+'],
  [250, false, '99+'],
])('%d overdue tasks, more: %s, are written %s', async (count, hasMore, text) => {
  const badge = setUp();
  await badge.overdue(count, hasMore);
  expect(badge.last()).toMatchObject({ text });
});
