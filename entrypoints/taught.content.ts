import { defineContentScript } from 'wxt/utils/define-content-script';
import { reportPage } from '@/lib/crm/report-page.ts';
import { createTaughtAdapter } from '@/lib/crm/taught/taught-adapter.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

export default defineContentScript({
  // Registered for the origins that a person taught and switched on.
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (window.top !== window) return;
    const messaging = createPageSide<ContentProtocol>(chrome.runtime);
    const rule = await messaging.sendMessage('taughtRule').catch(() => null);
    if (ctx.isInvalid || rule === null || rule.origin !== location.origin) return;
    reportPage(createTaughtAdapter(rule), ctx, messaging);
  },
});
