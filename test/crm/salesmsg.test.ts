// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { adapter } from '@/lib/crm/adapters/salesmsg.ts';
import { pageFactsSchema } from '@/lib/messaging/page-facts.ts';
import { showPage } from './page.ts';

const base = 'https://app.salesmessage.com';
const route = (path: string) => adapter.route(new URL(path, base));

function detect(path: string, body: string) {
  showPage(`<body>${body}</body>`);
  return adapter.detect({ url: new URL(path, base), document });
}

const column = (...rows: readonly string[]) => `<aside><h3>Maria Santos</h3>${rows.map((row) => `<div>${row}</div>`).join('')}</aside>`;

test('another conversation or number is another place', () => {
  expect(['/conversations/12', '/conversations/12?tab=notes', '/conversations?phone=%2B14155550132', '/conversations'].map(route)).toEqual([
    'conversations/12',
    'conversations/12',
    'conversations/14155550132',
    'conversations',
  ]);
  expect(['/', '/auth/login', '/settings/numbers'].map(route)).toEqual([undefined, undefined, undefined]);
});

test('a number is one key however it is written', () => {
  const keys = ['(415) 555-0132', '+1 415 555 0132', '+14155550132'].map((phone) => {
    const found = detect('/conversations/12', column(phone));
    return found.status === 'contact' ? found.contact.recordId : found.status;
  });
  expect(new Set(keys)).toEqual(new Set(['phone:14155550132']));
});

test('one person may have a phone and a mobile phone', () => {
  const found = detect('/conversations/12', column('<b>Phone</b><i>(415) 555-0132</i>', '<b>Mobile</b><i>(415) 555-0133</i>'));
  expect(found).toMatchObject({
    status: 'contact',
    contact: { recordId: 'phone:14155550132', phones: ['(415) 555-0132', '(415) 555-0133'] },
  });
});

test('the number in the address holds when the page shows it too', () => {
  const asked = '/conversations?phone=%2B14155550132';
  expect(detect(asked, column('(415) 555-0132'))).toMatchObject({ status: 'contact', contact: { recordId: 'phone:14155550132' } });
  expect(detect(asked, column('(415) 555-0177'))).toEqual({ status: 'pending' });
  const short = '/conversations?phone=4155550132';
  for (const shown of ['+1 (415) 555-0132', '(415) 555-0132', '+14155550132'])
    expect(detect(short, column(shown))).toMatchObject({ status: 'contact', contact: { recordId: 'phone:14155550132' } });
  expect(detect(short, column('+1 (415) 555-0177'))).toEqual({ status: 'pending' });
  expect(detect('/conversations?phone=0132', column('+1 (415) 555-0132'))).toEqual({ status: 'pending' });
  expect(detect(asked, '<main></main>')).toEqual({ status: 'unknown', missing: ['phone'] });
});

test("the agent's own number is nobody", () => {
  const own = '<select><option>(415) 555-0100</option><option>(212) 555-0100</option></select>';
  expect(detect('/conversations/12', own + column('+1 (415) 555-0100'))).toEqual({ status: 'unknown', missing: ['phone'] });
});

test('the number in the address is nobody where two people have it, with and without a country', () => {
  const group = column('+1 (415) 555-0132', '+91 415 555 0132', '+1 (415) 555-0133');
  expect(detect('/conversations?phone=4155550132', group)).toMatchObject({ status: 'ambiguous' });
});

test('one of two people is not left alone because the other begins with an owner', () => {
  const person = (name: string, phone: string) => `<h3>${name}</h3><span>Phone</span><span>${phone}</span>`;
  const owner = '<div><span>Owner</span><span>Olga Owner</span></div>';
  const two = `<section>${owner}${person('Anna Berg', '(415) 555-0132')}</section><section>${person('Ben Ito', '(415) 555-0133')}</section>`;
  expect(detect('/conversations/12', `<aside>${two}</aside>`).status).not.toBe('contact');
});

test('of a group too large to be told in full, nobody is named', () => {
  const group = (size: number) =>
    Array.from({ length: size }, (_, at) => `<section><h3>${'Anna Berg'}</h3><p>+1 (415) 555-01${10 + at}</p></section>`).join('');
  const told = (size: number) => detect('/conversations/12', `<aside>${group(size)}</aside>`);
  const some = told(10);
  expect(some.status === 'ambiguous' && some.people.length).toBe(10);
  expect(told(11)).toEqual({ status: 'ambiguous', people: [] });
  expect(pageFactsSchema.safeParse({ crm: 'salesmsg', url: base, detection: told(40) }).success).toBe(true);
});

test('people under “Participants” are all there is, beside a name they are others', () => {
  const people = ['+1 415 555 0142', '+1 415 555 0151'].map((phone) => `<div><span>Phone</span><span>${phone}</span></div>`).join('');
  expect(detect('/conversations/7', `<aside><h3>Participants (2)</h3>${people}</aside>`)).toMatchObject({
    status: 'ambiguous',
    people: [{ recordId: 'phone:14155550142' }, { recordId: 'phone:14155550151' }],
  });
  const named = `<aside><h2>Ann Lee</h2><h3>Participants (2)</h3>${people}</aside>`;
  expect(detect('/conversations/7', named)).toEqual({ status: 'unknown', missing: ['phone'] });
});
