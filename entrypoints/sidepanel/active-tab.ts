import type { browser } from 'wxt/browser';
import type { Followed } from '@/lib/query/gateway.ts';

type Tabs = Pick<typeof browser.tabs, 'query' | 'onActivated'>;

/**
 * Follows the active tab of the panel's own window: each window has its own panel, and another window's tabs are none
 * of its business. Listens until `signal` aborts.
 */
export function followActiveTab(tabs: Tabs, signal: AbortSignal): Followed<number | null | undefined> {
  const listeners = new Set<() => void>();
  let tabId: number | null | undefined;
  let windowId: number | undefined;

  function set(next: number | null) {
    tabId = next;
    for (const listener of listeners) listener();
  }

  // Asked again instead of trusted: the event may come from another window before our own is known.
  async function look() {
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    windowId = tab?.windowId ?? windowId;
    set(tab?.id ?? null);
  }

  const onActivated = (active: { tabId: number; windowId: number }) => {
    if (windowId === undefined) void look();
    else if (active.windowId === windowId) set(active.tabId);
  };
  tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => tabs.onActivated.removeListener(onActivated), { once: true });
  void look();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => tabId,
  };
}
