import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { roundTrips } from '../test/browser/round-trips.ts';
import type { Stage } from '../test/browser/stage.ts';
import { salesforceRecords, salesforceUrl } from '../test/sandbox/crm/salesforce-records.ts';
import type { LoggedRequest } from '../test/sandbox/request-log.ts';
import { formatTable, median, round } from './table.ts';

const LATENCY_MS = 200;
const CONTACT = salesforceUrl(salesforceRecords.maria);
const HOME = new URL('/lightning/page/home?swap=0', CONTACT).href;
/** One text of each section that ends the wait: tasks, notes, appointments, business card. */
const PAINTED = ['Book the quarterly lunch', 'Left a message', 'Case review', '+14155550140'];

const STARTS = ['panel opens on the contact', 'page moves to the contact'] as const;
const MEMORIES = ['cold', 'link remembered', 'link and reads remembered'] as const;
type Start = (typeof STARTS)[number];
type Memory = (typeof MEMORIES)[number];

/** From the page showing the contact to tasks, notes, appointments and business painted. */
interface Painting {
  readonly start: Start;
  readonly memory: Memory;
  /** Medians over the rounds. `calls` and `roundTrips` count what was answered before the painting was done. */
  readonly calls: number;
  readonly roundTrips: number;
  /** Calls until nothing more was asked; `twice`: how many of them repeat another of the same round. */
  readonly callsInAll: number;
  readonly twice: number;
  readonly ms: number;
  /** `ms` in latencies of the sandbox: what remains beside the round trips is our own time. */
  readonly latencies: number;
}

type Sample = Omit<Painting, 'start' | 'memory' | 'latencies'>;

interface Scene {
  readonly stage: Stage;
  readonly page: Page;
  readonly panel: Page;
  /** A page of the extension, from where its stores can be emptied. */
  readonly options: Page;
}

export async function measureRoundTrips(stage: Stage, rounds: number): Promise<readonly Painting[]> {
  const scene = await openScene(stage);
  stage.sandbox.setLatency(LATENCY_MS);
  const paintings: Painting[] = [];
  for (const start of STARTS) {
    const samples = new Map<Memory, Sample[]>(MEMORIES.map((memory) => [memory, []]));
    // Each round leaves behind what the next case needs: cold leaves a link, and that leaves the reads.
    for (let at = 0; at < rounds; at++) for (const memory of MEMORIES) samples.get(memory)?.push(await measure(scene, start, memory));
    for (const [memory, taken] of samples) paintings.push(summary(start, memory, taken));
  }
  stage.sandbox.setLatency(0);
  await Promise.all([scene.options.close(), scene.page.close()]);
  return paintings;
}

export function printRoundTrips(paintings: readonly Painting[]): string {
  return formatTable(
    [`To the four sections painted (latency ${LATENCY_MS} ms)`, 'calls', 'round trips', 'calls in all', 'twice', 'ms', 'ms / latency'],
    paintings.map(({ start, memory, ...numbers }) => [
      `${start}, ${memory}`,
      numbers.calls,
      numbers.roundTrips,
      numbers.callsInAll,
      numbers.twice,
      numbers.ms,
      numbers.latencies.toFixed(2),
    ]),
  );
}

async function openScene(stage: Stage): Promise<Scene> {
  const options = await stage.browser.openOptions();
  const page = await stage.browser.context.newPage();
  await page.goto(CONTACT);
  const panel = await stage.browser.openPanel(page);
  await panel.setViewportSize({ width: 360, height: 700 });
  await panel.addInitScript(watchPainting, PAINTED);
  return { stage, page, panel, options };
}

/** Runs in the panel, from its first moment: when every text is in it, as epoch milliseconds. */
function watchPainting(texts: readonly string[]): void {
  const painted = new Promise<number>((resolve, reject) => {
    // No animation frames: a panel without a window gets none.
    const observer = new MutationObserver(() => {
      const shown = document.body?.textContent ?? '';
      if (!texts.every((text) => shown.includes(text))) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error('The panel did not show every section within 20 s.')), 20_000);
  });
  painted.catch(() => undefined);
  Object.assign(globalThis, { painted });
}

async function measure(scene: Scene, start: Start, memory: Memory): Promise<Sample> {
  const { log } = scene.stage.sandbox;
  await scene.page.goto(start === 'page moves to the contact' ? HOME : CONTACT);
  await scene.panel.reload();
  await quiet(log);
  if (memory !== 'link and reads remembered') await empty(scene.options, 'alongside-reads', 'reads');
  if (memory === 'cold') await empty(scene.options, 'alongside-links', 'links');
  const before = log.length;
  const from = start === 'page moves to the contact' ? await moveTo(scene.page, CONTACT) : await reopen(scene.panel);
  // Left there by `watchPainting`.
  const to = await scene.panel.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
  await quiet(log);
  const calls = log.slice(before);
  const waitedFor = calls.filter(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt <= to);
  const different = new Set(calls.map(({ method, path, query }) => `${method} ${path}${query}`));
  return {
    calls: waitedFor.length,
    roundTrips: roundTrips(waitedFor),
    callsInAll: calls.length,
    twice: calls.length - different.size,
    ms: to - from,
  };
}

async function reopen(panel: Page): Promise<number> {
  await panel.reload({ waitUntil: 'commit' });
  return panel.evaluate(() => performance.timeOrigin);
}

/** Moves as the org's own links do; returns when the page had drawn the contact's e-mail. */
function moveTo(page: Page, url: string): Promise<number> {
  return page.evaluate((href) => {
    history.pushState(null, '', `${href}?swap=0`);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise<number>((resolve) => {
      const look = () => {
        if (document.querySelector('.lafPageHost.active a[href="mailto:maria@bayside.test"]') === null) setTimeout(look);
        else resolve(performance.timeOrigin + performance.now());
      };
      look();
    });
  }, url);
}

function empty(options: Page, database: string, store: string): Promise<void> {
  return options.evaluate(
    ([name, table]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const clearing = opening.result.transaction(table, 'readwrite');
          clearing.objectStore(table).clear();
          clearing.oncomplete = () => resolve(opening.result.close());
          clearing.onerror = () => reject(clearing.error);
        };
      }),
    [database, store] as const,
  );
}

/** Waits until everything asked is answered, and nothing was asked for two latencies. */
async function quiet(log: readonly LoggedRequest[]): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const known = log.length;
    await wait(2 * LATENCY_MS);
    if (log.length === known && log.every(({ endedAt }) => endedAt !== undefined)) return;
    if (Date.now() > deadline) throw new Error('The panel did not stop asking within 20 s.');
  }
}

function summary(start: Start, memory: Memory, samples: readonly Sample[]): Painting {
  const middle = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  return {
    start,
    memory,
    calls: middle('calls'),
    roundTrips: middle('roundTrips'),
    callsInAll: middle('callsInAll'),
    twice: middle('twice'),
    ms: round(middle('ms')),
    latencies: round(middle('ms') / LATENCY_MS, 2),
  };
}
