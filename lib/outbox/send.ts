import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, toAppError } from '@/lib/core/errors.ts';
import { checkAnswer } from './answers.ts';
import { type CheckRequest, checkCurrent, looksFirst, missing } from './check.ts';
import type { Operation, OutboxEntry, WaitReason } from './entry.ts';
import { followUp } from './follow-up.ts';
import { pointless } from './merge.ts';
import { dueEntries, firstOfEach, gate } from './ready.ts';
import { requestFor, type WriteRequest } from './requests.ts';
import type { OutboxEvent } from './states.ts';
import type { OutboxStore } from './store.ts';

type Request = WriteRequest | CheckRequest;

/** What sending needs. */
export interface SendOptions {
  readonly store: OutboxStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly connection: () => Promise<Connection | null>;
  /** Calls HighLevel; throws `AppFailure`. `locationId` is where the write belongs: the client refuses another's token. */
  readonly call: (name: Request['name'], input: Request['input'], locationId: string) => Promise<unknown>;
  /** Whether a failed call may have taken effect at HighLevel. */
  readonly isApplied: (error: AppError) => 'no' | 'unknown';
  readonly online: () => boolean;
  /** Told after every attempt, with the entry as it is stored then. */
  readonly onSettled?: (entry: OutboxEntry) => void;
}

/** The entries that can go now, one a contact, none of a contact in `served`. Notes with the others what they wait for. */
export async function sendable(options: SendOptions, served: ReadonlySet<string>): Promise<OutboxEntry[]> {
  const { store, now } = options;
  const connection = await options.connection();
  const open: OutboxEntry[] = [];
  for (const entry of dueEntries(await endHolds(store, now()), now())) {
    const reason = gate(entry, connection, options.online());
    if (reason === undefined) open.push(entry);
    else if (reason !== entry.waiting) await store.transition(entry.opId, { type: 'wait', reason });
  }
  return firstOfEach(open, served);
}

/** Releases what has been held long enough; answers all entries as they are then. */
async function endHolds(store: OutboxStore, now: number): Promise<OutboxEntry[]> {
  const entries = await store.list();
  const ended = entries.filter((entry) => entry.state === 'held' && entry.notBefore <= now);
  for (const entry of ended) await store.transition(entry.opId, { type: 'holdEnded' });
  return ended.length === 0 ? entries : await store.list();
}

/** Sends one entry: that it is being sent is on disk before the first byte leaves, and the outcome before anything else. */
export async function send(options: SendOptions, entry: OutboxEntry): Promise<void> {
  const taken = await options.store.transition(entry.opId, { type: 'taken', looks: looksFirst(entry.operation, entry.target) });
  // A person was quicker and took it back.
  if (typeof taken === 'string') return;
  const event = await attempt(options, taken);
  if (event === undefined) return;
  const entries = entry.operation.kind === 'createBusiness' ? await options.store.list() : [];
  const settled = await options.store.transition(entry.opId, event, followUp(taken, event, entries));
  if (typeof settled === 'string') return;
  options.onSettled?.(settled);
  if (settled.state === 'sent' && settled.operation.kind.startsWith('delete')) await tidyUp(options.store, settled);
}

async function tidyUp(store: OutboxStore, deleted: OutboxEntry): Promise<void> {
  for (const { opId } of pointless(await store.list(), deleted)) await store.transition(opId, { type: 'discard' });
}

/** `undefined`: somebody else has the entry by now, and nothing was sent. */
async function attempt(options: SendOptions, entry: OutboxEntry): Promise<OutboxEvent | undefined> {
  const { operation, target } = entry;
  // Asked again because the connection may have changed while the row was written.
  const connection = await options.connection();
  const atFirst = closedGate(options, entry, connection);
  if (atFirst !== undefined) return atFirst;
  const zone = connection?.timeZone;
  const read = ({ name, input }: CheckRequest) => options.call(name, input, target.locationId);
  const verdict = await checkCurrent(operation, target, { read, zone });
  if (verdict.type !== 'send') return verdict;
  if (entry.looking && typeof (await options.store.transition(entry.opId, { type: 'leaving' })) === 'string') return undefined;
  // And after the look, which may have taken its time. Should the connection be exchanged after this, the client refuses to
  // send with a token of another location.
  return closedGate(options, entry, await options.connection()) ?? write(options, entry, zone);
}

function closedGate(options: SendOptions, entry: OutboxEntry, connection: Connection | null): OutboxEvent | undefined {
  const reason = gate(entry, connection, options.online());
  return reason === undefined ? undefined : { type: 'wait', reason };
}

async function write(options: SendOptions, { operation, target }: OutboxEntry, zone: string | undefined): Promise<OutboxEvent> {
  try {
    const { name, input } = requestFor(operation, target);
    const answer = await options.call(name, input, target.locationId);
    return checkAnswer(operation, target, answer, zone) ?? { type: 'succeeded', answer };
  } catch (thrown) {
    const error = toAppError(thrown);
    const verdict = error.code === 'not_found' ? missing(operation, error) : undefined;
    if (verdict?.type === 'succeeded') return verdict;
    return { type: options.isApplied(error) === 'no' && !isDoubtful(operation, error) ? 'refused' : 'lost', error };
  }
}

/** HighLevel has been seen to answer 422 to a new contact and to create it all the same (its issue 64). */
function isDoubtful(operation: Operation, error: AppError): boolean {
  return operation.kind === 'createContact' && error.status === 422;
}

/**
 * Marks what was left `sending` by a background that died: nobody knows whether it took effect. Only for the holder of
 * the lock, before its first call, who knows that nobody is sending.
 */
export async function recover(store: OutboxStore): Promise<void> {
  for (const entry of await store.list()) {
    if (entry.state === 'sending') await store.transition(entry.opId, { type: 'foundSending' });
  }
}

/** What the entries waiting for these reasons waited for has changed: they need not sit out their pause. */
export async function endPauses(store: OutboxStore, reasons: ReadonlySet<WaitReason>): Promise<void> {
  for (const entry of reasons.size === 0 ? [] : await store.list()) {
    if (entry.waiting !== undefined && reasons.has(entry.waiting)) await store.transition(entry.opId, { type: 'pauseEnded' });
  }
}
