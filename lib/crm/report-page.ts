import type { ContentProtocol } from '@/lib/messaging/content.ts';
import type { PageSide } from '@/lib/messaging/page-side.ts';
import type { CrmAdapter } from './adapter.ts';
import { watchPage } from './watch.ts';

/** The life of a content script, as WXT's context has it. */
interface ScriptLife {
  /** True once the extension was updated or removed: the script is an orphan then, and nobody hears it. */
  readonly isInvalid: boolean;
  readonly signal: AbortSignal;
  abort(): unknown;
  onInvalidated(ended: () => void): unknown;
}

/** Reports to the background what the adapter reads of this page, until the background or the script's life ends it. */
export function reportPage(adapter: CrmAdapter, life: ScriptLife, messaging: PageSide<ContentProtocol>): void {
  life.onInvalidated(messaging.onMessage('stopWatching', () => void life.abort()));
  watchPage({
    adapter,
    window,
    report: async (url, detection) => (life.isInvalid ? 'stop' : messaging.sendMessage('pageFacts', { crm: adapter.id, url, detection })),
    signal: life.signal,
  });
}
