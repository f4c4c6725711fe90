import type { Page } from '@playwright/test';
import type { Stage } from '../test/browser/stage.ts';
import { openBusyPage, WITHOUT_EXTENSION } from './busy-page.ts';
import { formatTable, median, round } from './table.ts';

/** What one look at a page costs. */
interface Detection {
  readonly page: string;
  readonly nodes: number;
  readonly shadowRoots: number;
  /** What it says of the page; anything but `contact` would be no measure. */
  readonly status: string;
  /** Median of the looks. */
  readonly ms: number;
}

/** Runs the Salesforce adapter's own code by itself, where no extension is. */
export async function measureDetection({ browser }: Stage, looks: number): Promise<readonly Detection[]> {
  const page = await browser.context.newPage();
  await page.goto(WITHOUT_EXTENSION);
  const plain = await detect(page, 'a contact', looks);
  await openBusyPage(page, WITHOUT_EXTENSION);
  const busy = await detect(page, 'with a long related list', looks);
  await openBusyPage(page, `${WITHOUT_EXTENSION}?shadow=native`);
  const native = await detect(page, 'the same with native shadow roots', looks);
  await page.close();
  return [plain, busy, native];
}

export function printDetection(detections: readonly Detection[]): string {
  return formatTable(
    ['One detection', 'nodes', 'shadow roots', 'says', 'ms'],
    detections.map(({ page, nodes, shadowRoots, status, ms }) => [page, nodes, shadowRoots, status, ms.toFixed(2)]),
  );
}

async function detect(page: Page, name: string, looks: number): Promise<Detection> {
  await page.locator('.lafPageHost.active a[href="mailto:maria@bayside.test"]').first().waitFor();
  const address = WITHOUT_EXTENSION.replace('example.com', 'harbor.lightning.force.com');
  const { times, ...seen } = await page.evaluate(look, { looks, address });
  return { page: name, ...seen, ms: round(median(times), 2) };
}

/** Runs in the page. Ten looks a measurement: the page's clock is coarse. */
async function look({ looks, address }: { looks: number; address: string }) {
  const file = '/lib/crm/adapters/salesforce.ts';
  const { adapter } = await import(file);
  const { openRoots } = await import('/lib/crm/dom.ts' as string);
  const seen = { url: new URL(address), document };
  const { status } = adapter.detect(seen);
  const times: number[] = [];
  for (let at = 0; at < looks; at++) {
    const started = performance.now();
    for (let each = 0; each < 10; each++) adapter.detect(seen);
    times.push((performance.now() - started) / 10);
  }
  const roots: ParentNode[] = openRoots(document);
  const nodes = roots.reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);
  return { status: String(status), nodes, shadowRoots: roots.length - 1, times };
}
