import { openRoots } from './dom.ts';

/** When to read the page again. */
export interface Pace {
  /** Reads in a while; a reading that is due sooner stays. */
  plan(waitMs?: number): void;
  /** No reading until `plan` or `follow`. */
  rest(): void;
  /** Reads again once the page changes; `isNews` says whether the last reading brought something new. */
  follow(isNews: boolean): void;
}

/** Shortest pause between a change of the page and reading it. */
const SETTLE_MS = 150;
/** Longest pause, reached while the page keeps changing without showing anything new. */
const MAX_SETTLE_MS = 1_000;

const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'style', 'hidden', 'href', 'value', 'aria-selected', 'data-target-selection-name', 'data-recordid'],
};

/**
 * Calls `read` soon after the document or an open shadow root in it changes, title included. The observer rests from
 * the first change until the page has been read, so that a busy page costs one callback for each reading.
 */
export function createPace(document: Document, now: () => number, read: () => void): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let settle = SETTLE_MS;
  let readAt = 0;

  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (now() - readAt > 2 * settle) settle = SETTLE_MS;
    plan();
  });

  function plan(waitMs = settle): void {
    if (now() + waitMs >= due) return;
    clearTimeout(timer);
    due = now() + waitMs;
    timer = setTimeout(read, waitMs);
  }

  function rest(): void {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    observer.disconnect();
  }

  function follow(isNews: boolean): void {
    settle = isNews ? SETTLE_MS : Math.min(settle * 2, MAX_SETTLE_MS);
    readAt = now();
    for (const root of openRoots(document)) observer.observe(root, CHANGES);
  }

  return { plan, rest, follow };
}
