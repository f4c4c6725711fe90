import type { Page, Worker } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { expectAccessible, PANEL_WIDTHS } from './accessible.ts';
import { clickMenu } from './click-menu.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const { maria, ruth, noel } = salesforceRecords;
const { contacts, locations } = seedIds;
const field = (panel: Page) => panel.getByRole('searchbox', { name: 'Name, e-mail, phone or company' });

test('somebody else is found, opened and written to, until the page shows another record', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { page, panel } = await openWithPanel(salesforceUrl(maria));
  const { heading, tags, task } = sectionsOf(panel);
  await expect(heading).toHaveText('Maria Gomez');
  await panel.getByRole('button', { name: 'Find' }).click();
  await expect(field(panel)).toBeFocused();
  await field(panel).fill('bayside');
  await expect(panel.getByRole('button', { name: 'Open here: Maria Gomez' })).toBeVisible();
  await expectAccessible(panel, 'find', PANEL_WIDTHS);
  await panel.setViewportSize({ width: 360, height: 700 });
  await field(panel).fill('okafor');
  await expect(panel.getByText('1 contact found')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Open in HighLevel: Daniel Okafor' })).toHaveAttribute(
    'href',
    `https://app.gohighlevel.com/v2/location/${locations.harbor}/contacts/detail/${contacts.daniel}`,
  );
  await field(panel).press('Enter');
  await expect(heading).toHaveText('Daniel Okafor');
  await expect(panel.getByText('Opened by you, not from the page.')).toBeVisible();
  await expectAccessible(panel, 'opened', [360, 280]);
  await panel.setViewportSize({ width: 360, height: 700 });
  await tags.getByRole('combobox', { name: 'Add tag' }).fill('vip');
  await tags.getByRole('combobox', { name: 'Add tag' }).press('Enter');
  await allowWriting(panel);
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId, input }) => ({ kind, contactId, input })))
    .toEqual([{ kind: 'contact.tags.add', contactId: contacts.daniel, input: { tags: ['vip'] } }]);

  await page.goto(salesforceUrl(noel));
  await expect(heading).toHaveText('Noel Marsh is not in HighLevel yet.');
  await expect(panel.getByText('Opened by you, not from the page.')).toHaveCount(0);
  await expect(task('Ask for the X-rays')).toHaveCount(0);

  // The same search says who the page's record is; and where nobody is found, the page's own contact can be created.
  await panel.getByRole('button', { name: 'Find' }).click();
  await field(panel).fill('nobody of that name');
  await panel.getByRole('button', { name: 'Create contact' }).click();
  await expect(heading).toHaveText('Noel Marsh is not in HighLevel yet.');
  await panel.getByRole('button', { name: 'Find' }).click();
  await field(panel).fill('(415) 555-0152');
  await panel.getByRole('button', { name: 'Use for this record: Aisha Rahman' }).click();
  await expect(heading).toHaveText('Aisha Rahman');
  await expect(panel.getByText('Remembered for this record.')).toBeVisible();
});

test('the menu searches, looks addresses up, and makes tasks of a list', async ({ connected, sandbox }) => {
  await holdWritesFor(connected, 0);
  const page = await connected.context.newPage();
  await page.goto(salesforceUrl(maria));
  // The panel is opened by the click, and finds the wish when it is there.
  await clickMenu(connected, page, { menuItemId: 'search', selectionText: ' Sofia  Moretti ' });
  const panel = await connected.openPanel(page);
  await panel.setViewportSize({ width: 360, height: 700 });
  const { heading } = sectionsOf(panel);
  await expect(field(panel)).toHaveValue('Sofia Moretti');
  await expect(panel.getByRole('button', { name: 'Open here: Sofia Moretti' })).toBeVisible();

  await clickMenu(connected, page, { menuItemId: 'lookup', linkUrl: 'mailto:Daniel%40bayside.test?subject=Hello' });
  await expect(field(panel)).toHaveValue('Daniel@bayside.test');
  await panel.getByRole('button', { name: 'Open here: Daniel Okafor' }).click();
  await expect(heading).toHaveText('Daniel Okafor');
  await clickMenu(connected, page, { menuItemId: 'lookup', linkUrl: 'tel:+1-415-555-0152' });
  await expect(panel.getByRole('button', { name: 'Open here: Aisha Rahman' })).toBeVisible();

  const said = await selectList(page, ['Send the price list', 'Ask for two referees']);
  await clickMenu(connected, page, { menuItemId: 'task', selectionText: said });
  await expect(heading).toHaveText('Maria Gomez');
  const form = panel.getByRole('form', { name: 'Make tasks' });
  await expect(form.getByRole('textbox', { name: 'Title of task 1' })).toHaveValue('Send the price list');
  await form.getByRole('button', { name: /2 tasks/ }).click();
  await allowWriting(panel);
  await expect.poll(() => sandbox.ledger.filter(({ kind }) => kind === 'task.create').length).toBe(2);
  expect(sandbox.ledger.map(({ contactId }) => contactId)).toEqual([contacts.maria, contacts.maria]);
});

test('the address bar offers people, opens their page, and searches in the panel', async ({ connected, openWithPanel }) => {
  const { page, panel } = await openWithPanel(salesforceUrl(ruth));
  await expect(panel.getByRole('radiogroup')).toBeVisible();
  const worker = await connected.background();
  const offered = await suggestions(worker, 'okafor');
  const address = `https://app.gohighlevel.com/v2/location/${locations.harbor}/contacts/detail/${contacts.daniel}`;
  expect(offered).toEqual([{ content: address, description: expect.stringContaining('Daniel Okafor') }]);
  await enter(worker, 'okafor');
  await expect(panel.getByRole('button', { name: 'Open here: Daniel Okafor' })).toBeVisible();
  await enter(worker, address);
  await expect.poll(() => page.url()).toBe(address);
});

/** Types after the keyword: no test can reach the address bar itself. */
function suggestions(worker: Worker, text: string): Promise<unknown> {
  return worker.evaluate((typed) => {
    // As in `clickMenu`.
    type Dispatch = { dispatch(...said: unknown[]): void };
    (chrome.omnibox.onInputStarted as unknown as Dispatch).dispatch();
    const changed = chrome.omnibox.onInputChanged as unknown as Dispatch;
    return new Promise((resolve) => changed.dispatch(typed, resolve));
  }, text);
}

function enter(worker: Worker, text: string): Promise<void> {
  return worker.evaluate((typed) => {
    const entered = chrome.omnibox.onInputEntered as unknown as { dispatch(...said: unknown[]): void };
    entered.dispatch(typed, 'currentTab');
  }, text);
}

/** Selects a list that stands on the page; what the browser says of it has no lines. */
function selectList(page: Page, items: readonly string[]): Promise<string> {
  return page.evaluate((lines) => {
    const list = document.createElement('ul');
    list.append(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
    document.body.prepend(list);
    getSelection()?.selectAllChildren(list);
    return lines.join(' ');
  }, items);
}
