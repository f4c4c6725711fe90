import { readFile } from 'node:fs/promises';
import { crmPeople, crmUser } from '../sandbox/crm/people.ts';
import { saleshandyUrls } from '../sandbox/crm/saleshandy.ts';
import { openCrm } from './crm-pages.ts';
import { expect, sectionsOf, test } from './fixtures.ts';

test('a page sample holds the structure of the page and nobody of it', async ({ alongside, openWithPanel }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.prospects));
  const saving = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save a page sample' }).click();
  const html = await readFile(await (await saving).path(), 'utf8');
  const [, head = ''] = /^<!-- (\{.*\}) -->\n/.exec(html) ?? [];
  expect(JSON.parse(head)).toMatchObject({ url: expect.stringMatching(/^https:\/\/my\.saleshandy\.com\//), expect: {} });
  for (const { firstName, lastName, email, phone, company } of Object.values(crmPeople)) {
    for (const word of [firstName, lastName, email, email.split('@')[1] ?? '', phone.slice(-7), company]) expect(html).not.toContain(word);
  }
  for (const word of [...crmUser.name.split(' '), crmUser.email, crmUser.phone.slice(-7)]) expect(html).not.toContain(word);
  const saved = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    return [...parsed.querySelectorAll('tr')].map(({ children }) => children.length);
  }, html);
  expect(saved).toEqual(await page.evaluate(() => [...document.querySelectorAll('tr')].map(({ children }) => children.length)));
});

test('a pause in the panel ends the reading there, and its end begins it again', async ({ alongside, openWithPanel, sandbox }) => {
  const { page, panel } = await openCrm(alongside, 'Saleshandy', () => openWithPanel(saleshandyUrls.prospects));
  const { heading, task } = sectionsOf(panel);
  await page.getByRole('row', { name: 'Maria Gomez' }).click();
  await expect(heading).toHaveText('Maria Gomez');
  await panel.getByRole('switch', { name: 'Read this site: Saleshandy' }).click();
  await expect(panel.getByText('Alongside is paused on Saleshandy.')).toBeVisible();
  await expect(panel.getByText('Maria Gomez')).toHaveCount(0);
  const lookups = () => sandbox.log.filter(({ path }) => path === '/contacts/search').length;
  const before = lookups();
  await page.getByRole('row', { name: 'Daniel Okafor' }).click();
  await expect(page.getByRole('dialog')).toContainText('daniel@bayside.test');
  const worker = await alongside.background();
  const reports = () =>
    worker.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('tab:')));
  await expect.poll(reports).toEqual([]);
  await panel.getByRole('button', { name: 'Go on reading' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(task('Ask for the X-rays')).toBeVisible();
  expect(before).toBe(1);
  expect(lookups()).toBe(2);
});
