// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { adapterFor, adapters } from '@/lib/crm/registry.ts';
import { readFixtures, showPage } from './page.ts';

const fixtures = readFixtures();

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('answers %s as the page says', (_file, fixture) => {
    showPage(fixture.html);
    expect(adapter.detect({ url: fixture.url, document })).toEqual(fixture.expect[id] ?? { status: 'none' });
  });
});

test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))(
  '%s says where it comes from and whom it expects',
  (file, fixture) => {
    expect(fixture.source.length).toBeGreaterThan(20);
    expect(Object.keys(fixture.expect)).toEqual([file.split('--')[0]]);
  },
);

test('a page is read by the adapter of its host', () => {
  expect(adapterFor(new URL('https://harbor.lightning.force.com/lightning/page/home'))?.id).toBe('salesforce');
  expect(adapterFor(new URL('https://harbor--test.sandbox.my.salesforce.com/003'))?.id).toBe('salesforce');
  expect(adapterFor(new URL('https://lightning.force.com.example/lightning/page/home'))).toBeUndefined();
  expect(adapterFor(new URL('http://harbor.lightning.force.com/'))).toBeUndefined();
});
