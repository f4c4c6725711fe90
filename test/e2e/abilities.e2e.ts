import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, connectWithToken, expect, holdWritesFor, sectionsOf, seedTokens, test, writesIn } from './fixtures.ts';

test('what a private token may do is found out by trying, and writes by what happened', async ({ alongside, openWithPanel, sandbox }) => {
  await connectWithToken(alongside, { token: seedTokens.readOnly });
  await alongside.switchOn('Salesforce');
  await holdWritesFor(alongside, 0);
  const options = await alongside.openOptions();
  const abilities = options.getByRole('region', { name: 'Abilities' });
  const allowed = (what: string) => abilities.getByRole('row', { name: what }).getByRole('cell').last();
  for (const group of [/^Tasks/, /^Tags/, /^Calendars/]) await abilities.locator('summary').filter({ hasText: group }).click();
  await expect(allowed('Add a task')).toHaveText('HighLevel tells only when it is tried');
  await expect(allowed('See the free times of a calendar')).toHaveText('Not known');
  await abilities.getByRole('button', { name: 'Check' }).click();
  await expect(abilities.getByText('Checked.')).toBeVisible();
  for (const what of ["See a contact's tasks", "See the location's tags", 'See the free times of a calendar']) {
    await expect(allowed(what)).toHaveText('Yes');
  }
  expect(writesIn(sandbox)).toEqual([]);

  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await sectionsOf(panel).task('Book the quarterly lunch').click();
  await allowWriting(panel);
  await expect(panel.getByText(/lacks the scope contacts\.write/).first()).toBeVisible();
  await expect(allowed('Add a task')).toHaveText('No');
});
