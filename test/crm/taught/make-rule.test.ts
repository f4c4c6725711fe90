import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson, RuleReading } from '@/lib/crm/taught/findings.ts';
import { checkRule, makeRule } from '@/lib/crm/taught/make-rule.ts';
import { placeOf } from '@/lib/crm/taught/place.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { taughtRule } from '@/lib/storage/rule-schema.ts';
import { daniel, maria, type Person } from './pages.ts';

type Values = Readonly<Partial<Record<Field, string>>>;

const HOST = 'https://crm.acme.example';
const all = ({ name, company, email, phone }: Person): Values => ({ name, company, email, phone });

function lesson(path: string, values: Values = all(maria)): Lesson {
  const picked = (value: string) => ({ value, anchors: [{ kind: 'label', text: 'x' } as const] });
  return {
    url: HOST + path,
    label: ' Acme CRM ',
    fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, picked(value)])),
  };
}

const reading = (path: string, values: Values = all(daniel)): RuleReading => ({
  url: HOST + path,
  isRecordPage: false,
  recordId: null,
  values,
});

function made(first: Lesson): TaughtRule {
  const rule = makeRule(first, 7);
  if (!rule) throw new Error('no rule');
  return rule;
}

function check(first: Lesson, second: RuleReading) {
  return checkRule(made(first), first, second);
}

describe('the rule of one record', () => {
  it('holds all that was taught, in a form that may be kept', () => {
    const rule = made(lesson('/app/contact/48213'));
    expect(rule).toMatchObject({ version: 1, origin: HOST, label: 'Acme CRM', taughtAt: 7 });
    expect(Object.keys(rule.fields)).toEqual(['name', 'company', 'email', 'phone']);
    expect(taughtRule.parse(rule)).toEqual(rule);
  });

  it.each([
    ['/app/contact/48213', '/app/contact/:id', { from: 'path', at: 2 }],
    ['/1/contacts/3fa85f64-5717-4562-b3fc-2c963f66afa6/overview', '/1/contacts/:id/overview', { from: 'path', at: 2 }],
    ['/v2/people/view?contactId=88', '/v2/people/view', { from: 'query', name: 'contactId' }],
    ['/app/#/leads/991', '/app#/leads/:id', { from: 'hash', at: 1 }],
    ['/app#!/leads/991?tab=1', '/app#/leads/:id', { from: 'hash', at: 1 }],
    ['/inbox', '/inbox', null],
  ])('guesses of %s what names the record', (path, template, recordId) => {
    expect(made(lesson(path))).toMatchObject({ path: template, recordId });
  });

  it('is none without e-mail, phone and name, or off https', () => {
    expect(makeRule(lesson('/c/1', { company: 'Acme' }), 0)).toBeNull();
    expect(makeRule({ ...lesson('/c/1'), url: 'http://crm.acme.example/c/1' }, 0)).toBeNull();
    expect(makeRule({ ...lesson('/c/1'), url: 'about:blank' }, 0)).toBeNull();
  });
});

describe('a second record', () => {
  it('proves every field that changed', () => {
    const { rule, ...rest } = check(lesson('/app/contact/48213'), reading('/app/contact/51877'));
    expect(rest).toEqual({ changed: ['name', 'company', 'email', 'phone'], unchanged: [], missing: [], problem: null });
    expect(rule).toMatchObject({ path: '/app/contact/:id', recordId: { from: 'path', at: 2 } });
  });

  it.each([
    ['/c/maria-gomez', '/c/daniel-okafor', '/c/:id', { from: 'path', at: 1 }],
    ['/1204/contact?cid=5', '/1204/contact?cid=6', '/1204/contact', { from: 'query', name: 'cid' }],
    ['/app/leads/48213/notes', '/app/contacts/51877/calls', '/app/*/:id/*', { from: 'path', at: 2 }],
    ['/app#/leads/991/a', '/app#/leads/992/a', '/app#/leads/:id/a', { from: 'hash', at: 1 }],
    [
      '/contact.aspx?companyid=5&contactid=9',
      '/contact.aspx?companyid=6&contactid=10',
      '/contact.aspx',
      { from: 'query', name: 'contactid' },
    ],
    ['/view?companyid=5&id=9', '/view?companyid=6&id=10', '/view', { from: 'query', name: 'id' }],
    ['/crm/5?contactid=9', '/crm/6?contactid=10', '/crm/*', { from: 'query', name: 'contactid' }],
    ['/company/5/contact/9', '/company/6/contact/10', '/company/*/contact/:id', { from: 'path', at: 3 }],
    ['/inbox?at=12:00', '/inbox?at=12:01', '/inbox', null],
    ['/account/1204/inbox', '/account/1204/inbox', '/account/1204/inbox', null],
  ])('corrects the first guess: %s and %s', (one, other, path, recordId) => {
    expect(check(lesson(one), reading(other)).rule).toMatchObject({ path, recordId });
  });

  it.each([
    ['/view?cid=5&id=9', '/view?cid=6&id=10'],
    ['/view?companyid=5&orgid=9', '/view?companyid=6&orgid=10'],
    ['/view?companyid=5&contactid=9', '/view?companyid=6&contactid=9'],
    ['/company/5?customerid=9', '/company/6?customerid=10'],
    ['/company/5#/contact?id=9', '/company/6#/contact?id=10'],
  ])('takes no id where two parts may be the person, %s and %s: then the e-mail tells the record', (one, other) => {
    const { rule, problem } = check(lesson(one), reading(other));
    expect([rule?.recordId, problem]).toEqual([null, null]);
    expect(check(lesson(one, { name: maria.name }), reading(other, { name: daniel.name }))).toMatchObject({
      rule: null,
      problem: 'no_key',
    });
  });

  it('refuses a field that stayed the same, however it is written', () => {
    const same = { ...all(daniel), email: maria.email.toUpperCase(), phone: '+1 (415) 555-0123' };
    const { rule, changed, unchanged } = check(lesson('/c/48213'), reading('/c/51877', same));
    expect([changed, unchanged]).toEqual([
      ['name', 'company'],
      ['email', 'phone'],
    ]);
    expect(Object.keys(rule?.fields ?? {})).toEqual(['name', 'company']);
  });

  it('drops a company that both share: it is not proven', () => {
    const { rule, unchanged } = check(lesson('/c/48213'), reading('/c/51877', { ...all(daniel), company: maria.company }));
    expect(unchanged).toEqual(['company']);
    expect(Object.keys(rule?.fields ?? {})).toEqual(['name', 'email', 'phone']);
  });

  it('leaves out what it does not show', () => {
    const { rule, missing } = check(lesson('/c/48213'), reading('/c/51877', { name: daniel.name, email: daniel.email }));
    expect(missing).toEqual(['company', 'phone']);
    expect(Object.keys(rule?.fields ?? {})).toEqual(['name', 'email']);
  });

  it.each([
    ['the same record', '/c/48213', '/c/48213', all(maria), 'same_record'],
    ['a page of another kind', '/c/48213', '/companies/all/51877', all(daniel), 'other_page'],
    ['one that only its name tells from others', '/inbox', '/inbox', { name: daniel.name }, 'no_key'],
  ] as const)('proves nothing when it is %s', (_, one, other, values, problem) => {
    expect(check(lesson(one), reading(other, values))).toMatchObject({ rule: null, problem });
  });

  it('proves nothing when it is of another site', () => {
    const first = lesson('/c/48213');
    const second = { ...reading('/c/51877'), url: 'https://other.example/c/51877' };
    expect(checkRule(made(first), first, second)).toMatchObject({ rule: null, problem: 'other_page' });
  });

  it('proves nothing when nothing but the address changed', () => {
    expect(check(lesson('/c/48213'), reading('/c/51877', all(maria)))).toMatchObject({ rule: null, problem: null, changed: [] });
  });
});

describe('where an address leads', () => {
  const place = (path: string, rule: Pick<TaughtRule, 'path' | 'recordId'>) => placeOf({ origin: HOST, ...rule }, new URL(HOST + path));
  const contact = { path: '/app/*/:id/*', recordId: { from: 'path', at: 2 } } as const;

  it.each([
    ['/app/leads/7/notes', 'leads/7'],
    ['/app/leads/7/calls/', 'leads/7'],
    ['/app/contacts/7/notes?x=1#y', 'contacts/7'],
  ])('tells kinds of records apart, and views of one record not: %s', (path, recordId) => {
    expect(place(path, contact)).toEqual({ recordId, key: recordId });
  });

  it.each(['/app/leads/7', '/app/leads/new/notes', '/other/leads/7/notes', '/', `/app/leads/${'7'.repeat(300)}/notes`])(
    'is nowhere at %s',
    (path) => expect(place(path, contact)).toBeUndefined(),
  );

  it.each([
    ['/c?companyid=5&contactid=9', '/c?companyid=5&contactid=10'],
    ['/c?companyid=5&contactid=9', '/c?companyid=6&contactid=9'],
    ['/c?contactid=9', '/c?contactid=9&personid=1'],
    ['/c?contactid=9', '/c?contactid=9#/x?leadid=1'],
  ])('is another place once any part that may name a record is another: %s and %s', (one, other) => {
    const rule = { path: '/c', recordId: { from: 'query', name: 'contactid' } } as const;
    expect(place(one, rule)?.key).not.toBe(place(other, rule)?.key);
  });

  it('names no record by the id of what a person belongs to', () => {
    const company = { path: '/c', recordId: { from: 'query', name: 'companyid' } } as const;
    expect(place('/c?companyid=5', company)).toMatchObject({ recordId: '5' });
    expect(place('/c?companyid=5&contactid=9', company)).toEqual({ key: '5 companyid=5 contactid=9' });
    const number = { path: '/c/:id', recordId: { from: 'path', at: 1 } } as const;
    expect(place('/c/5?tabid=2', number)).toMatchObject({ recordId: '5' });
    expect(place('/c/5?contactid=9', number)?.recordId).toBeUndefined();
  });

  it('tells people apart who are named after the id, and never by a part of a long name', () => {
    const person = { path: '/company/:id/*', recordId: { from: 'path', at: 1 } } as const;
    expect([place('/company/5/alice', person), place('/company/5/bob', person)].map((one) => one?.recordId)).toEqual(['alice/5', 'bob/5']);
    const long = 'long'.repeat(40);
    const nested = { path: '/*/:id', recordId: { from: 'path', at: 1 } } as const;
    expect(place(`/${long}a/5`, nested)?.recordId).not.toBe(place(`/${long}b/5`, nested)?.recordId);
    expect(place(`/${'long'.repeat(65)}/5`, nested)).not.toHaveProperty('recordId');
  });

  it('is the whole address where that names no record', () => {
    expect(place('/inbox?open=3', { path: '/inbox', recordId: null })).toEqual({ key: '/inbox?open=3' });
  });

  it('needs the query or the hash that names the record', () => {
    const query = { path: '/view', recordId: { from: 'query', name: 'cid' } } as const;
    expect([place('/view?cid=5', query)?.recordId, place('/view?cid=', query), place('/view', query)]).toEqual(['5', undefined, undefined]);
    const hash = { path: '/app#/leads/:id', recordId: { from: 'hash', at: 1 } } as const;
    expect([place('/app/#/leads/5?x', hash)?.recordId, place('/app#/lists/5', hash), place('/app', hash)]).toEqual([
      '5',
      undefined,
      undefined,
    ]);
  });

  it('is nowhere on other sites, whatever follows', () => {
    expect(placeOf({ origin: HOST, ...contact }, new URL('https://crm.acme.example.evil.example/app/leads/7/notes'))).toBeUndefined();
  });
});
