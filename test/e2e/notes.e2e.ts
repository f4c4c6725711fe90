import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test, writesIn } from './fixtures.ts';

const { maria, eve } = salesforceRecords;
const ofMaria = { contactId: seedIds.contacts.maria, locationId: seedIds.locations.harbor };
const agreed = 'Agreed on the phone';

/** What the panel's own walls stopped, and errors that nobody caught. */
function troublesIn(panel: Page): () => Promise<string[]> {
  const errors: string[] = [];
  panel.on('pageerror', (error) => errors.push(error.message));
  const listening = panel.evaluate(() => {
    const stopped: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => stopped.push(violatedDirective));
    Object.assign(globalThis, { __stopped: stopped });
  });
  return async () => {
    await listening;
    return [...errors, ...(await panel.evaluate(() => (globalThis as unknown as { __stopped: string[] }).__stopped))];
  };
}

function noteOf(sandbox: Sandbox, words: string) {
  return [...sandbox.state.notes.values()].find(({ body }) => body.includes(words));
}

test('notes are added, changed with their formatting, pinned, deleted, and only what changed is sent', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(maria));
  const troubles = troublesIn(panel);
  const { notes } = sectionsOf(panel);
  const row = (words: string) => notes.locator('[data-row]').filter({ hasText: words });

  // What looks like a tag is sent so that HighLevel shows it as it was typed.
  await notes.getByRole('textbox', { name: 'New note' }).fill('Use <b> for the fees');
  await notes.getByRole('checkbox', { name: 'Pin' }).check();
  await notes.getByRole('button', { name: 'Add note' }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.length).toBe(1);
  expect(sandbox.ledger[0]).toMatchObject({ ...ofMaria, kind: 'note.create', input: { body: 'Use &lt;b> for the fees', pinned: true } });
  await expect(row('Use <b> for the fees')).toContainText('Pinned');

  // Opened and closed, nothing is sent.
  const before = noteOf(sandbox, agreed)?.body ?? '';
  await row(agreed).hover();
  await row(agreed).getByRole('button', { name: 'Edit note' }).click();
  const editor = notes.getByRole('textbox', { name: 'Note', exact: true });
  await expect(editor.locator('li')).toHaveText(['X-rays by e-mail', 'Invoice at the end of the month']);
  await notes.getByRole('button', { name: 'Save note' }).click();
  await expect(editor).toHaveCount(0);

  // Changed: a bold word, a pasted one with more than notes may hold; list and link stay as they were.
  await row(agreed).getByRole('button', { name: 'Edit note' }).click();
  await editor.locator('li').first().click();
  await editor.press('End');
  await editor.pressSequentially(', ');
  await editor.press('Control+b');
  await expect(notes.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await editor.pressSequentially('today');
  await editor.press('Control+b');
  await paste(editor, '<span style="color:red" onclick="x()"> <i>please</i><img src="https://bayside.test/x.png"></span>');
  await expect(editor.locator('li em')).toHaveText('please');
  await notes.getByRole('button', { name: 'Save note' }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(2);
  expect(sandbox.ledger[1]).toMatchObject({
    ...ofMaria,
    kind: 'note.update',
    input: { body: expect.stringContaining('<strong>today</strong>') },
  });
  const after = noteOf(sandbox, agreed)?.body ?? '';
  expect(after.replace(/, <strong>today<\/strong>.*?<em>please<\/em>/, '')).toBe(before);
  expect(after).not.toMatch(/img|style|onclick/);
  await expect(row(agreed).getByRole('listitem').first()).toContainText('X-rays by e-mail, today');

  await row(agreed).getByRole('button', { name: 'Pin note', exact: true }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(3);
  expect(sandbox.ledger[2]).toMatchObject({ kind: 'note.update', input: { pinned: true } });
  await expect(row(agreed).getByRole('button', { name: 'Unpin note' })).toBeVisible();

  await row('Use <b> for the fees').hover();
  await row('Use <b> for the fees').getByRole('button', { name: 'Delete note' }).click();
  await expect.poll(() => sandbox.ledger.length).toBe(4);
  expect(sandbox.ledger[3]).toMatchObject({ ...ofMaria, kind: 'note.delete' });
  expect(noteOf(sandbox, 'for the fees')).toBeUndefined();
  expect(writesIn(sandbox)).toHaveLength(4);
  expect(await troubles()).toEqual([]);
});

test('a deleted note comes back with Undo, tasks are made of a list, and hostile HTML stays inert in the editor', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 30);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { notes, heading, tasks } = sectionsOf(panel);
  const row = (words: string) => notes.locator('[data-row]').filter({ hasText: words });
  await row('Left a message').hover();
  await row('Left a message').getByRole('button', { name: 'Delete note' }).click();
  await expect(row('Left a message')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Left a message')).toBeVisible();

  await row(agreed).hover();
  await row(agreed).getByRole('button', { name: 'Make tasks' }).click();
  await expect(row(agreed).getByRole('checkbox', { checked: true })).toHaveCount(2);
  await row(agreed)
    .getByRole('button', { name: /2 tasks/ })
    .click();
  await expect(tasks.getByRole('checkbox', { name: 'Invoice at the end of the month' })).toBeVisible();
  // Of what is selected in a note, only that.
  await row(agreed).getByRole('listitem').last().click({ clickCount: 3 });
  await row(agreed).getByRole('button', { name: 'Make tasks' }).click();
  await expect(row(agreed).getByRole('textbox', { name: 'Title' })).toHaveValue('Invoice at the end of the month');

  await page.goto(salesforceUrl(eve));
  await expect(heading).not.toHaveText('Maria Gomez');
  const troubles = troublesIn(panel);
  const title = await panel.title();
  await notes.getByRole('button', { name: 'Edit note' }).click();
  await expect(notes.getByText(/pictures and other media.* links that are not safe/)).toBeVisible();
  await notes.getByRole('button', { name: 'Edit anyway' }).click();
  const editor = notes.getByRole('textbox', { name: 'Note', exact: true });
  await expect(editor).toContainText('Before');
  await expect(editor.locator('script, img, svg, style, a, [onclick]')).toHaveCount(0);
  expect(await panel.title()).toBe(title);
  expect(await troubles()).toEqual([]);
  expect(writesIn(sandbox)).toEqual([]);
});

/** A paste as the browser tells the page of it; the real clipboard is shared by all tests of the machine. */
async function paste(editor: ReturnType<Page['locator']>, html: string): Promise<void> {
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}
