import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Detection } from '@/lib/crm/adapter.ts';

/**
 * What a page may say: facts about itself, never a request. The background checks every message by schema and takes
 * tab and frame from the browser, never from the message.
 */
export interface ContentProtocol {
  /** What the page shows now. The answer says whether to go on watching: `stop` when this CRM is switched off. */
  pageFacts(facts: { crm: string; url: string; detection: Detection }): 'watch' | 'stop';
}

export const contentMessaging = defineExtensionMessaging<ContentProtocol>();
