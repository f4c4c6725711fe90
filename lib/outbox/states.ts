import type { AppError } from '@/lib/core/errors.ts';
import type { OutboxEntry, WaitReason } from './entry.ts';

/** The part of an entry that moves; what was asked, and for whom, never changes. */
export type EntryLife = Pick<OutboxEntry, 'state' | 'notBefore' | 'attempts' | 'updatedAt' | 'waiting' | 'looking' | 'error' | 'answer'>;

/** Everything that can happen to an entry. */
export type OutboxEvent =
  | { readonly type: 'holdEnded' }
  /** A person does not want to wait; also releases a parked entry. */
  | { readonly type: 'sendNow' }
  /** A person takes the act back before it left. */
  | { readonly type: 'undo' }
  /** The browser closed during the hold: only a person may send it now. */
  | { readonly type: 'parked' }
  /** It is due, but may or can not be sent yet. */
  | { readonly type: 'wait'; readonly reason: WaitReason }
  /** What it waited for has changed: its pause is over. */
  | { readonly type: 'pauseEnded' }
  /** The drainer is about to let bytes leave; `looks`: not before it has looked at what HighLevel has by now. */
  | { readonly type: 'taken'; readonly looks?: boolean }
  /** It has looked, and is about to let bytes leave now. */
  | { readonly type: 'leaving' }
  | { readonly type: 'succeeded'; readonly answer: unknown }
  /** Certainly not applied. */
  | { readonly type: 'refused'; readonly error: AppError }
  /** Nobody knows whether it was applied. */
  | { readonly type: 'lost'; readonly error: AppError }
  /** A row was `sending`, but no one is left who was sending it. */
  | { readonly type: 'foundSending' }
  /** A person asks to send again. From `uncertain` this may apply it twice, so it is never done by the machine. */
  | { readonly type: 'retry' }
  /** A person drops it. */
  | { readonly type: 'discard' };

const STOPPED: AppError = { code: 'network', detail: 'The extension was stopped while this was being sent.' };
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 300_000;

/**
 * The whole life of an entry as one pure function. `now`: epoch milliseconds. Answers the new life, `removed` when the
 * entry leaves the outbox, or `refused` when the event does not fit the state (somebody else was quicker).
 */
export function next(life: EntryLife, event: OutboxEvent, now: number): EntryLife | 'removed' | 'refused' {
  switch (event.type) {
    case 'holdEnded':
      return life.state === 'held' && now >= life.notBefore ? moved(life, now, { state: 'queued' }) : 'refused';
    case 'sendNow':
      return isOneOf(life, ['held', 'parked', 'queued']) ? moved(life, now, { state: 'queued', notBefore: now }) : 'refused';
    case 'undo':
      return isOneOf(life, ['held', 'queued']) ? 'removed' : 'refused';
    case 'parked':
      return life.state === 'held' ? moved(life, now, { state: 'parked' }) : 'refused';
    case 'wait':
      // From `sending` only by the sender itself, before anything left.
      return isOneOf(life, ['queued', 'sending']) ? moved(life, now, { state: 'queued', waiting: event.reason }) : 'refused';
    case 'pauseEnded':
      return life.state === 'queued' && life.waiting !== undefined ? moved(life, now, { state: 'queued', notBefore: now }) : 'refused';
    case 'taken':
      return life.state === 'queued' ? taken(life, event, now) : 'refused';
    case 'leaving':
      return life.looking ? moved(life, now, { state: 'sending' }) : 'refused';
    case 'foundSending':
      // Who died while looking had sent nothing.
      if (life.looking) return moved(life, now, { state: 'queued' });
      return life.state === 'sending' ? ended(life, event, now) : 'refused';
    case 'succeeded':
    case 'refused':
    case 'lost':
      return life.state === 'sending' ? ended(life, event, now) : 'refused';
    case 'retry':
      return isOneOf(life, ['failed', 'uncertain']) ? moved(life, now, { state: 'queued', notBefore: now }) : 'refused';
    case 'discard':
      return isOneOf(life, ['sending', 'sent']) ? 'refused' : 'removed';
  }
}

/** What an event tells about the outcome; kept with the entry (encrypted) when the entry ends there. */
export function outcomeOf(event: OutboxEvent): Pick<EntryLife, 'error' | 'answer'> {
  if (event.type === 'succeeded') return { answer: event.answer };
  if (event.type === 'refused' || event.type === 'lost') return { error: event.error };
  return event.type === 'foundSending' ? { error: STOPPED } : {};
}

function taken(life: EntryLife, { looks = false }: Extract<OutboxEvent, { readonly type: 'taken' }>, now: number): EntryLife {
  return moved(life, now, { state: 'sending', attempts: life.attempts + 1, ...(looks && { looking: true }) });
}

function ended(life: EntryLife, event: OutboxEvent, now: number): EntryLife {
  const reason = event.type === 'refused' ? waitReasonOf(event.error) : undefined;
  if (event.type === 'refused' && reason !== undefined) {
    // Who is asked for permission once more must be able to see which one was missing.
    const why = reason === 'write_access' ? outcomeOf(event) : {};
    return moved(life, now, { state: 'queued', waiting: reason, notBefore: now + pauseAfter(event.error, life.attempts), ...why });
  }
  const state = { succeeded: 'sent', refused: 'failed', lost: 'uncertain', foundSending: 'uncertain' } as const;
  return moved(life, now, { state: state[event.type as keyof typeof state], ...outcomeOf(event) });
}

/** A refusal that passes by itself or with the person's consent makes the entry wait; any other is for a person. */
function waitReasonOf(error: AppError): WaitReason | undefined {
  switch (error.code) {
    case 'missing_scope':
      return 'write_access';
    case 'not_connected':
    case 'reconnect_needed':
      return 'connection';
    case 'offline':
    case 'network':
    case 'broker_unreachable':
      return 'network';
    case 'wrong_location':
      // Our own guard: nothing was sent. Said by HighLevel itself (with a status) it is for a person.
      return error.status === undefined ? 'other_location' : undefined;
    case 'rate_limited':
      return 'rate_limit';
    default:
      return undefined;
  }
}

function pauseAfter(error: AppError, attempts: number): number {
  // A scope does not come back by itself: the person's next "Allow writing" ends this pause.
  if (error.code === 'missing_scope') return LONGEST_BACK_OFF_MS;
  const backOff = Math.min(FIRST_BACK_OFF_MS * 2 ** Math.max(0, attempts - 1), LONGEST_BACK_OFF_MS);
  return error.code === 'rate_limited' ? Math.max(error.retryAfterMs, FIRST_BACK_OFF_MS) : backOff;
}

type Change = Partial<EntryLife> & Pick<EntryLife, 'state'>;

/** Waiting, looking, error and answer belong to one state: they do not outlive it unless the change says so. */
function moved(life: EntryLife, now: number, change: Change): EntryLife {
  return { notBefore: life.notBefore, attempts: life.attempts, updatedAt: now, ...change };
}

function isOneOf(life: EntryLife, states: readonly EntryLife['state'][]): boolean {
  return states.includes(life.state);
}
