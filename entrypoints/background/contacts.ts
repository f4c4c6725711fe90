import { browser } from 'wxt/browser';
import type { Auth } from '@/lib/auth/session.ts';
import type { LinkStore } from '@/lib/contact/links.ts';
import type { Matcher } from '@/lib/contact/match.ts';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { adapterFor } from '@/lib/crm/registry.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import { pageFactsSchema } from '@/lib/messaging/page-facts.ts';
import { contentScriptTab } from '@/lib/messaging/trust.ts';
import { isCrmEnabled, settings } from '@/lib/storage/items.ts';
import type { Tabs } from './tabs.ts';

interface Parts {
  readonly tabs: Tabs;
  readonly matcher: Matcher;
  readonly links: LinkStore;
  readonly auth: Auth;
  readonly answer: ReturnType<typeof answerOwnPages>;
}

/** Who is on screen: takes the pages' reports, answers the panel's questions about tabs and matches. */
export function setupContacts(parts: Parts): void {
  listenToPages(parts.tabs);
  watchTabs(parts.tabs);
  settings.crmEnabled.watch((enabled) => void followSwitches(parts.tabs, enabled).catch(console.error));
  answerPanel(parts);
}

function listenToPages(tabs: Tabs): void {
  contentMessaging.onMessage('pageFacts', async ({ data, sender }) => {
    const page = contentScriptTab(sender, browser.runtime.id);
    const facts = pageFactsSchema.safeParse(data);
    const adapter = page && adapterFor(page.url);
    if (page === undefined || adapter === undefined) return 'stop';
    if (!(await isCrmEnabled(adapter.id))) return 'stop';
    // A report that is malformed, of another CRM or of another site than the sender's is nobody's; the next may be sound.
    if (!facts.success || facts.data.crm !== adapter.id || URL.parse(facts.data.url)?.origin !== page.url.origin) return 'watch';
    await tabs.record(page.tabId, facts.data);
    tellNews({ about: 'tab', tabId: page.tabId });
    return 'watch';
  });
}

function watchTabs(tabs: Tabs): void {
  browser.tabs.onRemoved.addListener((tabId) => void tabs.forget(tabId));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status !== undefined || change.url !== undefined) tellNews({ about: 'tab', tabId });
  });
}

/** What a page reported is forgotten when its site is switched off; the panel looks again either way. */
async function followSwitches(tabs: Tabs, enabled: Readonly<Record<string, boolean>>): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    const address = url === undefined ? null : URL.parse(url);
    const adapter = address === null ? undefined : adapterFor(address);
    if (id === undefined || adapter === undefined) continue;
    if (enabled[adapter.id] === false) await tabs.forget(id);
    tellNews({ about: 'tab', tabId: id });
  }
}

function answerPanel({ tabs, matcher, links, auth, answer }: Parts): void {
  answer('getTab', ({ tabId }) => tabs.view(tabId));
  answer('matchTab', ({ tabId, recordId }) => matchTab({ tabs, matcher, auth }, tabId, recordId));
  answer('linkContact', async ({ locationId, crm, recordId, contactId, name, businessId }) => {
    // What was picked in one location says nothing about another.
    if ((await connected(auth)).locationId !== locationId) throw new AppFailure({ code: 'wrong_location' });
    if (contactId === null) await links.remove(locationId, crm, recordId);
    else {
      const hints = { ...(name ? { name } : {}), ...(businessId ? { businessId } : {}) };
      await links.put({ locationId, crm, recordId, contactId, ...hints, by: 'person', at: Date.now() });
    }
    tellNews({ about: 'links' });
    return null;
  });
}

/** The match of the contact in a tab; throws when the tab no longer shows the record that was asked about. */
export async function matchTab(
  { tabs, matcher, auth }: Pick<Parts, 'tabs' | 'matcher' | 'auth'>,
  tabId: number,
  recordId: string,
): Promise<MatchOutcome> {
  const [view, location] = await Promise.all([tabs.view(tabId), connected(auth)]);
  if (view.status !== 'contact' || view.contact.recordId !== recordId) {
    throw new AppFailure({ code: 'unexpected', detail: 'The page shows another record now.' });
  }
  return matcher.match(location, view.contact);
}

async function connected(auth: Auth) {
  const connection = await auth.connection();
  if (connection === null) throw new AppFailure({ code: 'not_connected' });
  return connection;
}
