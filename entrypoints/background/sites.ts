import { type Browser, browser } from 'wxt/browser';
import { matchesPattern } from '@/lib/crm/match-pattern.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { contentScriptTab } from '@/lib/messaging/trust.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { type Readable, type Sites, scriptOf } from '@/lib/sites/sites.ts';
import { settings } from '@/lib/storage/items.ts';
import { createRunner } from './runner.ts';
import { isSameSet, registeredScripts, registerScripts, scriptFile } from './scripts.ts';
import type { Tabs } from './tabs.ts';

/** A script in a tab that is busy, or frozen by the browser, is not waited for any longer; in milliseconds. */
const MOST_WAIT_MS = 2_000;

interface Scripts {
  /** Brings the scripts into step once more, and resolves when they are. */
  settled(): Promise<void>;
}

/** Keeps the scripts in step with the sites that are on and allowed: in pages to come, and in the tabs that are open. */
export function setupSites({ sites, tabs }: { sites: Sites; tabs: Tabs }): Scripts {
  let isTaughtAnew = false;
  const runner = createRunner(async () => {
    const restartsTaught = isTaughtAnew;
    isTaughtAnew = false;
    const [before, wanted] = [await registeredScripts(), await sites.readable()];
    if (isSameSet(before, wanted) && !restartsTaught) return;
    await registerScripts(before, wanted);
    await followTabs({ sites, tabs, before, restartsTaught });
  });
  const run = () => runner.run();
  settings.taughtSites.watch(() => {
    isTaughtAnew = true;
    run();
  });
  for (const setting of [settings.crms, settings.customHosts]) setting.watch(run);
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
  };
}

interface Following {
  readonly sites: Sites;
  readonly tabs: Tabs;
  readonly before: Readable;
  readonly restartsTaught: boolean;
}

async function followTabs(following: Following): Promise<void> {
  const open = await browser.tabs.query({});
  await Promise.all(open.map((tab) => followTab(following, tab)));
  for (const { id } of open) if (id !== undefined) tellNews({ about: 'tab', tabId: id });
}

async function followTab({ sites, tabs, before, restartsTaught }: Following, tab: Browser.tabs.Tab): Promise<void> {
  // Where the permission is gone, only the last report knows the address.
  const url = URL.parse(tab.url ?? (tab.id === undefined ? undefined : await tabs.lastUrl(tab.id)) ?? '');
  if (tab.id === undefined || url === null) return;
  const site = await sites.of(url);
  const [running, wanted] = [scriptBefore(before, url), scriptFor(site)];
  if (running === wanted && !(restartsTaught && wanted === 'taught')) return;
  if (running !== undefined) {
    await contentMessaging.sendMessage('stopWatching', undefined, tab.id).catch(() => undefined);
    await (site?.state === 'blocked' ? tabs.blank(tab.id) : tabs.forget(tab.id));
  }
  if (wanted === undefined || tab.discarded) return;
  tabs.expectReport(tab.id);
  await inject(tab.id, wanted);
}

function scriptBefore(before: Readable, url: URL): string | undefined {
  const covers = (patterns: readonly string[]) => patterns.some((pattern) => matchesPattern(pattern, url));
  return Object.entries(before).find(([, { matches, excludeMatches }]) => covers(matches) && !covers(excludeMatches))?.[0];
}

function scriptFor(site: SiteView | undefined): string | undefined {
  return site?.state === 'on' ? scriptOf(site) : undefined;
}

async function inject(tabId: number, script: string): Promise<void> {
  const injecting = browser.scripting.executeScript({ target: { tabId }, files: [scriptFile(script)] });
  const enough = new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS));
  // A page that cannot be read, such as the browser's own error page, stays silent.
  await Promise.race([injecting.catch(() => undefined), enough]);
}
