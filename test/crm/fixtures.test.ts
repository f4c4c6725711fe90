// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Detection, Field } from '@/lib/crm/adapter.ts';
import { detectOn } from '@/lib/crm/engine.ts';
import { adapterFor, adapters } from '@/lib/crm/registry.ts';
import { type Fixture, readFixtures, showPage } from './page.ts';

const fixtures = readFixtures();
const crmOf = ({ file }: Fixture) => file.split('--')[0] ?? '';

/** What is expected of one adapter; reasons are held against the fixture only where it names them. */
function expectation(fixture: Fixture, id: string): Detection {
  return fixture.expect[id] ?? { status: 'none' };
}

/** Fields that hold something. */
function foundFields(detection: Detection): readonly Field[] {
  if (detection.status !== 'contact') return [];
  const { name, company, emails, phones } = detection.contact;
  const isFound = { name: name !== undefined, company: company !== undefined, email: emails.length > 0, phone: phones.length > 0 };
  return (['name', 'company', 'email', 'phone'] as const).filter((field) => isFound[field]);
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('answers %s as the page says', (_file, fixture) => {
    showPage(fixture.html);
    const found = detectOn(adapter, { url: fixture.url, document });
    const expected = expectation(fixture, id);
    if (found.status !== 'contact' || expected.status !== 'contact') return expect(found).toEqual(expected);
    expect(found.contact).toEqual(expected.contact);
    if (expected.reasons) expect(found.reasons).toEqual(expected.reasons);
    expect(found.reasons?.map(({ field }) => field).toSorted()).toEqual(foundFields(found).toSorted());
  });

  test('has enough pages to be judged by, some of them without a contact', () => {
    const own = fixtures.filter((fixture) => crmOf(fixture) === id);
    const shown = own.filter((fixture) => expectation(fixture, id).status === 'contact');
    expect(own.length).toBeGreaterThanOrEqual(id === 'salesforce' ? 8 : 4);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(own.length);
  });
});

test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))(
  '%s says where it comes from and whom it expects',
  (_file, fixture) => {
    const crm = crmOf(fixture);
    expect(fixture.source.length).toBeGreaterThan(20);
    expect(Object.keys(fixture.expect)).toEqual([crm]);
    // Nobody has seen the real pages of the others.
    if (crm !== 'salesforce') expect(fixture.source).toMatch(/reconstructed|sample saved/);
  },
);

test.each([
  ['https://harbor.lightning.force.com/lightning/page/home', 'salesforce'],
  ['https://harbor--test.sandbox.my.salesforce.com/003', 'salesforce'],
  ['https://my.saleshandy.com/crm/list', 'saleshandy'],
  ['https://app.salesmessage.com/conversations/1', 'salesmsg'],
  ['https://logon.salesnexus.com/', 'salesnexus'],
  ['https://lightning.force.com.example/lightning/page/home', undefined],
  ['http://harbor.lightning.force.com/', undefined],
  ['https://salesmessage.com/', undefined],
])('%s is read by %s', (url, id) => {
  expect(adapterFor(new URL(url))?.id).toBe(id);
});
