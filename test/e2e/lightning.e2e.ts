import type { Page } from '@playwright/test';
import { lightningBundle } from '../lightning/build.ts';
import { salesforceRecords } from '../sandbox/crm/salesforce-records.ts';
import { type RenderedOptions, recordPath, renderedUrl, type Shadow } from '../sandbox/crm/salesforce-rendered.ts';
import { expect, sectionsOf, test } from './fixtures.ts';

const { maria, daniel, aisha, peter } = salesforceRecords;

// Salesforce's components are compiled once; every later run finds the result.
test.beforeAll(async () => {
  test.setTimeout(180_000);
  await lightningBundle();
});

const PEOPLE = Object.values(salesforceRecords).map(({ name }) => name);

/** Notes every heading the panel paints from now on; answers whom they named, one after the other. */
async function watchNames(panel: Page): Promise<() => Promise<readonly string[]>> {
  await panel.evaluate(() => {
    const seen: string[] = [];
    const note = () => seen.push(document.querySelector('h1')?.textContent ?? '');
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    note();
    Object.assign(window, { seen });
  });
  return async () => {
    const seen = await panel.evaluate(() => (window as unknown as { seen: string[] }).seen); // put there above
    const named = seen.flatMap((heading) => PEOPLE.filter((name) => heading.includes(name)));
    return named.filter((name, at) => name !== named[at - 1]);
  };
}

/** Leads the app to another address, as its own code would. */
async function moveTo(page: Page, url: string): Promise<void> {
  await page.evaluate((target) => {
    history.pushState(null, '', target);
    dispatchEvent(new PopStateEvent('popstate'));
  }, url);
}

for (const shadow of ['synthetic', 'native'] as const satisfies readonly Shadow[]) {
  const address = (record: Parameters<typeof recordPath>[0], options?: RenderedOptions) => renderedUrl(recordPath(record), shadow, options);

  test(`${shadow} shadow: late fields never bring a wrong name from contact to contact to list to contact`, async ({
    connected: _connected,
    openWithPanel,
  }) => {
    const { page, panel } = await openWithPanel(address(maria, { slow: 400, swap: 500 }));
    const { heading, task } = sectionsOf(panel);
    await expect(task('Book the quarterly lunch')).toBeVisible();
    const names = await watchNames(panel);
    await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
    await expect(heading).toHaveText('Daniel Okafor');
    await expect(task('Ask for the X-rays')).toBeVisible();
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await expect(heading).toHaveText('My tasks');
    await page.locator('lst-object-home').getByRole('link', { name: 'Aisha Rahman' }).click();
    await expect(heading).toHaveText('Aisha Rahman');
    expect(await names()).toEqual(['Maria Gomez', 'Daniel Okafor', 'Aisha Rahman']);
  });

  test(`${shadow} shadow: the panel follows the tabs and subtabs of a console`, async ({ connected: _connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(address(maria, { app: 'console' }));
    const { heading } = sectionsOf(panel);
    await expect(heading).toHaveText('Maria Gomez');
    const names = await watchNames(panel);
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await page.locator('lst-object-home').getByRole('link', { name: 'Aisha Rahman' }).click();
    await expect(heading).toHaveText('Aisha Rahman');
    await page.getByRole('tab', { name: 'Maria Gomez' }).first().click();
    await expect(heading).toHaveText('Maria Gomez');
    await page.getByRole('link', { name: 'Daniel Okafor' }).filter({ visible: true }).first().click();
    await expect(heading).toHaveText('Daniel Okafor');
    expect(new URL(page.url()).searchParams.get('ws')).toBe(recordPath(maria));
    await page.getByRole('tab', { name: 'Aisha Rahman' }).click();
    await expect(heading).toHaveText('Aisha Rahman');
    expect(await names()).toEqual(['Maria Gomez', 'Aisha Rahman', 'Maria Gomez', 'Daniel Okafor', 'Aisha Rahman']);
  });

  test(`${shadow} shadow: a form and a card of other people over the page change nothing`, async ({
    connected: _connected,
    openWithPanel,
  }) => {
    const { page, panel } = await openWithPanel(address(maria));
    const { heading } = sectionsOf(panel);
    await expect(heading).toHaveText('Maria Gomez');
    const names = await watchNames(panel);
    await page.locator(`tr[data-row-key-value="${peter.id}"]`).first().getByRole('button', { name: 'Edit' }).click();
    await expect(page.locator('.isModal input[name="Email"]')).toHaveValue(peter.email);
    // The form stays while the page beneath it changes, so what is read then is read beside it.
    await moveTo(page, address(daniel));
    await expect(heading).toHaveText('Daniel Okafor');
    await page.locator('.isModal').getByRole('button', { name: 'Cancel' }).click();
    // Not with the pointer, which leaves the link as the page changes, so that the card goes.
    await page.getByRole('link', { name: 'Maria Gomez' }).filter({ visible: true }).first().dispatchEvent('mouseover');
    await expect(page.locator('.forceHoverPanel').getByRole('link', { name: maria.email }).first()).toBeVisible();
    await moveTo(page, address(aisha));
    await expect(heading).toHaveText('Aisha Rahman');
    await expect(page.locator('.forceHoverPanel')).toBeVisible();
    expect(await names()).toEqual(['Maria Gomez', 'Daniel Okafor', 'Aisha Rahman']);
  });
}
