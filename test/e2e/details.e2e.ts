import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, seedIds, test } from './fixtures.ts';

const { maria } = seedIds.contacts;
const { doctor, plan, firstVisit } = seedIds.customFields;

test('fields are changed and emptied in one write that names nothing else', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  const value = (text: string) => details.getByRole('definition').filter({ hasText: text });
  await expect(value('Priya Shah')).toBeVisible();
  await expect(value('m.gomez@gomez-family.test')).toBeVisible();
  await details.getByRole('button', { name: 'Edit details' }).click();

  const form = panel.getByRole('form', { name: 'Edit details' });
  await form.getByLabel('City', { exact: true }).fill('Oakland');
  await form.getByLabel('Phone', { exact: true }).fill('(415) 555-0199');
  await form.getByLabel('Website', { exact: true }).fill('');
  await form.getByLabel('Owner', { exact: true }).selectOption({ label: 'Tom Becker' });
  await form.getByLabel('Country', { exact: true }).selectOption({ label: 'Canada' });
  await form.getByLabel('Preferred doctor').selectOption('Dr. Becker');
  await form.getByLabel('First visit').fill('2024-02-29');
  await form.getByLabel('Insurance plan').fill('');
  // Touched, and put back as it was.
  await form.getByLabel('Last name').fill('Gomes');
  await form.getByLabel('Last name').fill('Gomez');
  await form.getByLabel('E-mail', { exact: true }).fill('maria at bayside');
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect(form.getByText('This is not an e-mail address')).toBeVisible();
  expect(sandbox.ledger).toEqual([]);
  await form.getByLabel('E-mail', { exact: true }).fill('maria@bayside.test');
  await expect(form.getByText(/^8 changes: .*Website \(emptied\)/)).toBeVisible();
  await form.getByRole('button', { name: 'Save details' }).click();
  await allowWriting(panel);

  await expect.poll(() => sandbox.ledger.length).toBe(1);
  expect(sandbox.ledger[0]).toMatchObject({ kind: 'contact.update', contactId: maria, locationId: seedIds.locations.harbor });
  // The ledger has bodies as they came; a PUT's is an object.
  const { customFields, ...standard } = (sandbox.ledger[0]?.input ?? {}) as Record<string, unknown>;
  expect(standard).toEqual({ city: 'Oakland', phone: '+14155550199', website: null, assignedTo: seedIds.users.tom, country: 'CA' });
  expect(customFields).toEqual([
    { id: doctor, fieldValue: 'Dr. Becker' },
    { id: firstVisit, fieldValue: '2024-02-29' },
    { id: plan, fieldValue: '' },
  ]);
  // What the panel shows now is what HighLevel has.
  await expect(value('Tom Becker')).toBeVisible();
  await expect(value('Canada')).toBeVisible();
  await expect(value('29 February 2024')).toBeVisible();
  await expect(value('https://bayside.test')).toHaveCount(0);
  expect(sandbox.state.contacts.get(maria)?.tags).toContain('vip');
});
