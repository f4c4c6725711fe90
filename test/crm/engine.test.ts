import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceKind } from '@/lib/crm/adapter.ts';
import { detectOn, type FieldPlan, type Found, keyOf, type RecordPlan, readField, readRecord, type Source } from '@/lib/crm/engine.ts';
import { asEmail } from '@/lib/crm/values.ts';
import { pageFactsSchema } from '@/lib/messaging/page-facts.ts';

const A: string = 'ana@x.test';
const B: string = 'ben@x.test';

type Given = readonly (string | Found)[];

function source(strength: 'strong' | 'weak', kind: SourceKind, given: Given): Source<null> {
  return { kind, strength, read: () => given.map((one) => (typeof one === 'string' ? { value: one } : one)) };
}
const strong = (kind: SourceKind, ...given: Given) => source('strong', kind, given);
const weak = (kind: SourceKind, ...given: Given) => source('weak', kind, given);
const one = (...sources: Source<null>[]): FieldPlan<null> => ({ sources });
const many = (...sources: Source<null>[]): FieldPlan<null> => ({ sources, isMany: true });

const found = (source: SourceKind, ...values: string[]) => ({ status: 'found', values, reason: { source } });
const missing = { status: 'missing' };

describe('a field', () => {
  test.each<[string, FieldPlan<null>, unknown]>([
    ['without sources is missing', one(), missing],
    ['is what one strong source says', one(strong('field', A)), found('field', A)],
    ['is what the first strong source with a value says', one(strong('field'), strong('input', A), strong('link', B)), found('input', A)],
    ['is told by a strong source, whatever weak ones say', one(weak('link', B), weak('text', B), strong('field', A)), found('field', A)],
    ['is not told by one weak source', one(weak('link', A)), missing],
    ['is not told by two weak sources of one kind', one(weak('link', A), weak('link', A)), missing],
    ['is told by two weak sources that agree', one(weak('link', A), weak('text', A)), found('link', A)],
    ['agrees whatever the case', one(weak('link', 'Ana@X.test'), weak('text', A)), found('link', 'Ana@X.test')],
    ['is not told by two weak sources that do not agree', one(weak('link', A), weak('text', B)), missing],
    ['is what weak sources have in common', one(weak('link', A, B), weak('text', B)), found('link', B)],
    [
      'is a contradiction when weak sources agree twice',
      one(weak('link', A, B), weak('text', B, A)),
      { status: 'contradiction', values: [A, B] },
    ],
    ['is a contradiction when a strong source says two things', one(strong('field', A, B)), { status: 'contradiction', values: [A, B] }],
    ['says nothing twice', one(strong('field', A, A.toUpperCase())), found('field', A)],
    [
      'may have many values, in their order',
      many(strong('field', '+1 415 555 0143', '+14155550142', '+14155550143')),
      found('field', '+1 415 555 0143', '+14155550142'),
    ],
    [
      'that may be many is all that weak sources agree on',
      many(weak('link', '12345', '54321'), weak('text', '54 321', '99999', '12345')),
      found('link', '12345', '54321'),
    ],
  ])('%s', (_name, plan, expected) => {
    expect(readField(plan, null)).toEqual(expected);
  });

  test('keeps the label that its value stands beside', () => {
    const plan = one(strong('field', { value: A, label: 'E-Mail' }));
    expect(readField(plan, null)).toEqual({ status: 'found', values: [A], reason: { source: 'field', label: 'E-Mail' } });
  });

  test('keeps the label of whichever agreeing source has one', () => {
    const plan = one(weak('link', A), weak('label', { value: A, label: 'E-Mail' }));
    expect(readField(plan, null)).toMatchObject({ reason: { source: 'link', label: 'E-Mail' } });
  });

  test('is never told by a single weak source, nor by several of its kind', () => {
    const kinds = fc.constantFrom<SourceKind>('field', 'label', 'link', 'highlights', 'text', 'title');
    const values = fc.array(fc.constantFrom(A, B, '+14155550142'), { maxLength: 4 });
    fc.assert(
      fc.property(kinds, fc.array(values, { maxLength: 4 }), fc.boolean(), (kind, readings, isMany) => {
        const sources = readings.map((given) => weak(kind, ...given));
        expect(readField({ sources, isMany }, null)).toEqual(missing);
      }),
    );
  });

  test('with one value has it from a strong source or from two kinds of weak ones', () => {
    const kinds = fc.constantFrom<SourceKind>('field', 'label', 'link', 'text');
    const given = fc.array(fc.constantFrom(A, B), { maxLength: 2 });
    const sources = fc.array(fc.tuple(fc.constantFrom('strong' as const, 'weak' as const), kinds, given), { maxLength: 6 });
    fc.assert(
      fc.property(sources, (all) => {
        const reading = readField({ sources: all.map(([strength, kind, values]) => source(strength, kind, values)) }, null);
        if (reading.status !== 'found') return;
        const [value = ''] = reading.values;
        const backers = all.filter(([, , values]) => values.includes(value));
        const isStrong = backers.some(([strength]) => strength === 'strong');
        expect(isStrong || new Set(backers.map(([, kind]) => kind)).size > 1).toBe(true);
      }),
    );
  });
});

describe('a record', () => {
  const plan = (over: Partial<RecordPlan<null>>): RecordPlan<null> => ({
    crm: 'test',
    fields: {},
    recordId: (_scope, { email: [email] }) => email && keyOf('email', email),
    contradiction: 'ambiguous',
    empty: 'unknown',
    needs: ['email'],
    ...over,
  });
  const email = one(strong('field', { value: A, label: 'Mail' }));

  test('is a contact with what was read and why', () => {
    const fields = { email, name: one(strong('heading', 'Ana Lee')), phone: one(weak('link', '12345')) };
    expect(readRecord(plan({ fields }), null)).toEqual({
      status: 'contact',
      contact: { crm: 'test', recordId: `email:${A}`, name: 'Ana Lee', emails: [A], phones: [] },
      reasons: [
        { field: 'name', source: 'heading' },
        { field: 'email', source: 'field', label: 'Mail' },
      ],
    });
  });

  test('is a company where the plan is one for companies', () => {
    const fields = { company: one(strong('heading', 'Bay Ltd')) };
    const detection = readRecord(plan({ fields, kind: 'company', needs: ['company'], recordId: () => '001' }), null);
    expect(detection).toMatchObject({
      contact: { crm: 'test', recordId: '001', kind: 'company', company: 'Bay Ltd', emails: [], phones: [] },
    });
  });

  test('leaves a name out that is told twice', () => {
    const detection = readRecord(plan({ fields: { email, name: one(strong('field', 'Ana', 'Ben')) } }), null);
    expect(detection).toMatchObject({ contact: { emails: [A] } });
    expect(detection).not.toHaveProperty('contact.name');
  });

  test('shows several people when its address contradicts itself', () => {
    const fields = { email: one(strong('field', A, B)), phone: one(strong('field', '12345', '54321')) };
    expect(readRecord(plan({ fields }), null)).toEqual({
      status: 'ambiguous',
      people: [
        { crm: 'test', recordId: `email:${A}`, emails: [A], phones: [] },
        { crm: 'test', recordId: `email:${B}`, emails: [B], phones: [] },
      ],
    });
    const people = [{ recordId: 'phone:12345' }, { recordId: 'phone:54321' }];
    expect(readRecord(plan({ fields, needs: ['phone'] }), null)).toMatchObject({ people });
    expect(readRecord(plan({ fields, needs: ['name'] }), null)).toMatchObject({ people: [{ emails: [A] }, { emails: [B] }] });
  });

  test('is told within the bounds of what a page may report', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => `+1 415 555 01${10 + at}`);
    const long: Found = { value: A, label: 'Mail '.repeat(100) };
    const detection = readRecord(plan({ fields: { email: one(strong('label', long)), phone: many(strong('field', ...numbers)) } }), null);
    expect(detection).toMatchObject({ status: 'contact', contact: { phones: numbers.slice(0, 20) } });
    const crowd = readRecord(plan({ fields: { email: one(strong('field', ...numbers.map((_, at) => `a${at}@x.test`))) } }), null);
    expect(crowd).toEqual({ status: 'ambiguous', people: [] });
    const address = (length: number) => `a@${'b'.repeat(length)}.test`;
    expect([asEmail(address(180)), asEmail(`${'a'.repeat(64)}${address(185)}`)]).toEqual([address(180), undefined]);
    for (const one of [detection, crowd])
      expect(pageFactsSchema.safeParse({ crm: 'test', url: 'https://x.test/', detection: one }).error).toBeUndefined();
  });

  test('is pending instead where a contradiction means a page being redrawn', () => {
    const fields = { email: one(strong('field', A, B)) };
    expect(readRecord(plan({ fields, contradiction: 'pending' }), null)).toEqual({ status: 'pending' });
  });

  test('of which nothing can be read is pending or unknown, as the plan says', () => {
    expect(readRecord(plan({ empty: 'pending' }), null)).toEqual({ status: 'pending' });
    expect(readRecord(plan({ needs: ['email', 'phone'] }), null)).toEqual({ status: 'unknown', missing: ['email', 'phone'] });
  });

  test('that cannot be told from others is unknown', () => {
    expect(readRecord(plan({ fields: { email }, recordId: () => undefined }), null)).toEqual({ status: 'unknown', missing: [] });
  });
});

test('a page that the routes do not know shows nobody and is not looked at', () => {
  const detect = () => {
    throw new Error('looked at');
  };
  expect(detectOn({ route: () => undefined, detect }, { url: new URL('https://x.test/'), document: {} as Document })).toEqual({
    status: 'none',
  }); // never looked at
});

test.each([
  ['email', ' Ana@X.test ', 'email:ana@x.test'],
  ['phone', '+1 (415) 555-0142', 'phone:14155550142'],
] as const)('a record known by its %s has one key, however it is written', (field, value, key) => {
  expect(keyOf(field, value)).toBe(key);
});
