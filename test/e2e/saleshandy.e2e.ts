import type { Page } from '@playwright/test';
import { saleshandyUrls } from '../sandbox/crm/saleshandy.ts';
import { headingsOf, mixedUp, openCrm, watchFrames } from './crm-pages.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name });
const close = (page: Page) => page.getByRole('button', { name: 'Close' }).click();

test('a prospect in the drawer is shown, the list beside it is not', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.prospects));
  const { heading, task, tasks } = sectionsOf(panel);
  await expect(panel.getByText('No contact on this page.')).toBeVisible();
  await expect(heading).toHaveText('My tasks');
  const address = page.url();
  await row(page, 'Maria Gomez').click();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(panel.getByText('Matched by e-mail maria@bayside.test.')).toBeVisible();
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await panel.getByRole('button', { name: 'Why?' }).click();
  await expect(panel.getByText('E-mail beside “Email”')).toBeVisible();
  expect(page.url()).toBe(address);
  await close(page);
  await expect(heading).toHaveText('My tasks');
  await expect(tasks).toHaveCount(0);
});

for (const [how, options] of [
  ['by and by', '?swap=700&slow=900'],
  ['while the old fields still stand there', '?swap=300&slow=1500&keep'],
] as const) {
  test(`a drawer that is drawn anew ${how} never mixes two prospects`, async ({ alongside, openWithPanel }) => {
    const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.prospects + options));
    const { heading, task } = sectionsOf(panel);
    await row(page, 'Maria Gomez').click();
    await expect(task('Book the quarterly lunch')).toBeVisible();
    const frames = await watchFrames(panel);
    await row(page, 'Daniel Okafor').click();
    await expect(task('Ask for the X-rays')).toBeVisible();
    await expect(heading).toHaveText('Daniel Okafor');
    expect(mixedUp(await frames())).toEqual([]);
    // What the panel says of one person's name beside another one's address.
    expect((await frames()).filter(({ text }) => text.includes('names somebody else'))).toEqual([]);
    const names = headingsOf(await frames());
    expect(names[0]).toBe('Maria Gomez');
    expect(names.lastIndexOf('Maria Gomez')).toBe(0);
    expect(names.at(-1)).toBe('Daniel Okafor');
  });
}

test('a drawer that slides out by its class alone takes its prospect with it', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(`${saleshandyUrls.prospects}?drawer=slides`));
  const { heading } = sectionsOf(panel);
  await row(page, 'Maria Gomez').click();
  await expect(heading).toHaveText('Maria Gomez');
  await close(page);
  await expect(heading).toHaveText('My tasks');
  await row(page, 'Daniel Okafor').click();
  await expect(heading).toHaveText('Daniel Okafor');
});

test('a write goes to the prospect whose task it was, also when the drawer has moved on', async ({ alongside, openWithPanel, sandbox }) => {
  await holdWritesFor(alongside, 3);
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.prospects));
  const { heading, task } = sectionsOf(panel);
  await row(page, 'Maria Gomez').click();
  await task('Book the quarterly lunch').click();
  await row(page, 'Daniel Okafor').click();
  await expect(heading).toHaveText('Daniel Okafor');
  expect(sandbox.ledger).toEqual([]);
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  await task('Ask for the X-rays').click();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  const done = { kind: 'task.complete', locationId: seedIds.locations.harbor, input: { completed: true } };
  const { maria, daniel } = seedIds.contacts;
  expect(sandbox.ledger).toMatchObject([
    { ...done, contactId: maria },
    { ...done, contactId: daniel },
  ]);
});

test('the contact beside a thread is shown, whoever else writes in it', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.inbox));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await page.getByRole('button', { name: /^Daniel Okafor/ }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
});

test('a thread of several addresses asks whom it is about', async ({ alongside, openWithPanel, sandbox }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(`${saleshandyUrls.inbox}?contact=closed`));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Several people share this page');
  const people = panel.getByRole('region', { name: 'Several people share this page' }).getByRole('button');
  await expect(people).toHaveCount(3);
  await expect(people.filter({ hasText: /tom@harborgroup\.test/ })).toHaveCount(0);
  expect(sandbox.log.filter(({ contactId }) => contactId !== undefined)).toEqual([]);
  await people.filter({ hasText: 'maria@bayside.test' }).click();
  await expect(heading).toHaveText('Maria Gomez');
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await page.getByRole('button', { name: /^Daniel Okafor/ }).click();
  await expect(heading).toHaveText('Several people share this page');
  await people.filter({ hasText: 'daniel@bayside.test' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
});
