import { AppFailure } from '@/lib/core/errors.ts';
import { readLimits } from './limits.ts';
import { createRateWindow } from './rate-window.ts';
import { createWaitingLine, type Priority } from './waiting-line.ts';

/** The queue as the panel may show it. `pausedUntil`: epoch milliseconds, while HighLevel asks us to wait. */
export interface QueueView {
  readonly waiting: number;
  readonly inFlight: number;
  readonly pausedUntil?: number;
}

export interface RateLimiter {
  /**
   * Waits for a turn and returns the function that ends it (harmless to call twice). Rejects with `signal`'s reason when
   * aborted, and with `rate_limited` when HighLevel's pause is longer than a minute.
   */
  acquire(priority: Priority, signal?: AbortSignal): Promise<() => void>;
  /** Learns from the headers of an answer, before that answer's turn ends. */
  heard(headers: Headers): void;
  /** Starts nothing for `ms`; `daily`: because the day's quota is used up. */
  pause(ms: number, daily: boolean): void;
  view(): QueueView;
}

export interface RateLimiterDeps {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Told when another number waits, or until another time; not of every request that comes and goes. */
  readonly onChange?: (view: QueueView) => void;
}

const MAX_IN_FLIGHT = 4;
/** Nobody is kept waiting for longer than this by a pause: they are told instead. */
export const LONGEST_PAUSE_MS = 60_000;

export function createRateLimiter({ now, sleep, onChange }: RateLimiterDeps): RateLimiter {
  const window = createRateWindow(now);
  const line = createWaitingLine(changed);
  let inFlight = 0;
  let pause = { until: 0, daily: false };
  let wakeAt = Number.POSITIVE_INFINITY;
  let told: QueueView = { waiting: 0, inFlight: 0 };

  function pump(): void {
    for (let ms = waitMs(); line.length > 0 && inFlight < MAX_IN_FLIGHT; ms = waitMs()) {
      if (ms > 0) {
        wakeIn(ms);
        break;
      }
      inFlight += 1;
      window.started();
      line.callFirst();
    }
    changed();
  }

  function wakeIn(ms: number): void {
    if (now() + ms >= wakeAt) return;
    wakeAt = now() + ms;
    void sleep(ms).then(() => {
      wakeAt = Number.POSITIVE_INFINITY;
      pump();
    });
  }

  /** The end of one turn. */
  function turn(): () => void {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      inFlight -= 1;
      pump();
    };
  }

  const pausedMs = () => Math.max(0, pause.until - now());
  const waitMs = () => Math.max(pausedMs(), window.waitMs());
  const refusal = () => new AppFailure({ code: 'rate_limited', retryAfterMs: pausedMs(), daily: pause.daily });
  const view = (): QueueView => ({ waiting: line.length, inFlight, ...(pausedMs() > 0 && { pausedUntil: pause.until }) });
  function changed(): void {
    const { waiting, pausedUntil } = view();
    if (waiting === told.waiting && pausedUntil === told.pausedUntil) return;
    told = view();
    onChange?.(told);
  }

  return {
    async acquire(priority, signal) {
      signal?.throwIfAborted();
      if (pausedMs() > LONGEST_PAUSE_MS) throw refusal();
      const called = line.join(priority, signal);
      pump();
      await called;
      return turn();
    },
    heard(headers) {
      window.heard(readLimits(headers, now()), inFlight - 1);
    },
    pause(ms, daily) {
      if (now() + ms <= pause.until) return;
      pause = { until: now() + ms, daily };
      if (ms > LONGEST_PAUSE_MS) line.refuseAll(refusal());
      changed();
    },
    view,
  };
}
