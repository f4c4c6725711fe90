import { describe, expect, it } from 'vitest';
import { followActiveTab } from '@/entrypoints/sidepanel/active-tab.ts';

type Activated = { tabId: number; windowId: number };

/** A browser whose own window is 1 and shows tab 11. */
function setup({ own = [{ id: 11, windowId: 1 }] }: { own?: { id: number; windowId: number }[] } = {}) {
  const listeners = new Set<(active: Activated) => void>();
  const stop = new AbortController();
  const seen: (number | null | undefined)[] = [];
  // The two members that are used, of the many that the browser's types demand.
  const tabs = {
    query: async () => own,
    onActivated: {
      addListener: (listener: (active: Activated) => void) => void listeners.add(listener),
      removeListener: (listener: (active: Activated) => void) => void listeners.delete(listener),
    },
  } as never;
  const followed = followActiveTab(tabs, stop.signal);
  followed.subscribe(() => seen.push(followed.snapshot()));
  const activate = (active: Activated) => {
    for (const listener of listeners) listener(active);
  };
  return { followed, seen, activate, stop, listeners };
}

const settled = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(() => resolve())));

describe("the active tab of the panel's window", () => {
  it('is unknown at first and then looked up', async () => {
    const { followed, seen } = setup();
    expect(followed.snapshot()).toBeUndefined();
    await settled();
    expect(seen).toEqual([11]);
  });

  it('follows its own window and no other', async () => {
    const { seen, activate } = setup();
    await settled();
    activate({ tabId: 22, windowId: 2 });
    activate({ tabId: 12, windowId: 1 });
    expect(seen).toEqual([11, 12]);
  });

  it('looks again when a tab is activated before its own window is known', async () => {
    const { seen, activate } = setup();
    activate({ tabId: 22, windowId: 2 });
    await settled();
    expect(seen).toEqual([11, 11]);
  });

  it('is none when the window shows no tab', async () => {
    const { seen } = setup({ own: [] });
    await settled();
    expect(seen).toEqual([null]);
  });

  it('is no longer followed after the end', async () => {
    const { stop, listeners } = setup();
    await settled();
    stop.abort();
    expect(listeners.size).toBe(0);
  });
});
