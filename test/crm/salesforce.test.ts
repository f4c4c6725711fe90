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
  ])('%s names a person', (path, id, object) => {
    expect(at(path)).toEqual({ id, object });
  });

  test.each([
    '/lightning/r/Contact/005Hr00000UsPriIAF/view',
    '/lightning/r/Account/001Hr00003BaySdIAN/view',
    '/lightning/r/Contact/003Hr00002QwErTIAV/related/Opportunities/view',
    '/lightning/r/Contact/003Hr/view',
    '/lightning/o/Contact/list?filterName=003Hr00002QwErT',
    '/lightning/page/home?x=/lightning/r/Contact/003Hr00002QwErTIAV/view',
    '/003Hr00002QwErTIAV',
  ])('%s names nobody', (path) => {
    expect(at(path)).toBeUndefined();
  });
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
