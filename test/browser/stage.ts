import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { salesforceSite } from '../sandbox/crm/salesforce.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Site } from '../sandbox/site.ts';
import { type ExtensionBrowser, launchExtension } from './launch.ts';

interface StageOptions {
  readonly headless: boolean;
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Served beside the API and the Salesforce org. */
  readonly sites?: readonly Site[];
}

/** The local HighLevel, its Salesforce org, and a Chromium with the extension in a profile of its own. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly browser: ExtensionBrowser;
  /** Ends the browser and the servers, and deletes the profile. */
  close(): Promise<void>;
}

/** Sets up everything that demo and bench play on: Salesforce is switched on, nothing is connected yet. */
export async function setStage({ sites = [], ...options }: StageOptions): Promise<Stage> {
  const sandbox = await createSandbox({ sites: [salesforceSite, ...sites] });
  const profile = mkdtempSync(path.join(tmpdir(), 'alongside-'));
  const deleteProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  // Ctrl+C ends this process without coming by here again.
  process.once('exit', deleteProfile);
  const browser = await launchExtension({ sandboxPort: sandbox.port, profile, ...options }).catch(async (error: unknown) => {
    await sandbox.stop();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await sandbox.stop();
    process.off('exit', deleteProfile);
    deleteProfile();
  };
  await browser.switchOn('Salesforce').catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { sandbox, browser, close };
}
