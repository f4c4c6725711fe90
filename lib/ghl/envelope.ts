import * as z from 'zod';
import { listOf } from './models.ts';

const envelope = z.record(z.string(), z.unknown());

/**
 * An answer `{ [key]: {...} }`, unwrapped; of several keys the first that is there, for HighLevel spells some in two
 * ways. Without any of them it does not parse.
 */
export function oneIn<T extends z.ZodType>(keys: string | readonly string[], item: T) {
  return envelope.transform((answer) => firstOf(answer, keys)).pipe(item);
}

/** Like `oneIn`, or the thing itself without an envelope: HighLevel's files and its answers differ. */
export function oneInOrBare<T extends z.ZodType>(keys: string | readonly string[], item: T) {
  return envelope.transform((answer): unknown => firstOf(answer, keys) ?? answer).pipe(item);
}

function firstOf(answer: Readonly<Record<string, unknown>>, keys: string | readonly string[]): unknown {
  return [keys]
    .flat()
    .map((key) => answer[key])
    .find((found) => found !== undefined && found !== null);
}

const said = z.boolean().optional().catch(undefined);

/**
 * The answer to a write that gives nothing back: `{ succeeded }` in any of its spellings, or an empty body. One that says
 * `false` does not parse.
 */
export const done = z
  .object({ succeeded: said, succeded: said, success: said })
  .optional()
  .transform((answer, context): { readonly done: true } => {
    if (Object.values(answer ?? {}).includes(false)) context.addIssue('an answer that says it was not done');
    return { done: true };
  });

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** How many rows a full page has. */
  readonly size: number;
  /** HighLevel may have more after this page. Rows that were left out count: they were on it. */
  readonly isFull: boolean;
}

/**
 * An answer `{ [key]: [...] }`, unwrapped; `null` is an empty list. Rows for which `isGone` says so are left out, and so
 * are rows that do not parse, unless that would be all of them: an empty list would then be a lie, and nothing parses.
 */
export function listIn<T extends z.ZodType>(key: string, item: T, isGone?: (row: unknown) => boolean) {
  return pageIn(key, item, Number.POSITIVE_INFINITY, isGone).transform(({ rows }) => rows);
}

/** Like `listIn`, for an endpoint that answers at most `size` rows. */
export function pageIn<T extends z.ZodType>(key: string, item: T, size: number, isGone: (row: unknown) => boolean = () => false) {
  const parsed = listOf(item);
  const rowsIn = envelope.transform((answer) => answer[key]).pipe(z.array(z.unknown()).nullable());
  return rowsIn.transform((rows, context): Page<z.output<T>> => {
    const kept = rows?.filter((row) => !isGone(row)) ?? [];
    const readable = parsed.parse(kept);
    if (readable.length === 0 && kept.length > 0) context.addIssue(`no readable row in ${key}`);
    return { rows: readable, size, isFull: (rows?.length ?? 0) >= size };
  });
}
