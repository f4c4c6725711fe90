import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople } from '../sandbox/crm/people.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { watchOurScripts } from './content-world.ts';
import { connectWithToken, expect, sectionsOf, test } from './fixtures.ts';

const { maria, daniel } = salesforceRecords;
const HIGHLEVEL = 'https://services.leadconnectorhq.com/*';
const SALESFORCE = ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'];
const OFF = 'Alongside is not switched on for Salesforce.';
const BLOCKED = 'The browser no longer allows Alongside to read Salesforce.';

test('before a CRM is switched on nothing of ours is on its pages', async ({ alongside, openWithPanel, sandbox }) => {
  await connectWithToken(alongside);
  const page = await alongside.context.newPage();
  const ours = await watchOurScripts(page, alongside.extensionId);
  await page.goto(salesforceUrl(maria));
  await expect(page.getByRole('link', { name: 'maria@bayside.test' }).first()).toBeVisible();
  const { panel } = await openWithPanel(salesforceUrl(daniel));
  await expect(panel.getByText(OFF)).toBeVisible();
  expect(ours()).toBe(0);
  expect(await browserKnows(alongside)).toEqual({ origins: [HIGHLEVEL], scripts: [], reports: 0 });
  expect(sandbox.log.filter(({ path }) => path.startsWith('/contacts/search'))).toEqual([]);
});

test('a page that is open already is read once its site is switched on, without a reload', async ({ alongside, openWithPanel }) => {
  await connectWithToken(alongside);
  await alongside.grant(SALESFORCE);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const ours = await watchOurScripts(page, alongside.extensionId);
  const sentences = await watchSentences(panel);
  await panel.getByRole('button', { name: 'Switch on Salesforce' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  expect(ours()).toBe(1);
  expect(await sentences()).not.toContain('Alongside has not read this page yet.');
  expect((await browserKnows(alongside)).scripts).toEqual([{ id: 'salesforce', matches: SALESFORCE }]);
  // Pages to come are read as well.
  await page.goto(salesforceUrl(daniel));
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
});

test('a pause in the panel ends the reading at once, and its end begins it again', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  const site = panel.getByRole('switch', { name: 'Read this site: Salesforce' });
  await site.click();
  await expect(panel.getByText('Alongside is paused on Salesforce.')).toBeVisible();
  await expect.poll(async () => (await browserKnows(connected)).reports).toBe(0);
  const ours = await watchOurScripts(page, connected.extensionId);
  await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
  await expect(page).toHaveURL(new RegExp(daniel.id.slice(0, 15)));
  await page.reload();
  await expect(page.getByRole('link', { name: 'daniel@bayside.test' }).first()).toBeVisible();
  expect(ours()).toBe(0);
  // The permission stays, the reading does not.
  expect(await browserKnows(connected)).toMatchObject({ scripts: [], reports: 0, origins: expect.arrayContaining(SALESFORCE) });
  await panel.getByRole('button', { name: 'Go on reading' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await expect(site).toBeChecked();
  // The same watch sees the script where it belongs.
  expect(ours()).toBe(1);
});

test('a permission that is taken away in the browser is said, and asked for again', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  await connected.revoke(SALESFORCE);
  await page.bringToFront();
  await expect(panel.getByText(BLOCKED)).toBeVisible();
  await expect(panel.getByText('Maria Gomez')).toHaveCount(0);
  expect(await kept(connected)).not.toContain('maria@');
  expect(await browserKnows(connected)).toMatchObject({ origins: [HIGHLEVEL], scripts: [] });
  const options = await connected.openOptions();
  await expect(options.getByText(BLOCKED)).toBeVisible();
  await options.close();
  await connected.grant(SALESFORCE);
  await page.bringToFront();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
});

test('“Allow” in the panel brings a site back whose permission was given back', async ({ connected: _connected, openWithPanel }) => {
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  // Chromium gives what was allowed before without asking again.
  await panel.evaluate((origins) => chrome.permissions.remove({ origins }), SALESFORCE);
  await expect(panel.getByText(BLOCKED)).toBeVisible();
  await panel.getByRole('button', { name: 'Allow' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
});

test("a Salesforce under its customer's own address is read once that is added, and no longer when it is removed", async ({
  connected,
  openWithPanel,
}) => {
  const own = salesforceUrl(maria).replace('harbor.lightning.force.com', 'crm.acme.example');
  await connected.grant(['https://crm.acme.example/*']);
  const { page, panel } = await openWithPanel(own);
  await expect(panel.getByText('Alongside does not read crm.acme.example.')).toBeVisible();
  await panel.getByRole('button', { name: 'Read it as Salesforce' }).click();
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  const options = await connected.openOptions();
  await options.getByRole('button', { name: /^Remove.*crm\.acme\.example/ }).click();
  await page.bringToFront();
  await expect(panel.getByText('Alongside does not read crm.acme.example.')).toBeVisible();
  expect((await browserKnows(connected)).origins).not.toContain('https://crm.acme.example/*');
});

test('a site is still on after the browser was closed', async ({ startBrowser }) => {
  const first = await startBrowser();
  await connectWithToken(first);
  await first.switchOn('Salesforce');
  await first.close();
  const second = await startBrowser();
  const page = await second.context.newPage();
  await page.goto(salesforceUrl(maria));
  const panel = await second.openPanel(page);
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
});

test('a page that is open is looked at by the new rule as soon as its site was taught anew', async ({ connected, openWithPanel }) => {
  const pattern = 'https://crm.example.com/*';
  await connected.grant([pattern]);
  const worker = await connected.background();
  // The browser allows it once the extension has asked for it, which needs a click: the options page's stands for the panel's.
  const options = await connected.openOptions();
  await options.evaluate((origin) => {
    document.addEventListener('click', () => void chrome.permissions.request({ origins: [origin] }), { once: true });
  }, pattern);
  await options.getByRole('heading', { level: 1 }).click();
  await expect.poll(async () => (await browserKnows(connected)).origins).toContain(pattern);
  const teach = (path: string) =>
    worker.evaluate((recordPath) => {
      const fields = { email: [{ kind: 'label', text: 'Email' }] };
      const place = { path: recordPath, recordId: { from: 'path', at: 2 } };
      const rule = { version: 1, origin: 'https://crm.example.com', label: 'Harbor People', ...place, fields, taughtAt: 1 };
      return chrome.storage.local.set({ taughtSites: [{ rule, isPaused: false }] });
    }, path);
  await teach('/elsewhere/people/:id');
  const { page, panel } = await openWithPanel(ownCrmUrl(crmPeople.maria));
  await expect(panel.getByText('No contact on this page.')).toBeVisible();
  const ours = await watchOurScripts(page, connected.extensionId);
  await teach('/app/people/:id');
  // By the first rule this was no record's page.
  await expect(panel.getByText('No contact on this page.')).toHaveCount(0);
  expect(await kept(connected)).not.toContain('"status":"none"');
  expect(ours()).toBe(1);
});

test('whoever a document showed is gone with it, though the same address answers with another record', async ({
  connected,
  openWithPanel,
}) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  // A page that goes on, whatever it does with its own address or loads in a frame, is not asked to say it again.
  await page.evaluate(async () => {
    history.replaceState({}, '', location.href);
    const frame = document.createElement('iframe');
    const drawn = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.srcdoc = '<p>hello</p>';
    document.body.append(frame);
    await drawn;
  });
  await expect.poll(() => kept(connected)).toContain('maria@');
  // The same address again, with a document that is never drawn to its end: our script does not even begin there.
  await page.route('**/never.js', () => undefined);
  await page.route(salesforceUrl(maria), (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Search</title><script src="/never.js"></script>' }),
  );
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(() => kept(connected)).not.toContain('maria@');
  await expect(panel.getByText('Maria Gomez')).toHaveCount(0);
});

test('a page of a site that nobody switched on can be saved as a sample, by the button alone', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(ownCrmUrl(crmPeople.maria));
  await expect(panel.getByText('Alongside does not read crm.example.com.')).toBeVisible();
  const saving = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save a page sample' }).click();
  const saved = await saving;
  const html = await readFile(await saved.path(), 'utf8');
  await expect(panel.getByText(`Saved as ${saved.suggestedFilename()}.`)).toBeVisible();
  expect(html).toContain('<template shadowrootmode="open">');
  expect(html).not.toMatch(/Maria|Gomez|bayside/i);
  expect((await browserKnows(connected)).origins).not.toContain('https://crm.example.com/*');
  await page.reload();
  await expect(panel.getByText('Alongside does not read crm.example.com.')).toBeVisible();
});

/** What the browser allows, what it puts into pages, and how many pages the background holds a report of. */
async function browserKnows(browser: ExtensionBrowser) {
  const worker = await browser.background();
  return worker.evaluate(async () => {
    const { origins = [] } = await chrome.permissions.getAll();
    const scripts = (await chrome.scripting.getRegisteredContentScripts()).map(({ id, matches }) => ({ id, matches }));
    const reports = Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('tab:')).length;
    return { origins: origins.sort(), scripts, reports };
  });
}

async function kept(browser: ExtensionBrowser): Promise<string> {
  const worker = await browser.background();
  return JSON.stringify(await worker.evaluate(() => chrome.storage.session.get(null)));
}

/** Notes every text the panel paints from now on. */
async function watchSentences(panel: Page): Promise<() => Promise<string>> {
  await panel.evaluate(() => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { sentences: seen });
  });
  return () => panel.evaluate(() => (window as unknown as { sentences: string[] }).sentences.join('\n'));
}
