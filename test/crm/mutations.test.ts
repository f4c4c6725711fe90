// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Detection } from '@/lib/crm/adapter.ts';
import { adapterFor } from '@/lib/crm/registry.ts';
import { mutators, stranger } from './mutators.ts';
import { type Fixture, readFixture, readFixtures, showPage } from './page.ts';

const fixtures = readFixtures();
const names = Object.keys(mutators);

function read(fixture: Fixture, changes: readonly string[], seed: number): Detection {
  showPage(fixture.html);
  for (const name of changes) mutators[name]?.(seed);
  return adapterFor(fixture.url)?.detect({ url: fixture.url, document }) ?? { status: 'none' };
}

/** Right, or less than right, but never someone else. */
function expectNobodyElse(found: Detection, expected: Detection | undefined): void {
  if (found.status !== 'contact') return;
  expect(expected?.status).toBe('contact');
  if (expected?.status !== 'contact') return;
  expect(found.contact.recordId).toBe(expected.contact.recordId);
  expect(expected.contact.emails).toEqual(expect.arrayContaining([...found.contact.emails]));
  expect(expected.contact.phones).toEqual(expect.arrayContaining([...found.contact.phones]));
  expect([expected.contact.name, undefined]).toContain(found.contact.name);
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${stranger.email}|${stranger.phone.slice(1)}|${stranger.name}`));
}

const expectationOf = (fixture: Fixture) => Object.values(fixture.expect)[0];

describe.each(names)('with %s', (name) => {
  test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s never becomes another person', (_file, fixture) => {
    expectNobodyElse(read(fixture, [name], 5), expectationOf(fixture));
  });
});

test('no mixture of changes to any page turns it into another person', () => {
  const mixture = fc.tuple(
    fc.constantFrom(...fixtures.map(({ file }) => file)),
    fc.shuffledSubarray(names, { minLength: 2, maxLength: 6 }),
    fc.nat(0xffff),
  );
  fc.assert(
    fc.property(mixture, ([file, changes, seed]) => {
      const fixture = readFixture(file);
      expectNobodyElse(read(fixture, changes, seed), expectationOf(fixture));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test.each([
  'classes renamed',
  'labels in another language',
  'fields in another order',
  'a hover card of someone',
  'a hover card inside the record',
  'a related list with people',
  'an activity timeline',
  'a form of the manager',
  'a modal form',
  'a card of the owner',
  'a hidden decoy field',
  'page host duplicated, hidden',
])('the contact is still recognised with %s', (name) => {
  const fixture = fixtures.find(({ file }) => file === 'salesforce--contact-view.html');
  expect(fixture && read(fixture, [name], 5)).toEqual(fixture && expectationOf(fixture));
});
