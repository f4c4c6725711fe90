import type { QueryClient } from '@tanstack/react-query';
import type { News } from '@/lib/messaging/news.ts';
import type { Gateway } from './gateway.ts';
import { connectionKey, readingKey, tabKey } from './keys.ts';
import type { OutboxFeed } from './outbox-feed.ts';
import type { QueueFeed } from './queue-feed.ts';
import { followSettings } from './settings.ts';

interface Parts {
  readonly gateway: Pick<Gateway, 'onNews' | 'settings'>;
  readonly queryClient: QueryClient;
  readonly outbox: OutboxFeed;
  readonly queue: QueueFeed;
}

/** Lets news from the background, make the right things old, until `signal` aborts. */
export function followNews({ gateway, queryClient, outbox, queue }: Parts, signal: AbortSignal): void {
  /** A first reading that is under way may have its answer from before the news, and would be kept as the newest. */
  async function readAgain(queryKey: readonly unknown[]) {
    await queryClient.cancelQueries({ queryKey });
    await queryClient.invalidateQueries({ queryKey });
  }
  /** A tab that is not on screen is forgotten, so that coming back to it never paints who it showed before. */
  function forgetTab(tabId: number) {
    queryClient.removeQueries({ queryKey: tabKey(tabId), type: 'inactive' });
    void readAgain(tabKey(tabId));
    void readAgain(readingKey(tabId));
  }
  const hear: { [A in News['about']]: (news: Extract<News, { about: A }>) => void } = {
    tab: ({ tabId }) => forgetTab(tabId),
    connection: () => void readAgain(connectionKey),
    links: () => void readAgain(['match']),
    outbox: () => void outbox.refresh(),
    // Whoever shows the tab takes it (`useIntents`).
    intent: () => undefined,
    queue: (news) => queue.hear(news),
  };
  followSettings(gateway.settings, queryClient, signal);
  // The compiler cannot tie the key to the argument; the table's type does.
  gateway.onNews((news) => (hear[news.about] as (news: News) => void)(news), signal);
}
