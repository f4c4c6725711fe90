import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Sample, takeSample } from '@/lib/crm/sample/sample.ts';

export default defineContentScript({
  // Put into one tab when the person asks for a sample of it; its result is what `main` returns.
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main(): Sample {
    // The global, as pages get no package: both browsers have it.
    const { version } = chrome.runtime.getManifest();
    return takeSample({ document, url: new URL(location.href), version, date: new Date() });
  },
});
