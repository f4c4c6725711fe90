import * as z from 'zod';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Cipher } from '@/lib/storage/cipher.ts';
import { createOutboxDatabase, type Row } from './database.ts';
import type { Operation, OutboxEntry, Target } from './entry.ts';
import { merge } from './merge.ts';
import { asEntry, lifeOf, movedRow, newRow, openRow, sealContent, sealOutcome } from './rows.ts';
import { draftSchema } from './schema.ts';
import { next, type OutboxEvent } from './states.ts';

/** How long a confirmed entry stays for the panel to say "Saved", in milliseconds. */
export const SENT_STAYS_MS = 10_000;

/** A new act. `holdMs`: milliseconds in which it can be undone. */
export interface Draft {
  readonly operation: Operation;
  readonly target: Target;
  readonly holdMs: number;
}

/** `added`: stored. `already`: the same act is under way. `cancelled`: it takes back `entry`, which has not left. */
interface Committed {
  readonly outcome: 'added' | 'already' | 'cancelled';
  readonly entry: OutboxEntry;
}

/** `unreadable`: rows whose key is lost; they are kept, and nothing is sent for them. */
interface OutboxCounts {
  readonly open: number;
  readonly needsPerson: number;
  readonly unreadable: number;
}

export interface OutboxStoreOptions {
  readonly name?: string;
  readonly cipher: Cipher;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Announces that something changed. */
  readonly tell: () => void;
}

/**
 * The outbox at rest, shared by panel and background. Every call fails with `AppFailure` `storage` when IndexedDB does.
 * A promise that resolved means the change is on disk.
 */
export interface OutboxStore {
  /** Fails with `invalid_request` for an act that is incomplete, such as one without a contact. */
  commit(draft: Draft): Promise<Committed>;
  /** All readable entries in commit order. */
  list(): Promise<OutboxEntry[]>;
  get(opId: string): Promise<OutboxEntry | undefined>;
  /** `refused`: the entry is gone or in a state in which the event means nothing; nothing has changed then. */
  transition(opId: string, event: OutboxEvent): Promise<OutboxEntry | 'removed' | 'refused'>;
  /** Removes confirmed entries that have been shown long enough. */
  prune(): Promise<void>;
  counts(): Promise<OutboxCounts>;
}

export function createOutboxStore({ name = 'alongside-outbox', cipher, now, newId, tell }: OutboxStoreOptions): OutboxStore {
  const database = createOutboxDatabase(name);
  const rows = () => database.read((entries) => entries.getAll());

  async function readable(from: readonly Row[]): Promise<OutboxEntry[]> {
    const opened = await Promise.allSettled(from.map((row) => openRow(cipher, row)));
    const failed = opened.find((outcome) => outcome.status === 'rejected');
    // One broken row must not hide the others; when all are, it is the key, and "nothing to send" would be a lie.
    if (failed !== undefined && opened.every((outcome) => outcome.status === 'rejected')) throw failed.reason;
    return opened.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  }

  /** Encryption ends a transaction, so the decision is made first and holds only if nobody changed these rows since. */
  async function tryCommit(draft: Draft): Promise<Committed | 'overtaken'> {
    const { operation, target } = draft;
    const before = (await rows()).filter((row) => isFor(row, target));
    const { removed, outcome } = merge(await readable(before), operation, target);
    if (outcome.kind === 'already') return { outcome: 'already', entry: outcome.entry };
    const content = await sealContent(cipher, operation, target.shownAs);
    const fresh = newRow(draft, { opId: newId(), content, at: now() });
    const seq = await database.write(async (entries) => {
      const present = (await entries.getAll()).filter((row) => isFor(row, target));
      if (signature(present) !== signature(before)) return 'overtaken' as const;
      for (const entry of removed) await entries.delete(entry.seq);
      // The database gives `seq`: the type asks for it, the key generator forbids it.
      return outcome.kind === 'added' ? await entries.add(fresh as Row) : 0;
    });
    if (seq === 'overtaken') return seq;
    if (outcome.kind === 'cancelled') return { outcome: 'cancelled', entry: outcome.entry };
    return { outcome: 'added', entry: asEntry({ ...fresh, seq }, operation, target.shownAs) };
  }

  return {
    async commit(draft) {
      const checked = draftSchema.safeParse(draft);
      if (!checked.success) throw new AppFailure({ code: 'invalid_request', problems: [z.prettifyError(checked.error)] });
      let committed = await tryCommit(checked.data);
      while (committed === 'overtaken') committed = await tryCommit(checked.data);
      if (committed.outcome !== 'already') tell();
      return committed;
    },

    list: async () => readable(await rows()),

    async get(opId) {
      const row = await database.read((entries) => entries.index('opId').get(opId));
      return row && (await openRow(cipher, row));
    },

    async transition(opId, event) {
      const outcome = await sealOutcome(cipher, event);
      const at = now();
      const result = await database.write(async (entries) => {
        const row = await entries.index('opId').get(opId);
        const life = row && next(lifeOf(row), event, at);
        if (row === undefined || life === undefined || life === 'refused') return 'refused' as const;
        if (life === 'removed') return entries.delete(row.seq).then(() => life);
        const after = movedRow(row, life, outcome);
        return entries.put(after).then(() => after);
      });
      if (result === 'refused') return result;
      tell();
      return result === 'removed' ? result : await openRow(cipher, result);
    },

    async prune() {
      const oldest = now() - SENT_STAYS_MS;
      const removed = await database.write(async (entries) => {
        const done = (await entries.getAll()).filter((row) => row.state === 'sent' && row.updatedAt <= oldest);
        for (const row of done) await entries.delete(row.seq);
        return done.length;
      });
      if (removed > 0) tell();
    },

    async counts() {
      const all = await rows();
      const entries = await readable(all);
      const open = entries.filter((entry) => entry.state === 'held' || entry.state === 'queued' || entry.state === 'sending');
      const needsPerson = entries.filter((entry) => entry.state === 'failed' || entry.state === 'uncertain' || entry.state === 'parked');
      return { open: open.length, needsPerson: needsPerson.length, unreadable: all.length - entries.length };
    },
  };
}

function isFor(row: Row, target: Target): boolean {
  return row.locationId === target.locationId && row.contactId === target.contactId;
}

function signature(rows: readonly Row[]): string {
  return rows.map((row) => `${row.seq}:${row.rev}`).join();
}
