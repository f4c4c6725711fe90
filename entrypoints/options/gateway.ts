import { browser } from 'wxt/browser';
import type { OptionsGateway } from '@/components/options/gateway.tsx';
import { READ_SCOPES, WRITE_SCOPES } from '@/lib/auth/scopes.ts';
import { fromResult } from '@/lib/core/errors.ts';
import { GHL_HOST } from '@/lib/ghl/origin.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { panelMessaging } from '@/lib/messaging/panel.ts';
import { createOutboxStore } from '@/lib/outbox/store.ts';
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
    sites: createBrowserSiteActs(),
    scopes: { read: READ_SCOPES, write: WRITE_SCOPES },
    settings,
  };
}
