import '@/lib/core/zod-setup.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { brokerUrl } from '@/lib/auth/broker-url.ts';
import { createAuth } from '@/lib/auth/session.ts';
import { createVault } from '@/lib/auth/vault.ts';
import { createLinkStore } from '@/lib/contact/links.ts';
import { type ContactSearch, createMatcher } from '@/lib/contact/match.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { toE164 } from '@/lib/core/phone.ts';
import { isApplied } from '@/lib/ghl/answers.ts';
import { createGhlClient, type GhlAuth, type GhlClient, type Grant } from '@/lib/ghl/client.ts';
import { GHL_HOST } from '@/lib/ghl/origin.ts';
import { createRateLimiter, type QueueView } from '@/lib/ghl/rate-limit.ts';
import { withScopeNotes } from '@/lib/ghl/scope-notes.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import { createDrainer } from '@/lib/outbox/drain.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { createOutboxStore } from '@/lib/outbox/store.ts';
import { createReadCache } from '@/lib/query/read-cache.ts';
import { tidyPermissions } from '@/lib/sites/asked.ts';
import { createHealth } from '@/lib/sites/health.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { createDraftStore } from '@/lib/storage/drafts.ts';
import { settings } from '@/lib/storage/items.ts';
import { openKey } from '@/lib/storage/key.ts';
import { createBrowserAsked, createBrowserSites } from '../shared/sites.ts';
import { actOnTab } from './act-on-tab.ts';
import { setupAuth } from './auth.ts';
import { badgeOverdue } from './badge.ts';
import { setupCommands } from './commands.ts';
import { setupContacts } from './contacts.ts';
import { setupGhl } from './ghl.ts';
import { createIntents, setupIntents } from './intents.ts';
import { setupMenus } from './menus.ts';
import { setupOmnibox } from './omnibox.ts';
import { afterSettled, callBackIfKilled, setupOutbox, withFullPhone } from './outbox.ts';
import { setupOverdue } from './overdue.ts';
import { isPanelOpen, setupPanel } from './panel.ts';
import { setupPhones } from './phones.ts';
import { setupSites } from './sites.ts';
import { createCountMemory, createTabs } from './tabs.ts';
import { setupTaughtLinks } from './taught-links.ts';

/**
 * The composition root: builds every service, then registers every listener, all of it synchronously: a listener that
 * is registered later misses the event that started this background.
 */
export default defineBackground({ type: 'module', main });

const now = () => Date.now();
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const online = () => navigator.onLine;
const permitted = () => browser.permissions.contains({ origins: [GHL_HOST] });
/** Called as a method of anything else, `fetch` throws. */
const fetchIt: typeof fetch = (...request) => fetch(...request);

function main(): void {
  closeStorageToPages();
  const services = createServices({
    onSent: ({ operation }) => overdue.countAfterWrite(operation),
    onConnection: () => overdue.count(),
  });
  const { auth, drainer, outbox, links, matcher, client, sites, health } = services;
  const origin = browser.runtime.getURL('').replace(/\/$/, '');
  const answer = answerOwnPages({ id: browser.runtime.id, origin });

  setupPanel();
  const tabs = createTabs({
    session: browser.storage.session,
    tabs: browser.tabs,
    sites,
    settled: () => scripts.settled(),
    documentOf: (tabId) => scripts.documentOf(tabId),
    readAnew: (tabId) => scripts.readAnew(tabId),
  });
  const scripts = setupSites({ sites, tabs });
  setupContacts({ tabs, sites, health, matcher, links, auth, answer });
  setupTaughtLinks({ links, taughtSites: settings.taughtSites });
  tidyPermissions({ asked: createBrowserAsked(), sites, permissions: browser.permissions, isPanelOpen, now }).catch(console.error);
  setupGhl({ client, answer, toE164: services.toHighLevelPhone });
  setupPhones({ auth, answer });
  const { wake } = setupOutbox({ drainer, outbox, answer });
  setupAuth({ auth, answer, wake });
  const intents = createIntents({ session: browser.storage.session, now, tell: (tabId) => tellNews({ about: 'intent', tabId }) });
  const search = (query: string, tabId: number) => intents.put(tabId, { kind: 'find', query });
  setupIntents({ intents, answer });
  setupMenus({
    sites,
    act: (act, at) => actOnTab({ tabs, matcher, auth, outbox, wake, intents }, act, at),
    search: ({ query }, tabId) => search(query, tabId).catch(console.error),
  });
  setupCommands(intents);
  setupOmnibox({ connection: auth.connection, findByText: (input) => client.call('contacts.findByText', input), search });
  const overdue = setupOverdue({ auth, client, settings, alarms: browser.alarms, now, sleep, show: badgeOverdue });
}

interface Hearers {
  /** HighLevel has confirmed a write. */
  onSent(entry: OutboxEntry): void;
  onConnection(): void;
}

function createServices({ onSent, onConnection }: Hearers) {
  const cipher = createCipher(openKey);
  const limiter = createRateLimiter({ now, sleep, onChange: tellQueue });
  const links = createLinkStore(cipher);
  const cache = createReadCache(cipher);
  const drafts = createDraftStore(cipher);
  const toHighLevel = { fetch: fetchIt, now, sleep, limiter, online, permitted };
  const auth = createAuth({
    vault: createVault({ cipher }),
    sessionStorage: browser.storage.session,
    locks: navigator.locks,
    fetch: fetchIt,
    now,
    identity: browser.identity,
    brokerUrl,
    fetchLocation: (accessToken, locationId) => asked({ accessToken, locationId }),
    onLeave: async () => void (await Promise.all([cache.clear(), links.clear(), drafts.clear(), settings.recentTags.set([])])),
    onChange: () => {
      tellNews({ about: 'connection' });
      onConnection();
      drainer.wake('connection').catch(console.error);
    },
  });
  /** One call with a token that is not kept yet. */
  const asked = (grant: Grant) =>
    createGhlClient({ ...toHighLevel, auth: fixedGrant(grant) }).call('locations.get', { locationId: grant.locationId });
  const client = withScopeNotes(createGhlClient({ ...toHighLevel, auth }), { setting: settings.seenScopes, connection: auth.connection });
  const matcher = createMatcher({ search: createContactSearch(client), links, now, toE164 });
  const outbox = createOutboxStore({ cipher, now, newId: () => crypto.randomUUID(), tell: () => tellNews({ about: 'outbox' }) });
  const drainer = createDrainer({
    store: outbox,
    locks: navigator.locks,
    now,
    // Like `fetch`, they throw when called as a method of something else.
    timer: { set: (callback, ms) => setTimeout(callback, ms), clear: (set) => clearTimeout(set) },
    connection: auth.connection,
    call: async (name, input, locationId) => {
      callBackIfKilled();
      // The outbox's own table pairs each name with its input.
      const request = await withFullPhone(input, toHighLevelPhone);
      return client.call(name, request as never, { locationId, priority: 'act' });
    },
    isApplied,
    online,
    onSettled: (entry) => {
      if (entry.state === 'sent') onSent(entry);
      afterSettled(entry, { links, outbox, drainer, cache }).catch(console.error);
    },
  });
  /** HighLevel wants E.164; the panel, which does not carry the numbering plans, hands on what page or person wrote. */
  const toHighLevelPhone = async (phone: string) => toE164(phone, (await auth.connection())?.country) ?? phone;
  const sites = createBrowserSites();
  const health = createHealth({
    siteHealth: settings.siteHealth,
    memory: createCountMemory(browser.storage.session),
    locks: navigator.locks,
  });
  return { auth, client, links, matcher, outbox, drainer, sites, health, toHighLevelPhone };
}

/** Settings are for our own pages only. Firefox has no such wall (153), which is why nothing secret is in there. */
function closeStorageToPages(): void {
  browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(console.error);
}

function fixedGrant(grant: Grant): GhlAuth {
  return {
    token: async () => grant,
    refused: async () => {
      throw new AppFailure({ code: 'reconnect_needed', status: 401 });
    },
  };
}

function createContactSearch(client: GhlClient): ContactSearch {
  return {
    search: (input) => client.call('contacts.search', input),
    findDuplicate: (input) => client.call('contacts.findDuplicate', input),
    findByText: (input) => client.call('contacts.findByText', input),
  };
}

function tellQueue({ waiting, pausedUntil }: QueueView): void {
  tellNews({ about: 'queue', waiting, ...(pausedUntil === undefined ? {} : { pausedUntil }) });
}
