import type { ContentProtocol } from '@/lib/messaging/content.ts';
import type { PageSide } from '@/lib/messaging/page-side.ts';
import type { CrmAdapter } from './adapter.ts';
import type { ScriptLife } from './script-life.ts';
import { watchPage } from './watch.ts';

/** Reports to the background what the adapter reads of this page, until the background or the script's life ends it. */
export function reportPage(adapter: CrmAdapter, life: ScriptLife, messaging: PageSide<ContentProtocol>): void {
  const { signal } = life;
  signal.addEventListener(
    'abort',
    messaging.onMessage('stopWatching', () => life.end()),
    { once: true },
  );
  watchPage({
    adapter,
    window,
    report: async (url, detection) => (life.isOver() ? 'stop' : messaging.sendMessage('pageFacts', { crm: adapter.id, url, detection })),
    signal,
  });
}
