import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { adapter } from '@/lib/crm/adapters/salesmsg.ts';
import { reportPage } from '@/lib/crm/report-page.ts';
import { beginLife } from '@/lib/crm/script-life.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

/** The background registers it for this CRM's hosts while they are switched on. */
export default defineUnlistedScript(() => {
  const life = beginLife('reader', globalThis, () => !chrome.runtime?.id);
  reportPage(adapter, life, createPageSide<ContentProtocol>(chrome.runtime));
});
