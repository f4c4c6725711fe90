import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterFor, adapters } from '@/lib/crm/registry.ts';
import type { Report } from '@/lib/crm/teller.ts';
import { watchPage } from '@/lib/crm/watch.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';

export default defineContentScript({
  matches: adapters.flatMap((adapter) => adapter.matches),
  runAt: 'document_idle',
  // The page has no business knowing that we started.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const adapter = adapterFor(new URL(location.href));
    if (!adapter) return;
    const report: Report = async (url, detection) => {
      // After an update of the extension this script is an orphan that nobody hears: `isInvalid` notices and ends it.
      if (ctx.isInvalid) return 'stop';
      return contentMessaging.sendMessage('pageFacts', { crm: adapter.id, url, detection });
    };
    watchPage({ adapter, window, report, signal: ctx.signal });
  },
});
