// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { adapter } from '@/lib/crm/adapters/saleshandy.ts';
import { showPage } from './page.ts';

const route = (path: string) => adapter.route(new URL(path, 'https://my.saleshandy.com'));

function detect(path: string, body: string) {
  showPage(`<body>${body}</body>`);
  return adapter.detect({ url: new URL(path, 'https://my.saleshandy.com'), document });
}

test('nothing is read where no prospect is shown', () => {
  const paths = ['/', '/login', '/settings/email-accounts', '/reports', '/sequence/12/steps'];
  expect(paths.map(route)).toEqual(paths.map(() => undefined));
  expect(adapter.route(new URL('https://www.saleshandy.com/crm/list'))).toBeUndefined();
});

test('tabs of one task or sequence are one place', () => {
  expect([route('/tasks/90412/call'), route('/tasks/90412/email'), route('/tasks/90413/call')]).toEqual([
    'tasks/90412',
    'tasks/90412',
    'tasks/90413',
  ]);
  expect([route('/sequence/12/prospects'), route('/crm/list'), route('/leads#people'), route('/conversations')]).toEqual([
    'sequence/12',
    'crm',
    'leads',
    'conversations',
  ]);
});

test('placeholders in a drawer are no prospect', () => {
  expect(detect('/crm/list', '<div role="dialog"><h2>{{First Name}}</h2><dl><dt>Email</dt><dd>{{Email}}</dd></dl></div>')).toEqual({
    status: 'unknown',
    missing: ['email'],
  });
});

test("the user's own address in a drawer is no prospect", () => {
  const drawer = '<div role="dialog"><h2>Send as</h2><dl><dt>Email</dt><dd>priya@sellers.test</dd></dl></div>';
  expect(detect('/crm/list', `<header>priya@sellers.test</header>${drawer}`).status).not.toBe('contact');
  expect(detect('/crm/list', `<select><option>priya@sellers.test</option></select>${drawer}`).status).not.toBe('contact');
});

test('two drawers in one place are doubt', () => {
  const drawer = (name: string) => `<div role="dialog"><h2>${name}</h2><dl><dt>Email</dt><dd>${name}@x.test</dd></dl></div>`;
  expect(detect('/crm/list', drawer('anna')).status).toBe('contact');
  expect(detect('/crm/list', drawer('anna') + drawer('ben'))).toEqual({ status: 'unknown', missing: ['email'] });
});

test('labels of a signature in a thread are no contact column', () => {
  const signature = '<div><p>Name: Lena Vogt</p><p>Email: lena@x.test</p><p>Phone: +49 40 5550132</p></div>';
  expect(detect('/conversations', `<section><h2>Re: offer</h2>${signature}<textarea></textarea></section>`)).toEqual({
    status: 'unknown',
    missing: ['email'],
  });
});

test('all who write in a thread and all they write to may be meant', () => {
  const mail = '<p>From: Anna Berg &lt;anna@x.test&gt; To: priya@sellers.test Cc: ben@y.test</p>';
  const page = `<header>priya@sellers.test</header><section><h2>Re: offer</h2>${mail}<textarea></textarea></section>`;
  const people = ['anna@x.test', 'ben@y.test'].map((email) => expect.objectContaining({ recordId: `email:${email}` }));
  expect(detect('/conversations', page)).toEqual({ status: 'ambiguous', people });
});

test('of a thread of many people, nobody is named', () => {
  const mail = (size: number) => Array.from({ length: size }, (_, at) => `person${at}@x.test`).join(', ');
  const thread = (size: number) => `<section><h2>Re: offer</h2><p>From: ${mail(size)}</p><textarea></textarea></section>`;
  expect(detect('/conversations', thread(10))).toMatchObject({ people: { length: 10 } });
  expect(detect('/conversations', thread(11))).toEqual({ status: 'ambiguous', people: [] });
});

test('a box in the middle is about something that is being done', () => {
  const form = '<div role="dialog" aria-modal="true"><h2>Add prospect</h2><label>Email <input value="new@x.test"></label></div>';
  expect(detect('/crm/list', form)).toEqual({ status: 'none' });
});

test('a label that is empty here and filled there does not say whose the address is', () => {
  const fields = '<dl><dt>Email</dt><dd></dd></dl><div><span>Email</span><span>office@x.test</span></div>';
  expect(detect('/crm/list', `<div role="dialog"><h2>Anna Berg</h2>${fields}</div>`)).toEqual({ status: 'unknown', missing: ['email'] });
});
