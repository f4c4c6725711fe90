import { launchExtension } from '../browser/launch.ts';
import { hasScreens, startScreen } from '../browser/screen.ts';
import { waitFor } from '../browser/wait-for.ts';
import { expect, test } from './fixtures.ts';

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
}
