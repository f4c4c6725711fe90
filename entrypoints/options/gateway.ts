import { browser } from 'wxt/browser';
import type { OptionsGateway } from '@/components/options/gateway.tsx';
import { READ_SCOPES, WRITE_SCOPES } from '@/lib/auth/scopes.ts';
import { createLinkStore } from '@/lib/contact/links.ts';
import { fromResult, type Result } from '@/lib/core/errors.ts';
import { type EndpointName, endpoints } from '@/lib/ghl/endpoints.ts';
import { GHL_HOST } from '@/lib/ghl/origin.ts';
import { onNews, tellNews } from '@/lib/messaging/news.ts';
import { panelMessaging } from '@/lib/messaging/panel.ts';
import { createOutboxStore } from '@/lib/outbox/store.ts';
import type { Answer, Gateway } from '@/lib/query/gateway.ts';
import { createOutboxFeed } from '@/lib/query/outbox-feed.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { settings } from '@/lib/storage/items.ts';
import { openKey } from '@/lib/storage/key.ts';
import { createBrowserSiteActs } from '../shared/sites.ts';

/** The options page's road to the background, the outbox and the browser. */
export function createOptionsGateway(): OptionsGateway {
  const outbox = createOutboxStore({
    cipher: createCipher(openKey),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    tell: () => tellNews({ about: 'outbox' }),
  });
  const feed = createOutboxFeed({ gateway: { ask: askBackground, outbox, now: Date.now }, onNewer: () => undefined });
  onNews(({ about }) => about === 'outbox' && void feed.refresh(), new AbortController().signal);
  void feed.refresh();
  return {
    connection: async () => fromResult(await panelMessaging.sendMessage('getConnection')),
    connectWithToken: async (data) => fromResult(await panelMessaging.sendMessage('connectWithToken', data)),
    connectWithOAuth: async () => fromResult(await panelMessaging.sendMessage('connectWithOAuth')),
    disconnect: async () => fromResult(await panelMessaging.sendMessage('disconnect')),
    countUnsent: async () => {
      const { open, needsPerson, unreadable } = await outbox.counts();
      return open + needsPerson + unreadable;
    },
    allowHost: () => browser.permissions.request({ origins: [GHL_HOST] }),
    abilities: (Object.keys(endpoints) as EndpointName[]).map((name) => ({
      name,
      scope: endpoints[name].scope,
      effect: endpoints[name].effect,
    })),
    read: async (endpoint, input) => fromResult(await panelMessaging.sendMessage('read', { endpoint, input })),
    allowWriting: async () => fromResult(await panelMessaging.sendMessage('allowWriting')),
    outbox: feed,
    sites: createBrowserSiteActs(),
    links: createLinkActs(),
    scopes: { read: READ_SCOPES, write: WRITE_SCOPES },
    settings,
  };
}

/** The same store that the background reads on every match; panels look again when it has changed. */
function createLinkActs(): OptionsGateway['links'] {
  const store = createLinkStore(createCipher(openKey));
  const tell = () => tellNews({ about: 'links' });
  return {
    list: store.list,
    remove: ({ locationId, crm, recordId }) => store.remove(locationId, crm, recordId).then(tell),
    removeSite: (site) => store.prune((crm) => crm !== site).then(tell),
  };
}

/** The protocol's map ties question and data together; the library's own types cannot follow a generic question. */
const askBackground: Gateway['ask'] = async (question, ...data) => {
  const send = panelMessaging.sendMessage as (type: typeof question, data: unknown) => Promise<Result<Answer<typeof question>>>;
  return fromResult(await send(question, data[0]));
};
