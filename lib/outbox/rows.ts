import * as z from 'zod';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import type { Row } from './database.ts';
import type { Group, Operation, OutboxEntry, Target } from './entry.ts';
import { contentSchema } from './schema.ts';
import { type EntryLife, type OutboxEvent, outcomeOf } from './states.ts';

/** Whatever was stored as outcome; the error was an `AppError` when this code sealed it. */
const outcomeSchema = z.object({ error: z.custom<AppError>().optional(), answer: z.unknown().optional() });

/** What of an entry is only readable with the key. */
interface Content {
  readonly operation: Operation;
  readonly shownAs: string;
  readonly group?: Group;
}

/** The encrypted part of a new entry. */
export function sealContent(cipher: Cipher, content: Content): Promise<Sealed> {
  return cipher.encrypt(content);
}

/** A new entry at rest; the database gives `seq`. `at`: epoch milliseconds of the commit. */
export function newRow(
  { target, holdMs }: { readonly target: Target; readonly holdMs: number },
  { opId, content, at }: NewRow,
): Omit<Row, 'seq'> {
  const { locationId, contactId } = target;
  const state = holdMs > 0 ? 'held' : 'queued';
  return { opId, rev: 0, locationId, contactId, state, notBefore: at + holdMs, attempts: 0, createdAt: at, updatedAt: at, content };
}

interface NewRow {
  readonly opId: string;
  readonly content: Sealed;
  readonly at: number;
}

/** What an event tells, encrypted; `undefined` when it tells nothing. */
export async function sealOutcome(cipher: Cipher, event: OutboxEvent): Promise<Sealed | undefined> {
  const outcome = outcomeOf(event);
  return Object.keys(outcome).length === 0 ? undefined : await cipher.encrypt(outcome);
}

/** A stored row as an entry. Fails with `storage` when it cannot be decrypted or is not what this version writes. */
export async function openRow(cipher: Cipher, row: Row): Promise<OutboxEntry> {
  const content = read(contentSchema, await cipher.decrypt(row.content));
  const outcome = read(outcomeSchema, row.outcome === undefined ? {} : await cipher.decrypt(row.outcome));
  return {
    ...asEntry(row, content),
    ...(outcome.error !== undefined && { error: outcome.error }),
    ...(outcome.answer !== undefined && { answer: outcome.answer }),
  };
}

/** The entry of a row whose content is known and that has no outcome yet. */
export function asEntry(row: Row, { operation, shownAs, group }: Content): OutboxEntry {
  const { opId, seq, locationId, contactId, createdAt } = row;
  const target = { locationId, contactId, shownAs };
  return { opId, seq, operation, target, ...(group !== undefined && { group }), createdAt, ...lifeOf(row) };
}

/** The moving part of a row that is readable without the key. */
export function lifeOf(row: Row): EntryLife {
  const { state, notBefore, attempts, updatedAt, waiting, looking } = row;
  return { state, notBefore, attempts, updatedAt, ...(waiting !== undefined && { waiting }), ...(looking && { looking }) };
}

/** The row after a move. The outcome is kept only where the new life has one. */
export function movedRow(row: Row, life: EntryLife, outcome: Sealed | undefined): Row {
  const { waiting: _waiting, looking: _looking, outcome: _outcome, ...rest } = row;
  const { error, answer, ...clear } = life;
  const ended = error !== undefined || answer !== undefined;
  return { ...rest, ...clear, rev: row.rev + 1, ...(ended && outcome !== undefined && { outcome }) };
}

function read<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppFailure({ code: 'storage', detail: 'A stored entry is not what this version writes.' });
}
