import { expect, it } from 'vitest';
import { readPages } from '@/lib/query/read-pages.ts';

const SIZE = 3;
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: `r${from + index}` }));

/** HighLevel with this many rows; `asked` remembers what was skipped. */
function createList(total: number) {
  const asked: number[] = [];
  const page = async (skip: number) => {
    asked.push(skip);
    const found = rows(skip, Math.min(SIZE, total - skip));
    return { rows: found, size: SIZE, isFull: found.length === SIZE };
  };
  return { page, asked };
}

it('reads a short list with one call', async () => {
  const { page, asked } = createList(2);
  expect(await readPages(page)).toEqual({ rows: rows(0, 2), isCut: false });
  expect(asked).toEqual([0]);
});

it('goes on while pages are full', async () => {
  const { page, asked } = createList(7);
  expect(await readPages(page)).toEqual({ rows: rows(0, 7), isCut: false });
  expect(asked).toEqual([0, 3, 6]);
});

it('stops somewhere, and says so', async () => {
  const { page, asked } = createList(1_000_000);
  const { rows: read, isCut } = await readPages(page);
  expect([read.length, isCut, asked.length]).toEqual([30, true, 10]);
});

it('does not go round in circles when the same page comes again', async () => {
  let calls = 0;
  const page = async () => {
    calls += 1;
    return { rows: rows(0, SIZE), size: SIZE, isFull: true };
  };
  expect(await readPages(page)).toEqual({ rows: rows(0, SIZE), isCut: true });
  expect(calls).toBe(2);
});

it('shows a row once that has moved to the next page meanwhile', async () => {
  const pages = [
    { rows: rows(0, 3), size: SIZE, isFull: true },
    { rows: rows(2, 2), size: SIZE, isFull: false },
  ];
  expect(await readPages(async (skip) => pages[skip / SIZE] ?? { rows: [], size: SIZE, isFull: false })).toEqual({
    rows: rows(0, 4),
    isCut: false,
  });
});
