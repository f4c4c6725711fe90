import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterHere } from '@/lib/crm/registry.ts';
import type { Report } from '@/lib/crm/teller.ts';
import { watchPage } from '@/lib/crm/watch.ts';
import { contentMessaging } from '@/lib/messaging/content.ts';

export default defineContentScript({
  // The background registers it for the sites that are switched on.
  registration: 'runtime',
  // The page has no business knowing that we started.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const adapter = adapterHere(new URL(location.href));
    if (!adapter) return;
    const report: Report = async (url, detection) => {
      // After an update of the extension this script is an orphan that nobody hears: `isInvalid` notices and ends it.
      if (ctx.isInvalid) return 'stop';
      return contentMessaging.sendMessage('pageFacts', { crm: adapter.id, url, detection });
    };
    ctx.onInvalidated(contentMessaging.onMessage('stopWatching', () => ctx.abort()));
    watchPage({ adapter, window, report, signal: ctx.signal });
  },
});
