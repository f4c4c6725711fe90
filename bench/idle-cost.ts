import type { CDPSession, Page } from '@playwright/test';
import type { Stage } from '../test/browser/stage.ts';
import { fill, LIST, MUTATIONS_PER_SECOND, mutate, NODES, openBusyPage, settle, WITH_EXTENSION } from './busy-page.ts';
import { extensionTime } from './profile.ts';
import { formatTable, round } from './table.ts';

const SECONDS = 5;

/** What the extension costs a busy page on which it has nothing to do, in milliseconds with a frame of it on the stack. */
interface IdleCost {
  /** A list of records: a page of the CRM that shows nobody. */
  readonly list: number;
  /** A record's page in a tab that is not in front. */
  readonly hidden: number;
}

export async function measureIdleCost({ browser }: Stage): Promise<IdleCost> {
  const page = await browser.context.newPage();
  const cdp = await page.context().newCDPSession(page);
  const own = `chrome-extension://${browser.extensionId}/`;
  const cost = () => profile(page, cdp, own);
  await page.goto(LIST);
  await fill(page);
  await settle(page);
  const list = await cost();
  await openBusyPage(page, WITH_EXTENSION);
  await settle(page);
  await hide(cdp, own);
  const hidden = await cost();
  await page.close();
  return { list, hidden };
}

export function printIdleCost({ list, hidden }: IdleCost): string {
  return formatTable(
    [`Nothing to do: page of ${NODES} nodes, ${MUTATIONS_PER_SECOND} mutations/s for ${SECONDS} s`, 'ms'],
    [
      ['extension on the stack, a list of records', list.toFixed(1)],
      ['extension on the stack, a contact in a hidden tab', hidden.toFixed(1)],
    ],
  );
}

async function profile(page: Page, cdp: CDPSession, own: string): Promise<number> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await cdp.send('Profiler.start');
  await mutate(page, SECONDS);
  const { profile: taken } = await cdp.send('Profiler.stop');
  await cdp.send('Profiler.disable');
  return round(extensionTime(taken, own), 1);
}

/**
 * Playwright keeps every page in front and lets nobody put it away, so the extension's own world on the page is told that
 * it is hidden: what the extension then does is its own.
 */
async function hide(cdp: CDPSession, own: string): Promise<void> {
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (own === `${context.origin}/`) worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('The extension is not on the page.');
  const expression = "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))";
  await cdp.send('Runtime.evaluate', { contextId, expression });
  await cdp.send('Runtime.disable');
}
