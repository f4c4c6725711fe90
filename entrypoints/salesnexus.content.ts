import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapter } from '@/lib/crm/adapters/salesnexus.ts';
import { reportPage } from '@/lib/crm/report-page.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

export default defineContentScript({
  // The background registers it for this CRM's hosts while they are switched on.
  registration: 'runtime',
  // The page has no business knowing that we started.
  noScriptStartedPostMessage: true,
  main: (ctx) => reportPage(adapter, ctx, createPageSide<ContentProtocol>(chrome.runtime)),
});
