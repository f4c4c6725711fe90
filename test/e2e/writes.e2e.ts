import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { allowWriting, connectWithToken, expect, holdWritesFor, sectionsOf, seedIds, seedTokens, test, writesIn } from './fixtures.ts';

const { maria, daniel } = salesforceRecords;
const lunch = 'Book the quarterly lunch';
const ofMaria = { contactId: seedIds.contacts.maria, locationId: seedIds.locations.harbor };

function isCompleted(sandbox: Sandbox, title: string): boolean | undefined {
  return [...sandbox.state.tasks.values()].find((task) => task.title === title)?.completed;
}

async function shown(panel: Page): Promise<void> {
  await expect(sectionsOf(panel).task(lunch)).toBeVisible();
}

test('a completed task is held, asks once for permission, and is sent once', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 2);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { task, tasks } = sectionsOf(panel);
  const clickedAt = Date.now();
  await task(lunch).click();
  await expect(panel.getByRole('status').getByText('Task completed')).toBeVisible();
  expect(writesIn(sandbox)).toEqual([]);
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.complete', input: { completed: true } }]);
  expect((sandbox.ledger[0]?.at ?? 0) - clickedAt).toBeGreaterThanOrEqual(2_000);
  expect(isCompleted(sandbox, lunch)).toBe(true);
  await expect(tasks.getByText('2 done')).toBeVisible();

  // Asked once per connection: the next write goes by itself, and the task is open again.
  await tasks.getByText('2 done').click();
  await task(lunch).click();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  expect(sandbox.ledger[1]).toMatchObject({ ...ofMaria, kind: 'task.complete', input: { completed: false } });
  expect(isCompleted(sandbox, lunch)).toBe(false);
  await expect(tasks.getByText('3 open')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Allow writing' })).toHaveCount(0);
});

test('undo within the hold sends nothing at all', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 2);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { task, tags } = sectionsOf(panel);
  await task(lunch).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(task(lunch)).not.toBeChecked();
  // A later write of the same contact goes after its own hold: by then the first one's is long over.
  await tags.getByRole('combobox', { name: 'Add tag' }).fill('no-show');
  await tags.getByRole('combobox', { name: 'Add tag' }).press('Enter');
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  expect(sandbox.ledger).toMatchObject([{ kind: 'contact.tags.add' }]);
  expect(writesIn(sandbox)).toHaveLength(1);
  expect(isCompleted(sandbox, lunch)).toBe(false);
});

test('what is sent now does not wait for the end of its hold', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 60);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await sectionsOf(panel).task(lunch).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.complete' }]);
});

test('a new task is due at the time typed, on the clock of the location', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { tasks, task } = sectionsOf(panel);
  await tasks.getByRole('button', { name: 'Add task' }).click();
  await panel.getByRole('textbox', { name: 'Title' }).fill('Send the fee schedule');
  await panel.getByLabel('Due').fill('2027-07-01T16:30');
  await panel.getByRole('textbox', { name: 'Details' }).fill('By e-mail.');
  await panel.getByRole('combobox', { name: 'Assignee' }).selectOption({ label: 'Tom Becker' });
  await panel.getByRole('button', { name: 'Save task' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  const stored = [...sandbox.state.tasks.values()].find(({ title }) => title === 'Send the fee schedule');
  expect(stored).toMatchObject({ ...ofMaria, body: 'By e-mail.', assignedTo: seedIds.users.tom, completed: false });
  // 16:30 in New York in summer.
  expect(new Date(stored?.dueDate ?? 0).toISOString()).toBe('2027-07-01T20:30:00.000Z');
  await expect(task('Send the fee schedule')).toBeEnabled();
  await expect(task('Send the fee schedule')).toHaveCount(1);
});

test('a note is added as typed, once, also by two quick clicks', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { notes } = sectionsOf(panel);
  await notes.getByRole('textbox', { name: 'New note' }).fill('Fees: 3 < 4 & "fine"');
  await notes.getByRole('button', { name: 'Add note' }).dblclick();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'note.create', input: { body: 'Fees: 3 < 4 & "fine"' } }]);
  await expect(notes.getByText('Fees: 3 < 4 & "fine"')).toHaveCount(1);
  await expect(notes.getByRole('textbox', { name: 'New note' })).toHaveValue('');
  expect(writesIn(sandbox)).toHaveLength(1);
});

test('two quick clicks on a task leave it as it was', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { task, notes } = sectionsOf(panel);
  await task(lunch).click();
  await expect(task(lunch)).toBeChecked();
  await task(lunch).click();
  await expect(task(lunch)).not.toBeChecked();
  await notes.getByRole('textbox', { name: 'New note' }).fill('After it.');
  await notes.getByRole('button', { name: 'Add note' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.map(({ kind }) => kind)).toEqual(['note.create']);
  expect(writesIn(sandbox)).toHaveLength(1);
});

test('tags are added by Enter, new ones on purpose, and removed', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 1);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const { tags } = sectionsOf(panel);
  const field = tags.getByRole('combobox', { name: 'Add tag' });
  await field.fill('Spanish');
  await field.press('Enter');
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  await field.fill('golf partner');
  await panel.getByRole('option', { name: 'Create tag “golf partner”' }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  await tags.getByRole('button', { name: 'Remove tag newsletter' }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(3);
  expect(sandbox.ledger).toMatchObject([
    { ...ofMaria, kind: 'contact.tags.add', input: { tags: ['Spanish'] } },
    { ...ofMaria, kind: 'contact.tags.add', input: { tags: ['golf partner'] } },
    { ...ofMaria, kind: 'contact.tags.remove', input: { tags: ['newsletter'] } },
  ]);
  // HighLevel keeps tags in lower case, and has made the new one known to the location.
  expect(sandbox.state.contacts.get(ofMaria.contactId)?.tags).toEqual(['vip', 'referral partner', 'spanish', 'golf partner']);
  expect([...sandbox.state.tags.values()].map(({ name }) => name)).toContain('golf partner');
  await expect(tags.getByRole('listitem')).toHaveText([/vip/, /referral partner/, /spanish/, /golf partner/]);
  await expect(tags.getByText('waiting')).toHaveCount(0);
});

test('a token that may only read keeps the write and says what is missing', async ({ alongside, openWithPanel, sandbox }) => {
  await connectWithToken(alongside, { token: seedTokens.readOnly });
  await alongside.switchOn('Salesforce');
  await holdWritesFor(alongside, 0);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await sectionsOf(panel).task(lunch).click();
  await allowWriting(panel);
  await expect(panel.getByText(/This token lacks the scope contacts\.write;/)).toBeVisible();
  await expect(panel.getByText(lunch).first()).toBeVisible();
  await expect(sectionsOf(panel).task(lunch)).toBeChecked();
  expect(sandbox.ledger).toEqual([]);
});

test('what was typed stays for whom it was meant when the page moves on', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, notes } = sectionsOf(panel);
  await notes.getByRole('textbox', { name: 'New note' }).fill('Prefers mornings.');
  await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(panel.getByText('Still for Maria Gomez')).toBeVisible();
  await expect(notes.getByRole('textbox', { name: 'New note' })).toHaveValue('');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'note.create', input: { body: 'Prefers mornings.' } }]);
  await expect(panel.getByText('Still for Maria Gomez')).toHaveCount(0);
});

test('a write goes to the contact it was made for when the page moves on during its hold', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 3);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await sectionsOf(panel).task(lunch).click();
  await page.goto(salesforceUrl(daniel));
  await expect(sectionsOf(panel).heading).toHaveText('Daniel Okafor');
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.complete' }]);
});

/** How many writes the outbox holds, as the background sees it. */
async function kept(browser: ExtensionBrowser): Promise<number> {
  return (await browser.background()).evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('alongside-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

test('what was sent while the panel was closed is there when it opens again', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 2);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  await sectionsOf(panel).task(lunch).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  await sectionsOf(panel).notes.getByRole('textbox', { name: 'New note' }).fill('Sent behind the curtain');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  await panel.close();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  // Until then the outbox itself still shows it.
  await expect.poll(() => kept(connected), { timeout: 20_000 }).toBe(0);
  const again = await connected.openPanel(page);
  await expect(sectionsOf(again).notes.getByText('Sent behind the curtain')).toBeVisible();
  await expect(sectionsOf(again).tasks.getByText('2 open')).toBeVisible();
});

test('a browser that closes during a hold asks at its next start', async ({ startBrowser, sandbox }) => {
  const openMaria = async (browser: ExtensionBrowser) => {
    const page = await browser.context.newPage();
    await page.goto(salesforceUrl(maria));
    const panel = await browser.openPanel(page);
    await shown(panel);
    return panel;
  };
  const first = await startBrowser();
  await connectWithToken(first);
  await first.switchOn('Salesforce');
  const before = await openMaria(first);
  await sectionsOf(before).task(lunch).click();
  await sectionsOf(before).task('Call back about the aligner case').click();
  await expect(before.getByRole('button', { name: 'Undo' })).toHaveCount(2);
  await first.close();
  expect(writesIn(sandbox)).toEqual([]);

  const second = await startBrowser();
  const panel = await openMaria(second);
  const asked = panel.getByRole('list', { name: 'Changes that need you' }).getByRole('listitem');
  await expect(asked).toHaveCount(2);
  await expect(asked.first()).toContainText('Not sent');
  await asked.filter({ hasText: 'Call back about the aligner case' }).getByRole('button', { name: 'Drop' }).click();
  await asked.filter({ hasText: lunch }).getByRole('button', { name: 'Send' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger).toMatchObject([{ ...ofMaria, kind: 'task.complete' }]);
  expect(isCompleted(sandbox, lunch)).toBe(true);
  expect(isCompleted(sandbox, 'Call back about the aligner case')).toBe(false);
});

test('a background killed between click and sending still sends once', async ({ connected, openWithPanel, sandbox }) => {
  test.setTimeout(90_000);
  await holdWritesFor(connected, 2);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await sectionsOf(panel).task('Call back about the aligner case').click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);

  await sectionsOf(panel).task(lunch).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  await connected.stopBackground();
  expect(sandbox.ledger).toHaveLength(1);
  await expect.poll(() => sandbox.ledger.length, { timeout: 45_000 }).toBe(2);
  await expect(sectionsOf(panel).tasks.getByText('3 done')).toBeVisible();
  expect(isCompleted(sandbox, lunch)).toBe(true);
  expect(writesIn(sandbox)).toHaveLength(2);
});

test('a background killed while a write is under way checks, and never repeats it', async ({ connected, openWithPanel, sandbox }) => {
  test.setTimeout(90_000);
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  await shown(panel);
  sandbox.faults.add({ match: { method: 'PUT' }, delayMs: 2_000 });
  await sectionsOf(panel).task(lunch).click();
  await allowWriting(panel);
  await expect.poll(() => writesIn(sandbox).length).toBe(1);
  await connected.stopBackground();
  await expect(panel.getByText('Checking: it is not certain')).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  expect(writesIn(sandbox)).toHaveLength(1);
});
