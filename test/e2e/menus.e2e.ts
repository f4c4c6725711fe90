import type { Page, Worker } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { clickMenu } from './click-menu.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

const { maria, daniel } = seedIds.contacts;
const mariaUrl = salesforceUrl(salesforceRecords.maria);
const danielUrl = salesforceUrl(salesforceRecords.daniel);

test('the menu has every item, and a tag that was used becomes one of them', async ({ connected, openWithPanel, sandbox }) => {
  const worker = await connected.background();
  for (const id of ['alongside', 'note', 'task', 'search', 'lookup', 'tags', 'no-tags', 'open'])
    expect(await hasItem(worker, id), id).toBe(true);
  expect(await hasItem(worker, 'tag:implant')).toBe(false);
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(mariaUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await clickMenu(connected, page, { menuItemId: 'tag:implant' });
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  await expect.poll(() => hasItem(worker, 'tag:implant')).toBe(true);
  expect(await hasItem(worker, 'no-tags')).toBe(false);
});

test('a tag goes to the contact of the tab it was chosen in, not of the tab that is looked at', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  const { page, panel } = await openWithPanel(mariaUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  const other = await connected.context.newPage();
  await other.goto(danielUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await clickMenu(connected, page, { menuItemId: 'tag:implant' });
  await expect.poll(() => badgeOf(connected, page)).toBe('✓');
  expect(await badgeOf(connected, other)).toBe('');
  await expect(panel.getByRole('status').getByText('implant')).toBeVisible();
  expect(sandbox.ledger).toHaveLength(0);
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId, input }) => ({ kind, contactId, input })))
    .toEqual([{ kind: 'contact.tags.add', contactId: maria, input: { tags: ['implant'] } }]);
});

test('a tag from the menu can be undone before anything is sent', async ({ connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(mariaUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await clickMenu(connected, page, { menuItemId: 'tag:implant' });
  await expect(sectionsOf(panel).tags).toContainText('implant');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(sectionsOf(panel).tags).not.toContainText('implant');
  await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  expect(writesIn(sandbox)).toEqual([]);
});

for (const [title, record] of [
  ['several contacts', salesforceRecords.ruth],
  ['no contact', salesforceRecords.noel],
] as const) {
  test(`on a page of ${title} nothing is written, and the badge asks`, async ({ connected, sandbox }) => {
    const page = await connected.context.newPage();
    await page.goto(salesforceUrl(record));
    await clickMenu(connected, page, { menuItemId: 'tag:implant' });
    await expect.poll(() => badgeOf(connected, page)).toBe('?');
    await expectNothingWaits(connected);
    expect(sandbox.ledger).toHaveLength(0);
  });
}

test('text of a page that the tab has left since the click is not written to the next contact', async ({ connected, sandbox }) => {
  const page = await connected.context.newPage();
  await page.goto(danielUrl);
  await clickMenu(connected, page, { menuItemId: 'note', selectionText: 'About Maria', pageUrl: mariaUrl });
  await expect.poll(() => badgeOf(connected, page)).toBe('?');
  await expectNothingWaits(connected);
  expect(sandbox.ledger).toHaveLength(0);
});

test('without a connection nothing is kept, and the badge asks', async ({ alongside, sandbox }) => {
  await alongside.switchOn('Salesforce');
  const page = await alongside.context.newPage();
  await page.goto(mariaUrl);
  await clickMenu(alongside, page, { menuItemId: 'tag:implant' });
  await expect.poll(() => badgeOf(alongside, page)).toBe('?');
  expect(sandbox.log).toHaveLength(0);
});

test('a selection becomes a note', async ({ connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(danielUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await clickMenu(connected, page, { menuItemId: 'note', selectionText: '  Prefers <b>mornings</b>. ' });
  await expect(sectionsOf(panel).notes).toContainText('Prefers');
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId }) => ({ kind, contactId })))
    .toEqual([{ kind: 'note.create', contactId: daniel }]);
  // As it was selected, shown as text, with the page it is from.
  expect(sandbox.ledger[0]?.input).toMatchObject({
    body: expect.stringMatching(/^Prefers &lt;b>mornings&lt;\/b>\.\n\n.*Salesforce.*\nhttps:\/\/harbor\.lightning\.force\.com\//),
  });
});

test('a selection becomes a task, due tomorrow at nine in the location’s time', async ({ connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(danielUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await clickMenu(connected, page, { menuItemId: 'task', selectionText: 'Send the X-rays\nby courier, before Friday' });
  await expect(sectionsOf(panel).task('Send the X-rays')).toBeVisible();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId }) => ({ kind, contactId })))
    .toEqual([{ kind: 'task.create', contactId: daniel }]);
  const input = sandbox.ledger[0]?.input as Record<string, string> | undefined; // As the API takes it: texts and one boolean.
  expect(input).toMatchObject({ title: 'Send the X-rays', body: 'Send the X-rays\nby courier, before Friday' });
  expect(inNewYork(Date.parse(input?.dueDate ?? ''))).toBe(`${inNewYork(Date.now() + 86_400_000).slice(0, 10)} 09:00`);
});

/** `2026-11-21 09:00` on the location's clock. */
function inNewYork(ms: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' }).format(ms);
}

async function badgeOf(browser: ExtensionBrowser, page: Page): Promise<string> {
  const worker = await browser.background();
  return worker.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
  }, page.url());
}

/** There is no way to list menu items; only an item that exists can be changed. */
function hasItem(worker: Worker, id: string): Promise<boolean> {
  return worker.evaluate(
    (item) =>
      chrome.contextMenus.update(item, {}).then(
        () => true,
        () => false,
      ),
    id,
  );
}

async function expectNothingWaits(browser: ExtensionBrowser): Promise<void> {
  const options = await browser.openOptions();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByText('Nothing is waiting to be sent.')).toBeVisible();
}
