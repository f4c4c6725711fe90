// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { CrmAdapter, Detection } from '@/lib/crm/adapter.ts';
import { adapter as saleshandy } from '@/lib/crm/adapters/saleshandy.ts';
import { adapter as salesmsg } from '@/lib/crm/adapters/salesmsg.ts';
import { adapter as salesnexus } from '@/lib/crm/adapters/salesnexus.ts';
import { openRoots } from '@/lib/crm/dom.ts';
import { detectOn } from '@/lib/crm/engine.ts';
import { createLook } from '@/lib/crm/look.ts';
import { createTaughtAdapter } from '@/lib/crm/taught/taught-adapter.ts';
import { showPage } from './page.ts';
import { find, teach } from './taught/teach.ts';

const LIST = 'https://my.saleshandy.com/crm/list';
const THREAD = 'https://app.salesmessage.com/conversations/881';
const RECORD = 'https://app-beta.salesnex.us/contacts/88';

const row = (label: string, value: string) => `<div><div><span>${label}</span></div><div><span>${value}</span></div></div>`;
const dialog = (body: string) => `<div role="dialog">${body}</div>`;
const thread = (body: string) => `<div class="thread"><h2>Maria Gomez</h2>${body}<textarea></textarea></div>`;
const mailto = (address: string) => `<a href="mailto:${address}">${address}</a>`;
const cells = (...values: readonly string[]) => `<tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;

type Page = readonly [crm: CrmAdapter, url: string, body: string, title?: string];
const detect = ([crm, url, body, title = crm.label]: Page): Detection => {
  showPage(`<title>${title}</title><body>${body}</body>`);
  return detectOn(crm, { url: new URL(url), document });
};

/** Pages that show nobody, or of which it cannot be told whom. */
const SILENT: Readonly<Record<string, Page>> = {
  'filters with a typed address': [
    saleshandy,
    LIST,
    '<aside><h3>Filters</h3><label>Email</label><input value="paul@other.test"><label>Company</label><input value="Other"></aside>',
  ],
  'a preview of what is sent to somebody': [
    saleshandy,
    'https://my.saleshandy.com/sequence/5/prospects',
    '<main></main><aside><h2>Preview</h2><dl><dt>From</dt><dd>sam@agency.test</dd><dt>To</dt><dd>maria@bay.test</dd></dl></aside>',
  ],
  'a drawer of a mailbox of the user’s own': [
    saleshandy,
    LIST,
    dialog(`<h3>Sam Sender</h3><div>sam@agency.test</div>${row('Daily limit', '50')}${row('Signature', 'Best')}`),
  ],
  'a page of a mailbox': [
    saleshandy,
    'https://my.saleshandy.com/email-accounts/44',
    `<h2>Sam Sender</h2>${row('Email', 'sam@agency.test')}${row('First Name', 'Sam')}`,
  ],
  'the user’s number where a message is written': [
    salesmsg,
    THREAD,
    thread('<div>Hi</div><div>Sending from</div><div>(800) 555-0199</div>'),
  ],
  'a number in a message': [salesmsg, THREAD, thread('<div><p>(310) 555-7777</p></div><div><p>that is my brother</p></div>')],
  'a call of another person over the thread': [
    salesmsg,
    THREAD,
    `<aside><h3>Maria Gomez</h3>${row('Phone', '(415) 555-0142')}</aside>${dialog('<h4>Paul Other</h4><div>Calling…</div><div>(212) 555-0001</div>')}`,
  ],
  'a new message that asks for a number': [
    salesmsg,
    'https://app.salesmessage.com/conversations',
    dialog('<h4>New message</h4><label>Phone</label><input value="+1 212 555 0001">'),
  ],
  'the owner’s link under the heading': [
    salesnexus,
    RECORD,
    `<main><h1>Maria Gomez</h1><p>Chef at Bay Bistro</p><p>${mailto('olga@agency.test')}</p></main>`,
    'Maria Gomez | SalesNexus',
  ],
  'a company with an address of its own': [
    salesnexus,
    'https://app-beta.salesnex.us/companies/7',
    `<main><h1>Bay Bistro</h1><dl><dt>Email</dt><dd>${mailto('info@bay.test')}</dd></dl></main>`,
    'Bay Bistro | SalesNexus',
  ],
};

test.each(Object.entries(SILENT))('nobody is told of %s', (_page, page) => expect(detect(page).status).not.toBe('contact'));

const maria = { name: 'Maria Gomez', company: 'Bay Bistro', emails: ['maria@bay.test'], phones: ['(415) 555-0142'] };
const FORM: Readonly<Record<string, string>> = {
  two: [
    ['First Name', 'Maria'],
    ['Last Name', 'Gomez'],
    ['Company', 'Bay Bistro'],
    ['Email', mailto('maria@bay.test')],
    ['Phone', '(415) 555-0142'],
    ['Record Owner', 'Olga'],
  ]
    .map((values) => cells(...values))
    .join(''),
  four:
    cells('First Name', 'Maria', 'Email', mailto('maria@bay.test')) +
    cells('Last Name', 'Gomez', 'Phone', '(415) 555-0142') +
    cells('Company', 'Bay Bistro', 'Manager', 'olga@agency.test'),
};

const PEOPLE: Readonly<Record<string, Page>> = {
  'a form laid out in rows of two cells': [salesnexus, RECORD, `<table>${FORM.two}</table>`, 'Maria Gomez - SalesNexus'],
  'a form laid out in rows of four cells': [
    salesnexus,
    RECORD,
    `<main><h1>Maria Gomez</h1><table>${FORM.four}</table></main>`,
    'Maria Gomez - SalesNexus',
  ],
  'labels that stand in one text with their values': [
    saleshandy,
    'https://my.saleshandy.com/tasks/991/details',
    '<main><h1>Maria Gomez</h1><p>Email: maria@bay.test</p><p>Phone: (415) 555-0142</p><p>Company: Bay Bistro</p></main>',
  ],
};

test.each(Object.entries(PEOPLE))('Maria is told of %s', (_page, page) => expect(detect(page)).toMatchObject({ contact: maria }));

test('a list in four columns is no form', () => {
  const list = cells('Name', 'Phone', 'Email', 'Company') + cells('Maria Gomez', '(415) 555-0142', mailto('maria@bay.test'), 'Bay Bistro');
  expect(detect([salesnexus, RECORD, `<main><h1>Maria Gomez</h1><table>${list}</table></main>`]).status).not.toBe('contact');
});

describe('on the way to another person', () => {
  const drawer = (name: string, email: string, phone: string) =>
    dialog(`<h3>${name}</h3>${row('Name', name)}${row('Email', email)}${row('Phone', phone)}`);
  const column = (name: string, phone: string) => `<aside><h3>${name}</h3>${row('Phone', phone)}</aside>`;
  const [old, next] = [
    drawer('Maria Gomez', 'maria@bay.test', '(415) 555-0142'),
    drawer('Paul Other', 'paul@other.test', '(212) 555-0001'),
  ];

  /** Changes of the page, each with the time, and what is looked at there: at most the other person. */
  const STORIES: Readonly<Record<string, readonly [crm: CrmAdapter, ...steps: readonly { at: number; url?: string; body?: string }[]]>> = {
    'a number that is drawn after name and address': [
      saleshandy,
      { at: 0, url: LIST, body: old },
      { at: 5_000, body: drawer('Paul Other', 'paul@other.test', '(415) 555-0142') },
      { at: 5_500, body: next },
    ],
    'an address that is drawn two seconds after the name': [
      saleshandy,
      { at: 0, url: LIST, body: old },
      { at: 5_000, body: drawer('Paul Other', 'maria@bay.test', '(415) 555-0142') },
      { at: 7_000 },
      { at: 7_100, body: next },
    ],
    'a thread whose column is emptied and filled from a cache': [
      salesmsg,
      { at: 0, url: THREAD, body: column('Maria Gomez', '(415) 555-0142') },
      { at: 100, url: `${THREAD}2` },
      { at: 200, body: '<div></div>' },
      { at: 350, body: column('Maria Gomez', '(415) 555-0142') },
      { at: 5_000, body: column('Paul Other', '(212) 555-0001') },
    ],
  };

  test.each(Object.entries(STORIES))('nothing of the one before is told: %s', (_story, [crm, ...steps]) => {
    let time = 0;
    let [href, from] = ['', ''];
    const look = createLook(crm, document, () => time);
    const said = steps.map(({ at, url = href, body }) => {
      [time, href] = [at, url];
      if (body !== undefined) document.body.innerHTML = body;
      const route = crm.route(new URL(href)) ?? '';
      const hasMoved = from !== '' && from !== route;
      from = route;
      return look({ href, route, hasMoved, hasChanged: body !== undefined }, openRoots(document)).detections.at(-1);
    });
    expect(JSON.stringify(said.slice(1))).not.toMatch(/Maria|maria@|555-0142/);
    expect(said.at(-1)).toMatchObject({ status: 'contact', contact: { name: 'Paul Other' } });
  });
});

test('where a named element is gone, the only link that is left is not taken for it', () => {
  const at = (id: string) => new URL(`https://crm.acme.example/app/contact/${id}`);
  const page = (name: string, email: string) =>
    `<main><h1 data-testid="contact-name">${name}</h1><ul>${email}<li data-testid="phone"><a href="tel:+14155550${name.length}42">call</a></li></ul></main>`;
  const own = (address: string) => `<li data-testid="email">${mailto(address)}</li>`;
  const rule = teach(
    { url: at('101'), html: page('Anna Able', own('anna@able.test')) },
    { url: at('202'), html: page('Robert Baker', own('bob@baker.test')) },
    () => ({ name: find('h1'), email: find('a'), phone: find('a[href^=tel]') }),
  );
  const crm = createTaughtAdapter(rule);
  expect(detect([crm, at('202').href, page('Robert Baker', own('bob@baker.test'))])).toMatchObject({
    contact: { emails: ['bob@baker.test'] },
  });
  const found = detect([crm, at('202').href, page('Robert Baker', `<li data-testid="assistant">${mailto('xena@other.test')}</li>`)]);
  expect(JSON.stringify(found)).not.toContain('xena@other.test');
});
