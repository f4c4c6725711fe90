import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const { maria } = seedIds.contacts;
const bar = (panel: Page) => panel.getByRole('group', { name: 'Macros' });

test('a macro writes tag, note and task by one click, and Undo takes all of it back', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 3);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await bar(panel).getByRole('button', { name: 'No answer' }).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('button', { name: 'Remove tag no answer' })).toHaveCount(0);
  await expect(sectionsOf(panel).task('Call Maria Gomez again')).toHaveCount(0);

  await panel.locator('body').press('1');
  await panel.getByRole('button', { name: 'Send now' }).click();
  await panel.getByRole('button', { name: 'Allow writing' }).click();
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId }) => [kind, contactId]))
    .toEqual([
      ['contact.tags.add', maria],
      ['note.create', maria],
      ['task.create', maria],
    ]);
});

test('macros are made in the options, exported, and offered in the panel at once', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  const offered = bar(panel).getByRole('button', { name: 'Sent quote' });
  const noAnswer = bar(panel).getByRole('button', { name: 'No answer' });
  await expect(noAnswer).toBeVisible();
  const options = await connected.openOptions();
  const section = options.getByRole('region', { name: 'Macros' });
  await section.getByRole('button', { name: 'Add macro' }).click();
  await section.getByLabel('Name', { exact: true }).fill('Sent quote');
  await section.getByLabel('Tags to add').fill('quoted');
  await section.getByRole('button', { name: 'Save macro' }).click();
  // The panel shows what the tab in front has.
  await page.bringToFront();
  await expect(offered).toBeVisible();
  await options.bringToFront();
  const downloading = options.waitForEvent('download');
  await section.getByRole('button', { name: 'Export macros' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(3);
  await section.getByRole('button', { name: 'Remove macro Sent quote' }).click();
  await page.bringToFront();
  await expect(noAnswer).toBeVisible();
  await expect(offered).toHaveCount(0);
  await options.bringToFront();
  await section.getByLabel('Import macros').setInputFiles(file);
  await expect(section.getByText('3 macros imported.')).toBeVisible();
  await page.bringToFront();
  await expect(offered).toBeVisible();
});
