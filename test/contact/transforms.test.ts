import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transform } from '@/lib/contact/mapping.ts';
import { applyTransforms, nameParts, untransformed } from '@/lib/contact/transforms.ts';
import { withoutSalutation } from '@/lib/core/person-name.ts';
import { toE164 } from '@/lib/core/phone.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem());
const order = fc.constantFrom('dmy', 'mdy', 'ymd');
const us = (number: string) => toE164(number, 'US');
const one = (value: string, transform: Transform) => applyTransforms(value, [transform], { toE164: us });

describe('what a transform made, it leaves as it is', () => {
  it.each<Transform>([{ kind: 'trim' }, { kind: 'case', to: 'upper' }, { kind: 'case', to: 'lower' }, { kind: 'case', to: 'title' }])(
    '%j',
    (transform) => {
      fc.assert(
        fc.property(text, (value) => {
          const made = one(value, transform);
          if (made !== undefined) expect(one(made, transform)).toBe(made);
        }),
        { examples: [['ßa'], ['ΐ ΑΣ'], ['İx'], ['ﬁn']] },
      );
    },
  );

  it('numbers', () => {
    const national = fc.stringMatching(/^\(?(?:415|212)\)? ?555-?01\d\d(?: x\d)?$/);
    fc.assert(
      fc.property(fc.oneof(national, text), (value) => {
        const made = one(value, { kind: 'e164' });
        if (made !== undefined) expect(one(made, { kind: 'e164' })).toBe(made);
      }),
    );
    expect(one('(415) 555-0142', { kind: 'e164' })).toBe('+14155550142');
    expect(one('none', { kind: 'e164' })).toBeUndefined();
    expect(applyTransforms('(415) 555-0142', [{ kind: 'e164' }])).toBe('(415) 555-0142');
  });

  it('dates, in whatever order the page writes its own', () => {
    fc.assert(
      fc.property(text, order, order, (value, first, second) => {
        const made = one(value, { kind: 'date', order: first });
        if (made !== undefined) expect(one(made, { kind: 'date', order: second })).toBe(made);
      }),
    );
  });
});

describe('a date', () => {
  const day = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true });
  const written = { dmy: ['d', 'm', 'y'], mdy: ['m', 'd', 'y'], ymd: ['y', 'm', 'd'] } as const;

  it('is read in its order, whatever stands between its parts', () => {
    fc.assert(
      fc.property(day, order, fc.constantFrom('/', '-', '.', ' '), fc.boolean(), (date, how, separator, isPadded) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        const parts = { y, m: isPadded ? m : String(Number(m)), d: isPadded ? d : String(Number(d)) };
        const shown = written[how].map((part) => parts[part]).join(separator);
        expect(one(shown, { kind: 'date', order: how })).toBe(iso);
      }),
    );
  });

  it.each([
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', undefined],
    ['29/02/1900', undefined],
    ['29/02/2000', '2000-02-29'],
    ['31/04/2024', undefined],
    ['00/01/2024', undefined],
    ['01/13/2024', undefined],
    ['01/02/24', undefined],
    ['2024-02-30', undefined],
    ['2024-02-29T10:00:00Z', '2024-02-29'],
    ['2024年2月9日', '2024-02-09'],
    ['tomorrow', undefined],
  ])('%s is %s', (shown, expected) => {
    expect(one(shown, { kind: 'date', order: 'dmy' })).toBe(expected);
  });
});

describe('a whole name', () => {
  it('has two parts that make it whole again, without its salutation', () => {
    const word = fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}$/u);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join('  ')),
          text,
        ),
        (name) => {
          const { first, last } = nameParts(name);
          expect([first, last].filter(Boolean).join(' ')).toBe(withoutSalutation(name));
        },
      ),
    );
    expect(one('Ms. Maria  Gomez Hill', { kind: 'split', part: 'first' })).toBe('Maria Gomez');
    expect(one('Ms. Maria  Gomez Hill', { kind: 'split', part: 'last' })).toBe('Hill');
    expect(one('Cher', { kind: 'split', part: 'last' })).toBeUndefined();
  });
});

describe('a lookup', () => {
  const table = [
    { from: 'Hot', to: 'A' },
    { from: 'Cold', to: 'C' },
  ];

  it('answers every word: from the table, with what is said otherwise, or not at all', () => {
    fc.assert(
      fc.property(text, (value) => {
        const known = table.find(({ from }) => from.toLowerCase() === value.trim().toLowerCase())?.to;
        const isBlank = value.trim() === '';
        expect(one(value, { kind: 'lookup', table })).toBe(isBlank ? undefined : known);
        expect(one(value, { kind: 'lookup', table, otherwise: 'B' })).toBe(isBlank ? undefined : (known ?? 'B'));
      }),
      { examples: [['hot'], [' COLD '], ['warm']] },
    );
  });
});

it('applies one after the other, never throws, and never answers something empty', () => {
  const transform = fc.oneof<fc.Arbitrary<Transform>[]>(
    fc.constant({ kind: 'trim' }),
    fc.constantFrom('upper', 'lower', 'title').map((to) => ({ kind: 'case', to })),
    fc.constant({ kind: 'e164' }),
    order.map((o) => ({ kind: 'date', order: o })),
    fc.constantFrom('first', 'last').map((part) => ({ kind: 'split', part })),
    fc.array(fc.record({ from: text, to: text })).map((table) => ({ kind: 'lookup', table })),
  );
  fc.assert(
    fc.property(text, fc.array(transform, { maxLength: 4 }), (value, transforms) => {
      const made = applyTransforms(value, transforms, { toE164: us });
      expect(made === undefined || made.trim() !== '').toBe(true);
    }),
  );
});

it('is undone for the page, as far as it can be', () => {
  const table = [{ from: 'Hot', to: 'A' }];
  expect(untransformed('A', [{ kind: 'lookup', table }])).toBe('Hot');
  expect(untransformed('2024-02-09', [{ kind: 'date', order: 'dmy' }], '1.3.2024')).toBe('09.02.2024');
  expect(untransformed('2024-02-09', [{ kind: 'date', order: 'dmy' }])).toBe('2024-02-09');
  expect(untransformed('Maria', [{ kind: 'trim' }])).toBe('Maria');
});
