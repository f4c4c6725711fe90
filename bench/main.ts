/** Speed and size, measured on the extension as it ships in a real browser: `npm run bench`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../scripts/demo/build.ts';
import { connectWithToken } from '../test/browser/connect.ts';
import { EXTENSION_DIR } from '../test/browser/launch.ts';
import { type Stage, setStage } from '../test/browser/stage.ts';
import { measureAdapters, printAdapters } from './adapters.ts';
import { measureArrivals, printArrivals } from './arrival.ts';
import { plainSite } from './busy-page.ts';
import { measureDetection, printDetection } from './detection.ts';
import { measureIdleCost, printIdleCost } from './idle-cost.ts';
import { measureLongLists, printLongLists } from './long-lists.ts';
import { measurePageCost, printPageCost } from './page-cost.ts';
import { measureRoundTrips, printRoundTrips } from './round-trips.ts';
import { measureSizes, printSizes } from './sizes.ts';

const HELP = `Usage: npm run bench [-- --quick]

  --quick  fewer rounds: an impression, not a measurement
  --help   this text

Prints tables and writes .output/bench.json. Compare ratios within a run: times of different runs or machines do not compare.`;

const OUTPUT = path.resolve(import.meta.dirname, '../.output/bench.json');
const ROUNDS = {
  quick: { paintings: 2, pairs: 2, profiles: 1, looks: 10, arrivals: 2 },
  full: { paintings: 7, pairs: 8, profiles: 3, looks: 50, arrivals: 7 },
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  await buildExtension();
  const stage = await setStage({ headless: true, sites: [plainSite] });
  try {
    await connectWithToken(stage.browser);
    const results = await measureAll(stage, values.quick ? ROUNDS.quick : ROUNDS.full);
    mkdirSync(path.dirname(OUTPUT), { recursive: true });
    writeFileSync(OUTPUT, `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, ...results }, null, 2)}\n`);
    console.log(`\nWritten to ${path.relative(process.cwd(), OUTPUT)}`);
  } finally {
    await stage.close();
  }
}

async function measureAll(stage: Stage, rounds: (typeof ROUNDS)['full']) {
  const show = <T>(result: T, print: (result: T) => string): T => {
    console.log(`\n${print(result)}`);
    return result;
  };
  return {
    sizes: show(measureSizes(EXTENSION_DIR), printSizes),
    roundTrips: show(await measureRoundTrips(stage, rounds.paintings), printRoundTrips),
    pageCost: show(await measurePageCost(stage, rounds), printPageCost),
    idleCost: show(await measureIdleCost(stage), printIdleCost),
    longLists: show(await measureLongLists(stage, rounds.paintings), printLongLists),
    arrivals: show(await measureArrivals(stage, rounds.arrivals), printArrivals),
    adapters: show(await measureAdapters(stage, rounds.looks), printAdapters),
    detection: show(await measureDetection(stage, rounds.looks), printDetection),
  };
}

await main().catch((error: unknown) => {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
