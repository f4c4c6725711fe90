import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, test } from './fixtures.ts';

test('a Salesforce contact is shown with everything HighLevel has of them', async ({ connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Maria Gomez');
  await expect(panel.getByText('Matched by e-mail')).toBeVisible();
  for (const name of ['Tags', 'Tasks', 'Appointments', 'Notes', 'Business']) {
    await expect(panel.getByRole('region', { name })).toBeVisible();
  }
  await panel.screenshot({ path: '/tmp/shot-first.png', fullPage: true });
  expect(connected.extensionId).toHaveLength(32);
});

test('a task is completed with one click', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  const task = panel.getByRole('region', { name: 'Tasks' }).getByRole('checkbox').first();
  await task.click();
  await expect(task).toBeChecked();
  await panel.getByRole('button', { name: 'Send now' }).first().click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
});
