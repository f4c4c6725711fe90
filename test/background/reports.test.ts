import { expect, it } from 'vitest';
import { createReports } from '@/entrypoints/background/reports.ts';
import { createCountMemory, createTabs } from '@/entrypoints/background/tabs.ts';
import { createHealth } from '@/lib/sites/health.ts';
import { hasMark, placeMark } from '@/lib/sites/place-mark.ts';
import { createWorld, ruleFor } from '../sites/fakes.ts';
import { createLocks, createSession } from './fake-session.ts';

const TAB = 4;
const origin = 'https://crm.acme.example';
const url = `${origin}/people/7`;
const person = { crm: origin, recordId: '7', name: 'Maria', emails: ['maria@bayside.test'], phones: [] };
const sound = { crm: origin, url, detection: { status: 'contact', contact: person } };
const sender = { tabId: TAB, url: new URL(url), documentId: 'D1' };

async function setUp({ setHealth, lookUp }: { setHealth?: () => Promise<void>; lookUp?: () => Promise<void> } = {}) {
  const world = createWorld({ granted: [`${origin}/*`] });
  await world.settings.taughtSites.set([{ rule: ruleFor(origin), isPaused: false }]);
  const { area } = createSession();
  const shown = { url, status: 'complete' };
  const tabs = createTabs({
    session: area,
    tabs: { get: async () => shown as never },
    sites: world.sites,
    settled: async () => undefined,
    documentOf: async () => 'D1',
    readAnew: async () => undefined,
  });
  const told: number[] = [];
  const siteHealth = { get: world.settings.siteHealth.get, set: setHealth ?? world.settings.siteHealth.set };
  const health = createHealth({ siteHealth, memory: createCountMemory(area), locks: createLocks() });
  const sites = {
    ruleFor: world.sites.ruleFor,
    of: async (address: URL) => {
      await lookUp?.();
      return world.sites.of(address);
    },
  };
  const take = createReports({ tabs, sites, health, tell: (tabId) => told.push(tabId) });
  return { ...world, tabs, take, told, view: () => tabs.view(TAB) };
}

it('who a page reports is shown, under an id that says by which rule it was read', async () => {
  const { take, view, told } = await setUp();
  expect(await take(sound, sender)).toBe('watch');
  const shown = await view();
  if (shown.status !== 'contact') throw new Error(shown.status);
  expect(shown.contact.name).toBe('Maria');
  expect(hasMark(shown.contact.recordId, await placeMark(ruleFor(origin)))).toBe(true);
  expect(hasMark(shown.contact.recordId, await placeMark(ruleFor(origin, { recordId: { from: 'path', at: 0 } })))).toBe(false);
  expect(told).toEqual([TAB]);
});

it.each([
  ['of an endless name', { ...sound, detection: { status: 'contact', contact: { ...person, name: 'x'.repeat(20_000) } } }],
  ['of too many addresses', { ...sound, detection: { status: 'contact', contact: { ...person, emails: Array(30).fill('a@b.co') } } }],
  ['of no known form', { ...sound, detection: { status: 'admin' } }],
  ['with more than is asked', { ...sound, locationId: 'x' }],
  ['about somebody of another CRM', { ...sound, detection: { status: 'contact', contact: { ...person, crm: 'salesforce' } } }],
])('a report %s leaves nobody in place who was shown before', async (_name, report) => {
  const { take, view, told } = await setUp();
  await take(sound, sender);
  expect(await take(report, sender)).toBe('watch');
  expect(await view()).toMatchObject({ status: 'unknown', missing: [] });
  expect(told).toEqual([TAB, TAB]);
});

it.each([
  ['an endless address', { ...sound, url: `${origin}/${'a'.repeat(5_000)}` }],
  ['an address that is none', { ...sound, url: 'people/7' }],
  ['no address', { crm: origin }],
  ['nothing', undefined],
])('after a report with %s nothing is known of the tab', async (_name, report) => {
  const { take, view } = await setUp();
  await take(sound, sender);
  expect(await take(report, sender)).toBe('watch');
  expect((await view()).status).toBe('silent');
});

it('a report of another CRM or site than the sender’s is nobody’s', async () => {
  const { take, view, told } = await setUp();
  await take(sound, sender);
  for (const report of [
    { ...sound, crm: 'salesforce' },
    { ...sound, url: 'https://elsewhere.example/people/7' },
  ]) {
    expect(await take(report, sender)).toBe('watch');
  }
  expect((await view()).status).toBe('contact');
  expect(told).toHaveLength(1);
  expect(await take(sound, { ...sender, url: new URL('https://elsewhere.example/') })).toBe('stop');
});

it('what a page reported last stays, however long it takes to find out whose it is', async () => {
  const waits = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let asked = 0;
  const { take, view } = await setUp({ lookUp: async () => waits[asked++]?.promise });
  const first = take({ ...sound, detection: { status: 'pending' } }, sender);
  const second = take(sound, sender);
  waits[1]?.resolve();
  await new Promise<void>((resolve) => setImmediate(resolve));
  waits[0]?.resolve();
  await Promise.all([first, second]);
  expect((await view()).status).toBe('contact');
});

it('the panel is told though nothing can be counted', async () => {
  const { take, told, view } = await setUp({ setHealth: () => Promise.reject(new Error('the disk is full')) });
  expect(await take(sound, sender)).toBe('watch');
  expect(told).toEqual([TAB]);
  expect((await view()).status).toBe('contact');
});
