/** A draft at rest. `key` says for what it is; `value` is what the panel's forms keep, as they wrote it. */
export interface StoredDraft {
  readonly key: string;
  readonly value: unknown;
}

/** Keeps drafts encrypted in IndexedDB. All calls fail with `storage`. */
export interface DraftStore {
  list(): Promise<readonly StoredDraft[]>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
