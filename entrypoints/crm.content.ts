import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterHere } from '@/lib/crm/registry.ts';
import { reportPage } from '@/lib/crm/report-page.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';

export default defineContentScript({
  // The background registers it for the sites that are switched on.
  registration: 'runtime',
  // The page has no business knowing that we started.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const adapter = adapterHere(new URL(location.href));
    if (adapter) reportPage(adapter, ctx, contentMessaging);
  },
});
