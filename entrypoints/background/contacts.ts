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
import { type PageFacts, pageFactsSchema } from '@/lib/messaging/page-facts.ts';
import { contentScriptTab } from '@/lib/messaging/trust.ts';
import type { createHealth } from '@/lib/sites/health.ts';
import type { Sites } from '@/lib/sites/sites.ts';
import type { Tabs } from './tabs.ts';

interface Parts {
  readonly tabs: Tabs;
  readonly sites: Pick<Sites, 'of'>;
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
  contentMessaging.onMessage('pageFacts', async ({ data, sender }) => {
    const page = contentScriptTab(sender, browser.runtime.id);
    const facts = pageFactsSchema.safeParse(data);
    const site = page && (await sites.of(page.url));
    if (page === undefined || site?.state !== 'on') return 'stop';
    // A report that is malformed, of another CRM or of another site than the sender's is nobody's; the next may be sound.
    if (!facts.success || !isOf(site.id, facts.data) || URL.parse(facts.data.url)?.origin !== page.url.origin) return 'watch';
    const { url, detection } = facts.data;
    await tabs.record(page.tabId, facts.data);
    if (site.kind === 'taught') await health.count(page.tabId, site.id, url, detection);
    tellNews({ about: 'tab', tabId: page.tabId });
    return 'watch';
  });
}

/** Whether a report and everybody in it are of that CRM: links are remembered under its name. */
function isOf(crm: string, { crm: teller, detection }: PageFacts): boolean {
  return [teller, ...peopleOf(detection).map((person) => person.crm)].every((each) => each === crm);
}

/** Everybody whom a page or a tab shows. */
function peopleOf(shown: TabView | PageFacts['detection']): readonly DetectedContact[] {
  if (shown.status === 'contact') return [shown.contact];
  return shown.status === 'ambiguous' ? shown.people : [];
}

function watchTabs(tabs: Tabs): void {
  browser.tabs.onRemoved.addListener((tabId) => void tabs.forget(tabId));
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === undefined && change.url === undefined) return;
    // Where the browser does not tell the address, a tab that loads may be anywhere by now.
    const forgetting = change.status === 'loading' && tab.url === undefined ? tabs.forget(tabId) : Promise.resolve();
    forgetting.catch(console.error).finally(() => tellNews({ about: 'tab', tabId }));
  });
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

/** The match of somebody whom a tab shows; throws when the tab no longer shows the record that was asked about. */
export async function matchTab(
  { tabs, matcher, auth }: Pick<Parts, 'tabs' | 'matcher' | 'auth'>,
  tabId: number,
  recordId: string,
): Promise<MatchOutcome> {
  const [view, location] = await Promise.all([tabs.view(tabId), connected(auth)]);
  const person = peopleOf(view).find((each) => each.recordId === recordId);
  if (person === undefined) {
    throw new AppFailure({ code: 'unexpected', detail: 'The page shows another record now.' });
  }
  return matcher.match(location, person);
}

async function connected(auth: Auth) {
  const connection = await auth.connection();
  if (connection === null) throw new AppFailure({ code: 'not_connected' });
  return connection;
}
