import { browser } from 'wxt/browser';
import { contentMessaging } from '@/lib/messaging/content.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { contentScriptTab } from '@/lib/messaging/trust.ts';
import { type Sites, scriptOf } from '@/lib/sites/sites.ts';
import { settings } from '@/lib/storage/items.ts';
import { createFollower } from './follow.ts';
import { createRunner } from './runner.ts';
import { scriptFile } from './scripts.ts';
import type { Tabs } from './tabs.ts';

/** A script in a tab that is busy, or frozen by the browser, is not waited for any longer; in milliseconds. */
const MOST_WAIT_MS = 2_000;

interface Scripts {
  /** Brings the scripts into step once more, and resolves when they are. */
  settled(): Promise<void>;
  /** Makes the script of a tab's site begin anew there, and so report once more. */
  readAnew(tabId: number): Promise<void>;
  /** The document that a tab shows; `undefined` where it does not answer in time, or may not be asked. */
  documentOf(tabId: number): Promise<string | undefined>;
}

/** Keeps the scripts in step with the sites that are on and allowed, whenever that changes. */
export function setupSites({ sites, tabs }: { sites: Sites; tabs: Tabs }): Scripts {
  const follow = createFollower({
    sites,
    tabs,
    registry: browser.scripting,
    session: browser.storage.session,
    lessons: async () => JSON.stringify(await settings.taughtSites.get()),
    openTabs: () => browser.tabs.query({}),
    stop: (tabId) => forSomeTime(contentMessaging.sendMessage('stopWatching', undefined, tabId)),
    inject,
    tell: (tabId) => tellNews({ about: 'tab', tabId }),
  });
  const runner = createRunner(follow);
  const run = () => runner.run();
  for (const setting of [settings.crms, settings.customHosts, settings.taughtSites]) setting.watch(run);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(run);
  // An update of the extension has cleared what was registered, and left scripts in open tabs that nobody hears.
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
  run();
  contentMessaging.onMessage('taughtRule', async ({ sender }) => {
    const page = contentScriptTab(sender, browser.runtime.id);
    return page === undefined ? null : sites.ruleFor(page.url.origin);
  });
  return {
    settled() {
      run();
      return runner.settled();
    },
    async readAnew(tabId) {
      const { url } = await browser.tabs.get(tabId);
      const site = url === undefined ? undefined : await sites.of(new URL(url));
      if (site?.state === 'on') await inject(tabId, scriptOf(site));
    },
    async documentOf(tabId) {
      // Asked of the page itself, though nothing is done there: what the browser says of tabs names no document.
      const asking = browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: () => undefined });
      return (await forSomeTime(asking))?.[0]?.documentId;
    },
  };
}

function inject(tabId: number, script: string): Promise<unknown> {
  // A page that cannot be read, such as the browser's own error page, stays silent.
  return forSomeTime(browser.scripting.executeScript({ target: { tabId }, files: [scriptFile(script)] }));
}

/** Waits for what a tab does, but not for ever; `undefined` where it failed or took too long. */
function forSomeTime<T>(doing: Promise<T>): Promise<T | undefined> {
  const enough = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), MOST_WAIT_MS));
  return Promise.race([doing.catch(() => undefined), enough]);
}
