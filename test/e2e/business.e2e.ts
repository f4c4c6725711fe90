import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const { contacts, businesses, users, workflows } = seedIds;
const mariaUrl = salesforceUrl(salesforceRecords.maria);
const ofMaria = { contactId: contacts.maria, locationId: seedIds.locations.harbor };

test('the business is edited, left, searched, linked, made and deleted', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(mariaUrl);
  const { business } = sectionsOf(panel);
  await business.getByRole('button', { name: 'Edit business' }).click();
  const form = business.getByRole('form', { name: 'Edit business' });
  await form.getByLabel('City').fill('Oakland');
  await form.getByLabel('Description').fill('');
  await form.getByLabel('Referral tier').fill('Platinum');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(business.getByText('Oakland, CA')).toBeVisible();
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger.map(({ kind, input }) => ({ kind, input })))
    .toEqual([
      { kind: 'business.update', input: { city: 'Oakland', description: '' } },
      { kind: 'business.properties', input: { properties: { referral_tier: 'Platinum' } } },
    ]);
  await expect(business.getByText('Referral tier: Platinum · Chairs: 6')).toBeVisible();

  await business.getByRole('button', { name: 'Unlink' }).click();
  await expect(business.getByText('No business linked in HighLevel.')).toBeVisible();
  await expect.poll(() => sandbox.state.contacts.get(contacts.maria)?.businessId).toBe(undefined);
  const search = async (words: string) => {
    await business.getByRole('searchbox', { name: 'Name of the business' }).fill(words);
    await business.getByRole('searchbox').press('Enter');
  };
  await business.getByRole('button', { name: 'Link a business' }).click();
  // Without the scope of the search, all businesses are listed and looked through here.
  sandbox.faults.add({
    match: { path: /^\/objects\/business\/records\/search$/ },
    times: 1,
    status: 401,
    body: { statusCode: 401, message: 'The token is not authorized for this scope.' },
  });
  await search('finch');
  await business.getByRole('button', { name: 'Link Marlow & Finch Insurance' }).click();
  await expect.poll(() => sandbox.state.contacts.get(contacts.maria)?.businessId).toBe(businesses.marlow);
  await expect(business.getByRole('button', { name: 'Nina Kowalski', exact: true })).toBeVisible();

  await business.getByRole('button', { name: 'Link another' }).click();
  await search('Pier Nine');
  await business.getByRole('button', { name: 'Create “Pier Nine”' }).click();
  await business.getByRole('form', { name: 'New business' }).getByLabel('Phone').fill('+12125550188');
  await business.getByRole('button', { name: 'Create and link' }).click();
  // Made and linked by one press; the panel then shows it.
  await expect(business.getByText('+12125550188')).toBeVisible();
  await expect(business.getByText('No other contacts at this business.')).toBeVisible();
  const made = [...sandbox.state.businesses.values()].filter(({ name }) => name === 'Pier Nine');
  expect(made).toHaveLength(1);
  expect(sandbox.state.contacts.get(contacts.maria)?.businessId).toBe(made[0]?.id);

  await business.getByRole('button', { name: 'Delete business' }).click();
  await business
    .getByRole('group', { name: /Delete Pier Nine in HighLevel/ })
    .getByRole('button', { name: 'Delete business' })
    .click();
  await expect.poll(() => sandbox.state.businesses.has(made[0]?.id ?? '')).toBe(false);
  await expect(business.getByText('No business linked in HighLevel.')).toBeVisible();
});

test('colleagues stand with their open tasks, are opened here, and are tagged all at once', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(mariaUrl);
  const { business, tags, heading } = sectionsOf(panel);
  const daniel = business.getByRole('listitem').filter({ hasText: 'Daniel Okafor' });
  await expect(daniel).toBeVisible();
  const taskSearches = () => sandbox.log.filter(({ path }) => path.endsWith('/tasks/search'));
  // What stands below is not read before one goes there.
  expect(taskSearches()).toEqual([]);
  await daniel.scrollIntoViewIfNeeded();
  await expect(daniel.getByText('1 open task')).toBeVisible();
  expect(taskSearches()).toHaveLength(1);

  await business.getByRole('button', { name: 'Tag all colleagues' }).click();
  const form = business.getByRole('form', { name: 'Tag all colleagues' });
  await form.getByRole('combobox', { name: 'Tag' }).fill('newsletter');
  await form.getByRole('combobox', { name: 'Tag' }).press('Enter');
  await form.getByRole('checkbox', { name: 'Peter Lindqvist' }).uncheck();
  // Gone in HighLevel by the time it is sent.
  sandbox.state.contacts.delete(contacts.sofia);
  await form.getByRole('button', { name: 'Tag 3 people' }).click();
  await allowWriting(panel);
  await expect(business.getByText('“newsletter” was added to 2 of 3.')).toBeVisible();
  await expect(business.getByText('Sofia Moretti: not changed. HighLevel says: contact is deleted')).toBeVisible();
  await expect(business.getByText('Daniel Okafor: done')).toBeVisible();
  const tagged = sandbox.ledger.map(({ kind, contactId }) => ({ kind, contactId }));
  expect(tagged).toHaveLength(2);
  expect(tagged).toEqual(
    expect.arrayContaining([contacts.daniel, contacts.aisha].map((contactId) => ({ kind: 'contact.tags.add', contactId }))),
  );
  expect(sandbox.state.contacts.get(contacts.peter)?.tags).toEqual([]);
  await business.getByRole('button', { name: 'Dismiss' }).click();

  await business.getByRole('button', { name: 'Daniel Okafor', exact: true }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(tags.getByText('newsletter')).toBeVisible();
  await expect(business.getByRole('button', { name: 'Maria Gomez', exact: true })).toBeVisible();
});

test('followers, workflows and campaigns are changed, those that may send messages only after a question', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(mariaUrl);
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await details.getByRole('button', { name: 'Tom Becker no longer follows' }).click();
  await expect(details.getByText('Nobody follows.')).toBeVisible();
  await details.getByRole('combobox', { name: 'Add a follower' }).selectOption('Lena Vogt');
  await allowWriting(panel);
  await expect.poll(() => sandbox.state.contacts.get(contacts.maria)?.followers).toEqual([users.lena]);

  await details.getByText('Workflows and campaigns').click();
  await details.getByRole('combobox', { name: 'Workflow' }).selectOption('Six-month recall');
  await details.getByRole('button', { name: 'Add', exact: true }).click();
  await details.getByRole('button', { name: 'Add to workflow' }).click();
  // It may send messages: it is held longer than the second of other writes.
  await panel.getByRole('status').getByRole('button', { name: 'Send now' }).click();
  await details.getByRole('button', { name: 'Remove', exact: true }).click();
  await details.getByRole('button', { name: 'Take out of workflow' }).click();
  const workflowId = workflows.recall;
  await expect
    .poll(() => sandbox.ledger.slice(2))
    .toMatchObject([
      { ...ofMaria, kind: 'contact.workflow.add', input: { workflowId } },
      { ...ofMaria, kind: 'contact.workflow.remove', input: { workflowId } },
    ]);

  await details.getByText('Campaigns', { exact: true }).click();
  const campaignId = 'kbg8eQJ2hFzXk0aPq1rT';
  const address = `https://app.gohighlevel.com/v2/location/${ofMaria.locationId}/marketing/campaigns/${campaignId}`;
  await details.getByLabel("Campaign's id or its address in HighLevel").fill(address);
  await details.getByRole('button', { name: 'Add to campaign' }).click();
  await details.getByRole('button', { name: 'Yes, add to it' }).click();
  await panel.getByRole('status').getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(5);
  await details.getByRole('button', { name: 'Take out of campaign' }).click();
  await expect
    .poll(() => sandbox.ledger.slice(4))
    .toMatchObject([
      { ...ofMaria, kind: 'contact.campaign.add', input: { campaignId } },
      { ...ofMaria, kind: 'contact.campaign.remove', input: { campaignId } },
    ]);
});
