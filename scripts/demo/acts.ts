import type { Page } from '@playwright/test';
import type { Stage } from '../../test/browser/stage.ts';
import type { LedgerEntry } from '../../test/sandbox/ledger.ts';
import { seedIds } from '../../test/sandbox/seed/ids.ts';
import { shown, until } from './report.ts';

const TASK = 'Send the signed referral agreement';
const LATER_TASK = 'Book the quarterly lunch';
/** Stays open to the end. */
export const OPEN_TASK = 'Call back about the aligner case';
const DUE = 'next tuesday 12:30';
const TAG = 'implant case';
/** How long a write is held, by default, and a moment in which it would have left. */
const HOLD_MS = 6_000;
const GRACE_MS = 1_500;

export async function completeTask(stage: Stage, panel: Page): Promise<string> {
  await panel.getByRole('checkbox', { name: TASK }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await panel.getByRole('button', { name: 'Allow writing' }).click();
  const write = await written(stage, ({ kind, input }) => kind.startsWith('task.') && isCompletion(input));
  const task = stage.sandbox.state.tasks.get(write.recordId);
  if (task?.title !== TASK || !task.completed) throw new Error(`the ledger completed “${task?.title}” instead`);
  return `the ledger has ${write.kind} of “${task.title}”, after “Allow writing”`;
}

export async function addTag(stage: Stage, panel: Page): Promise<string> {
  const field = panel.getByRole('combobox', { name: 'Add tag' });
  await field.fill(TAG);
  // The location has no such tag: a new one is chosen, not slipped in.
  await panel.getByRole('option', { name: `Create tag “${TAG}”` }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  const write = await written(stage, ({ kind }) => kind === 'contact.tags.add');
  const tags = stage.sandbox.state.contacts.get(seedIds.contacts.maria)?.tags ?? [];
  if (!tags.includes(TAG)) throw new Error(`the contact has the tags ${tags.join(', ')}`);
  return `the ledger has ${write.kind} of “${TAG}”`;
}

export async function changeTask(stage: Stage, panel: Page): Promise<string> {
  await panel.getByRole('button', { name: `Edit task ${LATER_TASK}` }).click();
  const form = panel.getByRole('form', { name: `Edit task ${LATER_TASK}` });
  await form.getByLabel('Due').fill(DUE);
  await form.getByRole('button', { name: 'Save task' }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  const write = await written(stage, ({ kind }) => kind === 'task.update');
  if (Object.keys(Object(write.input)).join() !== 'dueDate') throw new Error(`it sent ${JSON.stringify(write.input)}`);
  const due = stage.sandbox.state.tasks.get(write.recordId)?.dueDate ?? Number.NaN;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', dateStyle: 'full', timeStyle: 'short' }).format(due);
  if (!/^Tuesday.*12:30$/.test(time)) throw new Error(`the task is due ${time}`);
  return `“${DUE}” is ${time} in New York, and nothing else was sent`;
}

/** Nothing is sent: the wait of the step after it would see that. */
export async function runMacro(panel: Page): Promise<string> {
  const tag = panel.getByRole('button', { name: 'Remove tag no answer' });
  await panel.getByRole('group', { name: 'Macros' }).getByRole('button', { name: 'No answer' }).click();
  await shown(tag, "the macro's tag");
  await panel.getByRole('button', { name: 'Undo' }).click();
  await until("the macro's tag did not go", async () => ((await tag.count()) === 0 ? true : undefined));
  return 'its tag, note and task stood in the panel, and one Undo took them back';
}

export async function undoTask({ sandbox }: Stage, panel: Page): Promise<string> {
  const before = { writes: sandbox.ledger.length, requests: writesSent(sandbox.log) };
  const task = panel.getByRole('checkbox', { name: OPEN_TASK });
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
