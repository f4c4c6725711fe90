/**
 * Everything that is checked, in one go: `npm test`, or `npm test -- NAME…` for some of it. Each check counts as one;
 * the last line is the sum over all suites.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { findBrowser } from './browsers.ts';

const REPORTS = '.output/reports';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads the counts from the runner's own report; a plain check counts as one. */
  readonly tally?: () => Tally;
}

const vitestReport = path.join(REPORTS, 'vitest.json');
const playwrightReport = path.join(REPORTS, 'playwright.json');

const suites: readonly Suite[] = [
  { name: 'prepare', command: ['wxt', 'prepare'] },
  { name: 'lint', command: ['biome', 'ci', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  // Its modules' types would tell the rest of the project that style sheets are functions.
  { name: 'types-lightning', command: ['tsc', '--noEmit', '-p', 'test/lightning'] },
  { name: 'unused', command: ['knip'] },
  { name: 'licences', command: ['node', 'scripts/licences.ts'] },
  { name: 'build', command: ['wxt', 'build'] },
  { name: 'build-firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  { name: 'size', command: ['size-limit'] },
  { name: 'web-ext', command: ['web-ext', 'lint', '-s', '.output/firefox-mv3', '--no-config-discovery'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    tally: vitestTally,
  },
  { name: 'e2e', command: ['playwright', 'test', '--reporter=list,json'], tally: playwrightTally },
  // The first thing that a newcomer runs; nothing else would tell that it no longer works.
  { name: 'demo', command: ['node', 'scripts/demo.ts', '--headless'] },
];

function main(names: readonly string[]): number {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`There is no suite called ${unknown.join(', ')}: choose from ${suites.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = chosen.map((suite) => ({ suite, tally: run(suite) }));
  const failures = results.filter(({ tally }) => tally.failed > 0);
  console.log(failures.length === 0 ? '\nAll suites passed.' : `\nFailed: ${failures.map(({ suite }) => suite.name).join(', ')}`);
  const sum = (key: keyof Tally) => results.reduce((total, { tally }) => total + tally[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return failures.length === 0 ? 0 : 1;
}

function run(suite: Suite): Tally {
  console.log(`\n== ${suite.name}: ${suite.command.join(' ')}`);
  const started = performance.now();
  const [program = '', ...args] = suite.command;
  const env = { ...process.env, CHROMIUM_PATH: findBrowser('chromium'), PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  const tally = judge(suite, status);
  console.log(`== ${suite.name}: ${tally.passed} passed, ${tally.failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return tally;
}

/** A runner that fails without a failing test (it crashed, it found no test) has failed all the same. */
function judge(suite: Suite, status: number | null): Tally {
  if (suite.tally === undefined) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const tally = readTally(suite.tally);
  if (status === 0 && tally.passed > 0) return tally;
  return { passed: tally.passed, failed: Math.max(tally.failed, 1) };
}

function readTally(read: () => Tally): Tally {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitestTally(): Tally {
  const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() }).parse(readJson(vitestReport));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightTally(): Tally {
  const { stats } = z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .parse(readJson(playwrightReport));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

process.exitCode = main(process.argv.slice(2));
