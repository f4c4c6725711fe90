import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { connectWithToken, expect, sectionsOf, seedIds, seedTokens, test } from './fixtures.ts';

const { maria, jonas, aisha, greta } = salesforceRecords;

test('a Salesforce contact is shown with everything HighLevel has of them', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, tags, tasks, appointments, notes, business, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await expect(panel.getByText('Matched by e-mail maria@bayside.test.')).toBeVisible();
  await expect(panel.getByText('Harbor Dental', { exact: true })).toBeVisible();

  await expect(tags.getByRole('listitem')).toHaveText([/vip/, /referral partner/, /newsletter/]);
  await expect(tasks.getByText('3 open')).toBeVisible();
  await expect(tasks.getByRole('heading', { level: 3 })).toHaveText(['Overdue', 'Today', 'Later']);
  await expect(task('Send the signed referral agreement')).not.toBeChecked();
  await expect(task('Call back about the aligner case')).not.toBeChecked();
  await expect(task('Book the quarterly lunch')).not.toBeChecked();
  await tasks.getByText('1 done').click();
  await expect(task('Post the welcome pack')).toBeChecked();

  await expect(appointments.getByText('2 coming')).toBeVisible();
  await expect(appointments.getByText('Case review')).toBeVisible();
  await expect(appointments.getByRole('listitem').filter({ hasText: 'Practice tour' })).toContainText('New');
  await appointments.getByText('2 past').click();
  await expect(appointments.getByRole('listitem').filter({ hasText: 'Follow-up call' })).toContainText('Cancelled');

  // Pinned first, then the newest.
  await expect(notes.getByRole('list').first().locator('> li')).toHaveText([
    /How we work together/,
    /Left a message/,
    /Agreed on the phone/,
  ]);
  await expect(notes.getByRole('link', { name: 'referral page' })).toHaveAttribute('href', 'https://bayside.test/referrals');
  await expect(business.getByText('+14155550140')).toBeVisible();
  await expect(business.getByRole('link', { name: 'Daniel Okafor' })).toBeVisible();
  await expect(business.getByRole('link', { name: 'Maria Gomez' })).toHaveCount(0);
});

test('the contact can be opened in HighLevel', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const address = `https://app.gohighlevel.com/v2/location/${seedIds.locations.harbor}/contacts/detail/${seedIds.contacts.maria}`;
  await expect(panel.getByRole('link', { name: 'Open in HighLevel' })).toHaveAttribute('href', address);
});

test('a page with native shadow roots shows its contact as well', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria, { shadow: 'native' }));
  // So that the test does not pass on a page without any.
  expect(await page.evaluate(() => [...document.querySelectorAll('*')].some((element) => element.shadowRoot !== null))).toBe(true);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await expect(sectionsOf(panel).task('Book the quarterly lunch')).toBeVisible();
});

test('fields that appear late are read when they do', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { panel } = await openWithPanel(salesforceUrl(maria, { slow: 2_500 }));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await expect(panel.getByText('Matched by e-mail maria@bayside.test.')).toBeVisible();
  await expect(sectionsOf(panel).task('Book the quarterly lunch')).toBeVisible();
  expect(sandbox.log.filter(({ path }) => path.endsWith('/tasks')).map(({ contactId }) => contactId)).toEqual([seedIds.contacts.maria]);
});

test('a lead is a contact too', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(jonas));
  await expect(sectionsOf(panel).heading).toHaveText('Jonas Weber');
  await expect(panel.getByText('Matched by e-mail jonas@marlowfinch.test.')).toBeVisible();
  await expect(sectionsOf(panel).business.getByText('Marlow & Finch Insurance').first()).toBeVisible();
});

test('a contact without e-mail is found by phone', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(aisha));
  await expect(sectionsOf(panel).heading).toHaveText('Aisha Rahman');
  await expect(panel.getByText('Matched by phone +14155550152.')).toBeVisible();
  await expect(sectionsOf(panel).notes.getByText('No notes yet.')).toBeVisible();
});

test('another location shows its own people, with times on its own clock', async ({ alongside, openWithPanel, sandbox }) => {
  await connectWithToken(alongside, { token: seedTokens.northlight, locationId: seedIds.locations.northlight });
  await alongside.switchOn('Salesforce');
  const { panel } = await openWithPanel(salesforceUrl(greta));
  const { heading, tasks, appointments, business } = sectionsOf(panel);
  await expect(heading).toHaveText('Greta Hoffmann');
  await expect(panel.getByText('Northlight Realty', { exact: true })).toBeVisible();
  await expect(tasks.getByText('Exposé schicken')).toBeVisible();
  await expect(business.getByText('Kiez Bau GmbH').first()).toBeVisible();
  await expect(appointments.getByText('Besichtigung')).toBeVisible();
  // Seeded at 17:00 in Berlin; HighLevel sends it without a zone.
  await expect(appointments.getByText(/17:00.*Berlin/)).toBeVisible();
  expect(new Set(sandbox.log.flatMap(({ contactId }) => contactId ?? []))).toEqual(new Set([seedIds.contacts.greta]));
});

test('a contact of another location is nobody here', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(greta));
  await expect(sectionsOf(panel).heading).toHaveText('Greta Hoffmann is not in HighLevel yet.');
});

test('a contact that nobody seeded is shown like any other', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const contactId = addNoel(sandbox);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.noel));
  const { heading, tags, task, notes, business } = sectionsOf(panel);
  await expect(heading).toHaveText('Noël Marsh-Okonkwo');
  await expect(tags.getByRole('listitem')).toHaveText(['bread & rolls']);
  await expect(task('Taste the rye')).toBeVisible();
  await expect(notes.getByText('Closed on Mondays.')).toBeVisible();
  await expect(business.getByText('No business linked in HighLevel.')).toBeVisible();
  expect(new Set(sandbox.log.flatMap((request) => request.contactId ?? []))).toEqual(new Set([contactId]));
});

/** Noel, whom only Salesforce knows, as somebody might enter him at HighLevel: another spelling, another number. */
function addNoel({ state }: Sandbox): string {
  const id = 'Zz9Noel0Added0InTest';
  const common = { contactId: id, locationId: seedIds.locations.harbor, dateAdded: Date.now() - 60_000 };
  state.contacts.set(id, {
    ...{ id, locationId: common.locationId, firstName: 'Noël', lastName: 'Marsh-Okonkwo' },
    ...{ email: 'Noel@Quayside.test', phone: '+12125550999', additionalEmails: [], additionalPhones: [] },
    ...{ type: 'lead', tags: ['bread & rolls'], followers: [], dnd: false, customFields: [] },
    ...{ dateAdded: common.dateAdded, dateUpdated: common.dateAdded },
  });
  state.tasks.set('task-added-in-test', {
    ...common,
    id: 'task-added-in-test',
    title: 'Taste the rye',
    dueDate: Date.now(),
    completed: false,
  });
  state.notes.set('note-added-in-test', { ...common, id: 'note-added-in-test', body: 'Closed on Mondays.', pinned: false });
  return id;
}
