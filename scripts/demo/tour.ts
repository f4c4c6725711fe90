import type { Locator, Page } from '@playwright/test';
import type { Stage } from '../../test/browser/stage.ts';
import { addTag, changeTask, completeTask, OPEN_TASK, runMacro, undoTask } from './acts.ts';
import type { Album } from './pictures.ts';
import { report, shown } from './report.ts';
import type { Scene } from './scene.ts';

const REASON = 'Matched by e-mail maria@bayside.test.';

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
  await report('Say in words when a task is due', () => changeTask(stage, panel));
  await report('Run a macro and undo', () => runMacro(panel));
  await report('Complete another task and undo', () => undoTask(stage, panel));
  await report('See it all by date', async () => {
    await panel.getByRole('tab', { name: 'Timeline' }).click();
    await shown(panel.getByRole('region', { name: 'Timeline', exact: true }).getByText(OPEN_TASK), 'the timeline');
    await album.take(panel, 'timeline');
    await panel.getByRole('tab', { name: 'Contact' }).click();
    return `timeline in ${album.folder}/`;
  });
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
  await shown(tasks?.getByRole('checkbox', { name: OPEN_TASK }), 'the tasks');
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
