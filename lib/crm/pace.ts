import { createChanges } from './changes.ts';
import { whenIdle } from './idle.ts';
import type { PageRoots } from './roots.ts';

/** When to read the page again. */
export interface Pace {
  /** Reads in a while; a reading that is due sooner stays. */
  plan(waitMs?: number): void;
  /** No reading until `plan` or `follow`. Returns whether the page may have changed since it was followed. */
  rest(): boolean;
  /** Shorter pauses until the next news, for a while: the page is about to draw what it was told to show. */
  hurry(): void;
  /** Reads again once one of the roots changes or a frame loads; `isNews` says whether the last reading brought something new. */
  follow(isNews: boolean, page: PageRoots): void;
}

/** Shortest pause between a change of the page and reading it. */
const SETTLE_MS = 150;
/** The same while the page is awaited, after a move. */
const HURRY_MS = 30;
/** Longest pause, reached while the page keeps changing without showing anything new. */
const MAX_SETTLE_MS = 1_000;
/** The same while the page is awaited: what it draws late must not wait long because something else on it never rests. */
const MAX_HURRY_MS = 240;
/** How long a page is awaited in a hurry (seen: up to 5 s). */
const HURRIED_MS = 5_000;

/**
 * Calls `read` soon after one of the followed roots changes. It rests from the first change until the page has been read.
 * Does nothing more once `ended`.
 */
export function createPace(window: Window, now: () => number, read: () => void, ended: AbortSignal): Pace {
  const changes = createChanges(notice, ended);
  const timer = createTimer(window, now, read);
  let shortest = SETTLE_MS;
  let settle = SETTLE_MS;
  let readAt = 0;
  let hurriedUntil = now() + HURRIED_MS;
  const plan = (waitMs = settle) => {
    if (!ended.aborted) timer.plan(waitMs);
  };

  function notice(): void {
    if (now() - readAt > 2 * settle) settle = Math.min(settle, shortest);
    plan();
  }

  return {
    plan,
    rest() {
      timer.stop();
      return changes.unfollow();
    },
    hurry() {
      shortest = HURRY_MS;
      settle = HURRY_MS;
      hurriedUntil = now() + HURRIED_MS;
    },
    follow(isNews, page) {
      if (isNews) {
        shortest = SETTLE_MS;
        hurriedUntil = 0;
      }
      settle = isNews ? SETTLE_MS : Math.min(settle * 2, now() < hurriedUntil ? MAX_HURRY_MS : MAX_SETTLE_MS);
      readAt = now();
      changes.follow(page);
    },
  };
}

/** Calls `run` once, when it is due and the browser has time. */
function createTimer(window: Window, now: () => number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};
  let due = Number.POSITIVE_INFINITY;

  function stop(): void {
    clearTimeout(timer);
    callOff();
    due = Number.POSITIVE_INFINITY;
  }

  return {
    stop,
    plan(waitMs: number): void {
      if (now() + waitMs >= due) return;
      stop();
      due = now() + waitMs;
      timer = setTimeout(() => {
        callOff = whenIdle(window, run);
      }, waitMs);
    },
  };
}
