import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterHere } from '@/lib/crm/registry.ts';
import { reportPage } from '@/lib/crm/report-page.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

export default defineContentScript({
  // The background registers it for the sites that are switched on.
  registration: 'runtime',
  // The page has no business knowing that we started.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const adapter = adapterHere(new URL(location.href));
    if (adapter) reportPage(adapter, ctx, createPageSide<ContentProtocol>(chrome.runtime));
  },
});
