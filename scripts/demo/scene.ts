import type { Page } from '@playwright/test';
import { connectWithToken } from '../../test/browser/connect.ts';
import type { Stage } from '../../test/browser/stage.ts';
import { salesforceRecords, salesforceUrl } from '../../test/sandbox/crm/salesforce-records.ts';
import { report } from './report.ts';

/** A Salesforce contact and the real side panel beside it. */
export interface Scene {
  readonly page: Page;
  readonly panel: Page;
}

/** Connects, opens Maria Gomez in Salesforce, and the panel by the toolbar button. */
export async function openScene({ browser }: Stage): Promise<Scene> {
  const [page = await browser.context.newPage()] = browser.context.pages();
  await report('Connect by private integration token', async () => {
    const [location] = /Harbor Dental/.exec(await connectWithToken(browser)) ?? [];
    if (location === undefined) throw new Error('The options page does not name the location.');
    return `${location}, reading only`;
  });
  let panel: Page | undefined;
  await report('Open a Salesforce contact and the side panel', async () => {
    await page.goto(salesforceUrl(salesforceRecords.maria));
    panel = await browser.openPanel(page);
    return new URL(page.url()).pathname;
  });
  if (panel === undefined) throw new Error('No side panel opened.');
  return { page, panel };
}
