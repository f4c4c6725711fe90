import type { Page } from '@playwright/test';
import { ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople } from '../sandbox/crm/people.ts';
import { type SalesforceRecord, salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

const { daniel, maria } = salesforceRecords;
const NEW_PHONE = '+14155550199';

test('a number saved on the page is a difference, which is written after it was shown', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(daniel));
  const { heading } = sectionsOf(panel);
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(details.getByText('fields agree')).toBeVisible();
  await expect(panel.getByText(/fields? differs?/)).toHaveCount(0);

  await edit(page, daniel, { Phone: NEW_PHONE });
  await expect(panel.getByText('1 field differs')).toBeVisible();
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(panel.getByRole('heading', { name: 'Compare with the page' })).toBeFocused();
  const phone = details.getByRole('group', { name: 'Phone not decided' });
  await expect(details.getByRole('button', { name: 'Update HighLevel' })).toBeDisabled();
  await phone.getByRole('radio', { name: /^Use page's/ }).check();
  await details.getByRole('button', { name: 'Update HighLevel' }).click();
  const review = details.getByRole('group', { name: 'This will be sent to HighLevel:' });
  await expect(review.getByRole('listitem')).toHaveText(`Phone: ${daniel.phone} →becomes ${NEW_PHONE}`);
  expect(writesIn(sandbox)).toEqual([]);
  await review.getByRole('button', { name: 'Send to HighLevel' }).click();
  await allowWriting(panel);
  await expect.poll(() => sent(sandbox)).toEqual([{ contactId: seedIds.contacts.daniel, input: { phone: NEW_PHONE } }]);
  expect(writesIn(sandbox)).toHaveLength(1);
  await expect(panel.getByText('1 field differs')).toHaveCount(0);
  expect(sandbox.state.contacts.get(seedIds.contacts.daniel)?.phone).toBe(NEW_PHONE);
});

test('the page moves on while a change is shown: nothing is written, and nothing is filled', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(daniel));
  await edit(page, daniel, { Phone: NEW_PHONE });
  await panel.getByRole('radio', { name: /^Use page's/ }).check();
  await panel.getByRole('button', { name: 'Update HighLevel' }).click();
  const send = await panel.getByRole('button', { name: 'Send to HighLevel' }).elementHandle();
  await page.locator('.lafPageHost.active').getByRole('link', { name: 'Maria Gomez' }).first().click();
  // The panel may not have heard of it yet.
  await send?.evaluate((button) => (button as HTMLElement).click());
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await expect(panel.getByRole('button', { name: 'Send to HighLevel' })).toHaveCount(0);
  await openForm(page);
  await expect(page.getByRole('dialog').getByLabel('Phone', { exact: true })).toHaveValue(maria.phone);
  expect(writesIn(sandbox)).toEqual([]);
});

test("HighLevel's values are put into the page's open form, which only the person saves", async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(daniel, { shadow: 'native' }));
  await edit(page, daniel, { Phone: NEW_PHONE, 'First Name': 'Dan' });
  await expect(panel.getByText('2 fields differ')).toBeVisible();
  const fill = panel.getByRole('button', { name: "Fill in the page's form", exact: true });
  await fill.click();
  await expect(panel.getByText("Open the record's edit form in Salesforce first.")).toBeVisible();

  await openForm(page);
  await fill.click();
  await expect(panel.getByText('Phone: filled in')).toBeVisible();
  await expect(panel.getByText('First name: filled in')).toBeVisible();
  await expect(panel.getByText('Press Save in Salesforce yourself.')).toBeVisible();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Phone', { exact: true })).toHaveValue(daniel.phone);
  await expect(dialog.getByLabel('First Name')).toBeFocused();
  // Nothing is saved yet: the page behind still says what it said.
  await expect(page.locator('.lafPageHost.active lightning-formatted-name').first()).toContainText('Dan Okafor');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/fields? differs?/)).toHaveCount(0);
  expect(writesIn(sandbox)).toEqual([]);
});

test('a mapping is made by keyboard, with samples of the open page, and used at once', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(daniel));
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await details.getByRole('button', { name: 'Field mapping…' }).press('Enter');
  const editor = panel.getByRole('region', { name: 'Field mapping' });
  await editor.getByRole('button', { name: 'Add a line' }).press('Enter');
  const line = editor.getByRole('listitem', { name: 'Line 5' });
  await choose(line.getByLabel('Page field'), 'Title: Orthodontist');
  await choose(line.getByLabel('HighLevel field'), 'Preferred doctor');
  await expect(line.getByText('Orthodontist → stays out')).toBeVisible();
  await line.getByText('Taken as it is').press('Enter');
  await choose(line.getByLabel('Change the value'), 'Lookup table');
  await line.getByRole('button', { name: 'Add change' }).press('Enter');
  await expect(line.getByLabel('On the page')).toHaveValue('Orthodontist');
  await line.getByLabel('In HighLevel').fill('dr. becker');
  await expect(line.getByText('Orthodontist → Dr. Becker')).toBeVisible();
  await expect(line.getByText('HighLevel has: –')).toBeVisible();
  await line.getByRole('button', { name: 'Move line 5 up' }).press('Enter');
  await editor.getByRole('button', { name: 'Save mapping' }).press('Enter');

  await expect(details.getByRole('button', { name: 'Field mapping…' })).toBeFocused();
  await expect(panel.getByText('1 field differs')).toBeVisible();
  await details.getByRole('button', { name: 'Fill blanks' }).press('Enter');
  await details.getByRole('button', { name: 'Update HighLevel' }).press('Enter');
  await details.getByRole('button', { name: 'Send to HighLevel' }).press('Enter');
  await allowWriting(panel);
  const customFields = [{ id: seedIds.customFields.doctor, fieldValue: 'Dr. Becker' }];
  await expect.poll(() => sent(sandbox)).toEqual([{ contactId: seedIds.contacts.daniel, input: { customFields } }]);

  // A word that is not in the table stays out; other news is news until it is dismissed.
  await edit(page, daniel, { Title: 'Surgeon' });
  await expect(panel.getByText(/fields? differs?/)).toHaveCount(0);
  await edit(page, daniel, { Phone: NEW_PHONE });
  await expect(panel.getByText('1 field differs')).toBeVisible();
  await panel.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(panel.getByText('1 field differs')).toHaveCount(0);

  const options = await connected.openOptions();
  await expect(options.getByText('5 lines')).toBeVisible();
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export field mapping of Salesforce' }).click();
  const file = await (await saving).path();
  await options.getByRole('button', { name: 'Back to standard: Salesforce' }).click();
  await expect(options.getByText('Every site has the standard mapping.')).toBeVisible();
  await options
    .getByLabel('Import a field mapping')
    .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('[]') });
  await expect(options.getByText(/^This file is not a field mapping/)).toBeVisible();
  await options.getByLabel('Import a field mapping').setInputFiles(file);
  await expect(options.getByText('Kept. Salesforce has this mapping now.')).toBeVisible();
  await expect(options.getByText('5 lines')).toBeVisible();
});

test('on a site that was taught, a value that only the mapping reads is followed, and its form is filled', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await connected.grant([`${OWN_CRM}/*`]);
  const { page, panel } = await openWithPanel(ownCrmUrl(crmPeople.jonas));
  await panel.getByRole('button', { name: 'Teach this page' }).click();
  await panel.getByRole('button', { name: 'Allow this site' }).click();
  await panel.getByRole('button', { name: 'Next' }).click();
  await expect(panel.getByText('This is still the first record.')).toBeVisible();
  await page.goto(ownCrmUrl(crmPeople.maria));
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');

  const options = await connected.openOptions();
  const mapping = [{ from: 'label:Role', to: 'source', transforms: [], rule: 'ask' }];
  await options.getByLabel('Import a field mapping').setInputFiles(jsonFile({ version: 1, site: OWN_CRM, mapping }));
  await expect(options.getByText('Kept. Harbor People has this mapping now.')).toBeVisible();
  await options.close();
  await page.bringToFront();
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await expect(details.getByRole('radio', { name: `Use page's ${crmPeople.maria.title}` })).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Role' }).fill('Practice lead');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByRole('radio', { name: "Use page's Practice lead" })).toBeVisible();
  await expect(panel.getByText('1 field differs')).toBeVisible();

  await page.getByRole('button', { name: 'Edit' }).click();
  await panel.getByRole('button', { name: "Fill in the page's form", exact: true }).click();
  await expect(panel.getByText('Role: filled in')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Role' })).toHaveValue('referral form');
  await expect(page.getByRole('textbox', { name: 'Role' })).toBeFocused();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('1 field differs')).toHaveCount(0);
  expect(writesIn(sandbox)).toEqual([]);
});

const OWN_CRM = 'https://crm.example.com';
const jsonFile = (content: object) => ({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });

/** What HighLevel took, and for whom. */
function sent(sandbox: Sandbox) {
  return sandbox.ledger.map(({ contactId, input }) => ({ contactId, input }));
}

/** Changes a record as a person does in Salesforce. */
async function edit(page: Page, record: SalesforceRecord, values: Readonly<Record<string, string>>): Promise<void> {
  await openForm(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName(new RegExp(`^Edit .*${record.name.split(' ').at(-1)}$`));
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

async function openForm(page: Page): Promise<void> {
  await page.locator('.lafPageHost.active').getByRole('button', { name: 'Edit', exact: true }).click();
}

/** Chooses from a list by typing, as its keyboard users do. */
async function choose(list: ReturnType<Page['getByLabel']>, text: string): Promise<void> {
  // What the page says is read while the editor is open.
  await list.locator('option', { hasText: text }).waitFor({ state: 'attached' });
  await list.focus();
  await list.pressSequentially(text);
  await expect(list.locator('option:checked')).toHaveText(text);
}
