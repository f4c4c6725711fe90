import type { News } from '@/lib/messaging/news.ts';
import type { Followed } from './gateway.ts';

/** How busy the way to HighLevel is. `pausedUntil`: epoch milliseconds. */
export interface QueueState {
  readonly waiting: number;
  readonly pausedUntil?: number;
}

/** Keeps the last word of the background on its request queue. */
export function createQueueFeed() {
  const listeners = new Set<() => void>();
  let state: QueueState = { waiting: 0 };
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    snapshot: () => state,
    hear({ waiting, pausedUntil }: Extract<News, { about: 'queue' }>) {
      state = { waiting, ...(pausedUntil === undefined ? {} : { pausedUntil }) };
      for (const listener of listeners) listener();
    },
  } satisfies Followed<QueueState> & Record<string, unknown>;
}

export type QueueFeed = ReturnType<typeof createQueueFeed>;
