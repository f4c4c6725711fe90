import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expectAccessible } from './accessible.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

test('the main job is done by single keys and the browser’s own, until they are switched off', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(salesforceRecords.daniel));
  const { heading, task, tasks } = sectionsOf(panel);
  await expect(task('Ask for the X-rays')).toBeVisible();
  const press = (key: string) => panel.keyboard.press(key);
  await panel.bringToFront();

  await press('?');
  const help = panel.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await expectAccessible(panel, 'keys', [360, 280]);
  await panel.setViewportSize({ width: 360, height: 700 });
  // Under the list the keys rest.
  await press('m');
  await expect(help).toBeVisible();
  await press('Escape');
  await expect(help).toBeHidden();
  await expect(heading).toHaveText('Daniel Okafor');

  await press('j');
  await expect(panel.locator('[data-row]:focus')).toContainText('Ask for the X-rays');
  await press('x');
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'task.complete', contactId: seedIds.contacts.daniel }]);

  await press('n');
  await expect(panel.getByRole('textbox', { name: 'New note' })).toBeFocused();
  await panel.keyboard.type('tm/');
  await expect(panel.getByRole('textbox', { name: 'New note' })).toHaveText('tm/');
  await panel.getByRole('tab', { name: 'Contact' }).focus();
  await press('/');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await panel.getByRole('tab', { name: 'My tasks' }).click();
  await press('l');
  await expect(panel.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');
  await press('t');
  await expect(tasks.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await press('Escape');

  // The browser's own key, which acts wherever the focus is.
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await connected.background().then((worker) =>
    worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: address });
      // As Chromium itself calls it.
      (chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void }).dispatch('quick-task', tab);
    }, page.url()),
  );
  await expect(tasks.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await press('Escape');

  const options = await connected.openOptions();
  await options.getByRole('switch', { name: 'Single keys in the panel' }).click();
  await options.close();
  await page.bringToFront();
  await panel.getByRole('tab', { name: 'Contact' }).focus();
  await press('m');
  await expect(heading).toHaveText('Daniel Okafor');
});
