import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const { ruth, peter, noel, maria } = salesforceRecords;

test('a number that two contacts share asks who it is, and remembers the answer', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(ruth));
  const chooser = panel.getByRole('radiogroup', { name: 'Which contact is this?' });
  await expect(chooser.getByRole('radio')).toHaveCount(2);
  // What differs is said; what both have in common is not.
  await expect(chooser.getByText('ruth.adeyemi@homemail.test')).toBeVisible();
  await expect(chooser.getByText('robert.adeyemi@homemail.test')).toBeVisible();
  await expect(chooser.getByText('+12125550163')).toHaveCount(0);
  await chooser.getByRole('radio', { name: /Ruth Adeyemi/ }).check();
  await panel.getByRole('button', { name: 'Use this contact' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Ruth Adeyemi');
  await expect(sectionsOf(panel).task('Confirm the recall visit')).toBeVisible();

  await page.reload();
  await expect(panel.getByText('Remembered for this record.')).toBeVisible();
  await expect(sectionsOf(panel).heading).toHaveText('Ruth Adeyemi');
  await expect(chooser).toHaveCount(0);
});

test('an e-mail and a phone of two people are not one contact', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { panel } = await openWithPanel(salesforceUrl(peter));
  await expect(panel.getByText('The e-mail and the phone on this page belong to different people.')).toBeVisible();
  const { heading, tags, tasks, notes } = sectionsOf(panel);
  await expect(panel.getByRole('radio')).toHaveCount(2);
  // Nothing can be written before the person has said who it is.
  for (const section of [tags, tasks, notes]) await expect(section).toHaveCount(0);
  for (const name of ['Add task', 'Add note', 'Task', 'Note', 'Tag']) {
    await expect(panel.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  expect(sandbox.log.filter(({ contactId }) => contactId !== undefined)).toEqual([]);

  await panel.getByRole('radio', { name: /Sofia Moretti/ }).check();
  await panel.getByRole('button', { name: 'Use this contact' }).click();
  await expect(heading).toHaveText('Sofia Moretti');
  await expect(tags.getByText('do not call')).toBeVisible();
});

test('who is not in HighLevel is created once, from the page, and shown', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(salesforceUrl(noel));
  const { heading, tasks } = sectionsOf(panel);
  await expect(heading).toHaveText('Noel Marsh is not in HighLevel yet.');
  await expect(panel.getByRole('textbox', { name: 'E-mail' })).toHaveValue('noel@quayside.test');
  await expect(panel.getByRole('textbox', { name: 'Company' })).toHaveValue('Quayside Bakery');
  await panel.getByRole('textbox', { name: 'Last name' }).fill('Marsh-Hall');
  await panel.getByRole('button', { name: 'Create contact' }).click();
  await allowWriting(panel);
  await expect(heading).toHaveText('Noel Marsh-Hall');
  await expect(tasks.getByText('No open tasks.')).toBeVisible();
  expect(sandbox.ledger).toMatchObject([
    {
      kind: 'contact.create',
      locationId: seedIds.locations.harbor,
      input: {
        firstName: 'Noel',
        lastName: 'Marsh-Hall',
        email: 'noel@quayside.test',
        phone: expect.stringMatching(/555.?0188$/),
        companyName: 'Quayside Bakery',
      },
    },
  ]);
});

test('a contact that somebody else created meanwhile is offered instead', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(noel));
  await panel.getByRole('textbox', { name: 'E-mail' }).fill('maria@bayside.test');
  await panel.getByRole('button', { name: 'Create contact' }).click();
  await allowWriting(panel);
  await expect(panel.getByText('This contact is already in HighLevel as Maria Gomez')).toBeVisible();
  await panel.getByRole('button', { name: 'Open existing' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  expect(sandbox.ledger).toEqual([]);
});

test('a wrong match is put right by search, and stays right', async ({ connected: _connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await panel.getByRole('button', { name: 'Wrong match?' }).click();
  await panel.getByRole('searchbox', { name: 'Search in HighLevel' }).fill('okafor');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await panel.getByRole('button', { name: 'Use Daniel Okafor' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  await expect(task('Book the quarterly lunch')).toHaveCount(0);

  await page.reload();
  await expect(panel.getByText('Remembered for this record.')).toBeVisible();
  await expect(heading).toHaveText('Daniel Okafor');

  await panel.getByRole('button', { name: 'Wrong match?' }).click();
  await panel.getByRole('button', { name: 'Forget this match' }).click();
  await expect(heading).toHaveText('Maria Gomez');
});

test('a remembered contact that was deleted is looked for anew', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, notes } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  sandbox.state.contacts.delete(seedIds.contacts.maria);
  await page.reload();
  await panel.getByTitle('Refresh').click();
  await expect(panel.getByText('This contact is no longer in HighLevel.')).toBeVisible();
  await expect(notes).toHaveCount(0);
  await panel.getByRole('button', { name: 'Find again' }).click();
  await expect(panel.getByText('This contact is no longer in HighLevel.')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Create contact' }).or(panel.getByRole('radiogroup'))).toBeVisible();
});

test('more facts on the page hold up writing until they are matched, and the caret stays', async ({
  connected: _connected,
  openWithPanel,
  sandbox,
}) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const note = panel.getByRole('textbox', { name: 'New note' });
  await note.fill('Prefers ');
  sandbox.faults.add({ match: { path: /^\/contacts\/search/ }, delayMs: 4_000 });
  await page.locator('a[href^="tel:"]').evaluateAll((links) => {
    for (const link of links) {
      link.textContent = '+1 415 555 0199';
      link.setAttribute('href', 'tel:+14155550199');
    }
  });
  const busy = panel.locator('[aria-busy="true"]');
  await expect(busy).toHaveCount(1);
  await expect(busy).toContainText('Maria Gomez');
  await expect(note).not.toBeFocused();
  await expect(busy).toHaveCount(0);
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('Prefers ');
});

test('my tasks are shown where there is no contact', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel('https://harbor.lightning.force.com/lightning/page/home');
  await expect(panel.getByText('No contact on this page.')).toBeVisible();
  await expect(sectionsOf(panel).heading).toHaveText('My tasks');
  await panel.getByRole('combobox', { name: 'Who are you?' }).selectOption({ label: 'Priya Shah' });
  await expect(panel.getByRole('checkbox')).toHaveCount(3);
  await expect(panel.getByRole('checkbox').first()).toHaveAccessibleName('Send the signed referral agreement');
  await panel.getByRole('checkbox', { name: 'Ask for the X-rays' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'task.complete', contactId: seedIds.contacts.daniel }]);
});

for (const [url, sentence] of [
  ['https://example.com/', 'Alongside does not read example.com.'],
  ['about:blank', 'Alongside does not read this site.'],
] as const) {
  test(`${url} is not read, and the panel says so`, async ({ connected: _connected, openWithPanel, sandbox }) => {
    const before = sandbox.log.length;
    const { panel } = await openWithPanel(url);
    await expect(panel.getByText(sentence)).toBeVisible();
    expect(sandbox.log.slice(before).filter(({ contactId }) => contactId !== undefined)).toEqual([]);
  });
}

test('without a connection nothing is asked of HighLevel, and the way to connect is offered', async ({
  alongside,
  openWithPanel,
  sandbox,
}) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Alongside is not connected to HighLevel.');
  const opened = alongside.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Connect' }).click();
  expect((await opened).url()).toContain('/options.html');
  expect(sandbox.log).toEqual([]);
});
