import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { atLocalTime } from '../sandbox/zones.ts';
import { expectAccessible } from './accessible.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

const { maria } = salesforceRecords;
const list = new URL('/lightning/o/Contact/list', salesforceUrl(maria)).href;
const ofMaria = { contactId: seedIds.contacts.maria, locationId: seedIds.locations.harbor };

/** A time of day in New York, where Harbor Dental is, as HighLevel is sent it. */
function newYork(days: number, hour: number, minute = 0): string {
  return new Date(atLocalTime(Date.now(), 'America/New_York', days, hour, minute)).toISOString().replace('.000Z', 'Z');
}

function addTasks(sandbox: Sandbox, count: number, title: string, facts: { readonly completed: boolean; readonly assignedTo?: string }) {
  for (let at = 0; at < count; at++) {
    const id = `${title}${at}`;
    const dueDate = Date.now() + (at + 30) * 86_400_000;
    sandbox.state.tasks.set(id, { ...ofMaria, id, title: `${title} ${at}`, dueDate, dateAdded: Date.now(), ...facts });
  }
}

test('a task is written with a typed date, changed in its place, deleted, taken back and reopened', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { tasks, task } = sectionsOf(panel);
  const send = () => panel.getByRole('button', { name: 'Send now' }).click();
  await tasks.getByRole('button', { name: 'Add task' }).click();
  const form = panel.getByRole('form', { name: 'Add task' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Send the fee schedule');
  await form.getByLabel('Due').fill('sometime');
  await expect(form.getByText('Not understood.')).toBeVisible();
  await form.getByLabel('Due').fill('in 2 days at 3pm');
  await expect(form.getByText(/15:00, New York time$/)).toBeVisible();
  await form.getByRole('combobox', { name: 'Assignee' }).selectOption({ label: 'Tom Becker' });
  await form.getByRole('button', { name: 'Save task' }).click();
  await send();
  await allowWriting(panel);
  const { tom } = seedIds.users;
  const created = { title: 'Send the fee schedule', dueDate: newYork(2, 15), assignedTo: tom, completed: false };
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.create', input: created }]);

  await tasks.getByRole('button', { name: 'Edit task Book the quarterly lunch' }).click();
  const edit = panel.getByRole('form', { name: 'Edit task Book the quarterly lunch' });
  await edit.getByRole('textbox', { name: 'Title' }).fill('Book the summer lunch');
  await edit.getByLabel('Due').fill('tomorrow 12:30');
  await edit.getByRole('button', { name: 'Save task' }).click();
  await expect(task('Book the summer lunch')).toBeVisible();
  await send();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  expect(sandbox.ledger[1]).toMatchObject({ ...ofMaria, kind: 'task.update' });
  expect(sandbox.ledger[1]?.input).toEqual({ title: 'Book the summer lunch', dueDate: newYork(1, 12, 30) });

  await tasks.getByRole('button', { name: 'Delete task Book the summer lunch' }).click();
  await expect(task('Book the summer lunch')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(task('Book the summer lunch')).toBeVisible();
  await tasks.getByRole('button', { name: 'Delete task Send the fee schedule' }).click();
  await send();
  await expect.poll(() => sandbox.ledger.length).toBe(3);
  expect(sandbox.ledger[2]).toMatchObject({ ...ofMaria, kind: 'task.delete' });
  expect([...sandbox.state.tasks.values()].map(({ title }) => title)).not.toContain('Send the fee schedule');

  await tasks.getByText('1 done').click();
  await task('Post the welcome pack').click();
  await send();
  await expect.poll(() => sandbox.ledger.length).toBe(4);
  expect(sandbox.ledger[3]).toMatchObject({ ...ofMaria, kind: 'task.complete', input: { completed: false } });
  expect(writesIn(sandbox)).toHaveLength(4);
});

test("a note's list becomes tasks in one act, with one Undo", async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { notes, tasks, task } = sectionsOf(panel);
  const note = notes.getByRole('listitem').filter({ hasText: 'Agreed on the phone' }).first();
  const make = async () => {
    await note.hover();
    await note.getByRole('button', { name: 'Make tasks' }).click();
    const form = panel.getByRole('form', { name: 'Make tasks' });
    await form.getByRole('textbox', { name: 'Title of task 2' }).fill('Send the invoice');
    await form.getByLabel('Due for all').fill('in 3 days at 8:00');
    return form;
  };
  const form = await make();
  await expect(form.getByRole('textbox', { name: 'Title of task 1' })).toHaveValue('X-rays by e-mail');
  await form.scrollIntoViewIfNeeded();
  await form.getByRole('button', { name: 'Create 2 tasks' }).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(tasks.getByText('3 open')).toBeVisible();
  await (await make()).getByRole('button', { name: 'Create 2 tasks' }).click();
  await expect(task('Send the invoice')).toBeVisible();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  const due = { dueDate: newYork(3, 8) };
  await expect
    .poll(() => sandbox.ledger)
    .toMatchObject([
      { ...ofMaria, kind: 'task.create', input: { title: 'X-rays by e-mail', ...due } },
      { ...ofMaria, kind: 'task.create', input: { title: 'Send the invoice', ...due } },
    ]);
  expect(writesIn(sandbox)).toHaveLength(2);
});

test('my tasks are put off, completed and opened, each for its own contact', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const appointment = [...sandbox.state.appointments.values()].find(({ title }) => title === 'Case review');
  const startTime = atLocalTime(Date.now(), 'America/New_York', 0, 23, 30);
  if (appointment) Object.assign(appointment, { startTime, endTime: startTime + 900_000 });
  const { panel } = await openWithPanel(list);
  await panel.getByLabel('Who are you?').selectOption({ label: 'Priya Shah' });
  const send = () => panel.getByRole('button', { name: 'Send now' }).click();
  const { task, heading } = sectionsOf(panel);
  await expect(panel.getByRole('region', { name: "Today's appointments" })).toContainText(/23:30.*Case review · Maria Gomez/);
  await expect(panel.getByRole('heading', { level: 2, name: 'Overdue' })).toBeVisible();
  await panel.getByRole('button', { name: 'Snooze Send the signed referral agreement' }).click();
  await panel.getByLabel('Or when').fill('in 2 days at 10:15');
  await expectAccessible(panel, 'my tasks', [280]);
  await panel.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(panel.getByRole('status').filter({ hasText: 'for Maria Gomez' })).toBeVisible();
  await send();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.update' }]);
  expect(sandbox.ledger[0]?.input).toEqual({ dueDate: newYork(2, 10, 15) });
  await expect(panel.getByRole('heading', { level: 2, name: 'Overdue' })).toHaveCount(0);

  await task('Ask for the X-rays').click();
  await send();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  expect(sandbox.ledger[1]).toMatchObject({ kind: 'task.complete', contactId: seedIds.contacts.daniel });
  await panel.getByRole('button', { name: 'Open Maria Gomez' }).last().click();
  await expect(heading.filter({ visible: true })).toHaveText('Maria Gomez');
  await expect(task('Send the signed referral agreement').filter({ visible: true })).toBeVisible();
});

test('five hundred tasks are all within reach', async ({ connected: _connected, openWithPanel, sandbox }) => {
  addTasks(sandbox, 500, 'Ring', { completed: false });
  addTasks(sandbox, 100, 'Rang', { completed: true });
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { tasks } = sectionsOf(panel);
  await expect(tasks.getByText('503 open')).toBeVisible();
  const rings = tasks.getByRole('checkbox', { name: /^Ring/ });
  await expect(rings).toHaveCount(49);
  await tasks.getByRole('button', { name: 'Show 50 more of 451' }).click();
  await expect(rings).toHaveCount(99);
  await readToEnd(tasks);
  await expect(rings).toHaveCount(500);
  await tasks.getByText('101 done').click();
  await readToEnd(tasks);
  await expect(tasks.getByRole('checkbox', { name: /^Rang/ })).toHaveCount(100);
});

/** Presses "Show more" until nothing is left. */
async function readToEnd(tasks: ReturnType<Page['getByRole']>): Promise<void> {
  const more = tasks.getByRole('button', { name: /^Show \d+ more of/ });
  while (await more.isVisible()) await more.click();
}
