import type { ExtensionBrowser } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expectAccessible } from './accessible.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

test('my tasks are a tab on any page, and the button counts those that are overdue', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.daniel));
  const { heading } = sectionsOf(panel);
  await expect(heading).toHaveText('Daniel Okafor');
  expect(await badge(connected)).toBe('');
  await panel.getByRole('tab', { name: 'My tasks' }).click();
  await expect(heading).toHaveText('My tasks');
  await panel.getByRole('combobox', { name: 'Who are you?' }).selectOption({ label: 'Priya Shah' });
  const late = panel.getByRole('checkbox', { name: 'Send the signed referral agreement' });
  await expect(panel.getByRole('checkbox')).toHaveCount(3);
  await expectAccessible(panel, 'my-tasks-tab', [360, 280]);
  await panel.setViewportSize({ width: 360, height: 700 });
  await expect.poll(() => badge(connected)).toBe('1');

  // Done for her contact, whatever the page shows; the badge follows.
  await late.click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'task.complete', contactId: seedIds.contacts.maria }]);
  await expect.poll(() => badge(connected), { timeout: 10_000 }).toBe('');
  await panel.getByRole('tab', { name: 'Contact' }).click();
  await expect(heading).toHaveText('Daniel Okafor');

  await panel.getByRole('tab', { name: 'My tasks' }).click();
  const other = await connected.context.newPage();
  await other.goto('https://example.com/');
  await expect(panel.getByRole('tab')).toHaveText(['Contact', 'My tasks']);
  await expect(panel.getByRole('checkbox', { name: 'Ask for the X-rays' })).toBeVisible();
});

test('the count is gone when it is switched off, and when nothing is connected', async ({ connected, sandbox }) => {
  const worker = await connected.background();
  const { harbor } = seedIds.locations;
  await worker.evaluate(([location, user]) => chrome.storage.local.set({ me: { [location]: user } }), [harbor, seedIds.users.tom] as const);
  await expect.poll(() => badge(connected)).toBe('1');
  const searches = () => sandbox.log.filter(({ path }) => path.endsWith('/tasks/search')).length;
  expect(searches()).toBe(1);
  const options = await connected.openOptions();
  const counts = options.getByRole('switch', { name: 'Count overdue tasks on the toolbar button' });
  await counts.click();
  await expect.poll(() => badge(connected)).toBe('');
  await counts.click();
  await expect.poll(() => badge(connected)).toBe('1');
  expect(searches()).toBe(2);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options
    .getByRole('group', { name: /^Disconnect from/ })
    .getByRole('button', { name: 'Disconnect' })
    .click();
  await expect.poll(() => badge(connected)).toBe('');
});

/** What the button shows on tabs that say nothing of their own. */
async function badge(browser: ExtensionBrowser): Promise<string> {
  return (await browser.background()).evaluate(() => chrome.action.getBadgeText({}));
}
