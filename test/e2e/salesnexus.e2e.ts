import { crmPeople } from '../sandbox/crm/people.ts';
import { salesnexusDealUrl, salesnexusUrl } from '../sandbox/crm/salesnexus.ts';
import { openCrm } from './crm-pages.ts';
import { expect, sectionsOf, test } from './fixtures.ts';

const { maria, daniel } = crmPeople;

test('a contact is recognised by what any page says of one', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'SalesNexus', () => openWithPanel('https://logon.salesnexus.com/contacts'));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('My tasks');
  await page.getByRole('link', { name: 'Maria Gomez' }).click();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(panel.getByText('Matched by e-mail maria@bayside.test.')).toBeVisible();
  await expect(task('Book the quarterly lunch')).toBeVisible();
  // Nothing but its size says which text is the name.
  await page.goto(salesnexusUrl(daniel, 'plain'));
  await expect(heading).toHaveText('Daniel Okafor');
  await panel.getByRole('button', { name: 'Why?' }).click();
  await expect(panel.getByText('Name from the heading')).toBeVisible();
  await page.goto(salesnexusUrl(maria, 'plain'));
  await expect(heading).toHaveText('Maria Gomez');
});

test('a page that does not say who it shows asks to be taught', async ({ alongside, openWithPanel, sandbox }) => {
  const { panel } = await openCrm(alongside, 'SalesNexus', () => openWithPanel(salesnexusDealUrl));
  await expect(panel.getByText('This page does not say who it shows.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Teach this page' })).toBeVisible();
  await expect(sectionsOf(panel).heading).toHaveText('My tasks');
  await expect(panel.getByText('jonas@marlowfinch.test')).toHaveCount(0);
  expect(sandbox.log.filter(({ contactId }) => contactId !== undefined)).toEqual([]);
});
