import type { Sealed } from '@/lib/storage/cipher.ts';
import type { Row, WriteStore } from './database.ts';
import { lifeOf, movedRow } from './rows.ts';
import { next, type OutboxEvent } from './states.ts';

/** What happens to some rows, at one moment. `outcome`: what the event tells, encrypted. */
export interface Move {
  readonly event: OutboxEvent;
  readonly at: number;
  readonly outcome: Sealed | undefined;
}

export type MovedRow = Row | 'removed' | 'refused';

/** Moves rows within one transaction; answers in their order. `refused`: gone, or the event means nothing to its state. */
export async function moveRows(entries: WriteStore, opIds: readonly string[], move: Move): Promise<readonly MovedRow[]> {
  const moved: MovedRow[] = [];
  for (const opId of opIds) moved.push(await moveRow(entries, opId, move));
  return moved;
}

async function moveRow(entries: WriteStore, opId: string, { event, at, outcome }: Move): Promise<MovedRow> {
  const row = await entries.index('opId').get(opId);
  const life = row && next(lifeOf(row), event, at);
  if (row === undefined || life === undefined || life === 'refused') return 'refused';
  if (life === 'removed') {
    await entries.delete(row.seq);
    return life;
  }
  const after = movedRow(row, life, outcome);
  await entries.put(after);
  return after;
}
