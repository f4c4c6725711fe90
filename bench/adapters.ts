import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Stage } from '../test/browser/stage.ts';
import { FIXTURES, WITHOUT_EXTENSION } from './busy-page.ts';
import { formatTable, median, round } from './table.ts';

/** What one look costs an adapter on the pages it was made for. */
interface AdapterCost {
  readonly adapter: string;
  readonly pages: number;
  /** Median and longest of the pages, each by the median of its looks. */
  readonly ms: number;
  readonly longest: number;
}

/** Runs every adapter's own code on its fixtures, where no extension is. */
export async function measureAdapters({ browser }: Stage, looks: number): Promise<readonly AdapterCost[]> {
  const page = await browser.context.newPage();
  const costs: AdapterCost[] = [];
  for (const adapter of adapterIds()) {
    const times: number[] = [];
    for (const file of fixturesOf(adapter)) {
      await page.goto(new URL(`/fixtures/${file}`, WITHOUT_EXTENSION).href);
      const taken = await page.evaluate(look, { adapter, looks });
      if (taken.length > 0) times.push(median(taken));
    }
    costs.push({ adapter, pages: times.length, ms: round(median(times), 2), longest: round(Math.max(...times), 2) });
  }
  await page.close();
  return costs;
}

export function printAdapters(costs: readonly AdapterCost[]): string {
  return formatTable(
    ['One look at a record page, by adapter', 'pages', 'ms', 'longest'],
    costs.map(({ adapter, pages, ms, longest }) => [adapter, pages, ms.toFixed(2), longest.toFixed(2)]),
  );
}

const adapterIds = () => readdirSync(path.resolve(import.meta.dirname, '../lib/crm/adapters')).map((file) => path.parse(file).name);
const fixturesOf = (adapter: string) => readdirSync(FIXTURES).filter((file) => file.startsWith(`${adapter}--`) && file.endsWith('.html'));

/** Runs in the page, which is a fixture: its first node says which address it stands for. No times where nothing is read. */
async function look({ adapter: id, looks }: { adapter: string; looks: number }): Promise<readonly number[]> {
  const { adapter } = await import(`/lib/crm/adapters/${id}.ts`);
  const { openRoots } = await import('/lib/crm/dom.ts' as string);
  const said = [...document.childNodes].find((node) => node.nodeType === Node.COMMENT_NODE);
  const url = new URL(JSON.parse(said?.nodeValue ?? '').url);
  if (adapter.route(url) === undefined) return [];
  const times: number[] = [];
  for (let at = 0; at < looks; at++) {
    const started = performance.now();
    // Ten looks a measurement: the page's clock is coarse.
    for (let each = 0; each < 10; each++) adapter.detect({ url, document, roots: openRoots(document, adapter.readsFrames) });
    times.push((performance.now() - started) / 10);
  }
  return times;
}
