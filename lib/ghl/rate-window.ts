import { INTERVAL_MS, type Limits } from './limits.ts';

/** Our own ceiling per interval: HighLevel allows 100 per 10 s to everyone at a location together. */
const CEILING = 80;
/** The part of HighLevel's allowance we take for ourselves. */
const SHARE = 0.8;

/** Counts our starts against our own ceiling and against what HighLevel last said is left. */
export interface RateWindow {
  /** Milliseconds until the next request may start; 0 is now. */
  waitMs(): number;
  started(): void;
  /** Learns from an answer. `othersInFlight`: our requests HighLevel may not have counted yet. */
  heard(limits: Limits, othersInFlight: number): void;
}

export function createRateWindow(now: () => number): RateWindow {
  let starts: readonly number[] = [];
  let ceiling = CEILING;
  let intervalMs = INTERVAL_MS;
  let room: { left: number; until: number } | undefined;

  return {
    waitMs() {
      starts = starts.filter((at) => at > now() - intervalMs);
      const oldest = starts[starts.length - ceiling];
      const ours = oldest === undefined ? 0 : oldest + intervalMs - now();
      const theirs = room !== undefined && room.left <= 0 ? room.until - now() : 0;
      return Math.max(0, ours, theirs);
    },
    started() {
      starts = [...starts, now()];
      if (room !== undefined) room.left -= 1;
    },
    heard(limits, othersInFlight) {
      intervalMs = limits.intervalMs;
      if (limits.max !== undefined) ceiling = Math.max(1, Math.min(CEILING, Math.floor(limits.max * SHARE)));
      if (limits.remaining !== undefined) room = { left: limits.remaining - othersInFlight, until: now() + intervalMs };
    },
  };
}
