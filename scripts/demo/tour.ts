import type { Locator, Page } from '@playwright/test';
import type { Stage } from '../../test/browser/stage.ts';
import type { LedgerEntry } from '../../test/sandbox/ledger.ts';
import { seedIds } from '../../test/sandbox/seed/ids.ts';
import type { Album } from './pictures.ts';
import { report, until } from './report.ts';
import type { Scene } from './scene.ts';

const REASON = 'Matched by e-mail maria@bayside.test.';
const TASK = 'Send the signed referral agreement';
const UNDONE_TASK = 'Call back about the aligner case';
const TAG = 'implant case';
/** How long a write is held, by default, and a moment in which it would have left. */
const HOLD_MS = 6_000;
const GRACE_MS = 1_500;

/** Does the main job once, as a person would, and proves each step by the sandbox's books. */
export async function tour(stage: Stage, { page, panel }: Scene, album: Album): Promise<void> {
  const { sandbox, browser } = stage;
  await Promise.all([page.setViewportSize({ width: 1080, height: 800 }), panel.setViewportSize({ width: 360, height: 800 })]);
  await report('Detect and match the contact', () => whoIsShown(panel));
  await report('Show what HighLevel knows', async () => `${await whatIsShown(panel)}, by ${sandbox.log.length} calls since the start`);
  await report('Take pictures', async () => {
    await album.take(page, 'page');
    await album.take(panel, 'panel-light');
    await panel.emulateMedia({ colorScheme: 'dark' });
    await album.take(panel, 'panel-dark');
    await panel.emulateMedia({ colorScheme: 'light' });
    await album.takeTogether(browser.context, [page, panel], 'side-by-side');
    return `page, panel-light, panel-dark and side-by-side in ${album.folder}/`;
  });
  await report('Complete a task', () => completeTask(stage, panel));
  await report('Tag the contact', () => addTag(stage, panel));
  await report('Complete another task and undo', () => undoTask(stage, panel));
  await album.takeTogether(browser.context, [page, panel], 'afterwards');
  await report("Hold every request against HighLevel's API description", async () => {
    const violations = sandbox.violations();
    if (violations.length > 0) throw new Error(violations.join('; '));
    return `nothing wrong with ${sandbox.log.length} requests`;
  });
}

async function whoIsShown(panel: Page): Promise<string> {
  const heading = panel.getByRole('heading', { level: 1, name: 'Maria Gomez' });
  const reason = panel.getByText(REASON);
  await shown(heading, 'Maria Gomez as its heading');
  await shown(reason, `“${REASON}”`);
  return `${await heading.textContent()}. ${REASON}`;
}

async function whatIsShown(panel: Page): Promise<string> {
  const section = (name: string) => panel.getByRole('region', { name, exact: true });
  const [tags, tasks, appointments, notes, business] = ['Tags', 'Tasks', 'Appointments', 'Notes', 'Business'].map(section);
  await shown(tasks?.getByRole('checkbox', { name: UNDONE_TASK }), 'the tasks');
  await shown(appointments?.getByText('Case review'), 'the appointments');
  await shown(notes?.getByText(/Left a message/), 'the notes');
  await shown(business?.getByRole('link', { name: 'Daniel Okafor' }), 'the colleagues');
  const inside = (section: Locator | undefined, text: RegExp) => section?.getByText(text).first().textContent();
  const counts = [
    `${await tags?.getByRole('listitem').count()} tags`,
    `tasks ${await inside(tasks, /^\d+ open$/)}`,
    `appointments ${await inside(appointments, /^\d+ coming$/)}`,
    `${await notes?.getByRole('list').first().locator('> li').count()} notes`,
  ];
  return `${counts.join(', ')}, business with colleagues`;
}

async function completeTask(stage: Stage, panel: Page): Promise<string> {
  await panel.getByRole('checkbox', { name: TASK }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await panel.getByRole('button', { name: 'Allow writing' }).click();
  const write = await written(stage, ({ kind, input }) => kind.startsWith('task.') && isCompletion(input));
  const task = stage.sandbox.state.tasks.get(write.recordId);
  if (task?.title !== TASK || !task.completed) throw new Error(`the ledger completed “${task?.title}” instead`);
  return `the ledger has ${write.kind} of “${task.title}”, after “Allow writing”`;
}

async function addTag(stage: Stage, panel: Page): Promise<string> {
  const field = panel.getByRole('combobox', { name: 'Add tag' });
  await field.fill(TAG);
  await field.press('Enter');
  await panel.getByRole('button', { name: 'Send now' }).click();
  const write = await written(stage, ({ kind }) => kind === 'contact.tags.add');
  const tags = stage.sandbox.state.contacts.get(seedIds.contacts.maria)?.tags ?? [];
  if (!tags.includes(TAG)) throw new Error(`the contact has the tags ${tags.join(', ')}`);
  return `the ledger has ${write.kind} of “${TAG}”`;
}

async function undoTask({ sandbox }: Stage, panel: Page): Promise<string> {
  const before = { writes: sandbox.ledger.length, requests: writesSent(sandbox.log) };
  const task = panel.getByRole('checkbox', { name: UNDONE_TASK });
  await task.click();
  const heldUntil = Date.now() + HOLD_MS + GRACE_MS;
  await panel.getByRole('button', { name: 'Undo' }).click();
  await until('the row was not open again', async () => ((await task.isChecked()) ? undefined : true));
  await until('the hold did not end', () => (Date.now() > heldUntil ? true : undefined), HOLD_MS + 2 * GRACE_MS);
  const sent = writesSent(sandbox.log) - before.requests;
  const applied = sandbox.ledger.length - before.writes;
  if (sent > 0 || applied > 0) throw new Error(`${sent} writes were sent and ${applied} took effect all the same`);
  return `nothing was sent, ${(HOLD_MS + GRACE_MS) / 1000} s later the ledger still has ${sandbox.ledger.length} writes`;
}

async function shown(locator: Locator | undefined, what: string): Promise<void> {
  await until(`the panel did not show ${what}`, async () => ((await locator?.first().isVisible()) ? true : undefined));
}

/** The one write of the ledger that fits. */
async function written({ sandbox }: Stage, fits: (entry: LedgerEntry) => boolean): Promise<LedgerEntry> {
  await until("the write was not in HighLevel's ledger", () => sandbox.ledger.find(fits));
  const found = sandbox.ledger.filter(fits);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`the ledger has ${found.length} such writes`);
  return found[0];
}

function isCompletion(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'completed' in input && input.completed === true;
}

/** Searches are sent by POST, but write nothing. */
function writesSent(log: Stage['sandbox']['log']): number {
  return log.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search')).length;
}
