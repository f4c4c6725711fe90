import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { findBrowser } from '../../scripts/browsers.ts';
import { waitFor } from './wait-for.ts';

// Lets Playwright attach to the real side panel, which is neither a tab nor a window (undocumented: Playwright is pinned).
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

/** The build that ships, as `npm run build` leaves it. */
export const EXTENSION_DIR = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** The hosts that the local sandbox answers for; every other host does not resolve. */
const SANDBOX_HOSTS = [
  'services.leadconnectorhq.com',
  'marketplace.gohighlevel.com',
  'app.gohighlevel.com',
  '*.lightning.force.com',
  '*.my.salesforce.com',
  // A Salesforce under its customer's own address, and a CRM that somebody made at home.
  'crm.acme.example',
  'crm.example.com',
  'my.saleshandy.com',
  'app.salesmessage.com',
  '*.salesnexus.com',
  '*.salesnex.us',
  'example.com',
];

export interface LaunchOptions {
  readonly sandboxPort: number;
  /** Where `localhost:8787`, the broker's default address, leads. */
  readonly brokerPort?: number;
  readonly profile: string;
  readonly headless: boolean;
  /** The X screen for a browser that is not headless, when it is not this process's own. */
  readonly display?: string;
  readonly windowSize?: { readonly width: number; readonly height: number };
  readonly extensionDir?: string;
}

/** A real Chromium with the extension as it ships. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Opens the real side panel on the page's tab by the toolbar button. */
  openPanel(page: Page): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Lets the extension read pages under these match patterns as soon as it asks: nobody is there to answer the browser's question. */
  grant(patterns: readonly string[]): Promise<void>;
  /** Takes that away, as a person does in the browser's own settings. */
  revoke(patterns: readonly string[]): Promise<void>;
  /** Switches a CRM on in the options, as a person would. */
  switchOn(crm: string): Promise<void>;
  background(): Promise<Worker>;
  /** Kills the background as the browser does when it needs the memory. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

export async function launchExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const extensionDir = options.extensionDir ?? EXTENSION_DIR;
  const extensionId = extensionIdOf(extensionDir);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: findBrowser('chromium'),
    headless: options.headless,
    viewport: options.headless ? { width: 1280, height: 800 } : null,
    args: chromiumArguments(options, extensionDir),
    ...(options.display === undefined ? {} : { env: { ...process.env, DISPLAY: options.display } }),
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium did not start.');
  const root = await browser.newBrowserCDPSession();
  await untilInstalled(context);
  const handles = { context, root, extensionId };
  return {
    context,
    extensionId,
    openPanel: (page) => openPanel(handles, page),
    openOptions: () => openOptions(handles),
    grant: (patterns) => changeHosts(handles, 'addHostPermission', patterns),
    revoke: (patterns) => changeHosts(handles, 'removeHostPermission', patterns),
    switchOn: (crm) => switchOn(handles, crm),
    background: () => backgroundOf(context),
    stopBackground: () => stopBackground(root, extensionId),
    close: () => context.close(),
  };
}

function chromiumArguments({ sandboxPort, brokerPort, windowSize }: LaunchOptions, extensionDir: string): string[] {
  const rules = SANDBOX_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${sandboxPort}`);
  if (brokerPort !== undefined) rules.push(`MAP localhost:8787 127.0.0.1:${brokerPort}`);
  return [
    '--no-sandbox',
    '--test-type',
    '--lang=en-US',
    '--disable-background-networking',
    '--disable-component-update',
    '--ignore-certificate-errors',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    `--host-resolver-rules=${rules.join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ...(windowSize === undefined ? [] : [`--window-size=${windowSize.width},${windowSize.height}`, '--window-position=0,0']),
  ];
}

/** The extension's id, by Chromium's rule: the first 128 bits of the key's SHA-256, in the letters a–p. */
export function extensionIdOf(extensionDir = EXTENSION_DIR): string {
  const { key } = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8'));
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** A person takes longer to find the button than the background to hear of its clicks; a test does not. */
async function untilInstalled(context: BrowserContext): Promise<void> {
  const worker = await backgroundOf(context);
  await waitFor(() => worker.evaluate(() => chrome.action.onClicked.hasListeners()));
}

async function backgroundOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

interface Handles {
  readonly context: BrowserContext;
  readonly root: CDPSession;
  readonly extensionId: string;
}

async function openPanel({ context, root, extensionId }: Handles, page: Page): Promise<Page> {
  await page.bringToFront();
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === targetInfo.url);
  if (tab === undefined) throw new Error(`No tab shows ${targetInfo.url}.`);
  const before = new Set(context.pages());
  const isNewPanel = (candidate: Page) => !before.has(candidate) && candidate.url().includes(`${extensionId}/sidepanel.html`);
  // The command is newer than Playwright's list of CDP commands.
  await root.send('Extensions.triggerAction' as never, { id: extensionId, targetId: tab.targetId } as never);
  // Asked for, not waited for as an event: the page may be announced before its address is known.
  await waitFor(async () => context.pages().some(isNewPanel));
  const panel = context.pages().find(isNewPanel);
  if (panel === undefined) throw new Error('The side panel was closed at once.');
  return panel;
}

async function openOptions({ context, extensionId }: Handles): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}

/** What the page of the browser's own settings can do; no public API. */
type HostChange = 'addHostPermission' | 'removeHostPermission';

async function changeHosts({ context, extensionId }: Handles, change: HostChange, patterns: readonly string[]): Promise<void> {
  const page = await context.newPage();
  // Any address there may call it; that of the page itself takes longer to draw.
  await page.goto('chrome://extensions/strings.m.js');
  await page.evaluate(
    async ({ change: name, id, all }) => {
      type Change = (id: string, pattern: string, done: () => void) => void;
      const { developerPrivate } = chrome as unknown as { developerPrivate: Record<HostChange, Change> };
      for (const pattern of all) await new Promise<void>((done) => developerPrivate[name](id, pattern, done));
    },
    { change, id: extensionId, all: patterns },
  );
  await page.close();
}

/** Where each CRM is read, as its adapter says. */
const CRM_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  Salesforce: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  Saleshandy: ['https://my.saleshandy.com/*'],
  SalesNexus: ['https://*.salesnexus.com/*', 'https://*.salesnex.us/*'],
  Salesmsg: ['https://app.salesmessage.com/*'],
};

async function switchOn(handles: Handles, crm: string): Promise<void> {
  const granting = changeHosts(handles, 'addHostPermission', CRM_PATTERNS[crm] ?? []);
  const [options] = await Promise.all([openOptions(handles), granting]);
  const site = options.getByRole('switch', { name: crm });
  await site.click();
  await waitFor(() => site.isChecked());
  await options.close();
}

async function stopBackground(root: CDPSession, extensionId: string): Promise<void> {
  const { targetInfos } = await root.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (worker !== undefined) await root.send('Target.closeTarget', { targetId: worker.targetId });
}
