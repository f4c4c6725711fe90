import { browser } from 'wxt/browser';
import { fromResult, type Result } from '@/lib/core/errors.ts';
import { GHL_HOST } from '@/lib/ghl/origin.ts';
import { onNews, tellNews } from '@/lib/messaging/news.ts';
import { panelMessaging } from '@/lib/messaging/panel.ts';
import { createOutboxStore } from '@/lib/outbox/store.ts';
import type { Answer, Gateway } from '@/lib/query/gateway.ts';
import { createReadCache } from '@/lib/query/read-cache.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { createDraftStore } from '@/lib/storage/drafts.ts';
import { settings } from '@/lib/storage/items.ts';
import { openKey } from '@/lib/storage/key.ts';
import { createBrowserSiteActs } from '../shared/sites.ts';
import { followActiveTab } from './active-tab.ts';
import { createBrowserFormActs } from './form.ts';
import { saveSample } from './sample.ts';
import { createBrowserTeachActs } from './teach.ts';

/** The panel's real gateway: the background by messages, the outbox and remembered reads in IndexedDB. */
export function createBrowserGateway(signal: AbortSignal): Gateway {
  const cipher = createCipher(openKey);
  const now = () => Date.now();
  return {
    ask: async (question, ...data) => {
      // The protocol's map ties question and data together; the library's own types cannot follow a generic question.
      const send = panelMessaging.sendMessage as (type: typeof question, data: unknown) => Promise<Result<Answer<typeof question>>>;
      return fromResult(await send(question, data[0]));
    },
    outbox: createOutboxStore({ cipher, now, newId: () => crypto.randomUUID(), tell: () => tellNews({ about: 'outbox' }) }),
    activeTab: followActiveTab(browser.tabs, signal),
    onNews,
    allowHost: () => browser.permissions.request({ origins: [GHL_HOST] }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    reloadTab: (tabId) => void browser.tabs.reload(tabId),
    sites: createBrowserSiteActs(),
    teach: createBrowserTeachActs(),
    saveSample,
    form: createBrowserFormActs(async (tabId) => fromResult(await panelMessaging.sendMessage('getTab', { tabId }))),
    drafts: createDraftStore(cipher),
    settings,
    cache: createReadCache(cipher),
    now,
  };
}
