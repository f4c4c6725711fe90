import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expect, sectionsOf, seedIds, test } from './fixtures.ts';

const { maria, daniel } = salesforceRecords;
const { contacts } = seedIds;

test('a remembered contact that was merged is found again by its e-mail', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  // Somebody merges her into a second record of hers, which keeps another e-mail as its first.
  const survivor = { ...structuredClone(sandbox.state.contacts.get(contacts.maria)), id: 'MergedMariaGomez0001', email: 'mg@home.test' };
  sandbox.state.contacts.set(survivor.id, survivor as never); // a whole contact, but for what was changed
  sandbox.merge(contacts.maria, survivor.id);
  await page.reload();
  await panel.getByTitle('Refresh').click();
  const said = panel.getByText('This contact was merged or replaced in HighLevel; found again by e-mail maria@bayside.test.');
  await expect(said).toBeVisible();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Open in HighLevel' })).toHaveAttribute('href', /MergedMariaGomez0001$/);
  expect(sandbox.ledger).toEqual([]);
  await panel.getByRole('button', { name: 'Wrong match?' }).click();
  await expect(panel.getByRole('button', { name: 'Forget this match' })).toBeVisible();
});

test('remembered matches are listed in the options, and what is forgotten there is looked for anew', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await panel.getByRole('button', { name: 'Wrong match?' }).click();
  await panel.getByRole('searchbox', { name: 'Search in HighLevel' }).fill('moretti');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await panel.getByRole('button', { name: 'Use Sofia Moretti' }).click();
  await expect(heading).toHaveText('Sofia Moretti');
  await page.goto(salesforceUrl(daniel));
  await expect(heading).toHaveText('Daniel Okafor');

  const options = await connected.openOptions();
  const section = options.getByRole('region', { name: 'Remembered matches' });
  await expect(section.getByRole('listitem')).toHaveCount(2);
  await expect(section.getByRole('listitem').filter({ hasText: 'Sofia Moretti' })).toContainText('chosen by you');
  await section.getByRole('searchbox', { name: 'Search matches' }).fill('moretti');
  await section.getByRole('button', { name: 'Forget Sofia Moretti' }).click();
  await expect(section.getByText('0 matches')).toBeVisible();
  await page.goto(salesforceUrl(maria));
  await page.bringToFront();
  await expect(heading).toHaveText('Maria Gomez');

  await options.bringToFront();
  await section.getByRole('searchbox', { name: 'Search matches' }).fill('');
  await section.getByRole('button', { name: 'Forget all of Salesforce' }).click();
  await section.getByRole('button', { name: 'Forget all', exact: true }).click();
  await expect(section.getByText('Nothing remembered yet.')).toBeVisible();

  // Deleted while it is on screen, and nobody has its e-mail: it stays gone, and nothing can be written.
  const searches = () => sandbox.log.filter(({ path, endedAt }) => path === '/contacts/search' && endedAt !== undefined).length;
  const before = searches();
  await page.bringToFront();
  // What was forgotten is looked for, and remembered, once more.
  await expect.poll(searches).toBeGreaterThan(before);
  await expect(heading).toHaveText('Maria Gomez');
  sandbox.state.contacts.delete(contacts.maria);
  await panel.getByTitle('Refresh').click();
  await expect(panel.getByText('This contact is no longer in HighLevel.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Find again' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Task', exact: true })).toHaveCount(0);
  expect(sandbox.ledger).toEqual([]);
});
