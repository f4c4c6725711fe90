import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, test } from './fixtures.ts';

const mariaUrl = salesforceUrl(salesforceRecords.maria);

test('a site that is switched off is not read, until it is switched on again', async ({ connected, openWithPanel, sandbox }) => {
  const options = await connected.openOptions();
  const site = options.getByRole('switch', { name: 'Salesforce' });
  await expect(site).toBeChecked();
  await site.click();
  await expect(site).not.toBeChecked();
  const { page, panel } = await openWithPanel(mariaUrl);
  await expect(panel.getByText('Alongside is not switched on for Salesforce.')).toBeVisible();
  expect(await pagesKept(options)).toBe(0);
  expect(sandbox.log.some(({ path }) => path.startsWith('/contacts'))).toBe(false);
  expect(await hasMenu(connected)).toBe(false);
  await site.click();
  await expect.poll(() => hasMenu(connected)).toBe(true);
  // Without a reload.
  await page.bringToFront();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  expect(await pagesKept(options)).toBe(1);
});

test('a page that is open when its site is switched off is not shown any longer', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(mariaUrl);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  const options = await connected.openOptions();
  await options.getByRole('switch', { name: 'Salesforce' }).click();
  await page.bringToFront();
  await expect(panel.getByText('Alongside is not switched on for Salesforce.')).toBeVisible();
  await expect.poll(() => pagesKept(options)).toBe(0);
});

test('with no seconds to undo a change is sent at once', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(mariaUrl);
  await sectionsOf(panel).tasks.getByRole('checkbox').first().click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.map(({ kind }) => kind)).toEqual(['task.complete']);
});

test('with a minute to undo a change stays here', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(mariaUrl);
  await sectionsOf(panel).tasks.getByRole('checkbox').first().click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Allow writing' })).toHaveCount(0);
  expect(sandbox.ledger).toHaveLength(0);
});

test('seconds that make no sense are not kept', async ({ connected }) => {
  const options = await connected.openOptions();
  const seconds = options.getByLabel('Seconds to undo', { exact: true });
  for (const wrong of ['61', '-1', '2.5', '']) {
    await seconds.fill(wrong);
    await expect(seconds).toHaveAttribute('aria-invalid', 'true');
  }
  await options.reload();
  await expect(seconds).toHaveValue('6');
});

test('favourite tags are offered in the menu, each once, and taken back again', async ({ connected }) => {
  const options = await connected.openOptions();
  const tags = options.getByRole('textbox', { name: 'Favourite tags' });
  await tags.fill('hot lead, Recall\nhot lead; A & B %s');
  await options.getByRole('button', { name: 'Save tags' }).click();
  await expect(tags).toHaveValue('hot lead\nRecall\nA & B %s');
  for (const id of ['tag:hot lead', 'tag:Recall', 'tag:A & B %s']) await expect.poll(() => hasItem(connected, id), id).toBe(true);
  expect(await hasItem(connected, 'no-tags')).toBe(false);
  await tags.fill('');
  await options.getByRole('button', { name: 'Save tags' }).click();
  await expect.poll(() => hasItem(connected, 'tag:Recall')).toBe(false);
  await expect.poll(() => hasItem(connected, 'no-tags')).toBe(true);
});

/** How many pages the background holds a report of. */
function pagesKept(options: Page): Promise<number> {
  return options.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('tab:')).length);
}

const hasMenu = (browser: ExtensionBrowser) => hasItem(browser, 'alongside');

/** There is no way to list menu items; only an item that exists can be changed. */
async function hasItem(browser: ExtensionBrowser, id: string): Promise<boolean> {
  const worker = await browser.background();
  return worker.evaluate(
    (item) =>
      chrome.contextMenus.update(item, {}).then(
        () => true,
        () => false,
      ),
    id,
  );
}
