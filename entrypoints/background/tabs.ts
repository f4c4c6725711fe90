import type { Browser } from 'wxt/browser';
import { isSamePage, tabView } from '@/lib/contact/tab-view.ts';
import type { TabView } from '@/lib/contact/types.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { type KeptFacts, keptFactsSchema, type PageFacts } from '@/lib/messaging/page-facts.ts';
import type { CountMemory } from '@/lib/sites/health.ts';
import type { Sites } from '@/lib/sites/sites.ts';
import { createLines } from './lines.ts';

/** What the open tabs show; kept in `storage.session`, which outlives this worker but not the browser. */
export interface Tabs {
  record(tabId: number, facts: PageFacts, documentId?: string): Promise<void>;
  /** Forgets what the tab shows. */
  drop(tabId: number): Promise<void>;
  /** Forgets the tab, which is gone. */
  forget(tabId: number): Promise<void>;
  /**
   * The tab loads something: drops what it showed when its document is another by now, though the address may be the same (a
   * form that was sent, a reload). Asked by the document itself, as browsers also say "loading" of frames and of pages that
   * change their own address, which go on showing what they showed and do not report it again.
   */
  verify(tabId: number): Promise<void>;
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
  /** The document that the tab shows now; `undefined` where it does not answer in time, or may not be asked. */
  readonly documentOf: (tabId: number) => Promise<string | undefined>;
  /** Makes the tab's script report once more, if there is one. */
  readonly readAnew: (tabId: number) => Promise<unknown>;
}

/** How long a script that was just put into a page may take to report, in milliseconds. */
const REPORT_MS = 2_000;

export function createTabs({ session, tabs, sites, settled, documentOf, readAnew }: Parts): Tabs {
  const key = (tabId: number) => `tab:${tabId}`;
  const expected = new Set<number>();
  const inLine = createLines();
  const verifying = new Map<number, Promise<void>>();

  async function factsOf(tabId: number): Promise<KeptFacts | undefined> {
    const stored = await session.get(key(tabId));
    return keptFactsSchema.safeParse(stored[key(tabId)]).data;
  }

  async function look(tabId: number): Promise<TabView> {
    const tab = await tabs.get(tabId).catch(() => ({}) as { url?: string; status?: string });
    const facts = await factsOf(tabId);
    const url = URL.parse(tab.url ?? facts?.url ?? '');
    const whose = { site: url === null ? undefined : await sites.of(url), looksLike: url === null ? undefined : sites.looksLike(url) };
    // Until it is known whether the report is of the document that stands there, it is of nobody.
    return tabView(verifying.has(tabId) ? { ...tab, isDoubtful: true } : tab, whose, facts);
  }

  async function verify(tabId: number): Promise<void> {
    const before = (await factsOf(tabId))?.documentId;
    if (before === undefined) return;
    const now = await documentOf(tabId);
    if (now === before) return;
    await inLine(tabId, async () => {
      // The new document may have reported meanwhile.
      if ((await factsOf(tabId))?.documentId !== before) return;
      expectReport(tabId);
      await session.remove(key(tabId));
    });
    // It may be the same document after all, which has no reason to say again what it said.
    if (now === undefined) await readAnew(tabId);
  }

  function expectReport(tabId: number): void {
    expected.add(tabId);
    setTimeout(() => {
      if (expected.delete(tabId)) tellNews({ about: 'tab', tabId });
    }, REPORT_MS);
  }

  async function view(tabId: number): Promise<TabView> {
    const first = await look(tabId);
    if (first.status !== 'silent') return first;
    await settled();
    const second = await look(tabId);
    return second.status === 'silent' && expected.has(tabId) ? { status: 'pending', site: second.site } : second;
  }

  return {
    async record(tabId, facts, documentId) {
      const kept: KeptFacts = { ...facts, ...(documentId === undefined ? {} : { documentId }) };
      await inLine(tabId, () => session.set({ [key(tabId)]: kept }));
      expected.delete(tabId);
    },
    drop: (tabId) => inLine(tabId, () => session.remove(key(tabId))),
    forget: (tabId) => inLine(tabId, () => session.remove([key(tabId), countedKey(tabId)])),
    verify(tabId) {
      const task = verify(tabId).finally(() => {
        if (verifying.get(tabId) === task) verifying.delete(tabId);
      });
      verifying.set(tabId, task);
      return task;
    },
    async blank(tabId) {
      const facts = await factsOf(tabId);
      if (facts !== undefined) await session.set({ [key(tabId)]: { ...facts, detection: { status: 'none' } } satisfies PageFacts });
    },
    expectReport,
    lastUrl: async (tabId) => (await factsOf(tabId))?.url,
    view,
    async viewAt(tabId, at) {
      const { url } = await tabs.get(tabId).catch(() => ({}) as { url?: string });
      return url !== undefined && !isSamePage(url, at) ? 'moved' : view(tabId);
    },
  };
}

const countedKey = (tabId: number) => `counted:${tabId}`;

/** What was counted last in each tab, as long as the browser runs. */
export function createCountMemory(session: Browser.storage.StorageArea): CountMemory {
  return {
    get: async (tabId) => {
      const stored: unknown = (await session.get(countedKey(tabId)))[countedKey(tabId)];
      return typeof stored === 'string' ? stored : undefined;
    },
    set: (tabId, counted) => session.set({ [countedKey(tabId)]: counted }),
  };
}
