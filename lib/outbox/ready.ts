import type { Connection } from '@/lib/auth/types.ts';
import type { OutboxEntry, WaitReason } from './entry.ts';
import { contactKey, resourceKey } from './keys.ts';

/** How long to wait before looking whether the network is back, in milliseconds: the shortest alarm Chrome allows. */
const LOOK_AGAIN_MS = 30_000;

/** Why a write must not go now; `undefined` when it may. A write made for one location never goes to another. */
export function gate(entry: OutboxEntry, connection: Connection | null, online: boolean): WaitReason | undefined {
  if (connection === null) return 'connection';
  if (connection.locationId !== entry.target.locationId) return 'other_location';
  if (connection.needsReconnect) return 'connection';
  if (!connection.mayWrite) return 'write_access';
  return online ? undefined : 'network';
}

/** The entries whose time has come, in commit order; not those that have to wait for an earlier one. */
export function dueEntries(entries: readonly OutboxEntry[], now: number): OutboxEntry[] {
  return entries.filter((entry) => entry.state === 'queued' && entry.notBefore <= now && !isBlocked(entry, entries));
}

/** The first entry of every contact that is not being served: one at a time for a contact, so that their order is kept. */
export function firstOfEach(entries: readonly OutboxEntry[], served: ReadonlySet<string>): OutboxEntry[] {
  const seen = new Set(served);
  return entries.filter((entry) => {
    const key = contactKey(entry.operation, entry.target);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Writes to a contact leave in order: behind one that is under way or paused the others wait. One of unknown effect is
 * for a person, and holds back only what is about the same thing.
 */
function isBlocked(entry: OutboxEntry, entries: readonly OutboxEntry[]): boolean {
  if (isBehindUncertain(entry, entries)) return true;
  return before(entry, entries).some(
    (other) => other.state === 'sending' || (other.state === 'queued' && !isBehindUncertain(other, entries)),
  );
}

function isBehindUncertain(entry: OutboxEntry, entries: readonly OutboxEntry[]): boolean {
  return before(entry, entries).some((other) => other.state === 'uncertain' && isSameThing(other, entry));
}

/** The earlier writes to the same contact. */
function before({ seq, operation, target }: OutboxEntry, entries: readonly OutboxEntry[]): OutboxEntry[] {
  const key = contactKey(operation, target);
  return entries.filter((other) => other.seq < seq && contactKey(other.operation, other.target) === key);
}

function isSameThing(one: OutboxEntry, other: OutboxEntry): boolean {
  return resourceKey(one.operation) === resourceKey(other.operation);
}

/** When the drainer has something to do again, in epoch milliseconds; `undefined` when only an event can tell. */
export function nextWake(entries: readonly OutboxEntry[], now: number): number | undefined {
  const times = entries.flatMap((entry) => wakeFor(entry, entries, now) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function wakeFor(entry: OutboxEntry, entries: readonly OutboxEntry[], now: number): number | undefined {
  // Should the background die during the call, this wakes it to find out.
  if (entry.state === 'sending') return now + LOOK_AGAIN_MS;
  if (entry.state !== 'held' && (entry.state !== 'queued' || isBlocked(entry, entries))) return undefined;
  if (entry.notBefore > now || entry.waiting === undefined || entry.waiting === 'rate_limit') return entry.notBefore;
  return entry.waiting === 'network' ? now + LOOK_AGAIN_MS : undefined;
}
