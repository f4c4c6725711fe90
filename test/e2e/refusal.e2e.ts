import { launchExtension } from '../browser/launch.ts';
import { hasScreens, startScreen } from '../browser/screen.ts';
import { waitFor } from '../browser/wait-for.ts';
import { ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople } from '../sandbox/crm/people.ts';
import { watchOurScripts } from './content-world.ts';
import { connectWithToken, expect, test } from './fixtures.ts';

// Chromium asks in a window of its own. The same in Firefox, which needs no screen, is in `firefox.e2e.ts`.
if (hasScreens()) {
  test('a no to the browser’s question changes nothing, and is said', async ({ sandbox, profile }) => {
    const screen = await startScreen();
    const browser = await launchExtension({ sandboxPort: sandbox.port, profile, headless: false, display: screen.display });
    const options = await browser.openOptions();
    const site = options.getByRole('switch', { name: 'Salesforce' });
    const origins = () => options.evaluate(async () => (await chrome.permissions.getAll()).origins);
    const before = await origins();
    await site.click();
    // Nothing tells when the question is on the screen; until it is, Escape does nothing.
    await waitFor(async () => {
      screen.press('Escape');
      return options.getByRole('alert').isVisible();
    });
    await expect(options.getByRole('alert')).toHaveText(
      'The browser was not allowed to let Alongside read Salesforce, so nothing has changed.',
    );
    await expect(site).not.toBeChecked();
    expect(await origins()).toEqual(before);
    await browser.close();
    screen.close();
  });

  test('a no to the question about a site that is to be taught reads nothing there, and it can be asked again', async ({
    sandbox,
    profile,
  }) => {
    const screen = await startScreen();
    const browser = await launchExtension({ sandboxPort: sandbox.port, profile, headless: false, display: screen.display });
    await connectWithToken(browser);
    const page = await browser.context.newPage();
    const ours = await watchOurScripts(page, browser.extensionId);
    await page.goto(ownCrmUrl(crmPeople.maria));
    const panel = await browser.openPanel(page);
    const origins = () => panel.evaluate(async () => (await chrome.permissions.getAll()).origins);
    const before = await origins();
    await panel.getByRole('button', { name: 'Teach this page' }).click();
    await panel.getByRole('button', { name: 'Allow this site' }).click();
    await waitFor(async () => {
      screen.press('Escape');
      return panel.getByRole('alert').isVisible();
    });
    await expect(panel.getByRole('alert')).toHaveText(
      'The browser was not allowed to let Alongside read crm.example.com, so nothing has changed.',
    );
    await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeEnabled();
    await expect(panel.getByText(/Maria|Gomez|bayside/)).toHaveCount(0);
    expect(await origins()).toEqual(before);
    expect(ours()).toBe(0);
    await browser.close();
    screen.close();
  });
}
