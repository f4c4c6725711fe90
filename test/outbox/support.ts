import 'fake-indexeddb/auto';
import type { Connection } from '@/lib/auth/types.ts';
import type { Locks } from '@/lib/outbox/drain.ts';
import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import { createOutboxStore, type OutboxStore } from '@/lib/outbox/store.ts';

export const HOLD_MS = 6_000;

export const ann: Target = { locationId: 'loc-1', contactId: 'ann', shownAs: 'Ann Lee' };
export const bob: Target = { locationId: 'loc-1', contactId: 'bob', shownAs: 'Bob Ray' };

export const note = (body: string): Operation => ({ kind: 'createNote', body });
export const complete = (taskId: string, completed = true): Operation => ({
  kind: 'setTaskCompleted',
  taskId,
  title: 'Call back',
  completed,
});

export const connected: Connection = {
  kind: 'token',
  locationId: 'loc-1',
  locationName: 'Northwind',
  mayWrite: true,
  needsReconnect: false,
  connectedAt: 0,
};

/** An entry as the store answers it; `over` says what matters to the test. */
export function entry(over: Partial<OutboxEntry> = {}): OutboxEntry {
  const base = {
    opId: 'op',
    seq: 1,
    operation: note('Hello'),
    target: ann,
    state: 'queued',
    notBefore: 0,
    attempts: 0,
    createdAt: 0,
    updatedAt: 0,
  } as const;
  return { ...base, ...over };
}

/** Hides the text from a reader of the raw rows as encryption would, and costs as many turns of the event loop. */
const plainCipher = {
  encrypt: async (value: unknown) => ({
    iv: new Uint8Array(12),
    data: new TextEncoder().encode(JSON.stringify(value)).map((byte) => byte ^ 0x5a).buffer,
  }),
  decrypt: async ({ data }: { data: ArrayBuffer }): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(new Uint8Array(data).map((byte) => byte ^ 0x5a))),
};

export type Clock = ReturnType<typeof createClock>;

/** A clock whose timers run only when told. */
export function createClock(start = 1_000_000) {
  let time = start;
  const timers = new Map<number, { at: number; callback: () => void }>();
  let ids = 0;
  return {
    now: () => time,
    timer: {
      set(callback: () => void, ms: number) {
        ids += 1;
        timers.set(ids, { at: time + ms, callback });
        return ids;
      },
      clear: (id: number) => void timers.delete(id),
    },
    advance(ms: number) {
      time += ms;
      for (const [id, { at, callback }] of [...timers]) {
        if (at <= time && timers.delete(id)) callback();
      }
    },
    /** What dies with a process. */
    dropTimers: () => timers.clear(),
    timers: () => timers.size,
  };
}

/** One exclusive lock, as the Web Locks API gives it with `ifAvailable`. */
export function createLocks(): Locks & { release(): void } {
  let holder: symbol | undefined;
  return {
    async request(_name, _options, callback) {
      if (holder !== undefined) return callback(null);
      const mine = Symbol('holder');
      holder = mine;
      await callback({}).finally(() => {
        if (holder === mine) holder = undefined;
      });
    },
    /** What the browser does for a process that dies. */
    release() {
      holder = undefined;
    },
  };
}

/** The browser's session storage, as far as the drainer sees it. `isNew`: the browser was closed since the last boot. */
export function createSession(isNew: boolean) {
  let fresh = isNew;
  return {
    isNew: async () => fresh,
    begun: async () => {
      fresh = false;
    },
  };
}

let names = 0;

/** A store over a database of its own. */
export function createTestStore(
  clock: Clock,
  over: Partial<Parameters<typeof createOutboxStore>[0]> = {},
): OutboxStore & { readonly name: string; told(): number } {
  names += 1;
  const name = `outbox-${names}`;
  let ids = 0;
  let told = 0;
  const tell = () => {
    told += 1;
  };
  const newId = () => {
    ids += 1;
    return `op-${ids}`;
  };
  return { ...createOutboxStore({ name, cipher: plainCipher, now: clock.now, newId, tell, ...over }), name, told: () => told };
}

/** Gives the event loop turns until `condition` holds. Throws when it never does. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if (await condition()) return;
    await new Promise(setImmediate);
  }
  throw new Error(`never happened: ${condition}`);
}
