import type { ExtensionBrowser } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { connectWithToken, expect, sectionsOf, test, writesIn } from './fixtures.ts';

const { maria } = salesforceRecords;
const agreed = 'Agreed on the phone';

test('what was typed is there again after closing the panel and the browser, and gone after disconnecting', async ({
  startBrowser,
  sandbox,
}) => {
  let browser = await startBrowser();
  await connectWithToken(browser);
  await browser.switchOn('Salesforce');
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(salesforceUrl(maria));
    const panel = await browser.openPanel(page);
    return { page, panel, ...sectionsOf(panel) };
  };
  const first = await open();
  await first.notes.getByRole('textbox', { name: 'New note' }).fill('Prefers mornings');
  await first.notes.locator('[data-row]').filter({ hasText: agreed }).hover();
  await first.notes.locator('[data-row]').filter({ hasText: agreed }).getByRole('button', { name: 'Edit note' }).click();
  const editor = first.notes.getByRole('textbox', { name: 'Note', exact: true });
  await editor.locator('li').first().click();
  await editor.press('End');
  await editor.pressSequentially(' today');
  await first.panel.close();

  const second = await open();
  await expect(second.notes.getByRole('textbox', { name: 'New note' })).toHaveValue('Prefers mornings');
  await expect(second.notes.getByRole('textbox', { name: 'Note', exact: true }).getByRole('listitem').first()).toHaveText(
    'X-rays by e-mail today',
  );
  await second.notes.getByRole('textbox', { name: 'New note' }).press('End');
  await second.notes.getByRole('textbox', { name: 'New note' }).pressSequentially(', never Mondays');
  // Every letter is stored as it is typed, but not before the next one may follow: another panel shows what is on disk.
  const witness = await openInOtherWindow(browser);
  await expect(witness.notes.getByRole('textbox', { name: 'New note' })).toHaveValue('Prefers mornings, never Mondays');
  await browser.close();

  browser = await startBrowser();
  const third = await open();
  const note = third.notes.getByRole('textbox', { name: 'New note' });
  await expect(note).toHaveValue('Prefers mornings, never Mondays');
  await expect(third.notes.getByRole('textbox', { name: 'Note', exact: true })).toContainText('X-rays by e-mail today');
  // A second window's panel has the same words, and what one of them says last counts.
  const other = await openInOtherWindow(browser);
  await expect(other.notes.getByRole('textbox', { name: 'New note' })).toHaveValue('Prefers mornings, never Mondays');
  await other.notes.getByRole('textbox', { name: 'New note' }).fill('Afternoons');
  await third.page.bringToFront();
  await expect(note).toHaveValue('Afternoons');
  expect(writesIn(sandbox)).toEqual([]);

  const options = await browser.openOptions();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Disconnect', exact: true }).last().click();
  await expect(options.getByText('Not connected to HighLevel.')).toBeVisible();
  await connectWithToken(browser);
  await third.page.bringToFront();
  await expect(note).toHaveValue('');
  await third.panel.reload();
  await expect(note).toHaveValue('');
});

/** The same contact at another address: a panel is opened by its tab's. */
async function openInOtherWindow(browser: ExtensionBrowser) {
  const background = await browser.background();
  const opened = browser.context.waitForEvent('page');
  await background.evaluate((url) => void chrome.windows.create({ url }), salesforceUrl(maria, { slow: 1 }));
  const page = await opened;
  await page.waitForURL(/slow=1/);
  return sectionsOf(await browser.openPanel(page));
}
