import { expect, test } from 'vitest';
import { extensionTime } from '../../bench/profile.ts';
import { formatTable, median } from '../../bench/table.ts';

const OWN = 'chrome-extension://abc/';

test("a page's time is the extension's while any frame of it is on the stack", () => {
  const node = (id: number, url: string, children: number[] = []) => ({ id, callFrame: { url }, children });
  const nodes = [
    node(1, '', [2, 5]),
    node(2, `${OWN}salesforce.js`, [3]),
    node(3, '', [4]),
    node(4, 'https://page.test/a.js'),
    node(5, 'https://page.test/a.js'),
  ];
  // Each sample stands until the next: 1 ms in the page, 2 ms in the script, 4 ms in what it calls, 8 ms in the page.
  const profile = { nodes, samples: [5, 2, 4, 5, 1], timeDeltas: [50, 1_000, 2_000, 4_000, 8_000] };
  expect(extensionTime(profile, OWN)).toBe(6);
});

test('time is counted from the last sample of a named function', () => {
  const nodes = [
    { id: 1, callFrame: { url: `${OWN}salesforce.js`, functionName: 'look' } },
    { id: 2, callFrame: { url: 'https://page.test/a.js', functionName: 'markDrawn' } },
  ];
  const profile = { nodes, samples: [1, 2, 1, 2, 1, 1], timeDeltas: [0, 1_000, 1_000, 1_000, 1_000, 2_000] };
  expect(extensionTime(profile, OWN)).toBe(4);
  expect(extensionTime(profile, OWN, 'markDrawn')).toBe(2);
  expect(() => extensionTime(profile, OWN, 'markGone')).toThrow('no sample of markGone');
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
