/**
 * The product at work: `npm run demo`. Builds the extension, starts the local HighLevel with a Salesforce org, and opens
 * Chromium with the extension connected and the panel open. Without a display it does the job once and says how it went.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { setStage } from '../test/browser/stage.ts';
import { findBrowser } from './browsers.ts';
import { buildExtension } from './demo/build.ts';
import { handOver } from './demo/hands-on.ts';
import { type Album, createAlbum } from './demo/pictures.ts';
import { reasonOf, report } from './demo/report.ts';
import { openScene } from './demo/scene.ts';
import { tour } from './demo/tour.ts';

const HELP = `Usage: npm run demo [-- --headless]

  --headless  do the job once without a window, and save pictures to .output/demo
              (the default where there is no display)
  --help      this text`;

const PICTURES = path.resolve(import.meta.dirname, '../.output/demo');
const OPTIONS = { headless: { type: 'boolean' }, help: { type: 'boolean' } } as const;

async function main(args: readonly string[]): Promise<number> {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind !== 'option' || !Object.hasOwn(OPTIONS, token.name) || token.value !== undefined);
  if (unknown !== undefined) {
    console.error(`The demo has no option ${args[unknown.index]}: it takes --headless and --help.`);
    return 2;
  }
  const given = new Set(tokens.map((token) => (token.kind === 'option' ? token.name : '')));
  if (given.has('help')) console.log(HELP);
  else return play(given.has('headless') || !hasDisplay());
  return 0;
}

function hasDisplay(): boolean {
  const { platform, env } = process;
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

async function play(headless: boolean): Promise<number> {
  const album = createAlbum(PICTURES);
  const started = performance.now();
  try {
    await report('Find a browser', async () => findBrowser('chromium'));
    await report('Build the extension', async () => {
      await buildExtension();
      return `.output/chrome-mv3, ${((performance.now() - started) / 1000).toFixed(1)} s`;
    });
    await perform(headless, album);
  } catch (error) {
    console.error(`✗ ${reasonOf(error)}`);
    return 1;
  }
  if (headless) console.log(`Everything worked, in ${((performance.now() - started) / 1000).toFixed(0)} s. Pictures: ${album.folder}/`);
  return 0;
}

async function perform(headless: boolean, album: Album): Promise<void> {
  const stage = await setStage({ headless, windowSize: { width: 1280, height: 860 } }).catch((error: unknown) => {
    const hint = headless ? '' : ' on this display (try npm run demo -- --headless)';
    throw new Error(`Chromium did not start${hint}: ${reasonOf(error)}`, { cause: error });
  });
  try {
    await withPicture(album, stage.browser.context, async () => {
      const scene = await openScene(stage);
      await (headless ? tour(stage, scene, album) : handOver(stage.browser.context));
    });
  } finally {
    await stage.close();
  }
}

/** What was on the screen when it went wrong says more than the error. */
async function withPicture(album: Album, context: BrowserContext, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const file = await album.takeTogether(context, context.pages(), 'failed').catch(() => undefined);
    throw new Error(file === undefined ? reasonOf(error) : `${reasonOf(error)}. Picture: ${file}`, { cause: error });
  }
}

process.exitCode = await main(process.argv.slice(2));
