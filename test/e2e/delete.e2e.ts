import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

test('a contact is deleted only where that is switched on, by its name, and after time to undo it', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.daniel));
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await expect(details.getByRole('button', { name: 'Edit details' })).toBeVisible();
  const offer = details.getByRole('button', { name: 'Delete contact…' });
  await expect(offer).toHaveCount(0);

  const options = await connected.openOptions();
  await options.getByRole('switch', { name: 'Contacts can be deleted' }).check();
  await options.close();
  await offer.click();
  const remove = details.getByRole('button', { name: 'Delete contact', exact: true });
  await details.getByLabel('Name of the contact').fill('Daniel');
  await expect(remove).toBeDisabled();
  await details.getByLabel('Name of the contact').fill('Daniel Okafor');
  await remove.click();
  await expect(details.getByText('This contact is being deleted.')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(offer).toBeVisible();
  expect(writesIn(sandbox)).toEqual([]);

  await offer.click();
  await details.getByLabel('Name of the contact').fill('Daniel Okafor');
  await remove.click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger)
    .toMatchObject([{ kind: 'contact.delete', contactId: seedIds.contacts.daniel, locationId: seedIds.locations.harbor }]);
  // What was remembered of the record is forgotten: it is looked for anew, and nobody is found.
  await expect(sectionsOf(panel).heading).toHaveText('Dr. Daniel Okafor is not in HighLevel yet.');
});
