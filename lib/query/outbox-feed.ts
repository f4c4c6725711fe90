import { type AppError, toAppError } from '@/lib/core/errors.ts';
import type { Draft } from '@/lib/outbox/commit.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import type { EntryAct, Followed, Gateway } from './gateway.ts';

/** The outbox as the panel follows it. */
export interface OutboxFeed extends Followed<readonly OutboxEntry[]> {
  /** Reads the store again. Never fails: what was read last then stays, and `trouble` says why. */
  refresh(): Promise<void>;
  /** Why the last reading failed: the entries may be old, or missing. Followed by `subscribe`. */
  trouble(): AppError | undefined;
  /** Resolves when all of it is on disk. Fails with `storage` or `invalid_request` when nothing of it is. */
  commit(drafts: readonly Draft[]): Promise<void>;
  /** `false`: too late for one of them at least, which is gone or on its way. */
  act(opIds: readonly string[], act: EntryAct): Promise<boolean>;
  stop(): void;
}

interface Parts {
  readonly gateway: Pick<Gateway, 'ask' | 'outbox' | 'now'>;
  /** Called once for each entry that HighLevel has confirmed, or that has shown what was read to be out of date. */
  readonly onNewer: (entry: OutboxEntry) => void;
}

/** How often to ask after a write that is on its way, and for a store that could not be read, in milliseconds. */
const KNOCK_MS = 3_000;

/** Follows the outbox: who is waiting, what was sent, and the end of the next hold. */
export function createOutboxFeed({ gateway, onNewer }: Parts): OutboxFeed {
  const { outbox } = gateway;
  const listeners = new Set<() => void>();
  /** Entries taken back by the person: their leaving is not a success. */
  const takenBack = new Set<string>();
  let entries: readonly OutboxEntry[] = [];
  let trouble: AppError | undefined;
  let readings = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rereading: ReturnType<typeof setTimeout> | undefined;

  // A lost message is no loss: the background also looks on its own alarm.
  const wake = () => gateway.ask('outboxChanged').then(ignore, ignore);

  function announce(before: readonly OutboxEntry[]) {
    for (const entry of confirmed(before, entries, gateway.now())) if (!takenBack.has(entry.opId)) onNewer(entry);
    for (const entry of overtaken(before, entries)) onNewer(entry);
    for (const listener of listeners) listener();
  }

  /** The background may be asleep when a hold ends, or killed in the middle of a call; the panel is awake and knocks. */
  function watch(soonest = 0) {
    clearTimeout(timer);
    const times = entries.flatMap(({ state, notBefore }) =>
      state === 'held' ? [notBefore - gateway.now()] : state === 'sending' ? [KNOCK_MS] : [],
    );
    if (times.length === 0) return;
    const knock = () => {
      void wake();
      watch(KNOCK_MS);
    };
    timer = setTimeout(knock, Math.max(soonest, Math.min(...times)));
  }

  async function refresh() {
    readings += 1;
    const reading = readings;
    const listed = await outbox.list().catch(toAppError);
    // A slower, older reading must not undo a newer one.
    if (reading !== readings) return;
    clearTimeout(rereading);
    const before = entries;
    if ('code' in listed) {
      trouble = listed;
      rereading = setTimeout(() => void refresh(), KNOCK_MS);
    } else {
      trouble = undefined;
      entries = listed;
      watch();
    }
    announce(before);
  }

  return {
    refresh,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => entries,
    trouble: () => trouble,
    async commit(drafts) {
      const committed = await outbox.commitAll(drafts);
      for (const { outcome, entry } of committed) if (outcome === 'cancelled') takenBack.add(entry.opId);
      void wake();
      await refresh();
    },
    async act(opIds, act) {
      const results = await outbox.transitionAll(opIds, { type: act });
      for (const [index, opId] of opIds.entries()) if (results[index] === 'removed') takenBack.add(opId);
      void wake();
      await refresh();
      return !results.includes('refused');
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(rereading);
    },
  };
}

/**
 * Entries that became `sent` between two readings. One that left the store counts too, as `sent` does not last long,
 * unless its hold has not ended: then another act has replaced it.
 */
function confirmed(before: readonly OutboxEntry[], after: readonly OutboxEntry[], now: number): OutboxEntry[] {
  const current = new Map(after.map((entry) => [entry.opId, entry.state]));
  return before.filter((entry) => {
    if (entry.state === 'sent') return false;
    const state = current.get(entry.opId);
    const isHeld = entry.state === 'held' && entry.notBefore > now;
    return state === undefined ? !isHeld : state === 'sent';
  });
}

/** Entries that were refused since the last reading because HighLevel has something else by now than the panel shows. */
function overtaken(before: readonly OutboxEntry[], after: readonly OutboxEntry[]): OutboxEntry[] {
  const failed = new Set(before.filter(({ state }) => state === 'failed').map(({ opId }) => opId));
  return after.filter(({ opId, state, error }) => {
    const isOutOfDate = error?.code === 'conflict' || error?.code === 'not_found';
    return state === 'failed' && isOutOfDate && !failed.has(opId);
  });
}

function ignore(): void {}
