import type { Page } from './reads.ts';

/** A list as far as it was read. */
export interface WholeList<T> {
  readonly rows: readonly T[];
  /** HighLevel has more than we read. */
  readonly isCut: boolean;
}

/** Past this a list is cut: a panel cannot show more, and each page is a call of the location's allowance. */
const MAX_PAGES = 10;

/** Reads page after page until one is not full. A row that moves from page to page meanwhile is there once. */
export async function readPages<T extends { readonly id: string }>(read: (skip: number) => Promise<Page<T>>): Promise<WholeList<T>> {
  const rows = new Map<string, T>();
  for (let skip = 0, page = 0; page < MAX_PAGES; page += 1) {
    const before = rows.size;
    const { rows: found, size, isFull } = await read(skip);
    for (const row of found) rows.set(row.id, row);
    if (!isFull) return { rows: [...rows.values()], isCut: false };
    if (rows.size === before) break;
    skip += size;
  }
  return { rows: [...rows.values()], isCut: true };
}
