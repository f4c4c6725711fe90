import { randomBytes } from 'node:crypto';
import type { AppliedWrite, LedgerEntry } from './ledger.ts';
import type { ContactRecord, TaskRecord } from './records.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { seed } from './seed/seed.ts';
import { clearState, createState, idOf, objectIdOf, type SandboxState } from './state.ts';

/** Everything the endpoints work on: the database, its clock, its search index and the ledger of applied writes. */
export interface World {
  readonly state: SandboxState;
  readonly ledger: LedgerEntry[];
  readonly contactIndex: SearchIndex<ContactRecord>;
  readonly taskIndex: SearchIndex<TaskRecord>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The clock in use. */
  readonly clock: () => () => number;
  readonly setClock: (now: () => number) => void;
  readonly setIndexLag: (ms: number) => void;
  /** Notes a write in the ledger, once it has taken effect. */
  readonly applied: (write: AppliedWrite) => void;
  readonly newId: () => string;
  readonly newObjectId: () => string;
  /** Back to the seed, with an empty ledger. */
  readonly reset: () => void;
}

export function createWorld(startClock: () => number): World {
  const state = createState();
  const ledger: LedgerEntry[] = [];
  let clock = startClock;
  let lag = 0;
  const now = () => clock();
  const contactIndex = createSearchIndex(state.contacts, now, () => lag);
  const taskIndex = createSearchIndex(state.tasks, now, () => lag);
  const setIndexLag = (ms: number) => {
    lag = ms;
    if (ms > 0) return;
    contactIndex.clear();
    taskIndex.clear();
  };
  const reset = () => {
    clock = startClock;
    setIndexLag(0);
    ledger.length = 0;
    clearState(state);
    seed(state, now());
  };
  reset();
  return {
    state,
    ledger,
    contactIndex,
    taskIndex,
    now,
    clock: () => clock,
    setClock: (next) => {
      clock = next;
    },
    setIndexLag,
    applied: (write) => ledger.push({ ...write, seq: ledger.length + 1, at: now() }),
    newId: () => idOf(randomBytes(16).toString('hex')),
    newObjectId: () => objectIdOf(randomBytes(16).toString('hex')),
    reset,
  };
}
