import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browsers.ts';
import { renderedSalesforceSite, type Shadow } from '../sandbox/crm/salesforce-rendered.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { lightningBundle } from './build.ts';
import { snapshot } from './snapshot.ts';
import { type State, states } from './states.ts';

export interface RenderedFixture {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly text: string;
}

const HOST = 'https://harbor.lightning.force.com';

/** Renders every state in both kinds of shadow, in a real Chromium, as the texts of fixture files. */
export async function renderFixtures(): Promise<readonly RenderedFixture[]> {
  await lightningBundle();
  const sandbox = await createSandbox({ sites: [renderedSalesforceSite] });
  const resolve = `--host-resolver-rules=MAP *.lightning.force.com:443 127.0.0.1:${sandbox.port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`;
  const args = ['--no-sandbox', '--lang=en-US', '--ignore-certificate-errors', resolve];
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
    const rendered: RenderedFixture[] = [];
    for (const state of states) for (const shadow of ['synthetic', 'native'] as const) rendered.push(await render(context, state, shadow));
    return rendered;
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

async function render(context: BrowserContext, state: State, shadow: Shadow): Promise<RenderedFixture> {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(15_000);
    await state.reach(page, shadow);
    const html = await snapshot(page);
    return {
      file: `salesforce--rendered-${state.name}${shadow === 'native' ? '-native' : ''}.html`,
      text: `${headOf(state, shadow)}\n${html}`,
    };
  } catch (error) {
    throw new Error(`${state.name} could not be rendered in ${shadow} shadow`, { cause: error });
  } finally {
    await page.close();
  }
}

/** The comment that says what the page is and what must be detected on it. */
function headOf({ path, workspace, expect }: State, shadow: Shadow): string {
  const query = workspace === undefined ? '' : `?ws=${encodeURIComponent(workspace)}`;
  const source =
    `rendered by lightning-base-components 1.28.15-alpha and lwc 9.4.3 (${shadow} shadow); the shells around them are ` +
    'reconstructed from published test selectors and recorded element paths of Lightning Experience (2020 to 2026)';
  return `<!-- ${JSON.stringify({ url: `${HOST}${path}${query}`, expect: { salesforce: expect }, source })} -->`;
}
