import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Detection } from '@/lib/crm/adapter.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';

/**
 * What a page may say: facts about itself. The background checks every message by schema and takes tab, frame and origin
 * from the browser, never from the message.
 */
export interface ContentProtocol {
  /** What the page shows now. The answer says whether to go on watching: `stop` when this site is switched off. */
  pageFacts(facts: { crm: string; url: string; detection: Detection }): 'watch' | 'stop';
  /** What the person taught of the sender's own origin; `null` when that is nothing or is switched off. */
  taughtRule(): TaughtRule | null;
  /** The background's only word to a page: this site was switched off or taught anew, so stop looking. */
  stopWatching(): void;
}

export const contentMessaging = defineExtensionMessaging<ContentProtocol>();
