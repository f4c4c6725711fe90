import type { AppError } from '@/lib/core/errors.ts';

/** What a person can ask HighLevel to do. Payloads are exactly what will be sent, fixed when the form opened. */
export type Operation =
  | { readonly kind: 'setTaskCompleted'; readonly taskId: string; readonly title: string; readonly completed: boolean }
  | {
      readonly kind: 'createTask';
      readonly title: string;
      readonly body?: string /** ISO 8601 UTC, whole seconds. */;
      readonly dueDate: string;
      readonly assignedTo?: string;
    }
  | { readonly kind: 'createNote'; readonly body: string; readonly userId?: string }
  | { readonly kind: 'addTag'; readonly tag: string }
  | { readonly kind: 'removeTag'; readonly tag: string }
  | {
      readonly kind: 'createContact';
      readonly crm: string;
      readonly recordId: string;
      readonly firstName?: string;
      readonly lastName?: string;
      readonly email?: string;
      readonly phone?: string;
      readonly companyName?: string;
    };

/** Whom an operation is for: fixed when the form opens, never looked up again. */
export interface Target {
  readonly locationId: string;
  /** `null` only for `createContact`. */
  readonly contactId: string | null;
  /** The name the person saw when acting; shown with the entry, never sent. */
  readonly shownAs: string;
}

/**
 * An entry's life. `held`: may still be undone. `queued`: due. `sending`: bytes may have left. `sent`: HighLevel
 * confirmed it, kept a moment for the panel. `uncertain`: nobody knows whether it took effect; never repeated without a
 * person. `failed`: certainly not applied; a person retries or discards. `parked`: the browser closed during the hold.
 */
export type EntryState = 'held' | 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'parked';

/** Why a queued entry does not go yet. */
export type WaitReason = 'write_access' | 'connection' | 'network' | 'rate_limit' | 'other_location';

/** One write, as the panel sees it. In the store `operation`, `target.shownAs` and `answer` are encrypted. */
export interface OutboxEntry {
  /** UUID. */
  readonly opId: string;
  /** Commit order, ascending. */
  readonly seq: number;
  readonly operation: Operation;
  readonly target: Target;
  readonly state: EntryState;
  /** Epoch milliseconds: end of the hold, or of a back-off. */
  readonly notBefore: number;
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly waiting?: WaitReason;
  /** Why it failed or is uncertain, or what HighLevel says it may not do. */
  readonly error?: AppError;
  /** HighLevel's answer (the parsed resource), once `sent`. */
  readonly answer?: unknown;
}
