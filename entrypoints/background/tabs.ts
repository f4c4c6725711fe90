import type { Browser } from 'wxt/browser';
import { isSamePage, tabView } from '@/lib/contact/tab-view.ts';
import type { TabView } from '@/lib/contact/types.ts';
import { adapterFor } from '@/lib/crm/registry.ts';
import { type PageFacts, pageFactsSchema } from '@/lib/messaging/page-facts.ts';
import { isCrmEnabled } from '@/lib/storage/items.ts';

/** What the open tabs show; kept in `storage.session`, which outlives this worker but not the browser. */
export interface Tabs {
  record(tabId: number, facts: PageFacts): Promise<void>;
  forget(tabId: number): Promise<void>;
  view(tabId: number): Promise<TabView>;
  /** The same, as far as the tab still shows the page of that address; else `pending`. */
  viewAt(tabId: number, url: string): Promise<TabView>;
}

export function createTabs(session: Browser.storage.StorageArea, tabs: Pick<typeof Browser.tabs, 'get'>): Tabs {
  const key = (tabId: number) => `tab:${tabId}`;

  async function factsOf(tabId: number): Promise<PageFacts | undefined> {
    const stored = await session.get(key(tabId));
    return pageFactsSchema.safeParse(stored[key(tabId)]).data;
  }

  async function view(tabId: number, at?: string): Promise<TabView> {
    const tab = await tabs.get(tabId).catch(() => ({}) as { url?: string; status?: string });
    if (at !== undefined && tab.url !== undefined && !isSamePage(tab.url, at)) return { status: 'pending' };
    const url = tab.url === undefined ? null : URL.parse(tab.url);
    const adapter = url === null ? undefined : adapterFor(url);
    const isOn = adapter !== undefined && (await isCrmEnabled(adapter.id));
    return tabView(tab, isOn, await factsOf(tabId));
  }

  return {
    record: (tabId, facts) => session.set({ [key(tabId)]: facts }),
    forget: (tabId) => session.remove(key(tabId)),
    view: (tabId) => view(tabId),
    viewAt: view,
  };
}
