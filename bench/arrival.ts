import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../test/browser/launch.ts';
import type { Stage } from '../test/browser/stage.ts';
import { salesforceRecords, salesforceUrl } from '../test/sandbox/crm/salesforce-records.ts';
import { mutate, openBusyPage, settle, WITH_EXTENSION } from './busy-page.ts';
import { extensionTime } from './profile.ts';
import { formatTable, median, round } from './table.ts';

const CASES = [
  { page: 'quiet', isBusy: false, query: '' },
  { page: 'busy', isBusy: true, query: '' },
  { page: 'busy, native shadow roots', isBusy: true, query: '?shadow=native' },
] as const;
const NEXT = salesforceRecords.daniel;

/** From the next record drawn, after the address changed, to its report. Medians of the rounds. */
interface Arrival {
  readonly page: string;
  /** Milliseconds with a script of the extension on the page's stack. */
  readonly script: number;
  /** Milliseconds on the clock, in which it mostly waits for the page to settle. */
  readonly wall: number;
}

export async function measureArrivals({ browser }: Stage, rounds: number): Promise<readonly Arrival[]> {
  const page = await browser.context.newPage();
  const arrivals: Arrival[] = [];
  for (const { page: name, isBusy, query } of CASES) {
    const samples: { script: number; wall: number }[] = [];
    for (let at = 0; at < rounds; at++) samples.push(await arrive(browser, page, isBusy, query));
    const middle = (key: 'script' | 'wall') => median(samples.map((sample) => sample[key]));
    arrivals.push({ page: name, script: round(middle('script'), 1), wall: round(middle('wall')) });
  }
  await page.close();
  return arrivals;
}

export function printArrivals(arrivals: readonly Arrival[]): string {
  return formatTable(
    ['After a move, from the record in the DOM to its report', 'ms of script', 'ms on the clock'],
    arrivals.map(({ page, script, wall }) => [page, script.toFixed(1), wall]),
  );
}

async function arrive(browser: ExtensionBrowser, page: Page, isBusy: boolean, query: string): Promise<{ script: number; wall: number }> {
  if (isBusy) await openBusyPage(page, WITH_EXTENSION + query);
  else await page.goto(WITH_EXTENSION + query);
  await settle(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  // Runs on until the next page is opened.
  if (isBusy) void mutate(page, 30).catch(() => undefined);
  const reported = nextReport(browser);
  await cdp.send('Profiler.start');
  const drawnAt = await moveTo(page, salesforceUrl(NEXT) + query);
  const reportedAt = await reported;
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();
  const script = extensionTime(profile, `chrome-extension://${browser.extensionId}/`, markDrawn.name);
  return { script, wall: reportedAt - drawnAt };
}

/** When the next record is reported, by the sender's clock: epoch milliseconds. */
async function nextReport({ background }: ExtensionBrowser): Promise<number> {
  const worker = await background();
  return worker.evaluate(
    (recordId) =>
      new Promise<number>((resolve) => {
        chrome.runtime.onMessage.addListener(function hear({ data, timestamp }) {
          if (data?.detection?.contact?.recordId !== recordId) return;
          chrome.runtime.onMessage.removeListener(hear);
          resolve(timestamp);
        });
      }),
    NEXT.id,
  );
}

/** Moves as the org's own links do; answers when the next record was drawn, in epoch milliseconds. */
async function moveTo(page: Page, url: string): Promise<number> {
  await page.evaluate(`globalThis.${markDrawn.name} = ${markDrawn}`);
  return page.evaluate(
    ([href, name]) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.title.startsWith(name)) return;
          observer.disconnect();
          const drawnAt = Date.now();
          (globalThis as unknown as { markDrawn(): void }).markDrawn(); // put there above
          resolve(drawnAt);
        });
        observer.observe(document, { subtree: true, childList: true });
        history.pushState(null, '', href);
        dispatchEvent(new PopStateEvent('popstate'));
      }),
    [url, NEXT.name] as const,
  );
}

/** Runs in the page, long enough to be found in its profile. */
function markDrawn(): void {
  const until = performance.now() + 8;
  while (performance.now() < until);
}
