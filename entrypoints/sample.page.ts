import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Sample, takeSample } from '@/lib/crm/sample/sample.ts';

/** Put into one tab when the person asks for a sample of it; its result is what this returns. */
export default defineUnlistedScript((): Sample => {
  // The global, as pages get no package: both browsers have it.
  const { version } = chrome.runtime.getManifest();
  return takeSample({ document, url: new URL(location.href), version, date: new Date() });
});
