/** What any of our contexts tells the others over a BroadcastChannel: that something changed, never what. */
export type News =
  | { readonly about: 'tab'; readonly tabId: number }
  | { readonly about: 'connection' }
  | { readonly about: 'links' }
  | { readonly about: 'outbox' }
  /** The person asked for something outside the panel (`takeIntent`). */
  | { readonly about: 'intent'; readonly tabId: number }
  /** Requests waiting for the rate limiter; `pausedUntil` in epoch milliseconds while HighLevel asks us to wait. */
  | { readonly about: 'queue'; readonly waiting: number; readonly pausedUntil?: number };

const CHANNEL = 'alongside';

/** Tells every other open context of the extension. */
export function tellNews(news: News): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Calls `listener` for news from other contexts until `signal` aborts. */
export function onNews(listener: (news: News) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<News>) => listener(event.data));
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
