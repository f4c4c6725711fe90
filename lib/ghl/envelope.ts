import * as z from 'zod';
import { listOf } from './models.ts';

/**
 * An answer `{ [key]: {...} }`, unwrapped. Without the key it does not parse.
 */
export function oneIn<T extends z.ZodType>(key: string, item: T) {
  return z
    .record(z.string(), z.unknown())
    .transform((answer) => answer[key])
    .pipe(item);
}

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
  return oneIn(key, z.array(z.unknown()).nullable()).transform((rows, context): Page<z.output<T>> => {
    const kept = rows?.filter((row) => !isGone(row)) ?? [];
    const readable = parsed.parse(kept);
    if (readable.length === 0 && kept.length > 0) context.addIssue(`no readable row in ${key}`);
    return { rows: readable, size, isFull: (rows?.length ?? 0) >= size };
  });
}
