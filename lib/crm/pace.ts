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

const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'style', 'hidden', 'href', 'value', 'aria-selected', 'data-target-selection-name', 'data-recordid'],
};

/** What moves something into or out of sight when it fades or slides; colours of buttons under the mouse are none of it. */
const MOVES = /^(?:trans|opac|visib|left|right|inset|margin|width)/;

/**
 * Calls `read` soon after one of the followed roots changes, title included. The observer rests from the first change
 * until the page has been read, so that a busy page costs one callback for each reading. Does nothing more once `ended`.
 */
export function createPace(window: Window, now: () => number, read: () => void, ended: AbortSignal): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};
  let due = Number.POSITIVE_INFINITY;
  let shortest = SETTLE_MS;
  let settle = SETTLE_MS;
  let readAt = 0;
  let hurriedUntil = now() + HURRIED_MS;
  let isUnseen = true;
  let followed: PageRoots['roots'] = [];
  let following = new AbortController();
  const observer = new MutationObserver(notice);

  function notice(): void {
    unfollow();
    if (now() - readAt > 2 * settle) settle = Math.min(settle, shortest);
    plan();
  }

  /** A drawer that slides out by its class is still in sight when the class changes, and nothing else tells of its end. */
  function noticeEnd(event: Event): void {
    if (MOVES.test((event as TransitionEvent).propertyName)) notice(); // listened for under that name only
  }

  function unfollow(): void {
    isUnseen = true;
    observer.disconnect();
    for (const root of followed) root.removeEventListener('transitionend', noticeEnd);
    followed = [];
    following.abort();
  }

  function plan(waitMs = settle): void {
    if (ended.aborted || now() + waitMs >= due) return;
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
    hurriedUntil = now() + HURRIED_MS;
  }

  function rest(): boolean {
    const hasChanged = isUnseen || observer.takeRecords().length > 0;
    stop();
    due = Number.POSITIVE_INFINITY;
    unfollow();
    return hasChanged;
  }

  function follow(isNews: boolean, { roots, frames }: PageRoots): void {
    if (ended.aborted) return;
    if (isNews) {
      shortest = SETTLE_MS;
      hurriedUntil = 0;
    }
    settle = isNews ? SETTLE_MS : Math.min(settle * 2, now() < hurriedUntil ? MAX_HURRY_MS : MAX_SETTLE_MS);
    readAt = now();
    isUnseen = false;
    // The event does not leave its root.
    followed = roots;
    for (const root of followed) {
      observer.observe(root, CHANGES);
      root.addEventListener('transitionend', noticeEnd);
    }
    following = new AbortController();
    for (const frame of frames) frame.addEventListener('load', notice, { signal: following.signal });
  }

  return { plan, rest, hurry, follow };
}
