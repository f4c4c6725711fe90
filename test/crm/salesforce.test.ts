// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { adapter } from '@/lib/crm/adapters/salesforce.ts';
import { longId, recordAddress } from '@/lib/crm/salesforce/address.ts';
import { isSameName } from '@/lib/crm/salesforce/names.ts';
import { salesforceRecords } from '../sandbox/crm/salesforce-records.ts';
import { readFixture, showPage } from './page.ts';

const at = (path: string) => recordAddress(new URL(path, 'https://harbor.lightning.force.com'));

describe('an address', () => {
  test.each([
    ['/lightning/r/Contact/003Hr00002QwErTIAV/view', '003Hr00002QwErTIAV', 'Contact'],
    [
      '/lightning/r/Contact/003Hr00002QwErTIAV/view?ws=%2Flightning%2Fr%2FCase%2F500Hr00001AbCdEIAV%2Fview',
      '003Hr00002QwErTIAV',
      'Contact',
    ],
    ['/lightning/r/003Hr00002QwErTIAV/view', '003Hr00002QwErTIAV', 'Contact'],
    ['/lightning/r/Contact/003Hr00002QwErT/edit', '003Hr00002QwErTIAV', 'Contact'],
    ['/lightning/r/Name/00QHr00001LdJoN/view', '00QHr00001LdJoNMAV', 'Lead'],
    ['/one/one.app#/sObject/003Hr00002QwErT/view', '003Hr00002QwErTIAV', 'Contact'],
    ['/lightning/r/Account/003Hr00002QwErTIAV/view', '003Hr00002QwErTIAV', 'Contact'],
    ['/lightning/r/Account/001Hr00003BaySdIAJ/view', '001Hr00003BaySdIAJ', 'Account'],
  ])('%s names a person', (path, id, object) => {
    expect(at(path)).toEqual({ id, object });
  });

  test.each([
    '/lightning/r/Contact/005Hr00000UsPriIAF/view',
    '/lightning/r/Contact/003Hr00002QwErTIAV/related/Opportunities/view',
    '/lightning/r/Contact/003Hr/view',
    '/lightning/o/Contact/list?filterName=003Hr00002QwErT',
    '/lightning/page/home?x=/lightning/r/Contact/003Hr00002QwErTIAV/view',
    '/lightning/setup/ManageUsers/home',
    '/003Hr00002QwErTIAV',
    '/console',
  ])('%s names nobody', (path) => {
    expect(at(path)).toBeUndefined();
    expect(adapter.route(new URL(path, 'https://harbor.lightning.force.com'))).toBeUndefined();
  });
});

describe('an address of Classic', () => {
  const on = (path: string, host = 'harbor.my.salesforce.com') => new URL(path, `https://${host}`);

  test.each([
    ['/003Hr00002QwErT', '003Hr00002QwErTIAV', 'Contact'],
    ['/003Hr00002QwErTIAV?isdtp=vw', '003Hr00002QwErTIAV', 'Contact'],
    ['/00QHr00001LdJoN/e?retURL=%2F00QHr00001LdJoN', '00QHr00001LdJoNMAV', 'Lead'],
    ['/001Hr00003BaySd', '001Hr00003BaySdIAJ', 'Account'],
  ])('%s names a record', (path, id, object) => {
    expect(recordAddress(on(path))).toEqual({ id, object, isClassic: true });
    expect(adapter.route(on(path, 'na1.salesforce.com'))).toBe(id);
  });

  test.each([
    '/003',
    '/003/o',
    '/003/e',
    '/003?fcf=00BHr00001AbCdE',
    '/00OHr00001AbCdE',
    '/005Hr00000UsPri',
    '/setup/home',
    '/home/home.jsp',
    '/p/003Hr00002QwErT',
    '/003Hr00002QwErT/o',
  ])('%s names nobody', (path) => {
    expect(adapter.route(on(path))).toBeUndefined();
  });

  test('may be the console, whose records have no address', () => {
    expect(adapter.route(on('/console'))).toBe('console');
  });
});

test('the short and the long form of an id are one place, ids that differ in case are two', () => {
  const route = (id: string) => adapter.route(new URL(`https://harbor.lightning.force.com/lightning/r/Contact/${id}/view`));
  expect(route('003Hr00002QwErT')).toBe(route('003Hr00002QwErTIAV'));
  expect(route('003Hr00002QwErt')).not.toBe(route('003Hr00002QwErT'));
});

test.each(Object.values(salesforceRecords).map(({ id }) => id))('the long form of %s follows from its first 15 characters', (id) => {
  expect(longId(id.slice(0, 15))).toBe(id);
});

test.each([
  ['Ms. Maria Gomez', 'Maria Gomez', true],
  ['Gomez Maria 様', 'Maria Gomez', true],
  ['MARIA  GOMEZ', 'Maria Gomez', true],
  ['Mary Ann Lee', 'Ann Lee', false],
  ['Maria', 'Maria Gomez', false],
  ['', '', false],
])('%s and %s name the same record: %s', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame);
});

describe('without any link that names the record', () => {
  const { html, url } = readFixture('salesforce--contact-only-name.html');

  test('the title vouches for the page', () => {
    showPage(html);
    expect(adapter.detect({ url, document }).status).toBe('contact');
  });

  test('a title of before the move vouches for nothing', () => {
    showPage(html);
    const next = new URL('/lightning/r/Contact/003Hr00002QwDaNIAV/view', url);
    expect(adapter.detect({ url: next, document, staleTitle: document.title })).toEqual({ status: 'pending' });
  });
});

test('an address being typed is not taken for one', () => {
  const { html, url } = readFixture('salesforce--inline-edit.html');
  showPage(html);
  document.querySelector<HTMLInputElement>('input[name="Email"]')?.focus();
  expect(adapter.detect({ url, document })).toMatchObject({ contact: { emails: [] } });
});

describe('the reasons', () => {
  const reasonsOf = (file: string) => {
    const { html, url } = readFixture(`salesforce--${file}.html`);
    showPage(html);
    const detection = adapter.detect({ url, document });
    return detection.status === 'contact' ? detection.reasons : undefined;
  };

  test('name the fields as the page writes them', () => {
    expect(reasonsOf('contact-german')).toEqual([
      { field: 'name', source: 'heading' },
      { field: 'company', source: 'field', label: 'Accountname' },
      { field: 'email', source: 'field', label: 'E-Mail' },
      { field: 'phone', source: 'field', label: 'Mobiltelefon' },
    ]);
  });

  test('name the highlights where the details are not drawn', () => {
    expect(reasonsOf('lead-details-not-drawn')).toContainEqual({ field: 'email', source: 'highlights', label: 'Email' });
  });

  test('tell a field that is being edited from one that is shown', () => {
    expect(reasonsOf('lead-inline-edit')).toContainEqual({ field: 'email', source: 'input', label: 'Email' });
  });

  test('of a company are those of its name', () => {
    expect(reasonsOf('business-account')).toEqual([{ field: 'company', source: 'heading' }]);
  });

  test('name the cells of Classic', () => {
    expect(reasonsOf('classic-contact-japanese')).toContainEqual({ field: 'email', source: 'field', label: 'メール' });
    expect(reasonsOf('classic-contact-ileinner-off')).toEqual([
      { field: 'name', source: 'heading' },
      { field: 'email', source: 'label', label: 'Email' },
    ]);
  });
});

test('what is typed on an edit page of Classic counts only once it is saved', () => {
  const { html, url } = readFixture('salesforce--classic-edit.html');
  showPage(html);
  for (const input of document.querySelectorAll('input')) input.value = 'somebody.else@elsewhere.test';
  expect(adapter.detect({ url, document })).toMatchObject({ contact: { name: 'Maria Gomez', emails: ['maria@bayside.test'] } });
});

test('a page of Classic that is still arriving says nothing', () => {
  const { html, url } = readFixture('salesforce--classic-contact.html');
  showPage(html);
  Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
  expect(adapter.detect({ url, document })).toEqual({ status: 'pending' });
  Reflect.deleteProperty(document, 'readyState');
});

test('documents of frames are no part of a Lightning page', () => {
  const { html, url } = readFixture('salesforce--contact-view.html');
  showPage(html);
  const other = document.implementation.createHTMLDocument();
  other.body.replaceChildren(...[...document.body.children].map((element) => element.cloneNode(true)));
  expect(adapter.detect({ url, document, roots: [document, other] })).toMatchObject({ contact: { emails: ['maria@bayside.test'] } });
});

describe('an account whose details are not drawn', () => {
  const { html, url } = readFixture('salesforce--business-account-late.html');
  const status = (changed: string) => {
    showPage(changed);
    return adapter.detect({ url, document }).status;
  };

  test('is a company once its heading and its list of contacts agree', () => {
    expect(status(html)).toBe('contact');
  });

  test.each([
    ['its name is drawn as that of a person', html.replaceAll('lightning-formatted-text', 'lightning-formatted-name')],
    [
      'its name is drawn as that of a person beside',
      html.replace('<slot name="primaryField">', '$&<lightning-formatted-name></lightning-formatted-name>'),
    ],
    ['the list is of another account', html.replace('/001Hr00003AcBaYIAV/related/', '/001Hr00003ZzZzZIAV/related/')],
    ['the list is another one', html.replace('/related/Contacts/', '/related/AccountContactRelations/')],
    [
      'a field of a person is somewhere',
      html.replace('<ul>', '$&<li data-target-selection-name="sfdc:RecordField.Account.PersonEmail"></li>'),
    ],
    ['a custom field of people is somewhere', html.replace('<ul>', '$&<li data-target-reveals="sfdc:RecordField.Account.Vip__pc"></li>')],
    [
      'the highlights show an e-mail',
      html.replace('<div role="list">', '$&<emailui-formatted-email-account></emailui-formatted-email-account>'),
    ],
    ['its details are half drawn', html.replace('<lst-related', '<records-lwc-detail-panel></records-lwc-detail-panel>$&')],
    ['the list is told by a hover card', html.replace(/<h2>(.*?)<\/h2>/, '<div class="forceHoverPanel"><h2>$1</h2></div>')],
  ])('stays pending when %s', (_why, changed) => {
    expect(changed).not.toBe(html);
    expect(status(changed)).toBe('pending');
  });
});
