import type { WaitReason } from './entry.ts';
import { contactKey } from './keys.ts';
import { nextWake } from './ready.ts';
import { endPauses, recover, type SendOptions, send, sendable } from './send.ts';
import { type BrowserSession, parkOnce } from './session.ts';
import { SENT_STAYS_MS } from './store.ts';

const LOCK = 'alongside-outbox';
/** Different contacts served at the same time. */
const LANES = 4;
/** Somebody else has the lock or the store is in trouble: try again after this long, in milliseconds. */
const TRY_AGAIN_MS = 5_000;
/** Longer timers overflow or die with the background; an alarm is due for them anyway. */
const LONGEST_TIMER_MS = 3_600_000;

/** The part of `navigator.locks` the drainer uses. */
export interface Locks {
  request(name: string, options: { readonly ifAvailable: true }, callback: (lock: unknown) => Promise<void>): Promise<void>;
}

export interface DrainerOptions<Timer> extends SendOptions {
  readonly locks: Locks;
  readonly timer: { set(callback: () => void, ms: number): Timer; clear(timer: Timer): void };
}

/** Something changed that entries may be waiting for: their pause is over. */
type WakeCause = 'connection' | 'online';

export interface Drainer {
  /** Sends what is due; resolves when nothing more can be. Does nothing before `boot`. Fails with `storage`. */
  wake(cause?: WakeCause): Promise<void>;
  /** Once at each start of the background, before the first `wake`. In a new browser session held acts are parked first. */
  boot(session: BrowserSession): Promise<void>;
  /** Epoch milliseconds of the next thing to do, for an alarm that outlives the background. */
  nextWakeAt(): Promise<number | undefined>;
}

const LIFTS: Readonly<Record<WakeCause, readonly WaitReason[]>> = {
  connection: ['connection', 'write_access', 'other_location'],
  online: ['network'],
};

/**
 * The only sender. Whoever holds the lock and has no call in flight knows that a row found `sending` was left behind by
 * a background that died: it becomes `uncertain` and is never repeated without a person.
 */
export function createDrainer<Timer>(options: DrainerOptions<Timer>): Drainer {
  const { store, locks, now, timer } = options;
  const lifted = new Set<WaitReason>();
  let session: BrowserSession | undefined;
  let isReady = false;
  let again = false;
  let nudge = Promise.withResolvers<void>();
  let draining: Promise<void> | undefined;
  let pending: Timer | undefined;

  /** Serves contacts side by side until nothing more can go; a wake in between makes it look again at once. */
  async function drain(): Promise<void> {
    await recover(store);
    const serving = new Map<string, Promise<void>>();
    const troubles: unknown[] = [];
    const note = (trouble: unknown) => void troubles.push(trouble);
    for (;;) {
      again = false;
      nudge = Promise.withResolvers<void>();
      // After trouble with the store nothing new is begun, but what is in flight is waited for: the lock covers it.
      if (troubles.length === 0) await begin(serving, note).catch(note);
      if (serving.size === 0 && !again) break;
      // A hold of another contact may end during a slow call.
      if (serving.size > 0) setTimer(await nextLook());
      if (serving.size > 0 && !again) await Promise.race([nudge.promise, ...serving.values()]);
    }
    if (troubles.length > 0) throw troubles[0];
  }

  async function begin(serving: Map<string, Promise<void>>, note: (trouble: unknown) => void): Promise<void> {
    if (serving.size >= LANES) return;
    const reasons = new Set(lifted);
    lifted.clear();
    await endPauses(store, reasons);
    const entries = await sendable(options, new Set(serving.keys()));
    for (const entry of entries.slice(0, LANES - serving.size)) {
      const key = contactKey(entry.operation, entry.target);
      const sending = send(options, entry).catch(note);
      serving.set(
        key,
        sending.then(() => void serving.delete(key)),
      );
    }
  }

  async function run(session: BrowserSession): Promise<void> {
    let wakeAt: number | undefined = now() + TRY_AGAIN_MS;
    try {
      // Whoever comes after a failure or a death makes up for it.
      if (!isReady) await parkOnce(store, session);
      isReady = true;
      do {
        again = false;
        let locked = false;
        await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
          locked = lock !== null;
          if (locked) await drain();
        });
        if (locked) wakeAt = await nextLook();
      } while (again);
    } finally {
      draining = undefined;
      setTimer(wakeAt);
    }
  }

  /** As `nextWakeAt`, and when a confirmed entry has been shown long enough. */
  async function nextLook(): Promise<number | undefined> {
    await store.prune();
    const entries = await store.list();
    const prunes = entries.flatMap((entry) => (entry.state === 'sent' ? [entry.updatedAt + SENT_STAYS_MS] : []));
    const times = [nextWake(entries, now()) ?? Number.POSITIVE_INFINITY, ...prunes];
    return Number.isFinite(Math.min(...times)) ? Math.min(...times) : undefined;
  }

  function setTimer(at: number | undefined): void {
    if (pending !== undefined) timer.clear(pending);
    // A failure here is met again, and reported, by the next caller of `wake`.
    const look = () => void wake().catch(() => undefined);
    pending = at === undefined ? undefined : timer.set(look, Math.min(Math.max(at - now(), 0), LONGEST_TIMER_MS));
  }

  function wake(cause?: WakeCause): Promise<void> {
    for (const reason of cause === undefined ? [] : LIFTS[cause]) lifted.add(reason);
    if (session === undefined) return Promise.resolve();
    again = true;
    nudge.resolve();
    draining ??= run(session);
    return draining;
  }

  return {
    wake,
    boot(browserSession) {
      session = browserSession;
      return wake();
    },
    nextWakeAt: async () => nextWake(await store.list(), now()),
  };
}
