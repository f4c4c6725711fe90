import type { PageRoots } from './roots.ts';

/** Tells of the first change of a page. */
export interface Changes {
  /** Waits for a change of one of the roots, title included, or for a frame that loads. */
  follow(page: PageRoots): void;
  /** Waits no longer. Returns whether the page may have changed since it was followed. */
  unfollow(): boolean;
}

const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'style', 'hidden', 'href', 'value', 'aria-selected', 'data-target-selection-name', 'data-recordid'],
};

/** What moves something into or out of sight when it fades or slides; colours of buttons under the mouse are none of it. */
const MOVES = /^(?:trans|opac|visib|left|right|inset|margin|width)/;

/**
 * Calls `onChange` once for each time the page was followed, so that a busy page costs one callback. Once `ended`, nothing
 * of it remains in the page.
 */
export function createChanges(onChange: () => void, ended: AbortSignal): Changes {
  const observer = new MutationObserver(notice);
  let following = new AbortController();
  let isUnseen = true;
  ended.addEventListener('abort', stop, { once: true });

  function notice(): void {
    stop();
    onChange();
  }

  /** A drawer that slides out by its class is still in sight when the class changes, and nothing else tells of its end. */
  function noticeEnd(event: Event): void {
    if (MOVES.test((event as TransitionEvent).propertyName)) notice(); // listened for under that name only
  }

  function stop(): void {
    isUnseen = true;
    observer.disconnect();
    following.abort();
  }

  return {
    follow({ roots, frames }) {
      if (ended.aborted) return;
      isUnseen = false;
      following = new AbortController();
      const { signal } = following;
      for (const root of roots) {
        observer.observe(root, CHANGES);
        // The event does not leave its root.
        root.addEventListener('transitionend', noticeEnd);
      }
      // By hand: a document in a frame is of another realm, and not every DOM takes a signal of this one there.
      const leave = () => {
        for (const root of roots) root.removeEventListener('transitionend', noticeEnd);
      };
      signal.addEventListener('abort', leave, { once: true });
      for (const frame of frames) frame.addEventListener('load', notice, { signal });
    },
    unfollow() {
      const hasChanged = isUnseen || observer.takeRecords().length > 0;
      stop();
      return hasChanged;
    },
  };
}
