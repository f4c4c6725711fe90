import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expectAccessible } from './accessible.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

const { maria, daniel } = seedIds.contacts;
const lunch = 'Book the quarterly lunch';
const aligner = 'Call back about the aligner case';

const details = (panel: Page) => panel.getByRole('region', { name: 'Details', exact: true });

/** Changes one field in the details and leaves the write in its hold. */
async function editDetails(panel: Page, field: string, value: string): Promise<void> {
  await details(panel).getByRole('button', { name: 'Edit details' }).click();
  const form = panel.getByRole('form', { name: 'Edit details' });
  await form.getByLabel(field, { exact: true }).fill(value);
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect(form).toHaveCount(0);
}

async function editTask(panel: Page, title: string, to: string): Promise<void> {
  await sectionsOf(panel)
    .tasks.getByRole('button', { name: `Edit task ${title}` })
    .click();
  const form = panel.getByRole('form', { name: `Edit task ${title}` });
  await form.getByRole('textbox', { name: 'Title' }).fill(to);
  await form.getByRole('button', { name: 'Save task' }).click();
  await expect(sectionsOf(panel).task(to)).toBeVisible();
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('This is not in the seed.');
  return value;
}

const sendNow = (panel: Page) => panel.getByRole('button', { name: 'Send now' }).click();
const trouble = (panel: Page) => panel.getByRole('list', { name: 'Changes that need you' }).getByRole('listitem');
const taskIn = (sandbox: Sandbox, title: string) => [...sandbox.state.tasks.values()].find((task) => task.title === title);

test('what somebody changed meanwhile is shown beside what was wanted, and a person says whose it is', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 60);
  const contact = found(sandbox.state.contacts.get(maria));
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await editDetails(panel, 'City', 'Oakland');
  Object.assign(contact, { city: 'Portland' });
  await sendNow(panel);
  await allowWriting(panel);
  const card = trouble(panel).filter({ hasText: 'Contact changed' });
  await expect(card.getByRole('term')).toHaveText('City');
  await expect(card.getByRole('definition')).toHaveText(['Yours Oakland', 'In HighLevel Portland']);
  expect(writesIn(sandbox)).toEqual([]);
  await expect(details(panel).getByText('Portland')).toBeVisible();
  await expectAccessible(panel, 'conflict', [280, 360, 500]);

  await card.getByRole('button', { name: 'Use mine' }).click();
  await expect(trouble(panel)).toHaveCount(0);
  await sendNow(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'contact.update', contactId: maria, input: { city: 'Oakland' } }]);
  expect(contact.city).toBe('Oakland');

  await editDetails(panel, 'Website', 'https://mine.test');
  Object.assign(contact, { website: 'https://theirs.test', city: 'Salem' });
  await sendNow(panel);
  await trouble(panel).getByRole('button', { name: "Keep HighLevel's" }).click();
  await expect(trouble(panel)).toHaveCount(0);
  expect(sandbox.ledger).toHaveLength(1);
  expect(contact.website).toBe('https://theirs.test');
});

test('a task deleted under an edit is told, and deleting what is gone is done', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  const { tasks } = sectionsOf(panel);
  const { id } = found(taskIn(sandbox, lunch));
  await editTask(panel, lunch, 'Book the summer lunch');
  sandbox.state.tasks.delete(id);
  await sendNow(panel);
  await allowWriting(panel);
  const entry = trouble(panel).filter({ hasText: 'Task changed' });
  await expect(entry.getByText('This is no longer in HighLevel.')).toBeVisible();
  await expect(entry.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await entry.getByRole('button', { name: 'Discard' }).click();
  await expect(trouble(panel)).toHaveCount(0);

  // What the look has shown to be old is read again.
  await expect(sectionsOf(panel).task(lunch)).toHaveCount(0);
  await tasks.getByRole('button', { name: `Delete task ${aligner}` }).click();
  sandbox.state.tasks.delete(found(taskIn(sandbox, aligner)).id);
  await sendNow(panel);
  await expect(panel.getByRole('status').getByText('Already deleted in HighLevel')).toBeVisible();
  await expect(sectionsOf(panel).task(aligner)).toHaveCount(0);
  expect(writesIn(sandbox)).toEqual([]);
});

test('a field that HighLevel refuses is named, and whoever has the e-mail already can be opened', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const taken = found(sandbox.state.contacts.get(daniel));
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  sandbox.faults.add({
    match: { method: 'PUT', path: /^\/contacts\// },
    times: 1,
    status: 422,
    body: { statusCode: 422, message: ['city must be shorter than or equal to 50 characters'], error: 'Unprocessable Entity' },
  });
  await editDetails(panel, 'City', 'Oakland');
  await allowWriting(panel);
  const refused = trouble(panel).filter({ hasText: 'City: city must be shorter', has: panel.getByRole('button', { name: 'Discard' }) });
  await expect(refused).toBeVisible();
  await refused.getByRole('button', { name: 'Discard' }).click();

  await editDetails(panel, 'E-mail', found(taken.email));
  await expect(trouble(panel).getByText(/This contact is already in HighLevel as/)).toBeVisible();
  expect(sandbox.ledger).toEqual([]);
  await trouble(panel).getByRole('button', { name: 'Open existing' }).click();
  await expect(sectionsOf(panel).heading).toHaveText(`${taken.firstName} ${taken.lastName}`);
});

test('of several writes that are one act, the one that fails is shown by itself', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  const macro = panel.getByRole('button', { name: /No answer/ }).first();
  await macro.click();
  const status = panel.getByRole('status');
  await expect(status.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await status.getByRole('button', { name: 'Undo' }).click();
  await expect(status.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await macro.click();
  sandbox.faults.add({
    match: { method: 'POST', path: /\/tasks$/ },
    times: 1,
    status: 422,
    body: { statusCode: 422, message: ['title should not be empty'], error: 'Unprocessable Entity' },
  });
  await sendNow(panel);
  await allowWriting(panel);
  await expect(trouble(panel).filter({ hasText: 'Task added' }).getByText('Title: title should not be empty')).toBeVisible();
  const others = sandbox.ledger.map(({ kind }) => kind);
  expect(others).toContain('contact.tags.add');
  expect(others).not.toContain('task.create');
  await trouble(panel).getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => sandbox.ledger.map(({ kind }) => kind)).toEqual([...others, 'task.create']);
});

test('an edit in its hold survives the death of the background and is sent once', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 3);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await editTask(panel, lunch, 'Book the summer lunch');
  await editTask(panel, 'Book the summer lunch', 'Book the winter lunch');
  await connected.stopBackground();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ kind: 'task.update', input: { title: 'Book the winter lunch' } }]);
  await expect(sectionsOf(panel).task('Book the winter lunch')).toBeVisible();
  // Two edits within one hold are one write.
  expect(writesIn(sandbox)).toHaveLength(1);
});
