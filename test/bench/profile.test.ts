import { expect, test } from 'vitest';
import { extensionTime } from '../../bench/profile.ts';
import { formatTable, median } from '../../bench/table.ts';

const OWN = 'chrome-extension://abc/';

test("a page's time is the extension's while any frame of it is on the stack", () => {
  const node = (id: number, url: string, children: number[] = []) => ({ id, callFrame: { url }, children });
  const nodes = [
    node(1, '', [2, 5]),
    node(2, `${OWN}crm.js`, [3]),
    node(3, '', [4]),
    node(4, 'https://page.test/a.js'),
    node(5, 'https://page.test/a.js'),
  ];
  // Each sample stands until the next: 1 ms in the page, 2 ms in the script, 4 ms in what it calls, 8 ms in the page.
  const profile = { nodes, samples: [5, 2, 4, 5, 1], timeDeltas: [50, 1_000, 2_000, 4_000, 8_000] };
  expect(extensionTime(profile, OWN)).toBe(6);
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('columns stand under their headings', () => {
  expect(
    formatTable(
      ['what', 'ms'],
      [
        ['a long one', 5],
        ['b', 1234],
      ],
    ).split('\n'),
  ).toEqual(['what          ms', '----------------', 'a long one     5', 'b           1234']);
});
