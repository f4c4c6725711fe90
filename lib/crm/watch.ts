import type { CrmAdapter } from './adapter.ts';
import { createLook, type Place } from './look.ts';
import { followNavigation } from './navigation.ts';
import { createPace } from './pace.ts';
import { createRootFinder } from './roots.ts';
import { createTeller, type Report } from './teller.ts';

export interface WatchOptions {
  readonly adapter: CrmAdapter;
  /** The page's window. */
  readonly window: Window;
  readonly report: Report;
  /** Ends the watching, e.g. when the extension is updated or the site is switched off; nothing of it remains in the page. */
  readonly signal: AbortSignal;
}

/**
 * Reports what the page shows: at once, when its address changes, and when it draws something new. Silent when nothing
 * changed, idle while the tab is hidden and at addresses that never show a contact: there it only waits for the next
 * address. Never writes to the page.
 */
export function watchPage({ adapter, window, report, signal }: WatchOptions): void {
  const { document, location } = window;
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const look = createLook(adapter, document, Date.now);
  const findRoots = createRootFinder(document, Date.now, adapter.readsFrames);
  const pace = createPace(window, Date.now, read, ended);
  const teller = createTeller(report, { stop: () => stop.abort(), retry: pace.plan });
  let url = '';
  let lastRoute: string | undefined;
  let isPending = true;

  function read(): void {
    const hasChanged = pace.rest();
    if (ended.aborted || document.hidden) return;
    const isFirst = url === '';
    url = location.href;
    const route = adapter.route(new URL(url));
    const hasMoved = !isFirst && route !== lastRoute;
    lastRoute = route;
    if (route === undefined) teller.tell(url, { status: 'none' });
    else lookAt({ href: url, route, hasMoved, hasChanged });
  }

  function lookAt(place: Place): void {
    const page = findRoots(place.hasMoved || isPending);
    const { detections, againIn } = look(place, page.roots);
    const isNews = detections.map((detection) => teller.tell(url, detection)).includes(true);
    isPending = detections.at(-1)?.status === 'pending';
    pace.follow(isNews, page);
    if (place.hasMoved && isPending) pace.hurry();
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
  ended.addEventListener('abort', () => pace.rest(), { once: true });
  read();
}
