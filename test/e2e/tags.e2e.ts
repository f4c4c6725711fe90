import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const mariaUrl = salesforceUrl(salesforceRecords.maria);
const harbor = { locationId: seedIds.locations.harbor };

test('by keyboard a new tag is made on purpose, and one that starts an automation can be undone for longer', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 1);
  const options = await connected.openOptions();
  await options.getByLabel('Longer undo for marked tags, in seconds').fill('60');
  const marked = options.getByRole('combobox', { name: 'Mark a tag' });
  await marked.fill('recall due');
  await marked.press('Enter');
  await expect(options.getByRole('button', { name: 'Remove tag recall due' })).toBeVisible();
  await options.close();

  const { panel } = await openWithPanel(mariaUrl);
  const { tags } = sectionsOf(panel);
  const field = tags.getByRole('combobox', { name: 'Add tag' });
  await field.fill('golf partner');
  await expect(tags.getByRole('option')).toHaveText(['Create tag “golf partner”']);
  await field.press('Enter');
  await expect(field).toHaveValue('golf partner');
  await expect(panel.getByRole('status').getByText('Tag added')).toHaveCount(0);
  await field.press('ArrowDown');
  await field.press('Enter');
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'contact.tags.add', input: { tags: ['golf partner'] } }]);

  await field.fill('recall');
  await field.press('ArrowDown');
  await expect(tags.getByRole('option', { name: 'recall due starts an automation', selected: true })).toBeVisible();
  await field.press('Enter');
  const chip = tags.getByRole('listitem').filter({ hasText: 'recall due' });
  await expect(chip).toContainText('starts an automation');
  await field.fill('SPANISH');
  await field.press('Enter');
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  expect(sandbox.ledger[1]).toMatchObject({ kind: 'contact.tags.add', input: { tags: ['SPANISH'] } });
  // The one before it is still held, long after its own second.
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(chip).toHaveCount(0);
  await field.press('ArrowDown');
  await expect(tags.getByRole('option').first()).toHaveText('do not call');
  await field.press('Escape');
  await expect(tags.getByRole('listbox')).toHaveCount(0);
  expect(sandbox.state.contacts.get(seedIds.contacts.maria)?.tags).toEqual([
    'vip',
    'referral partner',
    'newsletter',
    'golf partner',
    'spanish',
  ]);
});

test('tags of the location are made, renamed and deleted in the options', async ({ connected, sandbox }) => {
  await holdWritesFor(connected, 0);
  const options = await connected.openOptions();
  await options.getByText("Manage the location's tags").click();
  await options.getByLabel('New tag').fill('Golf');
  await options.getByRole('button', { name: 'Create tag' }).click();
  await options.getByRole('button', { name: 'Allow writing' }).click();
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...harbor, kind: 'tag.create', input: { name: 'Golf' } }]);
  await options.getByRole('button', { name: 'Rename tag newsletter' }).click();
  await options.getByLabel('New name of newsletter').fill('letters');
  await options.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  await expect(options.getByRole('button', { name: 'Rename tag letters' })).toBeVisible();
  await options.getByLabel('Find a tag').fill('vip');
  await options.getByRole('button', { name: 'Delete tag vip' }).click();
  await options.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(3);
  await expect(options.getByText('No such tag.')).toBeVisible();
  expect(sandbox.ledger.slice(1)).toMatchObject([
    { ...harbor, kind: 'tag.update', input: { name: 'letters' } },
    { ...harbor, kind: 'tag.delete' },
  ]);
  expect(sandbox.state.contacts.get(seedIds.contacts.maria)?.tags).toEqual(['referral partner', 'letters']);
});
