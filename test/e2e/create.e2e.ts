import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

test('a contact starts as the page shows it, with the tags of the site, and is nobody who is there already', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const options = await connected.openOptions();
  await options.getByLabel('Tags for contacts from Salesforce').fill('New patient, From Salesforce');
  await options.getByRole('button', { name: 'Save default tags' }).click();
  await expect(options.getByText('Saved.')).toBeVisible();
  await options.close();

  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.noel));
  const form = panel.getByRole('form', { name: 'New contact' });
  await expect(form.getByLabel('First name')).toHaveValue('Noel');
  await expect(form.getByLabel('E-mail')).toHaveValue('noel@quayside.test');
  await expect(form.getByText('From Salesforce')).toBeVisible();

  // Typing somebody's e-mail or number shows who has it already, and hinders nothing.
  await form.getByLabel('Phone').fill('(415) 555-0151');
  await expect(form.getByText(/Already in HighLevel: .*Daniel Okafor.* The same phone/)).toBeVisible();
  await expect(form.getByRole('button', { name: 'Use this contact: Daniel Okafor' })).toBeEnabled();
  await form.getByLabel('Phone').fill('(415) 555-0777');
  await expect(form.getByText(/Already in HighLevel/)).toHaveCount(0);
  await form.getByLabel('E-mail').fill('sofia@bayside.test');
  await expect(form.getByText(/Already in HighLevel: .*Sofia Moretti.* The same e-mail/)).toBeVisible();
  await form.getByLabel('E-mail').fill('noel@quayside.test');
  await expect(form.getByText(/Already in HighLevel/)).toHaveCount(0);

  await form.getByRole('button', { name: 'Leave out tag New patient' }).click();
  await form.getByRole('button', { name: 'Create contact' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.map(({ kind }) => kind)).toEqual(['contact.create']);
  expect(sandbox.ledger[0]?.input).toMatchObject({
    locationId: seedIds.locations.harbor,
    firstName: 'Noel',
    email: 'noel@quayside.test',
    phone: '+14155550777',
    tags: ['From Salesforce'],
  });
  await expect(sectionsOf(panel).heading).toHaveText('Noel Marsh');
  await expect(sectionsOf(panel).tags.getByText('from salesforce')).toBeVisible();
});
