import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { seedMany } from '../sandbox/seed/many.ts';
import { expectAccessible, PANEL_WIDTHS } from './accessible.ts';
import { expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

// Several states a test: most of the time goes into starting a browser.

const { maria, daniel } = salesforceRecords;
const OPTIONS_WIDTHS = [320, 700, 1280];

async function look(panel: Page, name: string): Promise<void> {
  await expectAccessible(panel, name, PANEL_WIDTHS);
  await panel.setViewportSize({ width: 360, height: 700 });
}

test('tasks and notes: nothing for axe to find, in both themes, at every width', async ({ connected, openWithPanel }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, tags, tasks, appointments, notes } = sectionsOf(panel);
  const note = (words: string) => notes.locator('[data-row]').filter({ hasText: words });
  // An ordinary contact's first screenful.
  for (const part of [heading, tags, tasks.getByText('Book the quarterly lunch'), appointments.getByText(/^\d\d:\d\d–/).first()]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  await tasks.getByRole('button', { name: 'Edit task Send the signed referral agreement' }).click();
  const form = panel.getByRole('form', { name: /^Edit task/ });
  await form.getByLabel('Due').fill('sometime');
  await form.getByText('Not understood.').waitFor();
  await look(panel, 'a task being edited');
  await form.getByRole('button', { name: 'Cancel' }).click();

  await note('Left a message').hover();
  await note('Left a message').getByRole('button', { name: 'Delete note' }).focus();
  await look(panel, "a note's acts");
  await note('Agreed on the phone').getByRole('button', { name: 'Make tasks' }).click();
  await panel.getByRole('form', { name: 'Make tasks' }).getByLabel('Due for all').fill('in 3 days at 8:00');
  await look(panel, 'tasks made of a note');
  await panel.getByRole('form', { name: 'Make tasks' }).getByRole('button', { name: 'Cancel' }).click();
  await note('Agreed on the phone').getByRole('button', { name: 'Edit note' }).click();
  await notes.getByRole('textbox', { name: 'Note', exact: true }).locator('li').first().waitFor();
  await look(panel, 'a note being edited');
  await notes.getByRole('button', { name: 'Cancel' }).click();

  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await panel.getByRole('region', { name: 'Timeline', exact: true }).locator('[data-row]').first().waitFor();
  await look(panel, 'the timeline');
  await panel.getByRole('tab', { name: 'My tasks' }).click();
  await panel.getByLabel('Who are you?').selectOption({ label: 'Priya Shah' });
  await panel.getByRole('button', { name: 'Snooze Send the signed referral agreement' }).click();
  await panel.getByLabel('Or when').fill('in 2 days at 10:15');
  await look(panel, 'my tasks, put off');
});

test('appointments, tags and business: nothing for axe to find, in both themes, at every width', async ({
  connected: _,
  openWithPanel,
}) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { appointments, tags, business } = sectionsOf(panel);
  await appointments.getByRole('button', { name: 'Add appointment' }).click();
  const form = panel.getByRole('form', { name: 'Add appointment' });
  await form.getByRole('radiogroup', { name: 'Free times' }).getByRole('radio').first().check();
  await look(panel, 'an appointment being booked');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await appointments.getByRole('button', { name: /^Case review/ }).click();
  await appointments.getByText('She sends the scans on Monday.').waitFor();
  await look(panel, 'an appointment and its notes');
  await tags.getByRole('combobox', { name: 'Add tag' }).fill('re');
  await tags.getByRole('option', { name: 'Create tag “re”' }).waitFor();
  await look(panel, 'tags to choose from');
  await tags.getByRole('combobox').press('Escape');
  await business.getByRole('button', { name: 'Edit business' }).click();
  await business.getByRole('form', { name: 'Edit business' }).getByLabel('City').fill('Oakland');
  await look(panel, 'a business being edited');
  await business.getByRole('form', { name: 'Edit business' }).getByRole('button', { name: 'Cancel' }).click();
  await business.getByRole('button', { name: 'Tag all colleagues' }).click();
  await business.getByRole('combobox', { name: 'Tag' }).fill('newsletter');
  await look(panel, 'colleagues to tag');
});

test('details, many and long: nothing for axe to find, in both themes, at every width', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  lengthen(sandbox);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await details.getByText('Kind of FILE_UPLOAD').waitFor();
  await look(panel, 'details, many and long');
  await details.getByRole('button', { name: 'Edit details' }).click();
  const form = panel.getByRole('form', { name: 'Edit details' });
  await form.getByLabel('E-mail', { exact: true }).fill('maria at bayside');
  await form.getByLabel('City', { exact: true }).fill('Oakland');
  await form.getByRole('button', { name: 'Save details' }).click();
  await form.getByText('This is not an e-mail address').waitFor();
  await look(panel, 'details being edited');
  await form.getByLabel('E-mail', { exact: true }).fill('maria@bayside.test');
  await form.getByRole('button', { name: 'Save details' }).click();
  Object.assign(sandbox.state.contacts.get(seedIds.contacts.maria) ?? {}, { city: 'Portland' });
  await panel.getByRole('button', { name: 'Send now' }).click();
  await panel.getByRole('button', { name: 'Allow writing' }).click();
  await panel.getByRole('button', { name: 'Use mine' }).waitFor();
  await look(panel, 'a conflict');
});

test('comparing and mapping: nothing for axe to find, in both themes, at every width', async ({ connected: _, openWithPanel, sandbox }) => {
  Object.assign(sandbox.state.contacts.get(seedIds.contacts.daniel) ?? {}, {
    firstName: 'Dan',
    lastName: 'Okafor-Bell',
    phone: '+14155550199',
  });
  const { panel } = await openWithPanel(salesforceUrl(daniel));
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  const radios = details.getByRole('radio', { name: /^Use page's/ });
  await radios.first().waitFor();
  await look(panel, 'fields that differ');
  for (const radio of await radios.all()) await radio.check();
  await details.getByRole('button', { name: 'Update HighLevel' }).click();
  await details.getByRole('button', { name: 'Send to HighLevel' }).waitFor();
  await look(panel, 'changes to be sent');
  await details.getByRole('button', { name: 'Field mapping…' }).click();
  const editor = panel.getByRole('region', { name: 'Field mapping' });
  await editor.locator('summary').first().click();
  await look(panel, 'a mapping being edited');
});

test('finding and opening: nothing for axe to find, in both themes, at every width', async ({ connected, openWithPanel, sandbox }) => {
  const options = await connected.openOptions();
  await options.getByRole('switch', { name: 'Contacts can be deleted' }).check();
  await options.close();
  seedMany(sandbox.state, seedIds.contacts.aisha, { tasks: 500, notes: 1000 }, Date.now());
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await panel.getByRole('tab', { name: 'Contact' }).focus();
  await panel.keyboard.press('?');
  await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await look(panel, 'the list of keys');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Find' }).click();
  const field = panel.getByRole('searchbox', { name: 'Name, e-mail, phone or company' });
  await field.fill('nobody of that name');
  await panel
    .getByRole('button', { name: 'Create contact' })
    .or(panel.getByText(/[Nn]obody/))
    .first()
    .waitFor();
  await look(panel, 'nobody found');
  await field.fill('bayside');
  await panel.getByRole('button', { name: 'Open here: Aisha Rahman' }).waitFor();
  await look(panel, 'people found');
  await panel.getByRole('button', { name: 'Open here: Aisha Rahman' }).click();
  await sectionsOf(panel).tasks.getByText('375 open').waitFor();
  const details = panel.getByRole('region', { name: 'Details', exact: true });
  await details.getByRole('button', { name: 'Delete contact…' }).click();
  await look(panel, 'a full contact, opened by hand');
});

test('what can be set: nothing for axe to find, in both themes, at every width', async ({ connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  const options = await connected.openOptions();
  await options.getByText("Manage the location's tags").click();
  await options.getByRole('button', { name: 'Rename tag newsletter' }).click();
  const macros = options.getByRole('region', { name: 'Macros' });
  await macros.getByRole('button', { name: 'Add macro' }).click();
  const abilities = options.getByRole('region', { name: 'Abilities' });
  await abilities
    .locator('summary')
    .filter({ hasText: /^Tasks/ })
    .click();
  await expectAccessible(options, 'options, all of it', OPTIONS_WIDTHS);
});

/** Gives Maria a field of every kind, long names and a long value. */
function lengthen({ state }: Sandbox): void {
  const contact = state.contacts.get(seedIds.contacts.maria);
  if (!contact) return;
  const options = ['Left', 'Right', 'Both sides, and the front teeth as well'];
  const fields: readonly (readonly [dataType: string, value: unknown])[] = [
    ['TEXT', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)],
    ['LARGE_TEXT', 'As long as values come. '.repeat(420).slice(0, 10_000)],
    ['NUMERICAL', 12_345.5],
    ['MONETORY', 1_250_000],
    ['PHONE', '+14155550177'],
    ['SINGLE_OPTIONS', 'Both sides, and the front teeth as well'],
    ['RADIO', 'Left'],
    ['MULTIPLE_OPTIONS', ['Left', 'Right']],
    ['CHECKBOX', ['Both sides, and the front teeth as well']],
    ['DATE', '2024-02-29'],
    ['FILE_UPLOAD', { a1: { url: 'https://files.bayside.test/scan.pdf', meta: { originalname: 'scan.pdf' } } }],
    ['SIGNATURE', null],
  ];
  for (const [dataType, value] of fields) {
    const id = `lengthened${dataType}`;
    const name = `Kind of ${dataType}`;
    const facts = {
      locationId: contact.locationId,
      fieldKey: `contact.${dataType.toLowerCase()}`,
      placeholder: '',
      picklistOptions: options,
    };
    state.customFields.set(id, { id, name, dataType, model: 'contact', position: state.customFields.size * 50, ...facts });
    if (value !== null) contact.customFields.push({ id, value });
  }
  contact.companyName = 'Bayside Orthodontics and Partners, Professional Association of the West Coast';
}
