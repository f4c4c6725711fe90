import { useMemo, useSyncExternalStore } from 'react';
import type { SiteActs, TaughtSite } from '@/lib/sites/acts.ts';
import type { SiteView } from '@/lib/sites/site.ts';

interface SitesState {
  /** `undefined` until they are read. */
  readonly sites: readonly SiteView[] | undefined;
  readonly taught: readonly TaughtSite[];
  /** Why they could not be read the last time. */
  readonly error: unknown;
}

/** Every site and what was taught, followed. */
export function useSites(acts: SiteActs): SitesState {
  const store = useMemo(() => createSitesStore(acts), [acts]);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

function createSitesStore(acts: SiteActs) {
  const listeners = new Set<() => void>();
  let state: SitesState = { sites: undefined, taught: [], error: undefined };
  /** A slow answer never stands over a newer one. */
  let asked = 0;
  const show = (next: SitesState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  async function read() {
    asked += 1;
    const mine = asked;
    try {
      const [sites, taught] = await Promise.all([acts.list(), acts.taught()]);
      if (mine === asked) show({ sites, taught, error: undefined });
    } catch (error) {
      if (mine === asked) show({ ...state, error });
    }
  }
  return {
    snapshot: () => state,
    subscribe(listener: () => void): () => void {
      const stop = new AbortController();
      listeners.add(listener);
      acts.watch(() => void read(), stop.signal);
      void read();
      return () => {
        listeners.delete(listener);
        stop.abort();
      };
    },
  };
}
