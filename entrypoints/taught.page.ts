import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportPage } from '@/lib/crm/report-page.ts';
import { beginLife } from '@/lib/crm/script-life.ts';
import { createTaughtAdapter } from '@/lib/crm/taught/taught-adapter.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

/** Registered for the origins that a person taught and switched on. */
export default defineUnlistedScript(async () => {
  if (window.top !== window) return;
  const life = beginLife('reader', globalThis, () => !chrome.runtime?.id);
  const messaging = createPageSide<ContentProtocol>(chrome.runtime);
  const rule = await messaging.sendMessage('taughtRule').catch(() => null);
  if (life.isOver() || rule === null || rule.origin !== location.origin) return;
  reportPage(createTaughtAdapter(rule), life, messaging);
});
