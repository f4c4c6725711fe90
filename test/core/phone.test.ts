import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toE164 } from '@/lib/core/phone.ts';

it.each([
  ['(415) 555-2671', 'US', '+14155552671'],
  ['415.555.2671', 'us', '+14155552671'],
  ['1-415-555-2671', 'US', '+14155552671'],
  ['+1 415 555 2671', undefined, '+14155552671'],
  ['+1 (415) 555-2671 ext. 12', undefined, '+14155552671'],
  ['(415) 555-2671 x12', 'US', '+14155552671'],
  ['tel:+14155552671', undefined, '+14155552671'],
  ['00 44 20 7946 0958', undefined, '+442079460958'],
  ['011 44 20 7946 0958', 'US', '+442079460958'],
  ['011 44 20 7946 0958', undefined, '+442079460958'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+49 (0)30 901820', undefined, '+4930901820'],
  ['+４１５', undefined, undefined],
  ['＋1 ４15 555 2671', undefined, '+14155552671'],
  ['\u202a+1 415 555 2671\u202c', undefined, '+14155552671'],
])('reads %j in %s as %s', (raw, country, expected) => {
  expect(toE164(raw, country)).toBe(expected);
});

it.each([
  ['a number without country code and without country', '(415) 555-2671', undefined],
  ['a number that no one can have', '+1 111 111 1111', 'US'],
  ['an extension alone', 'x 123', 'US'],
  ['words', 'call me', 'US'],
  ['nothing', '', 'US'],
  ['an unknown country', '415 555 2671', 'XX'],
  ['two numbers in one field', '+1 415 555 2671 / +1 415 555 2672', 'US'],
  ['endless digits', '1'.repeat(100_000), 'US'],
])('has no answer for %s', (_, raw, country) => {
  expect(toE164(raw, country)).toBeUndefined();
});

it('gives E.164 or nothing, whatever is written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 3 }), (raw, country) => {
      expect(toE164(raw, country) ?? '+10000000').toMatch(/^\+[1-9]\d{6,14}$/);
    }),
  );
});
