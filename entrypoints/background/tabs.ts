import type { Browser } from 'wxt/browser';
import { isSamePage, tabView } from '@/lib/contact/tab-view.ts';
import type { TabView } from '@/lib/contact/types.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { type PageFacts, pageFactsSchema } from '@/lib/messaging/page-facts.ts';
import type { CountMemory } from '@/lib/sites/health.ts';
import type { Sites } from '@/lib/sites/sites.ts';

/** What the open tabs show; kept in `storage.session`, which outlives this worker but not the browser. */
export interface Tabs {
  record(tabId: number, facts: PageFacts): Promise<void>;
  /** Forgets what the tab showed. */
  forget(tabId: number): Promise<void>;
  /** Forgets who it showed, but not where: without the permission the browser no longer tells the address. */
  blank(tabId: number): Promise<void>;
  /** A script was just put there: until it reports, or has had the time to, its silence means nothing. */
  expectReport(tabId: number): void;
  lastUrl(tabId: number): Promise<string | undefined>;
  view(tabId: number): Promise<TabView>;
  /** The same, as far as the tab still shows the page of that address; else `pending`. */
  viewAt(tabId: number, url: string): Promise<TabView | 'moved'>;
}

interface Parts {
  readonly session: Browser.storage.StorageArea;
  readonly tabs: Pick<typeof Browser.tabs, 'get'>;
  readonly sites: Pick<Sites, 'of' | 'looksLike'>;
  /** Resolves when the scripts are where they belong by now. */
  readonly settled: () => Promise<void>;
}

/** How long a script that was just put into a page may take to report, in milliseconds. */
const REPORT_MS = 2_000;

export function createTabs({ session, tabs, sites, settled }: Parts): Tabs {
  const key = (tabId: number) => `tab:${tabId}`;
  const expected = new Set<number>();

  async function factsOf(tabId: number): Promise<PageFacts | undefined> {
    const stored = await session.get(key(tabId));
    return pageFactsSchema.safeParse(stored[key(tabId)]).data;
  }

  async function look(tabId: number): Promise<TabView> {
    const tab = await tabs.get(tabId).catch(() => ({}) as { url?: string; status?: string });
    const facts = await factsOf(tabId);
    const url = URL.parse(tab.url ?? facts?.url ?? '');
    const whose = { site: url === null ? undefined : await sites.of(url), looksLike: url === null ? undefined : sites.looksLike(url) };
    return tabView(tab, whose, facts);
  }

  async function view(tabId: number): Promise<TabView> {
    const first = await look(tabId);
    if (first.status !== 'silent') return first;
    await settled();
    const second = await look(tabId);
    return second.status === 'silent' && expected.has(tabId) ? { status: 'pending', site: second.site } : second;
  }

  return {
    async record(tabId, facts) {
      await session.set({ [key(tabId)]: facts });
      expected.delete(tabId);
    },
    forget: (tabId) => session.remove(key(tabId)),
    async blank(tabId) {
      const facts = await factsOf(tabId);
      if (facts !== undefined) await session.set({ [key(tabId)]: { ...facts, detection: { status: 'none' } } satisfies PageFacts });
    },
    expectReport(tabId) {
      expected.add(tabId);
      setTimeout(() => {
        if (expected.delete(tabId)) tellNews({ about: 'tab', tabId });
      }, REPORT_MS);
    },
    lastUrl: async (tabId) => (await factsOf(tabId))?.url,
    view,
    async viewAt(tabId, at) {
      const { url } = await tabs.get(tabId).catch(() => ({}) as { url?: string });
      return url !== undefined && !isSamePage(url, at) ? 'moved' : view(tabId);
    },
  };
}

/** What was counted last in each tab, as long as the browser runs. */
export function createCountMemory(session: Browser.storage.StorageArea): CountMemory {
  const key = (tabId: number) => `counted:${tabId}`;
  return {
    get: async (tabId) => {
      const stored: unknown = (await session.get(key(tabId)))[key(tabId)];
      return typeof stored === 'string' ? stored : undefined;
    },
    set: (tabId, counted) => session.set({ [key(tabId)]: counted }),
  };
}
