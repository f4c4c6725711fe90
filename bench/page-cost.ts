import type { CDPSession, Page } from '@playwright/test';
import type { Stage } from '../test/browser/stage.ts';
import { MUTATIONS_PER_SECOND, mutate, NODES, openBusyPage, settle, WITH_EXTENSION, WITHOUT_EXTENSION } from './busy-page.ts';
import { extensionTime } from './profile.ts';
import { formatTable, median, round } from './table.ts';

const SECONDS = 5;

/** What the extension costs a busy page, in milliseconds of its main thread over the time of the mutations. */
interface PageCost {
  readonly seconds: number;
  /** With a frame of the extension on the stack, by CPU profile: while the page loads and fills, and while it mutates. */
  readonly profiled: { readonly loading: number; readonly mutating: number };
  /** All tasks of the main thread while mutating: medians of the pairs, and of the differences within a pair. */
  readonly tasks: { readonly pairs: number; readonly without: number; readonly with: number; readonly difference: number };
  /** Half of the range in which the middle half of the differences lies: below it a difference says nothing. */
  readonly noise: number;
}

export async function measurePageCost({ browser }: Stage, { pairs, profiles }: { pairs: number; profiles: number }): Promise<PageCost> {
  const page = await browser.context.newPage();
  const cdp = await page.context().newCDPSession(page);
  const runs: { loading: number; mutating: number }[] = [];
  for (let at = 0; at < profiles; at++) runs.push(await profile(page, cdp, browser.extensionId));
  const differences: { without: number; with: number }[] = [];
  for (let at = 0; at < pairs; at++) differences.push(await comparePair(page, cdp, at % 2 === 0));
  await page.close();
  return {
    seconds: SECONDS,
    profiled: { loading: round(median(runs.map((run) => run.loading)), 1), mutating: round(median(runs.map((run) => run.mutating)), 1) },
    ...summary(differences),
  };
}

export function printPageCost({ seconds, profiled, tasks, noise }: PageCost): string {
  const share = (ms: number) => `${((ms / (seconds * 1000)) * 100).toFixed(2)} %`;
  return formatTable(
    [`Page of ${NODES} nodes, ${MUTATIONS_PER_SECOND} mutations/s for ${seconds} s`, 'ms', 'of the time'],
    [
      ['extension on the stack, loading and filling', profiled.loading, ''],
      ['extension on the stack, mutating', profiled.mutating, share(profiled.mutating)],
      [`main thread without the extension (${tasks.pairs} pairs)`, tasks.without, share(tasks.without)],
      ['main thread with it', tasks.with, share(tasks.with)],
      [`difference within a pair (noise ± ${noise})`, tasks.difference, share(tasks.difference)],
    ],
  );
}

async function profile(page: Page, cdp: CDPSession, extensionId: string): Promise<{ loading: number; mutating: number }> {
  const own = `chrome-extension://${extensionId}/`;
  await page.goto(new URL('/lightning/page/home', WITH_EXTENSION).href);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  const during = async (act: () => Promise<void>) => {
    await cdp.send('Profiler.start');
    await act();
    const { profile: taken } = await cdp.send('Profiler.stop');
    return extensionTime(taken, own);
  };
  const loading = await during(async () => {
    await openBusyPage(page, WITH_EXTENSION);
    await settle(page);
  });
  const mutating = await during(() => mutate(page, SECONDS));
  await cdp.send('Profiler.disable');
  return { loading, mutating };
}

async function comparePair(page: Page, cdp: CDPSession, withFirst: boolean): Promise<{ without: number; with: number }> {
  const first = await taskTime(page, cdp, withFirst ? WITH_EXTENSION : WITHOUT_EXTENSION);
  const second = await taskTime(page, cdp, withFirst ? WITHOUT_EXTENSION : WITH_EXTENSION);
  return withFirst ? { with: first, without: second } : { with: second, without: first };
}

/** Milliseconds of all tasks of the page's main thread during the mutations. */
async function taskTime(page: Page, cdp: CDPSession, url: string): Promise<number> {
  await openBusyPage(page, url);
  await settle(page);
  await cdp.send('Performance.enable');
  const before = await taskDuration(cdp);
  await mutate(page, SECONDS);
  const spent = (await taskDuration(cdp)) - before;
  await cdp.send('Performance.disable');
  return spent * 1000;
}

async function taskDuration(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

function summary(pairs: readonly { readonly without: number; readonly with: number }[]): Pick<PageCost, 'tasks' | 'noise'> {
  const differences = pairs.map((pair) => pair.with - pair.without).toSorted((a, b) => a - b);
  const quarter = (part: number) => differences[Math.round((differences.length - 1) * part)] ?? Number.NaN;
  return {
    tasks: {
      pairs: pairs.length,
      without: round(median(pairs.map((pair) => pair.without)), 1),
      with: round(median(pairs.map((pair) => pair.with)), 1),
      difference: round(median(differences), 1),
    },
    noise: round((quarter(0.75) - quarter(0.25)) / 2, 1),
  };
}
