// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { detectGeneric } from '@/lib/crm/generic/detect.ts';
import { fold, labelKey } from '@/lib/crm/generic/labels.ts';
import { readOutline } from '@/lib/crm/generic/outline.ts';
import { findPairs } from '@/lib/crm/generic/pairs.ts';
import { emailsIn, fits, isNameLike, phonesIn } from '@/lib/crm/generic/patterns.ts';
import { proposeFields } from '@/lib/crm/generic/propose.ts';
import { showPage } from './page.ts';

const url = new URL('https://crm.example.test/people/17');

function pairsOf(html: string): readonly string[] {
  showPage(`<body>${html}</body>`);
  return findPairs(readOutline(document.body)).map(({ key, values }) => `${key}=${values.map(({ text }) => text).join('+')}`);
}

function detect(html: string, title = '') {
  showPage(`<title>${title}</title><body>${html}</body>`);
  return detectGeneric({ url, document });
}

function propose(html: string) {
  showPage(`<body>${html}</body>`);
  const proposed = proposeFields({ url, document });
  return Object.fromEntries(Object.entries(proposed).map(([field, { value, source }]) => [field, [value, source]]));
}

test('of a page that shows many people, nobody is named', () => {
  const rows = (size: number) => Array.from({ length: size }, (_, at) => `<p>ann${at}@y.test</p>`).join('');
  expect(detect(`<main><h1>Anna Berg</h1>${rows(10)}</main>`)).toMatchObject({ status: 'ambiguous', people: { length: 10 } });
  expect(detect(`<main><h1>Anna Berg</h1>${rows(11)}</main>`)).toEqual({ status: 'ambiguous', people: [] });
});

test('a label is known in whatever case, with accents, colons and stars', () => {
  expect(['E-Mail *', 'email:', 'e_mail', 'Prénom', 'PRENOM', 'Téléphone :', 'phoneNumber'].map(labelKey)).toEqual([
    'email',
    'email',
    'email',
    'first',
    'first',
    'phone',
    'phone',
  ]);
  expect(['Emails sent', 'Open rate', ''].map(labelKey)).toEqual([undefined, undefined, undefined]);
  expect(fold('Société')).toBe('societe');
});

test.each([
  ['dt and dd', '<dl><dt>Email</dt><dd>a@x.test</dd></dl>', 'email=a@x.test'],
  ['th and td', '<table><tr><th>Email</th><td>a@x.test</td></tr></table>', 'email=a@x.test'],
  ['td and td', '<table><tr><td>Email:</td><td>a@x.test</td></tr></table>', 'email=a@x.test'],
  ['neighbours', '<div><span>Email</span><span>a@x.test</span></div>', 'email=a@x.test'],
  ['boxes', '<div><div><b>Email</b></div><div><p>a@x.test</p></div></div>', 'email=a@x.test'],
  ['one text', '<p>Email: a@x.test</p>', 'email=a@x.test'],
  ['text after a bold label', '<p><b>Email:</b> a@x.test</p>', 'email=a@x.test'],
  ['a label for an input', '<label for="e">Email</label><input id="e" value="a@x.test">', 'email=a@x.test'],
  ['a label around an input', '<label>Email <input value="a@x.test"></label>', 'email=a@x.test'],
  ['an output', '<label for="o">Email</label><output id="o">a@x.test</output>', 'email=a@x.test'],
  ['aria-label', '<div aria-label="Email"><span>a@x.test</span></div>', 'email=a@x.test'],
  ['aria-labelledby', '<i id="l" hidden>Email</i><span aria-labelledby="l">a@x.test</span>', 'email=a@x.test'],
  ['the technical name of an input', '<input name="email" value="a@x.test">', 'email=a@x.test'],
  ['a search mark inside', '<div><span>Email</span><span>a.<mark>berg</mark>@x.test</span></div>', 'email=a.berg@x.test'],
  ['nothing, before the next label', '<div><div>Email</div><div>Phone</div><div>+49 40 5550132</div></div>', 'email='],
  ['an empty value', '<div><div>Email</div><div></div><div>b@x.test</div></div>', 'email='],
])('a label has its value in %s', (_where, html, expected) => expect(pairsOf(html)[0]).toBe(expected));

test('links and buttons called "Email" are no labels', () => {
  expect(
    pairsOf('<div><a href="#">Email</a><span>b@x.test</span></div><div><button>Phone</button><span>+49 40 5550132</span></div>'),
  ).toEqual([]);
});

test('masked addresses and placeholders are no addresses', () => {
  expect(emailsIn('j***@x.test j•••@x.test j…@x.test xxx@x.test j...n@x.test {{email}}@x.test %EMAIL%@x.test {a}@x.test')).toEqual([]);
  expect(emailsIn('Anna <anna@x.test>, write to b@x.test.')).toEqual(['anna@x.test', 'b@x.test']);
});

test('dates, counts and masked numbers are no phone numbers', () => {
  expect(['2026-11-21', '21.11.2026', '11/21/2026', '12345', '+49 40 •••', 'Call 555 0132 now'].flatMap(phonesIn)).toEqual([]);
  expect(['+49 40 5550132', '(415) 555-0132', '06 12 55 50 14'].flatMap(phonesIn)).toHaveLength(3);
});

test('an address may look made from a name', () => {
  expect([fits('Anna Berg', 'aberg@x.test'), fits('Élodie Martin', 'elodie@x.test'), fits('Anna Berg', 'info@x.test')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(['Anna Berg', 'Jean-Luc O’Neill', 'Contact', 'Step 2', 'a@x.test'].map(isNameLike)).toEqual([true, true, false, false, false]);
});

describe('a page nobody knows', () => {
  const record = '<main><h1>Anna Berg</h1><dl><dt>Email</dt><dd>info@x.test</dd></dl></main>';

  test('is a contact where the title names whom the labels are of', () => {
    expect(detect(record, 'Anna Berg - My CRM')).toMatchObject({
      status: 'contact',
      contact: { crm: url.origin, recordId: 'email:info@x.test', name: 'Anna Berg' },
    });
  });

  test('is unknown on one piece of evidence', () => expect(detect(record, 'My CRM')).toMatchObject({ status: 'unknown' }));

  test('is ambiguous with two addresses', () => {
    expect(detect(record.replace('</main>', '<p>anna@x.test</p></main>'), 'Anna Berg')).toMatchObject({
      status: 'ambiguous',
      people: [{}, {}],
    });
  });

  test('is none without addresses, and where a password is asked', () => {
    expect(detect('<main><h1>Reports</h1></main>')).toEqual({ status: 'none' });
    expect(detect(`${record}<input type="password">`, 'Anna Berg')).toEqual({ status: 'none' });
  });

  test('does not tell the user, whose address the header shows', () => {
    expect(detect(`<header>info@x.test</header>${record}`, 'Anna Berg').status).toBe('none');
  });

  test('does not trust a title that was there before', () => {
    showPage(`<title>Anna Berg</title><body>${record}</body>`);
    expect(detectGeneric({ url, document, staleTitle: 'Anna Berg' })).toMatchObject({ status: 'unknown' });
  });
});

describe('the first proposal of a lesson', () => {
  test('takes what is labelled, in any of its languages', () => {
    expect(
      propose(
        '<main><dl><dt>氏名</dt><dd>山田太郎</dd><dt>会社名</dt><dd>山田商事</dd><dt>メールアドレス</dt><dd>taro@x.test</dd><dt>電話番号</dt><dd>03-5555-0132</dd></dl></main>',
      ),
    ).toEqual({
      name: ['山田太郎', 'label'],
      company: ['山田商事', 'label'],
      email: ['taro@x.test', 'label'],
      phone: ['03-5555-0132', 'label'],
    });
  });

  test('takes head and links where nothing is labelled', () => {
    expect(propose('<main><h1>Anna Berg</h1><a href="mailto:info@x.test">Write</a><a href="tel:+49405550132">Call</a></main>')).toEqual({
      name: ['Anna Berg', 'heading'],
      email: ['info@x.test', 'link'],
      phone: ['+49405550132', 'link'],
    });
  });

  test('finds what the page says of its person in schema.org', () => {
    const data =
      '<script type="application/ld+json">{"@graph":[{"@type":"Person","name":"Anna B.","email":"mailto:b@x.test","worksFor":{"name":"Nord & Co"}}]}</script>';
    expect(propose(`${data}<main><p>Anna B.</p><p>Nord &amp; Co</p><p>a@x.test</p><p>b@x.test</p></main>`)).toEqual({
      name: ['Anna B.', 'data'],
      company: ['Nord & Co', 'data'],
      email: ['b@x.test', 'data'],
    });
  });

  test('finds microdata through open roots', () => {
    const person =
      '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Anna B.</b><a itemprop="email" href="mailto:b@x.test">b@x.test</a></div>';
    expect(propose(`<main><p>a@x.test</p><x-card><template shadowrootmode="open">${person}</template></x-card></main>`)).toMatchObject({
      email: ['b@x.test', 'data'],
      name: ['Anna B.', 'data'],
    });
  });

  test('never proposes the user', () => expect(propose('<header>me@x.test</header><main><p>me@x.test</p></main>')).toEqual({}));
});
