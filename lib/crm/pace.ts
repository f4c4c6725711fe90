import type { Root } from './dom.ts';
import { whenIdle } from './idle.ts';

/** When to read the page again. */
export interface Pace {
  /** Reads in a while; a reading that is due sooner stays. */
  plan(waitMs?: number): void;
  /** No reading until `plan` or `follow`. */
  rest(): void;
  /** Shorter pauses until the next news: the page is about to draw what it was told to show. */
  hurry(): void;
  /** Reads again once one of the roots changes; `isNews` says whether the last reading brought something new. */
  follow(isNews: boolean, roots: readonly Root[]): void;
}

/** Shortest pause between a change of the page and reading it. */
const SETTLE_MS = 150;
/** The same while the page is awaited, after a move. */
const HURRY_MS = 30;
/** Longest pause, reached while the page keeps changing without showing anything new. */
const MAX_SETTLE_MS = 1_000;

const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'style', 'hidden', 'href', 'value', 'aria-selected', 'data-target-selection-name', 'data-recordid'],
};

/**
 * Calls `read` soon after one of the followed roots changes, title included. The observer rests from
 * the first change until the page has been read, so that a busy page costs one callback for each reading.
 */
export function createPace(window: Window, now: () => number, read: () => void): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};
  let due = Number.POSITIVE_INFINITY;
  let shortest = SETTLE_MS;
  let settle = SETTLE_MS;
  let readAt = 0;

  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (now() - readAt > 2 * settle) settle = Math.min(settle, shortest);
    plan();
  });

  function plan(waitMs = settle): void {
    if (now() + waitMs >= due) return;
    stop();
    due = now() + waitMs;
    timer = setTimeout(() => {
      callOff = whenIdle(window, read);
    }, waitMs);
  }

  function stop(): void {
    clearTimeout(timer);
    callOff();
  }

  function hurry(): void {
    shortest = HURRY_MS;
    settle = HURRY_MS;
  }

  function rest(): void {
    stop();
    due = Number.POSITIVE_INFINITY;
    observer.disconnect();
  }

  function follow(isNews: boolean, roots: readonly Root[]): void {
    if (isNews) shortest = SETTLE_MS;
    settle = isNews ? SETTLE_MS : Math.min(settle * 2, MAX_SETTLE_MS);
    readAt = now();
    for (const root of roots) observer.observe(root, CHANGES);
  }

  return { plan, rest, hurry, follow };
}
