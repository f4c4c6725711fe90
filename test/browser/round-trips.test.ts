import { describe, expect, test } from 'vitest';
import { roundTrips } from './round-trips.ts';

const spans = (...times: readonly (readonly [number, number | undefined])[]) =>
  times.map(([startedAt, endedAt]) => ({ startedAt, endedAt }));

describe('round trips', () => {
  test.each([
    ['nothing asked is no round trip', spans(), 0],
    ['requests side by side are one', spans([0, 10], [1, 9], [2, 12]), 1],
    ['one that waits for another is a second', spans([0, 10], [10, 20]), 2],
    ['a long request beside two in a row does not hide them', spans([0, 30], [1, 10], [11, 20]), 2],
    ['the order of the log does not matter', spans([21, 30], [0, 10], [11, 20]), 3],
    ['overlapping by a little is not waiting', spans([0, 10], [9, 19], [18, 28]), 2],
    ['one that is not answered yet counts', spans([0, 10], [11, undefined]), 2],
  ])('%s', (_name, requests, expected) => {
    expect(roundTrips(requests)).toBe(expected);
  });
});
