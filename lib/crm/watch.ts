import type { CrmAdapter } from './adapter.ts';
import { createLook } from './look.ts';
import { followNavigation } from './navigation.ts';
import { createPace } from './pace.ts';
import { createRootFinder } from './roots.ts';
import { createTeller, type Report } from './teller.ts';

export interface WatchOptions {
  readonly adapter: CrmAdapter;
  /** The page's window. */
  readonly window: Window;
  readonly report: Report;
  /** Ends the watching, e.g. when the extension is updated. */
  readonly signal: AbortSignal;
}

/**
 * Reports what the page shows: at once, when its address changes, and when it draws something new. Silent when nothing
 * changed, idle while the tab is hidden. Never writes to the page.
 */
export function watchPage({ adapter, window, report, signal }: WatchOptions): void {
  const { document, location } = window;
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const look = createLook(adapter, document, Date.now);
  const findRoots = createRootFinder(document, Date.now);
  const pace = createPace(window, Date.now, read);
  const teller = createTeller(report, { stop: () => stop.abort(), retry: pace.plan });
  let url = '';
  let isPending = true;

  function read(): void {
    pace.rest();
    if (ended.aborted || document.hidden) return;
    const hasMoved = url !== '' && url !== location.href;
    url = location.href;
    const roots = findRoots(hasMoved || isPending);
    const { detections, againIn } = look(url, roots);
    const isNews = detections.map((detection) => teller.tell(url, detection)).includes(true);
    pace.follow(isNews, roots);
    isPending = detections.at(-1)?.status === 'pending';
    if (hasMoved && isPending) pace.hurry();
    if (againIn !== undefined) pace.plan(againIn);
  }

  function announce({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    teller.forget();
    read();
  }

  followNavigation(window, () => (location.href === url ? undefined : read()), ended);
  document.addEventListener('visibilitychange', read, { signal: ended });
  window.addEventListener('pageshow', announce, { signal: ended });
  ended.addEventListener('abort', pace.rest, { once: true });
  read();
}
