import type { Page } from '@playwright/test';
import { salesmsgThreads, salesmsgUrl } from '../sandbox/crm/salesmsg.ts';
import { headingsOf, mixedUp, openCrm, watchFrames } from './crm-pages.ts';
import { expect, sectionsOf, test } from './fixtures.ts';

const { maria, daniel, nameless, group } = salesmsgThreads;
const thread = (page: Page, { id }: { readonly id: number }) => page.locator(`a[href$="/conversations/${id}"]`);

test('a conversation is known by its number, and an inbox without one shows nobody', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Salesmsg', () => openWithPanel(salesmsgUrl()));
  const { heading, task } = sectionsOf(panel);
  await expect(panel.getByText('No contact on this page.')).toBeVisible();
  await thread(page, daniel).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(panel.getByText('Matched by phone +14155550151.')).toBeVisible();
  await expect(task('Ask for the X-rays')).toBeVisible();
  await panel.getByRole('button', { name: 'Why?' }).click();
  await expect(panel.getByText('Phone beside “Phone”')).toBeVisible();
});

test('the person before is gone before the next thread is drawn, and does not come back', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Salesmsg', () => openWithPanel(`${salesmsgUrl(maria)}?swap=2500&slow=800`));
  const { heading, task } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  // The thread's header says who it is before the contact's column is drawn.
  await expect(page.getByRole('complementary', { name: 'Contact' })).toContainText('(415) 555-0142');
  const frames = await watchFrames(panel);
  await thread(page, daniel).click();
  const clickedAt = Date.now();
  // The columns still show Maria, under Daniel's address.
  await expect(page.getByRole('complementary', { name: 'Contact' })).toContainText('(415) 555-0142');
  await expect(task('Ask for the X-rays')).toBeVisible();
  await expect(heading).toHaveText('Daniel Okafor');
  const seen = await frames();
  const ofMaria = seen.filter(({ heading: name }) => name === 'Maria Gomez');
  expect(ofMaria.length).toBeGreaterThan(0);
  expect(Math.max(...ofMaria.map(({ to }) => to))).toBeLessThan(clickedAt + 1_500);
  expect(headingsOf(seen).lastIndexOf('Maria Gomez')).toBe(0);
  expect(mixedUp(seen)).toEqual([]);
});

test('a thread left before it was drawn is never shown, and a number without a name is matched', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Salesmsg', () => openWithPanel(`${salesmsgUrl(daniel)}?swap=600&slow=600`));
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Daniel Okafor');
  const frames = await watchFrames(panel);
  await thread(page, maria).click();
  await thread(page, nameless).click();
  await expect(heading).toHaveText('+12125550190');
  await expect(panel.getByText('Matched by phone +12125550190.')).toBeVisible();
  await expect(task('Ask for the X-rays')).toHaveCount(0);
  expect(headingsOf(await frames())).not.toContain('Maria Gomez');
  expect(mixedUp(await frames())).toEqual([]);
});

test('a group asks whom it is about, and the number of the inbox is nobody', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Salesmsg', () => openWithPanel(salesmsgUrl(group)));
  const frames = await watchFrames(panel);
  const { heading, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Several people share this page');
  const people = panel.getByRole('region', { name: 'Several people share this page' }).getByRole('button');
  await expect(people).toHaveText([/Maria Gomez/, /Daniel Okafor/]);
  await people.filter({ hasText: 'Daniel Okafor' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  await thread(page, maria).click();
  await expect(heading).toHaveText('Maria Gomez');
  // The number of the inbox and one that somebody wrote stand on the page as well.
  expect((await frames()).filter(({ text }) => /555\D*0100|555\D*0177/.test(text))).toEqual([]);
});
