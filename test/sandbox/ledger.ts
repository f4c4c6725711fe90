/** One write that took effect. */
export interface LedgerEntry {
  /** Counts the applied writes from 1. */
  readonly seq: number;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly at: number;
  /** What was done, e.g. `task.create`, `contact.tags.add`. */
  readonly kind: string;
  readonly recordId: string;
  readonly locationId: string;
  readonly contactId?: string;
  /** The value written, as sent. */
  readonly input: unknown;
}

/** A write still to be numbered and dated. */
export type AppliedWrite = Omit<LedgerEntry, 'seq' | 'at'>;
