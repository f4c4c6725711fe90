import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { roundTrips } from '../browser/round-trips.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { LoggedRequest } from '../sandbox/request-log.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { watchOurScripts } from './content-world.ts';
import { connectWithToken, expect, sectionsOf, seedIds, test } from './fixtures.ts';

const { maria, daniel } = salesforceRecords;
const MOST_CALLS = 8;
/** Milliseconds: long against everything else, so that what waits for an answer is seen to wait. */
const LATENCY = 300;

/** Tasks, notes, appointments and the business stand in the panel. */
async function painted(panel: Page): Promise<void> {
  const { task, notes, appointments, business } = sectionsOf(panel);
  await expect(task('Book the quarterly lunch')).toBeVisible();
  await expect(notes.getByText('How we work together')).toBeVisible();
  await expect(appointments.getByText('Case review')).toBeVisible();
  await expect(business.getByText('+14155550140')).toBeVisible();
}

/** Everything has been answered, and what the last answers led to as well. */
async function settled(sandbox: Sandbox, panel: Page): Promise<void> {
  await expect(sectionsOf(panel).business.getByRole('link', { name: 'Sofia Moretti' })).toBeVisible();
  await expect(sectionsOf(panel).notes.getByText('Priya Shah').first()).toBeVisible();
  await expect.poll(() => sandbox.log.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
}

/** The requests that were made before the last of the four main sections had its answer. */
function untilPainted(requests: readonly LoggedRequest[]): readonly LoggedRequest[] {
  const needed = requests.filter(({ path }) => /\/(tasks|notes|appointments)$|^\/businesses\//.test(path));
  expect(needed).toHaveLength(4);
  const last = Math.max(...needed.map(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt));
  return requests.filter(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt <= last);
}

function repeated(requests: readonly LoggedRequest[]): string[] {
  const names = requests.map(({ method, path, query }) => `${method} ${path}${query}`);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

test('an unknown contact is painted after two round trips, with nothing asked twice', async ({
  connected: _connected,
  openWithPanel,
  sandbox,
}) => {
  sandbox.setLatency(LATENCY);
  const before = sandbox.log.length;
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await painted(panel);
  await settled(sandbox, panel);
  const requests = sandbox.log.slice(before);
  expect(roundTrips(untilPainted(requests))).toBeLessThanOrEqual(2);
  expect(repeated(requests)).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(MOST_CALLS);
});

test('a remembered contact is painted after one round trip', async ({ startBrowser, sandbox }) => {
  const first = await startBrowser();
  await connectWithToken(first);
  await first.switchOn('Salesforce');
  await painted(await openMaria(first));
  await first.close();

  sandbox.setLatency(LATENCY);
  const second = await startBrowser();
  await forgetReads(second);
  const before = sandbox.log.length;
  const panel = await openMaria(second);
  await painted(panel);
  await settled(sandbox, panel);
  const requests = sandbox.log.slice(before);
  expect(requests.filter(({ path }) => path.startsWith('/contacts/search'))).toEqual([]);
  expect(roundTrips(untilPainted(requests))).toBe(1);
  expect(repeated(requests)).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(MOST_CALLS);
});

test('a contact that was just shown is painted again without a call', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await painted(panel);
  await settled(sandbox, panel);
  await page.goto(salesforceUrl(daniel));
  await expect(sectionsOf(panel).task('Ask for the X-rays')).toBeVisible();
  await expect(sectionsOf(panel).business.getByRole('link', { name: 'Maria Gomez' })).toBeVisible();
  const before = sandbox.log.length;
  await page.goto(salesforceUrl(maria));
  await painted(panel);
  expect(sandbox.log.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('the business that two contacts share is asked for once', async ({ connected: _connected, openWithPanel, sandbox }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await painted(panel);
  await page.goto(salesforceUrl(daniel));
  await expect(sectionsOf(panel).business.getByRole('link', { name: 'Maria Gomez' })).toBeVisible();
  expect(sandbox.log.filter(({ path }) => path === `/businesses/${seedIds.businesses.bayside}`)).toHaveLength(1);
});

test('nothing of ours runs on the pages of other sites, and nothing is asked for them', async ({ connected, sandbox }) => {
  const before = sandbox.log.length;
  const page = await connected.context.newPage();
  const ours = await watchOurScripts(page, connected.extensionId);
  await page.goto('https://example.com/');
  await page.goto('https://example.com/lightning/r/Contact/003Hr00002QwErTIAV/view');
  expect(ours()).toBe(0);
  // The same watch sees the content script where it belongs.
  await page.goto(salesforceUrl(maria));
  await expect.poll(ours).toBeGreaterThan(0);
  // Without a panel nobody has asked who this is.
  expect(sandbox.log.slice(before)).toEqual([]);
});

async function openMaria(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(salesforceUrl(maria));
  return browser.openPanel(page);
}

/** Empties what the panel remembers of its reads, as if they had become too old; links and connection stay. */
async function forgetReads(browser: ExtensionBrowser): Promise<void> {
  const options = await browser.openOptions();
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('alongside-reads');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('Somebody reads it.'));
      }),
  );
  await options.close();
}
