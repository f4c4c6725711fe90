/**
 * The search index over one table. It lags behind writes, both ways: a new record is not found yet, a changed or deleted
 * one is still found as it was.
 */
export interface SearchIndex<T extends { readonly id: string }> {
  /** Called before a write of `id`. */
  readonly remember: (id: string) => void;
  /** The rows a search sees now. */
  readonly rows: () => T[];
  /** Forgets what lagged: the index is up to date again. */
  readonly clear: () => void;
}

/** `lag`: milliseconds until a write shows, asked at each write. */
export function createSearchIndex<T extends { readonly id: string }>(
  table: ReadonlyMap<string, T>,
  now: () => number,
  lag: () => number,
): SearchIndex<T> {
  const stale = new Map<string, { readonly until: number; readonly row: T | undefined }>();
  const staleEntry = (id: string) => {
    const entry = stale.get(id);
    return entry && entry.until > now() ? entry : undefined;
  };
  return {
    remember(id) {
      if (lag() === 0) return;
      const known = staleEntry(id);
      stale.set(id, { until: now() + lag(), row: known ? known.row : structuredClone(table.get(id)) });
    },
    rows() {
      const fresh = [...table.values()].filter((record) => !staleEntry(record.id));
      return [...fresh, ...[...stale.keys()].flatMap((id) => staleEntry(id)?.row ?? [])];
    },
    clear: () => stale.clear(),
  };
}
