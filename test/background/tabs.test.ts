import { expect, it } from 'vitest';
import { createCountMemory, createTabs } from '@/entrypoints/background/tabs.ts';
import type { PageFacts } from '@/lib/messaging/page-facts.ts';
import { createWorld, plain } from '../sites/fakes.ts';
import { createSession } from './fake-session.ts';

const TAB = 4;
const url = 'https://app.plain.example/search';
const contact = { crm: 'plain', recordId: 'email:maria@bayside.test', emails: ['maria@bayside.test'], phones: [] };
const facts: PageFacts = { crm: 'plain', url, detection: { status: 'contact', contact } };

/** A tab of a site that is on, whose document the test changes. */
async function setUp() {
  const { settings, sites } = createWorld({ granted: plain.matches });
  await settings.crms.set({ plain: 'on' });
  const { area, items } = createSession();
  const tab = { url, status: 'complete' };
  const shown = { document: async (): Promise<string | undefined> => 'D1' };
  const readAnew: number[] = [];
  const tabs = createTabs({
    session: area,
    tabs: { get: async () => tab as never },
    sites,
    settled: async () => undefined,
    documentOf: () => shown.document(),
    readAnew: async (tabId) => readAnew.push(tabId),
  });
  return { tabs, tab, shown, readAnew, items, area, status: async () => (await tabs.view(TAB)).status };
}

it('who a document showed is gone with it, though the same address loads again', async () => {
  const { tabs, shown, readAnew, status } = await setUp();
  await tabs.record(TAB, facts, 'D1');
  shown.document = async () => 'D2';
  await tabs.verify(TAB);
  expect(await status()).toBe('pending');
  await tabs.record(TAB, facts, 'D2');
  await tabs.verify(TAB);
  // Its own script reports, without being told to.
  expect([await status(), readAnew]).toEqual(['contact', []]);
});

it('a document that goes on is believed, whatever loads within it', async () => {
  const { tabs, tab, status } = await setUp();
  await tabs.record(TAB, facts, 'D1');
  tab.status = 'loading';
  await tabs.verify(TAB);
  expect(await status()).toBe('contact');
});

it('while nobody knows which document stands there, nobody is shown', async () => {
  const { tabs, shown, status } = await setUp();
  await tabs.record(TAB, facts, 'D1');
  const answer = Promise.withResolvers<string>();
  shown.document = () => answer.promise;
  const verifying = tabs.verify(TAB);
  expect(await status()).toBe('pending');
  answer.resolve('D1');
  await verifying;
  expect(await status()).toBe('contact');
});

it('what the new document reports meanwhile stays', async () => {
  const { tabs, shown, status } = await setUp();
  await tabs.record(TAB, facts, 'D1');
  const answer = Promise.withResolvers<string>();
  shown.document = () => answer.promise;
  const verifying = tabs.verify(TAB);
  await tabs.record(TAB, facts, 'D2');
  answer.resolve('D2');
  await verifying;
  expect(await status()).toBe('contact');
});

it('a document that does not say which it is shows nobody, until it is read anew', async () => {
  const { tabs, shown, readAnew, status } = await setUp();
  await tabs.record(TAB, facts, 'D1');
  shown.document = async () => undefined;
  await tabs.verify(TAB);
  expect([await status(), readAnew]).toEqual(['pending', [TAB]]);
});

it('a tab that is gone leaves nothing behind, one that moves on only what was counted', async () => {
  const { tabs, area, items } = await setUp();
  await createCountMemory(area).set(TAB, `read ${url}`);
  await tabs.record(TAB, facts);
  await tabs.drop(TAB);
  expect([...items.keys()]).toEqual([`counted:${TAB}`]);
  await tabs.record(TAB, facts);
  await tabs.forget(TAB);
  expect([...items.keys()]).toEqual([]);
});
