import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, isNews, type KnownField, type Sides, STANDARD_MAPPING } from '@/lib/contact/compare.ts';
import { CONTACT_FIELDS } from '@/lib/contact/fields.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';

const doctor: KnownField = { field: 'custom:f1', label: 'Doctor', kind: 'choice', options: ['Dr. Shah', 'Dr. Becker'] };
const tags: KnownField = { field: 'custom:f2', label: 'Likes', kind: 'choices', options: ['Tea', 'Cake'] };
const visit: KnownField = { field: 'custom:f3', label: 'Visit', kind: 'date', options: [] };
const known: readonly KnownField[] = [
  ...CONTACT_FIELDS.map(({ field, kind }) => ({ field, kind, label: field, options: [] })),
  doctor,
  tags,
  visit,
];
const page: Sides['page'] = { name: 'Ms. Maria Gomez', company: 'Bayside', emails: ['maria@bayside.test'], phones: ['(415) 555-0142'] };
const contact: Sides['contact'] = { firstName: 'Maria', lastName: 'Gomez', email: 'Maria@Bayside.test', phone: '+14155550142' };

/** The rows that are not the same, as `field: state → what would be sent`. */
function told(sides: Partial<Sides>, mapping: readonly FieldMapping[] = STANDARD_MAPPING) {
  const rows = compare(mapping, known, { page, contact, ...sides }).filter(({ state }) => state !== 'same');
  return Object.fromEntries(rows.map(({ field, state, choices }) => [field.label, [state, ...choices.map(({ change }) => change?.to)]]));
}

const from = (label: string, to: FieldMapping['to'], more: Partial<FieldMapping> = {}): FieldMapping => ({
  from: `label:${label}`,
  to,
  transforms: [],
  rule: 'ask',
  ...more,
});

describe('both sides are the same', () => {
  it.each<[string, Partial<Sides>]>([
    ['whatever the case of an address and the form of a number', {}],
    ['when one of several numbers is HighLevel’s', { page: { ...page, phones: ['+14155550143', '415.555.0142'] } }],
    [
      'when the address is one more of the contact’s',
      { contact: { ...contact, email: 'm@gomez.test', additionalEmails: ['maria@bayside.test'] } },
    ],
    [
      'wherever each side divides the name',
      { page: { ...page, name: 'Maria Gomez Hill' }, contact: { ...contact, firstName: 'Maria', lastName: 'Gomez Hill' } },
    ],
    ['when neither has anything', { page: { ...page, phones: [] }, contact: { ...contact, phone: undefined } }],
  ])('%s', (_why, sides) => {
    expect(told(sides)).toEqual({});
  });
});

describe('a difference', () => {
  it('proposes what HighLevel would be sent, and keeps what it has', () => {
    const sides = { page: { ...page, name: 'Mary Gomez', phones: ['(415) 555-0199'], emails: ['MARY@bayside.test'] } };
    const toE164 = (phone: string) => `+1${phone.replace(/\D/g, '')}`;
    expect(told({ ...sides, toE164 })).toEqual({
      firstName: ['differs', 'Mary'],
      email: ['differs', 'mary@bayside.test'],
      phone: ['differs', '+14155550199'],
    });
    const [row] = compare(STANDARD_MAPPING, known, { page: sides.page, contact });
    expect(row?.choices[0]?.change).toEqual({ field: 'firstName', label: 'firstName', from: 'Maria', to: 'Mary' });
  });

  it('lets the person choose among several numbers', () => {
    expect(told({ page: { ...page, phones: ['+1 415 555 0198', '+1 415 555 0199'] } })).toEqual({
      phone: ['differs', '+14155550198', '+14155550199'],
    });
  });

  it('is a blank where one side has nothing, and an empty page never erases', () => {
    expect(told({ contact: { ...contact, phone: undefined }, page: { ...page, emails: [] } })).toEqual({
      email: ['pageBlank'],
      phone: ['blank', '(415) 555-0142'],
    });
  });
});

describe('a mapping', () => {
  const fields = [
    { label: 'Doctor', value: 'becker' },
    { label: 'Likes', value: 'cake; TEA' },
    { label: 'First visit', value: '9.2.2024' },
    { label: 'Nothing', value: '' },
  ];
  const lookup = { kind: 'lookup', table: [{ from: 'Becker', to: 'dr. becker' }] } as const;

  it('reads labels, whatever their case, and gives values the form of their field', () => {
    const mapping = [
      from('doctor', 'custom:f1', { transforms: [lookup] }),
      from('LIKES', 'custom:f2'),
      from('First visit', 'custom:f3', { transforms: [{ kind: 'date', order: 'dmy' }] }),
    ];
    expect(told({ fields }, mapping)).toEqual({
      Doctor: ['blank', 'Dr. Becker'],
      Likes: ['blank', ['Cake', 'Tea']],
      Visit: ['blank', '2024-02-09'],
    });
  });

  it('leaves out what the field cannot be', () => {
    expect(told({ fields }, [from('Doctor', 'custom:f1'), from('Likes', 'custom:f3'), from('Doctor', 'custom:gone')])).toEqual({});
  });

  it('names an owner by their id, and only one who is certainly meant', () => {
    const users = [
      { id: 'u1', name: 'Priya Shah', email: 'priya@clinic.test' },
      { id: 'u2', name: 'Tom Lee' },
      { id: 'u3', name: 'tom lee' },
    ];
    const owner = (value: string) =>
      told({ fields: [{ label: 'Owner', value }], users, contact: { assignedTo: 'u9' } }, [from('Owner', 'assignedTo')]);
    expect(owner(' priya shah')).toEqual({ assignedTo: ['differs', 'u1'] });
    expect(owner('PRIYA@clinic.test')).toEqual({ assignedTo: ['differs', 'u1'] });
    expect(owner('u2')).toEqual({ assignedTo: ['differs', 'u2'] });
    for (const nobody of ['Tom Lee', 'Somebody else', 'constructor']) expect(owner(nobody)).toEqual({ assignedTo: ['pageBlank'] });
  });

  it('takes a time zone only where it is one', () => {
    const zone = (value: string) => told({ fields: [{ label: 'Zone', value }] }, [from('Zone', 'timezone')]);
    expect(zone('Europe/Berlin')).toEqual({ timezone: ['blank', 'Europe/Berlin'] });
    expect(zone('somewhere')).toEqual({});
  });

  it('takes the first of several lines for one field that has something, and what stands in only where nobody has anything', () => {
    const mapping = [from('Nothing', 'city'), from('Doctor', 'city')];
    expect(told({ fields }, mapping)).toEqual({ city: ['blank', 'becker'] });
    expect(told({ fields }, [from('Nothing', 'city', { fallback: 'Berlin' })])).toEqual({ city: ['blank', 'Berlin'] });
    expect(told({ fields, contact: { city: 'Bonn' } }, [from('Nothing', 'city', { fallback: 'Berlin' })])).toEqual({ city: ['pageBlank'] });
  });

  it.each([
    ['ask', 'ask', true, true],
    ['page', 'page', true, true],
    ['highlevel', 'highlevel', false, false],
    ['blanks', 'highlevel', false, true],
  ] as const)('with the rule %s proposes %s, and says so only where it matters', (rule, proposal, differing, blank) => {
    const [differs] = compare([from('Doctor', 'city', { rule })], known, { page, fields, contact: { city: 'Bonn' } });
    const [isBlank] = compare([from('Doctor', 'city', { rule })], known, { page, fields, contact: {} });
    expect(differs?.proposal).toBe(proposal);
    expect([differs && isNews(differs), isBlank && isNews(isBlank)]).toEqual([differing, blank]);
  });
});

it('never proposes a field that may not be written, an empty value or the value that is there', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  const maybe = fc.option(text, { nil: undefined });
  const sides = fc.record({
    page: fc.record({ name: text, company: text, emails: fc.array(fc.oneof(text, fc.emailAddress())), phones: fc.array(text) }),
    contact: fc.record({ firstName: maybe, lastName: maybe, email: maybe, phone: maybe, city: maybe, dateOfBirth: maybe }),
    fields: fc.array(fc.record({ label: fc.constantFrom('A', 'B', 'C'), value: text })),
  });
  const line = fc.record({
    from: fc.constantFrom('name', 'company', 'email', 'phone', 'label:A', 'label:B'),
    to: fc.constantFrom('firstName', 'email', 'phone', 'city', 'country', 'dateOfBirth', 'custom:f1', 'custom:f2', 'tags', 'companyName'),
    transforms: fc.constant([]),
    rule: fc.constant('page'),
  }) as fc.Arbitrary<FieldMapping>; // also fields that no mapping may name
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), sides, (mapping, both) => {
      const changes = compare(mapping, known, both as Sides).flatMap(({ choices }) => choices.flatMap(({ change }) => change ?? []));
      for (const { field, from: before, to } of changes) {
        expect(['tags', 'companyName']).not.toContain(field);
        expect(to).not.toBeNull();
        expect(to).not.toEqual(before);
        expect(to === '' || (Array.isArray(to) && to.length === 0)).toBe(false);
      }
    }),
  );
});
