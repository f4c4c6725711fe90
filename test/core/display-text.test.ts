import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '@/lib/core/display-text.ts';

describe('text as it is shown', () => {
  it.each([
    ['bidirectional overrides', 'Ann \u202eeeL\u202c', 'Ann eeL'],
    ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061c', 'a'],
    ['zero-width characters', 'a\u200bb\u2060c\ufeffd\u00ade', 'abcde'],
    ['controls', 'a\u0000b\u0007c\u009fd\u007fe', 'abcde'],
    ['joiners that join nothing', 'pay\u200dpal\u200d', 'paypal'],
    ['text spelt in tag characters', 'a\u{e0061}\u{e0062}\u{e007f}', 'a'],
    ['other line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ])('has no %s', (_, raw, shown) => {
    expect(displayText(raw)).toBe(shown);
  });

  it.each([
    ['👩‍👩‍👧‍👦 family'],
    ['🏳️‍🌈'],
    ['👩🏽‍💻'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['می‌خواهم'],
    ['क्‍ष'],
    ['Zoë Åström'],
    ['tab\tand\nline'],
    ['שלום'],
    ['日本語'],
  ])('keeps %s', (text) => {
    expect(displayText(text)).toBe(text);
  });

  it('is stable: showing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(displayText(displayText(text))).toBe(displayText(text));
      }),
    );
  });
});
