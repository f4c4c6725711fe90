import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, expect, holdWritesFor, seedIds, test } from './fixtures.ts';

test('the timeline merges tasks, notes and appointments by date, and is filtered and walked by keyboard', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
  await expect(panel.getByRole('region', { name: 'Notes', exact: true }).locator('[data-row]').first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = panel.getByRole('region', { name: 'Timeline', exact: true });
  const rows = timeline.locator('[data-row]');

  await expect(timeline.getByRole('heading', { level: 3 })).toHaveText(['Coming']);
  const order = [
    'Call back about the aligner case',
    'Book the quarterly lunch',
    'Left a message',
    'Agreed on the phone',
    'How we work together',
  ];
  const texts = await rows.allTextContents();
  const places = order.map((words) => texts.findIndex((text) => text.includes(words)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  await expect(timeline.getByText('Overdue')).toHaveCount(1);
  // Nothing was asked that the sections had not asked already.
  for (const list of ['tasks', 'notes', 'appointments']) {
    expect(sandbox.log.filter(({ method, path }) => method === 'GET' && path.endsWith(`/${list}`))).toHaveLength(1);
  }

  const chip = (name: string) => timeline.getByRole('button', { name, exact: true });
  await chip('Tasks').click();
  await chip('Appointments').click();
  await expect(rows).toHaveCount(3);
  await panel.getByRole('tab', { name: /Maria|Contact/ }).click();
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await expect(chip('Tasks')).toHaveAttribute('aria-pressed', 'false');
  await expect(rows).toHaveCount(3);

  // By keyboard: the second note, opened; then a task, completed.
  await panel.keyboard.press('j');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await expect(rows.nth(1).getByRole('listitem')).toHaveText(['X-rays by e-mail', 'Invoice at the end of the month']);
  await chip('Tasks').click();
  await expect(chip('Tasks')).toHaveAttribute('aria-pressed', 'true');
  await panel.keyboard.press('j');
  await expect(rows.first()).toBeFocused();
  await panel.keyboard.press('x');
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger)
    .toMatchObject([{ kind: 'task.complete', contactId: seedIds.contacts.maria, input: { completed: true } }]);
});
