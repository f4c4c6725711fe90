import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople, crmUser } from '../sandbox/crm/people.ts';
import { watchOurScripts } from './content-world.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';
import { overlayOf } from './overlay.ts';

const { maria, daniel, aisha, jonas, noel } = crmPeople;
const ORIGIN = 'https://crm.example.com';
const PATTERN = `${ORIGIN}/*`;
const NOT_READ = 'Alongside does not read crm.example.com.';
const BLOCKED = 'The browser no longer allows Alongside to read Harbor People.';

test('a CRM that nobody listed is taught by pointing, and read from then on', async ({ connected, openWithPanel, sandbox }) => {
  test.setTimeout(120_000);
  await connected.grant([PATTERN]);
  const { page, panel } = await openWithPanel(ownCrmUrl(maria));
  await expect(panel.getByText(NOT_READ)).toBeVisible();
  const before = await origins(connected);
  await panel.getByRole('button', { name: 'Teach this page' }).click();
  expect(await origins(connected)).toEqual(before);
  await panel.getByRole('button', { name: 'Allow this site' }).click();
  await expect(panel.getByRole('heading', { name: 'What is where?' })).toBeFocused();
  expect(await origins(connected)).toEqual([...before, PATTERN].sort());

  const overlay = await overlayOf(page);
  await pointAt(panel, 'Name', () => page.getByRole('heading', { name: 'Maria Gomez' }).click());
  // The user's own address stands in the header of every page.
  await pointAt(panel, 'E-mail', () => page.getByRole('link', { name: crmUser.email }).click());
  await pointAt(panel, 'Phone', () => page.frameLocator('iframe').getByText(maria.phone).click());
  await pointAt(panel, 'Company', () => page.frameLocator('iframe').getByText(maria.company).click());
  for (const value of ['Maria Gomez', crmUser.email, maria.phone, maria.company]) await expect(panel.getByText(value)).toBeVisible();
  expect(page.url()).toBe(ownCrmUrl(maria));
  await goOn(panel);
  await expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled();

  await openRecord(page, jonas);
  await expect(panel.getByText('Same on both records: it may be your own')).toHaveCount(1);
  await expect(panel.getByText('Changed', { exact: true })).toHaveCount(3);
  await expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled();
  // Back at the fields, now of this record; this time by keyboard alone.
  await pointAt(panel, 'E-mail', async () => {
    await page.bringToFront();
    await expect(async () => {
      await page.keyboard.press('Tab');
      expect(await overlay.label()).toBe(`E-mail: ${jonas.email}`);
    }).toPass({ intervals: [50] });
    await page.keyboard.press('Enter');
  });
  await expect(panel.getByText(jonas.email)).toBeVisible();
  expect(await overlay.label()).toBeUndefined();
  await goOn(panel);
  await openRecord(page, maria);
  await expect(panel.getByText('All of it changed.')).toBeVisible();
  await panel.getByRole('button', { name: 'Save' }).click();

  await expectContact(panel, 'Maria Gomez', seedIds.contacts.maria);
  await openRecord(page, jonas);
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  await openRecord(page, daniel);
  await expectContact(panel, 'Daniel Okafor', seedIds.contacts.daniel);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(panel.getByRole('heading', { name: 'My tasks' })).toBeVisible();
  await expect(panel.getByText('No contact on this page.')).toBeVisible();

  await openRecord(page, aisha);
  await expectContact(panel, 'Aisha Rahman', seedIds.contacts.aisha);
  await panel.getByRole('textbox', { name: 'New note' }).fill('Met at the fair.');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect.poll(() => writesIn(sandbox).map(({ path }) => path)).toEqual([`/contacts/${seedIds.contacts.aisha}/notes`]);
  expect(await origins(connected)).toEqual([...before, PATTERN].sort());
});

test('what was taught is exported, removed and imported, and then read without teaching', async ({ connected, openWithPanel }) => {
  test.setTimeout(120_000);
  const { page, panel } = await taughtSite(connected, openWithPanel);
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  const options = await connected.openOptions();
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export Harbor People' }).click();
  const file = await (await saving).path();
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: 1, origin: ORIGIN, path: '/app/people/:id', recordId: { from: 'path', at: 2 } });
  expect(text).not.toMatch(personal([maria, jonas]));

  await options.getByRole('button', { name: 'Remove Harbor People' }).click();
  await options
    .getByRole('group', { name: /^Forget/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(options.getByText('Nothing taught yet.')).toBeVisible();
  expect(await origins(connected)).not.toContain(PATTERN);
  const ours = await watchOurScripts(page, connected.extensionId);
  await page.bringToFront();
  await page.reload();
  await openRecord(page, daniel);
  await expect(panel.getByText(NOT_READ).or(panel.getByText('Alongside cannot see this page'))).toBeVisible();
  await expect(panel.getByText('Jonas Weber')).toHaveCount(0);
  expect(ours()).toBe(0);

  await connected.grant([PATTERN]);
  await options.bringToFront();
  await options.getByLabel('Import a site').setInputFiles({ name: 'site.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(options.getByText(`The file reads Harbor People (crm.example.com).`)).toBeVisible();
  expect(await origins(connected)).not.toContain(PATTERN);
  await options.getByRole('button', { name: 'Allow and keep' }).click();
  await expect(options.getByText('Kept. Alongside reads Harbor People now.')).toBeVisible();
  expect(await origins(connected)).toContain(PATTERN);
  await page.bringToFront();
  await expectContact(panel, 'Daniel Okafor', seedIds.contacts.daniel);
  expect(ours()).toBe(1);
});

test('a file that is no rule for one site is refused in one sentence, and nothing changes', async ({ connected }) => {
  const options = await connected.openOptions();
  const before = await stored(connected);
  const rule = ruleFile({});
  const files: readonly (readonly [string, string])[] = [
    ['{"version": 1,', 'not JSON'],
    ['[]', 'expected object'],
    [ruleFile({ origin: 'https://*' }), 'not the origin of an https site'],
    [ruleFile({ origin: 'https://*.example.com' }), 'not the origin of an https site'],
    [ruleFile({ origin: 'http://crm.example.com' }), 'not the origin of an https site'],
    [ruleFile({ origin: 'https://crm.example.com/*' }), 'not the origin of an https site'],
    [ruleFile({ script: 'alert(1)' }), 'script'],
    [ruleFile({ fields: { email: [{ kind: 'css', selector: '*' }] } }), 'fields.email.0'],
    [ruleFile({ fields: {} }), 'no e-mail, phone or name'],
    [`${rule}${' '.repeat(10_000_000)}`, 'This file is not a rule for a site'],
  ];
  for (const [text, problem] of files) {
    await options.getByLabel('Import a site').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const alert = options.getByRole('alert');
    await expect(alert, text.slice(0, 80)).toHaveCount(1);
    await expect(alert).toContainText('This file is not a rule for a site');
    await expect(alert).toContainText(problem);
    await expect(options.getByRole('button', { name: 'Allow and keep' })).toHaveCount(0);
  }
  expect(await stored(connected)).toEqual(before);
});

test('a rule in a file asks for its own origin alone, and reads no other site', async ({ connected, openWithPanel }) => {
  await connected.grant([PATTERN, 'https://example.com/*']);
  const options = await connected.openOptions();
  const before = await origins(connected);
  const file = ruleFile({ origin: 'https://example.com', label: 'Harbor People' });
  await options.getByLabel('Import a site').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  // The name is the file's own word; the address says what is asked for.
  await expect(options.getByText('The file reads Harbor People (example.com).')).toBeVisible();
  await options.getByRole('button', { name: 'Allow and keep' }).click();
  await expect(options.getByText('Kept.')).toBeVisible();
  expect(await origins(connected)).toEqual([...before, 'https://example.com/*'].sort());
  const { page, panel } = await openWithPanel(ownCrmUrl(maria));
  const ours = await watchOurScripts(page, connected.extensionId);
  await page.reload();
  await expect(panel.getByText(NOT_READ).or(panel.getByText('Alongside cannot see this page'))).toBeVisible();
  expect(ours()).toBe(0);
});

test('a permission that is taken away while the panel is open shows nothing of the page, and is asked for again', async ({
  connected,
  openWithPanel,
}) => {
  const { page, panel } = await taughtSite(connected, openWithPanel);
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  await connected.revoke([PATTERN]);
  await page.bringToFront();
  await expect(panel.getByText(BLOCKED)).toBeVisible();
  await expect(panel.getByText(/Jonas|Weber|marlowfinch/)).toHaveCount(0);
  expect(await session(connected)).not.toMatch(/Maria|Jonas|Weber|marlow/i);
  const ours = await watchOurScripts(page, connected.extensionId);
  await openRecord(page, daniel);
  await expect(panel.getByText(BLOCKED)).toBeVisible();
  expect(ours()).toBe(0);
  await connected.grant([PATTERN]);
  await page.bringToFront();
  await expectContact(panel, 'Daniel Okafor', seedIds.contacts.daniel);
  // Chromium gives what was allowed before without asking again.
  await panel.evaluate((pattern) => chrome.permissions.remove({ origins: [pattern] }), PATTERN);
  await expect(panel.getByText(BLOCKED)).toBeVisible();
  await panel.getByRole('button', { name: 'Allow' }).click();
  await expectContact(panel, 'Daniel Okafor', seedIds.contacts.daniel);
});

test('a redesign is said after three records, shows nobody, and is mended by teaching again', async ({ connected, openWithPanel }) => {
  test.setTimeout(120_000);
  const { page, panel } = await taughtSite(connected, openWithPanel);
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  await page.goto(ownCrmUrl(maria, 'next'));
  await expect.poll(() => failures(connected)).toBe(1);
  await expect(panel.getByText('This page does not say who it shows.')).toBeVisible();
  const everNamed = await watchHeadings(panel);
  await openRecord(page, daniel);
  await expect.poll(() => failures(connected)).toBe(2);
  await expect(panel.getByText('This page does not say who it shows.')).toBeVisible();
  await expect(panel.getByText('This page changed')).toHaveCount(0);
  await openRecord(page, aisha);
  await expect(panel.getByText('This page changed: Alongside no longer finds the name and the e-mail.')).toBeVisible();
  await expect(sectionsOf(panel).heading).toHaveText('My tasks');
  expect(await everNamed()).toEqual(['My tasks']);

  await panel.getByRole('button', { name: 'Teach it again' }).click();
  await pointAt(panel, 'Name', () => page.getByRole('heading', { name: 'Aisha Rahman' }).click());
  await pointAt(panel, 'E-mail', () => page.locator('hp-fact').getByText(aisha.email).click());
  await goOn(panel);
  await openRecord(page, jonas);
  await expect(panel.getByText('All of it changed.')).toBeVisible();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  await openRecord(page, daniel);
  await expectContact(panel, 'Daniel Okafor', seedIds.contacts.daniel);
  await expect(panel.getByText('This page changed')).toHaveCount(0);
});

test('a panel that is closed while somebody points takes its overlay along, and loses nothing', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await taughtSite(connected, openWithPanel);
  await expectContact(panel, 'Jonas Weber', seedIds.contacts.jonas);
  await panel.getByRole('textbox', { name: 'New note' }).fill('Met at the fair.');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await allowWriting(panel);
  await panel.getByRole('button', { name: 'More about this page' }).click();
  await panel.getByRole('button', { name: 'Teach it again' }).click();
  const overlay = await overlayOf(page);
  await panel.getByRole('button', { name: 'Point at it: E-mail' }).click();
  await expect.poll(overlay.label).toContain('point at it');
  await panel.close();
  await expect.poll(overlay.label).toBeUndefined();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page).toHaveURL(ownCrmUrl());
  await expect.poll(() => [...sandbox.state.notes.values()].filter(({ body }) => body.includes('Met at the fair.'))).toHaveLength(1);
  // What was taught before still holds.
  const again = await connected.openPanel(page);
  await openRecord(page, noel);
  await expect(again.getByText('Noel Marsh is not in HighLevel yet.')).toBeVisible();
});

/** Teaches the site as a person would who trusts the first guess: with Maria, then with Jonas, whose page stays open. */
async function taughtSite(browser: ExtensionBrowser, openWithPanel: (url: string) => Promise<{ page: Page; panel: Page }>) {
  await browser.grant([PATTERN]);
  const { page, panel } = await openWithPanel(ownCrmUrl(maria));
  await panel.getByRole('button', { name: 'Teach this page' }).click();
  await panel.getByRole('button', { name: 'Allow this site' }).click();
  await goOn(panel);
  await openRecord(page, jonas);
  await expect(panel.getByText('All of it changed.')).toBeVisible();
  await panel.getByRole('button', { name: 'Save' }).click();
  return { page, panel };
}

/** Presses "Point at it", and points. */
async function pointAt(panel: Page, field: string, point: () => Promise<void>): Promise<void> {
  await panel.getByRole('button', { name: `Point at it: ${field}` }).click();
  await expect(panel.getByText('Escape stops.')).toBeVisible();
  await point();
  await expect(panel.getByText('Escape stops.')).toHaveCount(0);
}

/** To the second record, once what was taught holds on the first. */
async function goOn(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Next' }).click();
  await expect(panel.getByText('This is still the first record.')).toBeVisible();
}

type Person = (typeof crmPeople)[keyof typeof crmPeople];

/** Goes from page to page as the app does, without loading anew. */
async function openRecord(page: Page, { id, firstName, lastName }: Person): Promise<void> {
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: `${firstName} ${lastName}` }).click();
  await expect(page).toHaveURL(new RegExp(`/${id}(?:\\?|$)`));
}

async function expectContact(panel: Page, name: string, contactId: string): Promise<void> {
  await expect(sectionsOf(panel).heading).toHaveText(name);
  await expect(panel.getByRole('link', { name: 'Open in HighLevel' }).first()).toHaveAttribute('href', new RegExp(`/${contactId}$`));
}

function ruleFile(change: object): string {
  const rule = {
    version: 1,
    origin: ORIGIN,
    label: 'Harbor People',
    path: '/app/people/:id',
    recordId: { from: 'path', at: 2 },
    fields: { email: [{ kind: 'label', text: 'Email' }] },
    taughtAt: 1,
  };
  return JSON.stringify({ ...rule, ...change });
}

/** Anything of these people. */
function personal(people: readonly Person[]): RegExp {
  const words = people.flatMap(({ firstName, lastName, email, phone, company, id }) => {
    const [, domain = ''] = email.split('@');
    return [firstName, lastName, domain, phone.slice(2), company, String(id)];
  });
  return new RegExp(words.join('|'), 'i');
}

async function origins(browser: ExtensionBrowser): Promise<readonly string[]> {
  const worker = await browser.background();
  return worker.evaluate(async () => ((await chrome.permissions.getAll()).origins ?? []).sort());
}

/** Records in a row that could not be read. */
async function failures(browser: ExtensionBrowser): Promise<unknown> {
  const worker = await browser.background();
  return worker.evaluate(async (origin) => {
    const { siteHealth } = await chrome.storage.local.get<{ siteHealth?: Record<string, { failures: number }> }>('siteHealth');
    return siteHealth?.[origin]?.failures;
  }, ORIGIN);
}

async function stored(browser: ExtensionBrowser): Promise<unknown> {
  const worker = await browser.background();
  return worker.evaluate(async () => [await chrome.storage.local.get(null), await chrome.permissions.getAll()]);
}

async function session(browser: ExtensionBrowser): Promise<string> {
  const worker = await browser.background();
  return JSON.stringify(await worker.evaluate(() => chrome.storage.session.get(null)));
}

/** Every text that was the panel's heading from now on. */
async function watchHeadings(panel: Page): Promise<() => Promise<readonly string[]>> {
  await panel.evaluate(() => {
    const seen = new Set<string>();
    const note = () => {
      for (const { innerText } of document.querySelectorAll('h1')) seen.add(innerText);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { headings: seen });
  });
  return () => panel.evaluate(() => [...(window as unknown as { headings: Set<string> }).headings]);
}
