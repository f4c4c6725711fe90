import { describe, expect, it, vi } from 'vitest';
import { setupOverdue } from '@/entrypoints/background/overdue.ts';
import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import { memorySetting } from '../components/options-gateway.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const connected: Connection = {
  kind: 'token',
  locationId: 'loc1',
  locationName: 'Harbor Dental',
  mayWrite: true,
  needsReconnect: false,
  connectedAt: 0,
};
const rows = [
  { id: 't1', title: 'late', dueDate: '2026-11-20T11:59:00Z', completed: false },
  { id: 't2', title: 'to come', dueDate: '2026-11-20T12:01:00Z', completed: false },
  { id: 't3', title: 'late, but done', dueDate: '2026-11-01T12:00:00Z', completed: true },
  { id: 't4', title: 'without a date', completed: false },
  { id: 't5', title: 'late too', dueDate: '2026-11-19T12:00:00Z', completed: false },
];

interface World {
  connection: Connection | null;
  me: Record<string, string>;
  isOn: boolean;
  failure?: AppError;
  isFull: boolean;
  hasAlarm: boolean;
}

function setUp(given: Partial<World> = {}) {
  const world: World = { connection: connected, me: { loc1: 'u1' }, isOn: true, isFull: false, hasAlarm: false, ...given };
  const show = vi.fn(async () => undefined);
  const call = vi.fn(async () => {
    if (world.failure) throw new AppFailure(world.failure);
    return { rows, size: rows.length, isFull: world.isFull };
  });
  const settings = { me: memorySetting(world.me), countsOverdue: memorySetting(world.isOn) };
  let ring = (_alarm: { name: string }) => {};
  const create = vi.fn();
  const overdue = setupOverdue({
    auth: { connection: async () => world.connection },
    client: { call: call as never }, // the one endpoint that it calls
    settings,
    alarms: { get: async () => (world.hasAlarm ? {} : undefined), create, onAlarm: { addListener: (listener) => (ring = listener) } },
    now: () => NOW,
    sleep: async () => undefined,
    show,
  });
  return { ...overdue, world, show, call, create, settings, ring: (name: string) => ring({ name }) };
}

describe('the count of overdue tasks', () => {
  it('is asked for with one call when the browser starts, and an alarm is set for every quarter of an hour', async () => {
    const { show, call, create } = setUp();
    await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith(2, false));
    expect(call).toHaveBeenCalledExactlyOnceWith(
      'tasks.searchInLocation',
      { locationId: 'loc1', assignedTo: ['u1'] },
      { priority: 'read' },
    );
    expect(create).toHaveBeenCalledExactlyOnceWith('overdue', { periodInMinutes: 15 });
  });

  it('is not asked for again by each background that starts, but by the alarm, a write of a task and the settings', async () => {
    const { show, create, ring, countAfterWrite, settings } = setUp({ hasAlarm: true });
    await settings.me.set({ loc1: 'u2' });
    await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(1));
    ring('outbox');
    countAfterWrite({ kind: 'addTag', tag: 'vip' });
    ring('overdue');
    await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
    countAfterWrite({ kind: 'setTaskCompleted', taskId: 't1', title: 'late', completed: true });
    await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(3));
    expect(create).not.toHaveBeenCalled();
  });

  it('says when there are more than HighLevel answers at once', async () => {
    const { show } = setUp({ isFull: true });
    await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith(2, true));
  });

  it.each<[string, Partial<World>]>([
    ['it is switched off', { isOn: false }],
    ['there is no connection', { connection: null }],
    ['the session has ended', { connection: { ...connected, needsReconnect: true } }],
    ['nobody knows who sits here', { me: {} }],
    ['the scope is not granted', { connection: { ...connected, kind: 'oauth', scopes: ['contacts.readonly'] } }],
  ])('is nothing, and HighLevel is not asked, when %s', async (_why, world) => {
    const { show, call } = setUp(world);
    await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith(0, false));
    expect(call).not.toHaveBeenCalled();
  });

  it('is nothing when HighLevel says that the scope is missing', async () => {
    const { show } = setUp({ failure: { code: 'missing_scope' } });
    await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith(0, false));
  });

  it('stays as it was while HighLevel does not answer', async () => {
    const { show, call, world, count } = setUp({ failure: { code: 'network' } });
    await vi.waitFor(() => expect(call).toHaveBeenCalledOnce());
    delete world.failure;
    count();
    await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith(2, false));
  });
});
