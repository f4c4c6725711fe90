import '@/lib/core/zod-setup.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { brokerUrl } from '@/lib/auth/broker-url.ts';
import { createAuth } from '@/lib/auth/session.ts';
import { createVault } from '@/lib/auth/vault.ts';
import { createLinkStore } from '@/lib/contact/links.ts';
import { createMatcher } from '@/lib/contact/match.ts';
import { toE164 } from '@/lib/core/phone.ts';
import { isApplied } from '@/lib/ghl/answers.ts';
import { createGhlClient } from '@/lib/ghl/client.ts';
import { createRateLimiter } from '@/lib/ghl/rate-limit.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import { createDrainer } from '@/lib/outbox/drain.ts';
import { createOutboxStore } from '@/lib/outbox/store.ts';
import { createReadCache } from '@/lib/query/read-cache.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { openKey } from '@/lib/storage/key.ts';
import { actOnTab } from './act-on-tab.ts';
import { setupAuth } from './auth.ts';
import { setupContacts } from './contacts.ts';
import { setupGhl } from './ghl.ts';
import { setupMenus } from './menus.ts';
import { afterSent, setupOutbox } from './outbox.ts';
import { setupPanel } from './panel.ts';
import { createTabs } from './tabs.ts';

/**
 * The composition root: builds every service, then registers every listener, all of it synchronously: a listener that
 * is registered later misses the event that started this background.
 */
export default defineBackground({ type: 'module', main });

function main(): void {}
