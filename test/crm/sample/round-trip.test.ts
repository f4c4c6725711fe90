// @vitest-environment jsdom
import { afterAll, describe, expect, test } from 'vitest';
import type { DetectedContact, Detection } from '@/lib/crm/adapter.ts';
import { detectOn } from '@/lib/crm/engine.ts';
import { adapters } from '@/lib/crm/registry.ts';
import { takeSample } from '@/lib/crm/sample/sample.ts';
import { type Fixture, readFixtures, readFixtureText, showPage } from '../page.ts';

const fixtures = readFixtures();
const shares = new Map<string, { total: number; alike: number }>();

function detected({ file, url, html }: Fixture): Detection {
  showPage(html);
  const adapter = adapters.find(({ id }) => file.startsWith(`${id}--`));
  return adapter ? detectOn(adapter, { url, document }) : { status: 'none' };
}

/** The fixture as the saver would write it. */
function sampleOf(fixture: Fixture): Fixture {
  showPage(fixture.html);
  const { html } = takeSample({ document, url: fixture.url, version: '1.0.0', date: new Date(0) });
  return readFixtureText(fixture.file, html);
}

const contactOf = (detection: Detection): DetectedContact | undefined => (detection.status === 'contact' ? detection.contact : undefined);

/** How much was found, whatever it is. */
const shapeOf = (detection: Detection) => {
  const contact = contactOf(detection);
  return [detection.status, Boolean(contact?.name), Boolean(contact?.company), contact?.emails.length, contact?.phones.length].join();
};

describe.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s', (file, fixture) => {
  test('is read from its sample as from itself, or less of it, and never anybody real', () => {
    const found = detected(sampleOf(fixture));
    const [crm = ''] = file.split('--');
    const share = shares.get(crm) ?? { total: 0, alike: 0 };
    const isAlike = shapeOf(found) === shapeOf(detected(fixture));
    shares.set(crm, { total: share.total + 1, alike: share.alike + (isAlike ? 1 : 0) });
    const before = contactOf(Object.values(fixture.expect)[0] ?? { status: 'none' });
    for (const email of contactOf(found)?.emails ?? []) expect(email).toMatch(/\.test$/);
    for (const value of [before?.name, ...(before?.emails ?? [])]) if (value) expect(JSON.stringify(found)).not.toContain(value);
  });
});

test('most samples of each CRM tell as much as the page did', () => {
  for (const [crm, { total, alike }] of shares) expect(alike / total, crm).toBeGreaterThan(0.8);
  expect([...shares.keys()].toSorted()).toEqual(adapters.map(({ id }) => id).toSorted());
});

afterAll(() => console.table(Object.fromEntries(shares)));
