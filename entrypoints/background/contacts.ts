import { browser } from 'wxt/browser';
import type { Auth } from '@/lib/auth/session.ts';
import type { LinkStore } from '@/lib/contact/links.ts';
import type { Matcher } from '@/lib/contact/match.ts';
import type { MatchOutcome, TabView } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import { contentScriptTab } from '@/lib/messaging/trust.ts';
import type { createHealth } from '@/lib/sites/health.ts';
import type { Sites } from '@/lib/sites/sites.ts';
import { createReports } from './reports.ts';
import type { Tabs } from './tabs.ts';

interface Parts {
  readonly tabs: Tabs;
  readonly sites: Pick<Sites, 'of' | 'ruleFor'>;
  readonly health: ReturnType<typeof createHealth>;
  readonly matcher: Matcher;
  readonly links: LinkStore;
  readonly auth: Auth;
  readonly answer: ReturnType<typeof answerOwnPages>;
}

/** Who is on screen: takes the pages' reports, answers the panel's questions about tabs and matches. */
export function setupContacts(parts: Parts): void {
  listenToPages(parts);
  watchTabs(parts.tabs);
  answerPanel(parts);
}

function listenToPages({ tabs, sites, health }: Parts): void {
  const take = createReports({ tabs, sites, health, tell: (tabId) => tellNews({ about: 'tab', tabId }) });
  contentMessaging.onMessage('pageFacts', async ({ data, sender }) => {
    const page = contentScriptTab(sender, browser.runtime.id);
    return page === undefined ? 'stop' : take(data, page);
  });
}

/** Everybody whom a tab shows. */
function peopleOf(shown: TabView): readonly DetectedContact[] {
  if (shown.status === 'contact') return [shown.contact];
  return shown.status === 'ambiguous' ? shown.people : [];
}

function watchTabs(tabs: Tabs): void {
  browser.tabs.onRemoved.addListener((tabId) => void tabs.forget(tabId));
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === undefined && change.url === undefined) return;
    // Where the browser does not tell the address, a tab that loads may be anywhere by now.
    const isAnywhere = change.status === 'loading' && tab.url === undefined;
    const looking = isAnywhere ? tabs.drop(tabId) : change.status === 'loading' ? tabs.verify(tabId) : Promise.resolve();
    looking.catch(console.error).finally(() => tellNews({ about: 'tab', tabId }));
  });
}

function answerPanel({ tabs, matcher, links, auth, answer }: Parts): void {
  answer('getTab', ({ tabId }) => tabs.view(tabId));
  answer('matchTab', ({ tabId, recordId }) => matchTab({ tabs, matcher, auth }, tabId, recordId));
  answer('refindContact', async ({ tabId, recordId, contactId }) => {
    const { location, person } = await shownRecord({ tabs, auth }, tabId, recordId);
    const hasMoved = await matcher.refind(location, person, contactId);
    if (hasMoved) tellNews({ about: 'links' });
    return hasMoved;
  });
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

/** The match of somebody whom a tab shows; throws when the tab no longer shows the record that was asked about. */
export async function matchTab(
  { tabs, matcher, auth }: Pick<Parts, 'tabs' | 'matcher' | 'auth'>,
  tabId: number,
  recordId: string,
): Promise<MatchOutcome> {
  const { location, person } = await shownRecord({ tabs, auth }, tabId, recordId);
  return matcher.match(location, person);
}

async function shownRecord({ tabs, auth }: Pick<Parts, 'tabs' | 'auth'>, tabId: number, recordId: string) {
  const [view, location] = await Promise.all([tabs.view(tabId), connected(auth)]);
  const person = peopleOf(view).find((each) => each.recordId === recordId);
  if (person === undefined) {
    throw new AppFailure({ code: 'unexpected', detail: 'The page shows another record now.' });
  }
  return { location, person };
}

async function connected(auth: Auth) {
  const connection = await auth.connection();
  if (connection === null) throw new AppFailure({ code: 'not_connected' });
  return connection;
}
