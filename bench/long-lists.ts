import type { CDPSession, Page } from '@playwright/test';
import type { Stage } from '../test/browser/stage.ts';
import { salesforceRecords, salesforceUrl } from '../test/sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../test/sandbox/sandbox.ts';
import { seedIds } from '../test/sandbox/seed/ids.ts';
import { extensionTime } from './profile.ts';
import { formatTable, median, round } from './table.ts';

const TASKS = 500;
const NOTES = 1_000;
const DAY = 86_400_000;

/** A contact's panel: milliseconds with a script of the extension on its stack. Medians of the rounds. */
interface LongLists {
  readonly lists: string;
  /** From the panel's beginning to tasks and notes painted. */
  readonly painting: number;
  /** The same on the clock. */
  readonly wall: number;
  /** To a task shown as completed, and as open again by Undo. */
  readonly completing: number;
  /** To the next page of tasks; 0 where there is none. */
  readonly more: number;
}

export async function measureLongLists({ browser, sandbox }: Stage, rounds: number): Promise<readonly LongLists[]> {
  const page = await browser.context.newPage();
  await page.goto(salesforceUrl(salesforceRecords.maria));
  const panel = await browser.openPanel(page);
  await panel.setViewportSize({ width: 360, height: 700 });
  const cdp = await panel.context().newCDPSession(panel);
  const scene = { panel, cdp, own: `chrome-extension://${browser.extensionId}/` };
  const few = await measure(scene, 'as seeded', ['3 open'], rounds);
  const takeAway = seedLongLists(sandbox);
  // The panel remembers the short lists, and would paint them first.
  await panel.getByRole('button', { name: 'Refresh' }).click();
  await panel.getByText(`${TASKS + 3} open`).waitFor();
  const many = await measure(scene, `${TASKS} tasks, ${NOTES} notes`, [`${TASKS + 3} open`, String(NOTES + 3)], rounds);
  takeAway();
  await page.close();
  return [few, many];
}

export function printLongLists(lists: readonly LongLists[]): string {
  return formatTable(
    ['A contact in the panel', 'script to painted', 'on the clock', 'completing a task', 'showing 50 more'],
    lists.map(({ lists: name, painting, wall, completing, more }) => [name, painting, wall, completing, more || '']),
  );
}

interface Scene {
  readonly panel: Page;
  readonly cdp: CDPSession;
  readonly own: string;
}

async function measure(scene: Scene, lists: string, painted: readonly string[], rounds: number): Promise<LongLists> {
  const samples: { painting: number; wall: number; completing: number; more: number }[] = [];
  // The first round fills what is remembered: the others paint from that.
  for (let at = 0; at <= rounds; at++) samples.push(await takeRound(scene, painted));
  const middle = (key: 'painting' | 'wall' | 'completing' | 'more') => round(median(samples.slice(1).map((sample) => sample[key])), 1);
  return { lists, painting: middle('painting'), wall: round(middle('wall')), completing: middle('completing'), more: middle('more') };
}

async function takeRound({ panel, cdp, own }: Scene, painted: readonly string[]) {
  const scripted = async (act: () => Promise<unknown>) => {
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
    await cdp.send('Profiler.start');
    await act();
    const { profile } = await cdp.send('Profiler.stop');
    return extensionTime(profile, own);
  };
  let wall = 0;
  const painting = await scripted(async () => {
    const from = performance.now();
    await panel.reload();
    for (const text of painted) await panel.getByText(text, { exact: true }).first().waitFor();
    wall = performance.now() - from;
  });
  const tasks = panel.getByRole('region', { name: 'Tasks', exact: true });
  const lunch = tasks.getByRole('checkbox', { name: 'Book the quarterly lunch' });
  const completing = await scripted(async () => {
    await lunch.click();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await lunch.and(panel.locator(':not(:checked)')).waitFor();
  });
  const next = tasks.getByRole('button', { name: /^Show 50 more/ });
  const more = (await next.count()) > 0 ? await scripted(() => next.first().click()) : 0;
  return { painting, wall, completing, more };
}

/** Gives the contact long lists; returns what takes them away again. */
function seedLongLists({ state }: Sandbox): () => void {
  const contactId = seedIds.contacts.maria;
  const locationId = seedIds.locations.harbor;
  const now = Date.now();
  for (let at = 0; at < TASKS; at++) {
    const id = `long-task-${at}`;
    const body = '<p>As agreed on the <b>phone</b>.</p>';
    state.tasks.set(id, {
      id,
      contactId,
      locationId,
      title: `Ring about case ${at}`,
      body,
      dueDate: now + (at + 30) * DAY,
      completed: false,
      dateAdded: now,
    });
  }
  for (let at = 0; at < NOTES; at++) {
    const id = `long-note-${at}`;
    const body = `<p>Call ${at}: asked for <em>the</em> papers.</p><ul><li>X-rays</li><li>Invoice</li></ul>`;
    state.notes.set(id, { id, contactId, body, pinned: false, dateAdded: now - (at + 40) * DAY });
  }
  return () => {
    for (let at = 0; at < TASKS; at++) state.tasks.delete(`long-task-${at}`);
    for (let at = 0; at < NOTES; at++) state.notes.delete(`long-note-${at}`);
  };
}
