import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expectAccessible, PANEL_WIDTHS } from './accessible.ts';
import { expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

interface State {
  readonly name: string;
  readonly url: string;
  readonly prepare?: (sandbox: Sandbox) => void;
  /** Brings the panel there, and waits until it is there. */
  readonly reach: (panel: Page) => Promise<void>;
}

const contactUrl = (name: keyof typeof salesforceRecords) => salesforceUrl(salesforceRecords[name]);
const showsTasks = (panel: Page) => expect(sectionsOf(panel).tasks.getByRole('checkbox').first()).toBeVisible();

const states: readonly State[] = [
  {
    name: 'a full contact',
    url: contactUrl('maria'),
    reach: async (panel) => {
      await showsTasks(panel);
      await panel.getByRole('button', { name: 'Show 1 colleague' }).or(panel.getByText('Daniel Okafor')).first().waitFor();
    },
  },
  {
    name: 'an empty contact',
    url: contactUrl('aisha'),
    prepare: ({ state }) => {
      for (const table of [state.tasks, state.notes, state.appointments]) table.clear();
      const { aisha } = seedIds.contacts;
      const contact = state.contacts.get(aisha);
      if (contact) state.contacts.set(aisha, { ...contact, tags: [], businessId: undefined });
    },
    reach: (panel) => panel.getByText('No open tasks.').waitFor(),
  },
  { name: 'several contacts', url: contactUrl('ruth'), reach: (panel) => panel.getByRole('radiogroup').waitFor() },
  { name: 'two people in one', url: contactUrl('peter'), reach: (panel) => panel.getByRole('radiogroup').waitFor() },
  { name: 'a new contact', url: contactUrl('noel'), reach: (panel) => panel.getByRole('button', { name: 'Create contact' }).waitFor() },
  {
    name: 'a contact that is gone',
    url: contactUrl('maria'),
    prepare: ({ faults }) =>
      faults.add({ match: { path: new RegExp(`/${seedIds.contacts.maria}$`) }, status: 404, body: { message: 'Contact not found' } }),
    reach: async (panel) => {
      await showsTasks(panel);
      await panel.getByRole('button', { name: 'Refresh' }).click();
      await panel.getByRole('button', { name: 'Find again' }).waitFor();
    },
  },
  {
    name: 'my tasks',
    url: 'https://harbor.lightning.force.com/lightning/page/home',
    reach: (panel) => panel.getByRole('heading', { name: 'My tasks' }).waitFor(),
  },
  {
    name: 'an error',
    url: contactUrl('maria'),
    prepare: ({ faults }) => faults.add({ match: { path: /^\/contacts\/search/ }, status: 422, body: { message: ['filters is wrong'] } }),
    reach: (panel) => panel.getByRole('alert').first().waitFor(),
  },
  {
    name: 'errors in sections',
    url: contactUrl('maria'),
    prepare: ({ faults }) =>
      faults.add({
        match: { path: /\/(tasks|notes|appointments)$/ },
        status: 401,
        body: { message: 'The token is not authorized for this scope.' },
      }),
    reach: (panel) => panel.getByRole('alert').first().waitFor(),
  },
  {
    name: 'a task form',
    url: contactUrl('maria'),
    reach: async (panel) => {
      await showsTasks(panel);
      await panel.getByRole('button', { name: 'Add task' }).first().click();
      await panel.getByRole('button', { name: 'Save task' }).waitFor();
    },
  },
  {
    name: 'a change that can be undone',
    url: contactUrl('maria'),
    reach: async (panel) => {
      await sectionsOf(panel).tasks.getByRole('checkbox').first().click();
      await panel.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'the question of writing',
    url: contactUrl('maria'),
    reach: async (panel) => {
      await sectionsOf(panel).tasks.getByRole('checkbox').first().click();
      await panel.getByRole('button', { name: 'Send now' }).click();
      await panel.getByRole('button', { name: 'Allow writing' }).waitFor();
    },
  },
];

for (const { name, url, prepare, reach } of states) {
  test(`${name}: nothing for axe to find, in both themes, at every width`, async ({ connected, openWithPanel, sandbox }) => {
    await holdWritesFor(connected, 60);
    prepare?.(sandbox);
    const { panel } = await openWithPanel(url);
    await reach(panel);
    await expectAccessible(panel, name, PANEL_WIDTHS);
  });
}

test('not connected: nothing for axe to find, in both themes, at every width', async ({ alongside: _, openWithPanel }) => {
  const { panel } = await openWithPanel(contactUrl('maria'));
  await panel.getByRole('button', { name: 'Connect' }).waitFor();
  await expectAccessible(panel, 'not connected', PANEL_WIDTHS);
});

test('options, not connected: nothing for axe to find, in both themes, at every width', async ({ alongside }) => {
  const options = await alongside.openOptions();
  await options.getByText('Scopes to tick for the token').click();
  await options.getByRole('textbox', { name: 'Private integration token' }).fill('pit-wrong');
  await options.getByRole('textbox', { name: 'Location ID' }).fill('nowhere');
  await options.getByRole('button', { name: 'Connect with token' }).click();
  await options.getByRole('alert').waitFor();
  await expectAccessible(options, 'options not connected', [320, 700, 1280]);
});

test('options, connected: nothing for axe to find, in both themes, at every width', async ({ connected }) => {
  const options = await connected.openOptions();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Stay connected' }).waitFor();
  await expectAccessible(options, 'options connected', [320, 700, 1280]);
});

test('a task is completed and undone by keyboard alone, with the focus always seen', async ({ connected: _, openWithPanel, sandbox }) => {
  const { panel } = await openWithPanel(contactUrl('maria'));
  const task = sectionsOf(panel).tasks.getByRole('checkbox').first();
  await task.waitFor();
  await tabTo(panel, task);
  await panel.keyboard.press('Space');
  await expect(task).toBeChecked();
  const undo = panel.getByRole('button', { name: 'Undo' });
  await tabTo(panel, undo);
  await panel.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(task).not.toBeChecked();
  expect(sandbox.log.filter(({ method }) => method === 'PUT')).toHaveLength(0);
});

test('a note is written by keyboard alone', async ({ connected: _, openWithPanel }) => {
  const { panel } = await openWithPanel(contactUrl('maria'));
  const note = panel.getByRole('textbox', { name: 'New note' });
  await note.waitFor();
  await tabTo(panel, note);
  await panel.keyboard.type('Prefers the morning.');
  await tabTo(panel, panel.getByRole('button', { name: 'Add note' }));
  await panel.keyboard.press('Enter');
  await expect(sectionsOf(panel).notes.getByText('Prefers the morning.')).toBeVisible();
});

test('the question of writing is in sight, however far down it was set off', async ({ connected, openWithPanel }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(contactUrl('maria'));
  const note = panel.getByRole('textbox', { name: 'New note' });
  await note.fill('Prefers the morning.');
  await panel.getByText('4 colleagues').scrollIntoViewIfNeeded();
  await panel.getByRole('button', { name: 'Add note' }).click();
  await expect(panel.getByRole('button', { name: 'Allow writing' })).toBeInViewport();
});

test('our pages keep their own size of type', async ({ connected, openWithPanel }) => {
  const { panel } = await openWithPanel(contactUrl('maria'));
  // Chromium gives extension pages a body of 75 %.
  const size = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontSize);
  await expect.poll(() => size(panel)).toBe('13px');
  const options = await connected.openOptions();
  await expect.poll(() => size(options)).toBe('13px');
});

/** Tabs until the element has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return { seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1, markup: focused.outerHTML.slice(0, 120) };
    });
    if (stop !== undefined) expect(stop.seen, stop.markup).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not get there.');
}
