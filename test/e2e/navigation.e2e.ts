import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expect, sectionsOf, seedIds, test } from './fixtures.ts';

const { maria, daniel, greta } = salesforceRecords;
const home = 'https://harbor.lightning.force.com/lightning/page/home';

/** What the panel has painted, once per change: its name, and all its text. */
interface Painted {
  readonly heading: string;
  readonly text: string;
}

/** Notes every state of the panel's document from now on, also those that last one frame. */
async function watchPaint(panel: Page): Promise<() => Promise<readonly Painted[]>> {
  await panel.evaluate(() => {
    const seen: Painted[] = [];
    // The text as painted: what is not, such as the options of a list, does not count.
    const note = () => seen.push({ heading: document.querySelector('h1')?.textContent ?? '', text: document.body.innerText });
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    note();
    Object.assign(window, { seen });
  });
  return () => panel.evaluate(() => (window as unknown as { seen: Painted[] }).seen);
}

const OF_MARIA = ['Book the quarterly lunch', 'Case review', 'How we work together', 'newsletter'];

/** The states in which something of Maria's stands under another name than hers. */
function mixedUp(painted: readonly Painted[]): readonly Painted[] {
  return painted.filter(({ heading, text }) => heading !== 'Maria Gomez' && OF_MARIA.some((words) => text.includes(words)));
}

test('a link in Salesforce leads to the next contact, and nothing of the last stays under its name', async ({
  connected: _connected,
  openWithPanel,
}) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria, { swap: 700 }));
  const { heading, task, notes } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  const painted = await watchPaint(panel);
  await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  await expect(notes.getByText('New associate since the summer.')).toBeVisible();
  expect((await painted()).some(({ heading }) => heading === 'Maria Gomez')).toBe(true);
  expect(mixedUp(await painted())).toEqual([]);
});

test("a contact's late answers never paint over the next one", async ({ connected: _connected, openWithPanel, sandbox }) => {
  const ofMaria = new RegExp(`^/contacts/${seedIds.contacts.maria}`);
  sandbox.faults.add({ match: { method: 'GET', path: ofMaria }, delayAfterMs: 2_500 });
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  const reads = () => sandbox.log.filter(({ path }) => ofMaria.test(path));
  await expect.poll(() => reads().length).toBeGreaterThanOrEqual(3);
  const painted = await watchPaint(panel);
  await page.evaluate((url) => {
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, salesforceUrl(daniel));
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  const shownAt = Date.now();
  await expect.poll(() => reads().every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  // Else the answers were not late, and the test proves nothing.
  expect(reads().filter(({ endedAt = 0 }) => endedAt > shownAt).length).toBeGreaterThanOrEqual(3);
  // Daniel's tasks are asked for again after them and answered, so their answers have long reached the panel.
  await panel.getByRole('button', { name: 'Refresh' }).click();
  const ofDaniel = () => sandbox.log.filter(({ path, endedAt }) => path.endsWith(`${seedIds.contacts.daniel}/tasks`) && endedAt);
  await expect.poll(() => ofDaniel().length).toBe(2);
  await expect(heading).toHaveText('Daniel Okafor');
  expect(mixedUp(await painted())).toEqual([]);
});

test('answers of the match itself that come late do not bring the last contact back', async ({
  connected: _connected,
  openWithPanel,
  sandbox,
}) => {
  sandbox.faults.add({ match: { path: /^\/contacts\/search$/ }, delayAfterMs: 2_000, times: 1 });
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await expect.poll(() => sandbox.log.some(({ path }) => path === '/contacts/search')).toBe(true);
  const painted = await watchPaint(panel);
  await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await expect.poll(() => sandbox.log.find(({ path }) => path === '/contacts/search')?.endedAt).toBeDefined();
  await expect(sectionsOf(panel).task('Ask for the X-rays')).toBeVisible();
  expect((await painted()).filter(({ heading }) => heading === 'Maria Gomez')).toEqual([]);
  expect(mixedUp(await painted())).toEqual([]);
});

test('back and forth shows each contact again, from what is known', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
  await expect(task('Ask for the X-rays')).toBeVisible();
  await page.goBack();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await page.goForward();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
});

test('a list shows my tasks in place of the last contact', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, tasks } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(heading).toHaveText('My tasks');
  await expect(panel.getByText('No contact on this page.')).toBeVisible();
  await expect(tasks).toHaveCount(0);
  await page.getByRole('grid').getByRole('link', { name: 'Daniel Okafor' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
});

test('a reload shows the same contact again', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  const painted = await watchPaint(panel);
  await page.reload();
  await expect.poll(async () => (await painted()).length).toBeGreaterThan(1);
  await expect(heading).toHaveText('Maria Gomez');
  await expect(task('Book the quarterly lunch')).toBeVisible();
});

test('the panel follows the tab in front', async ({ connected, openWithPanel }) => {
  const { page: first, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  const painted = await watchPaint(panel);
  const second = await connected.context.newPage();
  await second.goto(salesforceUrl(daniel));
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  await first.bringToFront();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(task('Book the quarterly lunch')).toBeVisible();
  // Moving on in the tab behind does not touch the panel.
  await second.goto(salesforceUrl(greta));
  await expect(heading).toHaveText('Maria Gomez');
  await second.bringToFront();
  await expect(heading).toHaveText('Greta Hoffmann is not in HighLevel yet.');
  await second.goto(home);
  await expect(heading).toHaveText('My tasks');
  await second.close();
  await expect(heading).toHaveText('Maria Gomez');
  expect(mixedUp(await painted())).toEqual([]);
});
