import * as z from 'zod';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Cipher } from '@/lib/storage/cipher.ts';
import { type Committed, type Draft, planCommit } from './commit.ts';
import { createOutboxDatabase, type Row } from './database.ts';
import type { OutboxEntry } from './entry.ts';
import { moveRows } from './moves.ts';
import { openRow, sealOutcome } from './rows.ts';
import { draftSchema } from './schema.ts';
import type { OutboxEvent } from './states.ts';

/** How long a confirmed entry stays for the panel to say "Saved", in milliseconds. */
export const SENT_STAYS_MS = 10_000;

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

type Moved = OutboxEntry | 'removed' | 'refused';

/**
 * The outbox at rest, shared by panel and background. Every call fails with `AppFailure` `storage` when IndexedDB does.
 * A promise that resolved means the change is on disk.
 */
export interface OutboxStore {
  /** Fails with `invalid_request` for an act that is incomplete, such as one without a contact. */
  commit(draft: Draft): Promise<Committed>;
  /** As `commit`, for several that are one act: all of them are stored, or none. Answers in their order. */
  commitAll(drafts: readonly Draft[]): Promise<readonly Committed[]>;
  /** All readable entries in commit order. */
  list(): Promise<OutboxEntry[]>;
  get(opId: string): Promise<OutboxEntry | undefined>;
  /**
   * `refused`: the entry is gone or in a state in which the event means nothing; nothing has changed then. `then`: an act
   * that is stored together with the move, if it happens.
   */
  transition(opId: string, event: OutboxEvent, then?: Draft): Promise<Moved>;
  /** As `transition`, for several at the same moment; answers in their order. */
  transitionAll(opIds: readonly string[], event: OutboxEvent): Promise<readonly Moved[]>;
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
  async function tryCommit(drafts: readonly Draft[]): Promise<readonly Committed[] | 'overtaken'> {
    const isMeant = (row: Row) => drafts.some(({ target }) => row.locationId === target.locationId && row.contactId === target.contactId);
    const before = (await rows()).filter(isMeant);
    const plan = await planCommit(await readable(before), drafts, { cipher, now, newId });
    if (plan.added.length === 0 && plan.removed.length === 0) return plan.committed([]);
    const seqs = await database.write(async (entries) => {
      const present = (await entries.getAll()).filter(isMeant);
      if (signature(present) !== signature(before)) return 'overtaken' as const;
      for (const entry of plan.removed) await entries.delete(entry.seq);
      const given: number[] = [];
      // The database gives `seq`: the type asks for it, the key generator forbids it.
      for (const fresh of plan.added) given.push(await entries.add(fresh as Row));
      return given;
    });
    return seqs === 'overtaken' ? seqs : plan.committed(seqs);
  }

  async function commitAll(drafts: readonly Draft[]): Promise<readonly Committed[]> {
    const checked = check(drafts);
    let committed = await tryCommit(checked);
    while (committed === 'overtaken') committed = await tryCommit(checked);
    if (committed.some(({ outcome }) => outcome !== 'already')) tell();
    return committed;
  }

  async function move(opIds: readonly string[], event: OutboxEvent, then?: Draft): Promise<readonly Moved[]> {
    const outcome = await sealOutcome(cipher, event);
    const fresh = then === undefined ? [] : (await planCommit([], check([then]), { cipher, now, newId })).added;
    const at = now();
    const results = await database.write(async (entries) => {
      const moved = await moveRows(entries, opIds, { event, at, outcome });
      // As above.
      if (!moved.includes('refused')) for (const row of fresh) await entries.add(row as Row);
      return moved;
    });
    if (results.some((result) => result !== 'refused')) tell();
    return Promise.all(results.map((result) => (typeof result === 'string' ? result : openRow(cipher, result))));
  }

  return {
    commitAll,

    async commit(draft) {
      const [committed] = await commitAll([draft]);
      // One act has one outcome.
      return committed as Committed;
    },

    list: async () => readable(await rows()),

    async get(opId) {
      const row = await database.read((entries) => entries.index('opId').get(opId));
      return row && (await openRow(cipher, row));
    },

    transitionAll: (opIds, event) => move(opIds, event),

    async transition(opId, event, then) {
      const [moved = 'refused'] = await move([opId], event, then);
      return moved;
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

function check(drafts: readonly Draft[]): readonly Draft[] {
  const checked = z.array(draftSchema).safeParse(drafts);
  if (checked.success) return checked.data;
  throw new AppFailure({ code: 'invalid_request', problems: [z.prettifyError(checked.error)] });
}

function signature(rows: readonly Row[]): string {
  return rows.map((row) => `${row.seq}:${row.rev}`).join();
}
