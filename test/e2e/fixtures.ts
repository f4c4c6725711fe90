import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { connectWithToken } from '../browser/connect.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/launch.ts';
import { ownCrmSite } from '../sandbox/crm/own-crm.ts';
import { salesforceSite } from '../sandbox/crm/salesforce.ts';
import { saleshandySite } from '../sandbox/crm/saleshandy.ts';
import { salesmsgSite } from '../sandbox/crm/salesmsg.ts';
import { salesnexusSite } from '../sandbox/crm/salesnexus.ts';
import type { LoggedRequest } from '../sandbox/request-log.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { seedIds, seedTokens } from '../sandbox/seed/ids.ts';
import { highLevelApp } from './broker.ts';

export { connectWithToken, expect, seedIds, seedTokens };

const crmSites = [salesforceSite, saleshandySite, salesmsgSite, salesnexusSite, ownCrmSite];

interface WorkerParts {
  readonly startedSandbox: Sandbox;
}

interface TestParts {
  /** The local HighLevel and the CRM pages, fresh as seeded. */
  readonly sandbox: Sandbox;
  /** Where Chromium keeps everything of this test. */
  readonly profile: string;
  /** Starts Chromium with the extension; once closed, it can be started again with all it had. */
  readonly startBrowser: () => Promise<ExtensionBrowser>;
  /** A fresh Chromium with the extension; nothing is connected. */
  readonly alongside: ExtensionBrowser;
  /** The same, connected to Harbor Dental by token, and switched on for Salesforce. */
  readonly connected: ExtensionBrowser;
  /** Opens a page in a new tab, and the real side panel beside it. */
  readonly openWithPanel: (url: string) => Promise<{ page: Page; panel: Page }>;
}

/** Where the broker of a test listens; tests that need one pass their own. */
export const test = base.extend<TestParts & { brokerPort: number | undefined }, WorkerParts>({
  brokerPort: [undefined, { option: true }],
  startedSandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
    async ({}, use) => {
      const sandbox = await createSandbox({ sites: crmSites, apps: [highLevelApp] });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ startedSandbox }, use) => {
    startedSandbox.reset();
    await use(startedSandbox);
    // What any test makes the extension send is held against HighLevel's own description of its API.
    expect(startedSandbox.violations()).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
  profile: async ({}, use) => {
    const profile = mkdtempSync(path.join(tmpdir(), 'alongside-e2e-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
  startBrowser: async ({ sandbox, brokerPort, profile }, use) => {
    const started: ExtensionBrowser[] = [];
    const headless = process.env.HEADED === undefined;
    await use(async () => {
      const broker = brokerPort === undefined ? {} : { brokerPort };
      const browser = await launchExtension({ sandboxPort: sandbox.port, profile, headless, ...broker });
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.close();
  },
  alongside: async ({ startBrowser }, use) => {
    await use(await startBrowser());
  },
  connected: async ({ alongside }, use) => {
    await connectWithToken(alongside);
    await alongside.switchOn('Salesforce');
    await use(alongside);
  },
  openWithPanel: async ({ alongside }, use) => {
    await use(async (url) => {
      const page = await alongside.context.newPage();
      await page.goto(url);
      const panel = await alongside.openPanel(page);
      // A panel's usual size; else it takes over that of the context's pages.
      await panel.setViewportSize({ width: 360, height: 700 });
      return { page, panel };
    });
  },
});

/** Sets "Seconds to undo" in the options, as a person would. */
export async function holdWritesFor(browser: ExtensionBrowser, seconds: number): Promise<void> {
  const options = await browser.openOptions();
  await options.getByLabel('Seconds to undo', { exact: true }).fill(String(seconds));
  await expect(options.getByText('Saved.')).toBeVisible();
  await options.close();
}

/** The sections of the panel. */
export function sectionsOf(panel: Page) {
  const region = (name: string) => panel.getByRole('region', { name, exact: true });
  return {
    heading: panel.getByRole('heading', { level: 1 }),
    tags: region('Tags'),
    tasks: region('Tasks'),
    appointments: region('Appointments'),
    notes: region('Notes'),
    business: region('Business'),
    task: (title: string) => panel.getByRole('checkbox', { name: title }),
  };
}

/** Every request that asks for a change, whatever came of it. */
export function writesIn(sandbox: Sandbox): readonly LoggedRequest[] {
  return sandbox.log.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'));
}

/** Presses "Allow writing" when the first write asks for it. */
export async function allowWriting(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Allow writing' }).click();
}
