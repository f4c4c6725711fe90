import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, type FieldEdit, HALF_A_DATE, problemOf, type Typed, typedValue } from '@/lib/contact/changes.ts';
import { CONTACT_FIELDS, type ContactFieldRef, type FieldKind, fieldValue } from '@/lib/contact/fields.ts';
import type { FieldValue } from '@/lib/outbox/entry.ts';

function edit(kind: FieldKind, from: FieldValue, typed: Typed, field: ContactFieldRef = 'city'): FieldEdit {
  return { field, label: 'A field', kind, from, typed };
}

const to = (kind: FieldKind, from: FieldValue, typed: Typed) => changesOf([edit(kind, from, typed)]).map((change) => change.to);

describe('what a form changes', () => {
  it('is what was typed, without the space around it', () => {
    expect(to('text', 'Oakland', '  Berkeley ')).toEqual(['Berkeley']);
    expect(to('email', null, 'Maria@Bayside.test')).toEqual(['maria@bayside.test']);
    expect(to('phone', null, '+1 (415) 555-0142')).toEqual(['+14155550142']);
    expect(to('phone', null, '(415) 555-0142')).toEqual(['(415) 555-0142']);
    expect(to('number', 12, '12.50')).toEqual([12.5]);
    expect(to('choices', ['Gum'], ['Gum', 'Pain', 'Pain'])).toEqual([['Gum', 'Pain']]);
    expect(to('date', '1990-09-25T00:00:00.000Z', '1990-09-26')).toEqual(['1990-09-26']);
  });

  it('is nothing where the same value is only written in another way', () => {
    expect(to('text', ' Oakland', 'Oakland ')).toEqual([]);
    expect(to('email', 'maria@bayside.test', 'MARIA@bayside.test')).toEqual([]);
    expect(to('phone', '+14155550142', '+1 415 555-0142')).toEqual([]);
    expect(to('number', '12.50', '12.5')).toEqual([]);
    expect(to('choices', ['Gum', 'Pain'], ['Pain', 'Gum'])).toEqual([]);
    expect(to('choices', null, [])).toEqual([]);
    expect(to('date', 654_220_800_000, '1990-09-25')).toEqual([]);
    expect(to('country', 'us', 'US')).toEqual([]);
    expect(to('text', null, '   ')).toEqual([]);
  });

  it('is a clearing where a value was taken out, and not where a date is half filled in', () => {
    expect(to('text', 'Oakland', ' ')).toEqual([null]);
    expect(to('choices', ['Gum'], [])).toEqual([null]);
    expect(to('date', '1990-09-25', '')).toEqual([null]);
    expect(to('date', '1990-09-25', HALF_A_DATE)).toEqual([]);
  });

  it('names each field once, as it was typed last', () => {
    const changes = changesOf([edit('text', 'a', 'b'), edit('text', 'a', 'c', 'state'), edit('text', 'a', 'd')]);
    expect(changes.map((change) => [change.field, change.to])).toEqual([
      ['state', 'c'],
      ['city', 'd'],
    ]);
    expect(changesOf([edit('text', 'a', 'b'), edit('text', 'a', 'a')])).toEqual([]);
  });
});

describe('what cannot be saved', () => {
  const problem = (kind: FieldKind, typed: string, from: FieldValue = null) => problemOf(edit(kind, from, typed));

  it.each(['maria', 'maria@', 'maria@bayside', 'a b@bayside.test', 'a@b.test, c@d.test', '<a@b.test>'])('%s is no e-mail', (typed) => {
    expect(problem('email', typed)).toBe('email');
    expect(to('email', null, typed)).toEqual([]);
  });

  it.each(['call me', '12', '+1 415 555 0142 9999 9999', '0x'])('%s is no number to call', (typed) => {
    expect(problem('phone', typed)).toBe('phone');
  });

  it('takes numbers, addresses and dates as people write them', () => {
    for (const typed of ['+49 30 5550-1234', '(415) 555-0142', '415.555.0142 ext. 12']) expect(problem('phone', typed)).toBeUndefined();
    for (const typed of ['bayside.test', 'https://bayside.test/a?b=c']) expect(problem('website', typed)).toBeUndefined();
    for (const typed of ['javascript:alert(1)', 'ftp://bayside.test', 'bayside', 'a b.test'])
      expect(problem('website', typed)).toBe('website');
    for (const typed of ['-3', '1250.5', '+7']) expect(problem('number', typed)).toBeUndefined();
    for (const typed of ['1,250', '1e3', 'ten', '0x10', 'Infinity']) expect(problem('number', typed)).toBe('number');
    for (const typed of ['2024-02-29', '1931-01-01']) expect(problem('date', typed)).toBeUndefined();
    for (const typed of ['2023-02-29', '25/09/1990', HALF_A_DATE]) expect(problem('date', typed)).toBe('date');
  });

  it('is never what HighLevel has already, however odd', () => {
    expect(problem('email', 'no address', 'no address')).toBeUndefined();
    expect(problem('phone', 'ask Ann', 'ask Ann')).toBeUndefined();
  });
});

describe('reading a contact', () => {
  const contact = {
    city: 'Oakland',
    state: '',
    customFields: [
      { id: 'a', value: ['x', 7] },
      { id: 'b', value: { first: 'x' } },
      { id: 'c', value: 0 },
    ],
  };

  it('gives values as HighLevel has them, and nothing for what is empty or of a strange shape', () => {
    expect(fieldValue(contact, 'city')).toBe('Oakland');
    expect(fieldValue(contact, 'state')).toBeNull();
    expect(fieldValue(contact, 'country')).toBeNull();
    expect(fieldValue(contact, 'custom:a')).toEqual(['x', '7']);
    expect(fieldValue(contact, 'custom:b')).toBeNull();
    expect(fieldValue(contact, 'custom:c')).toBe(0);
    expect(fieldValue(contact, 'custom:none')).toBeNull();
  });

  it('shows a date in whichever of its ways HighLevel wrote it', () => {
    for (const value of ['1990-09-25', '1990-09-25T00:00:00.000Z', '654220800000', 654_220_800_000])
      expect(typedValue('date', value)).toBe('1990-09-25');
    for (const value of ['25.09.1990', '1990-13-25', '', 1e20, null]) expect(typedValue('date', value)).toBe('');
  });
});

const kinds: readonly FieldKind[] = [
  'text',
  'longText',
  'email',
  'phone',
  'website',
  'number',
  'date',
  'choice',
  'country',
  'owner',
  'timeZone',
];
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '0',
    'a@b.test',
    'A@B.test',
    '+1 (415) 555-0142',
    '+14155550142',
    '2024-02-29',
    '12.50',
    'US',
    'us',
    HALF_A_DATE,
  ),
);
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(text, { maxLength: 4 }),
  fc.constant(null),
);
const names = fc.oneof(
  fc.constantFrom(...CONTACT_FIELDS.map(({ field }) => field)),
  fc.constantFrom('custom:abc', 'custom:def'),
  // What a broken store may hold.
  fc.constantFrom('companyName', 'locationId', 'gender', 'tags', 'custom:', 'businessId', '__proto__', 'constructor', 'dnd'),
) as fc.Arbitrary<ContactFieldRef>;
const anyEdit: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ field: names, label: fc.string(), kind: fc.constantFrom(...kinds), from: value, typed: text as fc.Arbitrary<Typed> }),
  fc.record({
    field: names,
    label: fc.string(),
    kind: fc.constant<FieldKind>('choices'),
    from: value,
    typed: fc.array(text, { maxLength: 4 }) as fc.Arbitrary<Typed>,
  }),
);

describe('any form over any contact', () => {
  const isEmpty = (said: unknown) => said === null || said === '' || (Array.isArray(said) && said.length === 0) || Number.isNaN(said);

  it('changes no forbidden field, and each field once', () => {
    fc.assert(
      fc.property(fc.array(anyEdit), (edits) => {
        const changed = changesOf(edits).map(({ field }) => field);
        for (const field of changed)
          expect(field).toMatch(/^custom:.|^(?!companyName|locationId|gender|tags|businessId|__proto__|constructor|dnd)/);
        expect(new Set(changed).size).toBe(changed.length);
        expect(changed).not.toContain('custom:');
      }),
    );
  });

  it('changes nothing to what it was, and empties only what had a value and was emptied', () => {
    fc.assert(
      fc.property(anyEdit, (one) => {
        for (const change of changesOf([one])) {
          expect(change.to).not.toEqual(change.from);
          if (!isEmpty(change.to)) continue;
          expect(change.to).toBeNull();
          expect(isEmpty(typeof one.typed === 'string' ? one.typed.trim() : one.typed.filter((choice) => choice.trim() !== ''))).toBe(true);
          expect(isEmpty(typeof change.from === 'string' ? change.from.trim() : change.from)).toBe(false);
        }
      }),
    );
  });

  it('changes nothing where nothing was typed', () => {
    fc.assert(
      fc.property(anyEdit, (one) => {
        expect(changesOf([{ ...one, typed: typedValue(one.kind, one.from) }])).toEqual([]);
      }),
    );
  });
});
