import type { Cipher } from '@/lib/storage/cipher.ts';
import type { Row } from './database.ts';
import type { Group, Operation, OutboxEntry, Target } from './entry.ts';
import { type Merge, merge } from './merge.ts';
import { asEntry, newRow, sealContent } from './rows.ts';

/** A new act. `holdMs`: milliseconds in which it can be undone. */
export interface Draft {
  readonly operation: Operation;
  readonly target: Target;
  readonly holdMs: number;
  /** The act it is a part of, when that is several writes. */
  readonly group?: Group;
}

/** `added`: stored. `already`: the same act is under way. `cancelled`: it takes back `entry`, which has not left. */
export interface Committed {
  readonly outcome: 'added' | 'already' | 'cancelled';
  readonly entry: OutboxEntry;
}

/** What committing some acts does: rows to remove, rows to add, and what to tell about each act. */
export interface CommitPlan {
  readonly removed: readonly OutboxEntry[];
  readonly added: readonly Omit<Row, 'seq'>[];
  /** In the order of the acts; `seq` is filled in for what was added. */
  committed(seqs: readonly number[]): Committed[];
}

interface Step {
  readonly outcome: Merge['outcome'];
  readonly draft: Draft;
  readonly opId: string;
}

interface PlanDeps {
  readonly cipher: Cipher;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Decides what several acts, made at once, do to the open entries; each also meets those before it in the list. */
export async function planCommit(before: readonly OutboxEntry[], drafts: readonly Draft[], deps: PlanDeps): Promise<CommitPlan> {
  const at = deps.now();
  let entries = [...before];
  const removed = new Map<string, OutboxEntry>();
  const steps: Step[] = [];
  for (const draft of drafts) {
    const { removed: gone, outcome } = merge(entries, draft.operation, draft.target, draft.group);
    const opId = deps.newId();
    for (const entry of gone) removed.set(entry.opId, entry);
    entries = entries.filter((entry) => !removed.has(entry.opId));
    if (outcome.kind === 'added') entries.push(provisional(draft, outcome.operation, opId, at));
    steps.push({ outcome, draft, opId });
  }
  const kept = steps.filter(({ outcome, opId }) => outcome.kind === 'added' && !removed.has(opId));
  const rows = await Promise.all(kept.map((step) => rowOf(step, at, deps.cipher)));
  return {
    removed: before.filter(({ opId }) => removed.has(opId)),
    added: rows,
    committed: (seqs) => steps.map((step) => told(step, rows, seqs)),
  };
}

/** An act as those after it in the same commit see it: not stored yet. */
function provisional({ target, holdMs, group }: Draft, operation: Operation, opId: string, at: number): OutboxEntry {
  const state = holdMs > 0 ? 'held' : 'queued';
  const life = { state, notBefore: at + holdMs, attempts: 0, createdAt: at, updatedAt: at } as const;
  return { opId, seq: Number.MAX_SAFE_INTEGER, operation, target, ...(group !== undefined && { group }), ...life };
}

async function rowOf({ outcome, draft, opId }: Step, at: number, cipher: Cipher): Promise<Omit<Row, 'seq'>> {
  const operation = outcome.kind === 'added' ? outcome.operation : draft.operation;
  const { target, group } = draft;
  const content = await sealContent(cipher, { operation, shownAs: target.shownAs, ...(group !== undefined && { group }) });
  return newRow(draft, { opId, content, at });
}

function told({ outcome, draft, opId }: Step, rows: readonly Omit<Row, 'seq'>[], seqs: readonly number[]): Committed {
  if (outcome.kind !== 'added') return { outcome: outcome.kind, entry: outcome.entry };
  const index = rows.findIndex((row) => row.opId === opId);
  const row = rows[index];
  const { operation } = outcome;
  const { target, group } = draft;
  // Another act of the same commit took its place.
  if (row === undefined) return { outcome: 'added', entry: provisional(draft, operation, opId, 0) };
  const content = { operation, shownAs: target.shownAs, ...(group !== undefined && { group }) };
  return { outcome: 'added', entry: asEntry({ ...row, seq: seqs[index] ?? 0 }, content) };
}
