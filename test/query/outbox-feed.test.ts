import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { createOutboxFeed } from '@/lib/query/outbox-feed.ts';
import { createFakeGateway, type FakeGateway } from './fake-gateway.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const addTag = { operation: { kind: 'addTag', tag: 'vip' }, target, holdMs: 6_000 } as const;

function setup() {
  let now = 1_000;
  const gateway = createFakeGateway({ now: () => now });
  const sent: OutboxEntry[] = [];
  const feed = createOutboxFeed({ gateway, onNewer: (entry) => sent.push(entry) });
  const only = () => {
    const [entry] = feed.snapshot();
    if (entry === undefined) throw new Error('the outbox is empty');
    return entry;
  };
  return { gateway, feed, sent, only, pass: (ms: number) => (now += ms) };
}

function wakes(gateway: FakeGateway): number {
  return gateway.asked.filter(({ question }) => question === 'outboxChanged').length;
}

/** What the drainer does with an entry, up to HighLevel's answer. */
async function send({ outbox }: FakeGateway, opId: string) {
  await outbox.transition(opId, { type: 'sendNow' });
  await outbox.transition(opId, { type: 'taken' });
  await outbox.transition(opId, { type: 'succeeded', answer: {} });
}

describe('the outbox as the panel follows it', () => {
  it('shows a write only after it is stored, and then wakes the background', async () => {
    const { gateway, feed, only } = setup();
    await feed.commit([addTag]);
    expect(only()).toMatchObject({ state: 'held', operation: { tag: 'vip' } });
    expect(await gateway.outbox.list()).toHaveLength(1);
    expect(wakes(gateway)).toBe(1);
  });

  it('reports a write that HighLevel has confirmed, once', async () => {
    const { gateway, feed, sent, only } = setup();
    await feed.commit([addTag]);
    await send(gateway, only().opId);
    await feed.refresh();
    await feed.refresh();
    expect(sent.map(({ state }) => state)).toEqual(['held']);
    expect(only().state).toBe('sent');
  });

  it.each(['conflict', 'not_found', 'server_error'] as const)(
    'reports a write that %s stopped when it shows what is read to be old',
    async (code) => {
      const { gateway, feed, sent, only } = setup();
      await feed.commit([addTag]);
      const { opId } = only();
      await gateway.outbox.transition(opId, { type: 'sendNow' });
      await gateway.outbox.transition(opId, { type: 'taken' });
      await gateway.outbox.transition(opId, { type: 'refused', error: code === 'conflict' ? { code, theirs: [] } : { code } });
      await feed.refresh();
      await feed.refresh();
      expect(sent).toHaveLength(code === 'server_error' ? 0 : 1);
    },
  );

  it('does not take an undone write for a confirmed one', async () => {
    const { feed, sent, only } = setup();
    await feed.commit([addTag]);
    expect(await feed.act([only().opId], 'undo')).toBe(true);
    expect(feed.snapshot()).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('does not take a write that another one cancelled for a confirmed one', async () => {
    const { feed, sent } = setup();
    const task = { kind: 'setTaskCompleted', taskId: 't1', title: 'Call' } as const;
    await feed.commit([{ operation: { ...task, completed: true }, target, holdMs: 6_000 }]);
    await feed.commit([{ operation: { ...task, completed: false }, target, holdMs: 6_000 }]);
    expect(feed.snapshot()).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('takes a write that left the store after its hold for a confirmed one', async () => {
    const { gateway, feed, sent, only, pass } = setup();
    await feed.commit([addTag]);
    await send(gateway, only().opId);
    pass(60_000);
    await gateway.outbox.prune();
    await feed.refresh();
    expect(sent).toHaveLength(1);
  });

  it('says so when undoing comes too late', async () => {
    const { gateway, feed, only } = setup();
    await feed.commit([addTag]);
    const { opId } = only();
    await send(gateway, opId);
    expect(await feed.act([opId], 'undo')).toBe(false);
  });

  it('does not let a slow, older reading undo a newer one', async () => {
    const { gateway, feed } = setup();
    const slow = Promise.withResolvers<OutboxEntry[]>();
    vi.spyOn(gateway.outbox, 'list').mockReturnValueOnce(slow.promise);
    const older = feed.refresh();
    await feed.commit([addTag]);
    slow.resolve([]);
    await older;
    expect(feed.snapshot()).toHaveLength(1);
  });

  it('knocks at the background when a hold ends', async () => {
    const { gateway, feed } = setup();
    await feed.commit([{ ...addTag, holdMs: 20 }]);
    const before = wakes(gateway);
    await vi.waitFor(() => expect(wakes(gateway)).toBe(before + 1));
    feed.stop();
  });

  describe('when the store cannot be read', () => {
    function breakList(gateway: FakeGateway) {
      return vi.spyOn(gateway.outbox, 'list').mockRejectedValue(new AppFailure({ code: 'storage' }));
    }

    it('keeps what it read last, says why, and goes on by itself', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const { gateway, feed } = setup();
      await feed.commit([addTag]);
      let told = 0;
      feed.subscribe(() => {
        told += 1;
      });
      const list = breakList(gateway);
      await feed.refresh();
      expect(feed.snapshot()).toHaveLength(1);
      expect(feed.trouble()).toEqual({ code: 'storage' });
      expect(told).toBe(1);
      list.mockRestore();
      vi.advanceTimersByTime(3_000);
      vi.useRealTimers();
      await vi.waitFor(() => expect(feed.trouble()).toBeUndefined());
      feed.stop();
    });

    it('a write that is on disk has not failed, and the background is woken', async () => {
      const { gateway, feed } = setup();
      const list = breakList(gateway);
      await feed.commit([addTag]);
      expect(wakes(gateway)).toBe(1);
      list.mockRestore();
      const [entry] = await gateway.outbox.list();
      breakList(gateway);
      expect(await feed.act([entry?.opId ?? ''], 'undo')).toBe(true);
      expect(wakes(gateway)).toBe(2);
      feed.stop();
    });
  });
});
