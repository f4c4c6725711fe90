import { type ExtensionFirefox, type FirefoxDocument, launchFirefox } from '../browser/firefox.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { test as base, expect, seedIds, seedTokens } from './fixtures.ts';

const test = base.extend<{ firefox: ExtensionFirefox }>({
  firefox: async ({ sandbox }, use) => {
    const firefox = await launchFirefox(sandbox.port);
    await use(firefox);
    await firefox.close();
  },
});

test('in Firefox too: connect by token, switch Salesforce on after a no, see the contact, complete a task once', async ({
  firefox,
  sandbox,
}) => {
  const options = await firefox.openOptions();
  await expect.poll(() => textOf(options, '[role=status]')).toContain('Not connected to HighLevel.');
  await fill(options, 'Private integration token', seedTokens.full);
  await fill(options, 'Location ID', seedIds.locations.harbor);
  await press(options, 'Connect with token');
  await expect.poll(() => textOf(options, '[role=status]')).toContain('Connected to Harbor Dental');

  // Switched on while the page is open already; nothing changes when the browser's question is answered with no.
  const page = await firefox.openTab(salesforceUrl(salesforceRecords.maria));
  await expect.poll(() => textOf(page, 'h1')).toContainEqual(expect.stringContaining('Maria Gomez'));
  const site = "[...document.querySelectorAll('[role=switch]')].find((each) => each.labels[0].textContent === 'Salesforce')";
  const isOn = () => options.run<boolean>(`return ${site}.checked`);
  await options.activate();
  await options.click(site);
  await firefox.answerPermission('refuse');
  await expect.poll(() => textOf(options, '[role=alert]')).toContainEqual(expect.stringContaining('so nothing has changed'));
  expect(await isOn()).toBe(false);
  await options.click(site);
  await firefox.answerPermission('allow');
  await expect.poll(isOn).toBe(true);

  await page.activate();
  const sidebar = await firefox.openSidebar();
  await expect.poll(() => textOf(sidebar, 'h1')).toEqual(['Maria Gomez']);
  const task = 'Send the signed referral agreement';
  await expect.poll(() => sidebar.run<boolean>(`return ${checkbox(task)} !== undefined`)).toBe(true);
  await sidebar.run(`${checkbox(task)}.click()`);
  await press(sidebar, 'Send now');
  await press(sidebar, 'Allow writing');
  await expect
    .poll(() => sandbox.ledger.map(({ kind, contactId }) => ({ kind, contactId })))
    .toEqual([{ kind: 'task.complete', contactId: seedIds.contacts.maria }]);
  await expect.poll(() => sidebar.run<boolean>(`return ${checkbox(task)}?.checked ?? false`)).toBe(true);
});

function textOf(document: FirefoxDocument, selector: string): Promise<string[]> {
  return document.run(`return [...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => element.textContent)`);
}

/** An expression for the checkbox that is named by the text. */
function checkbox(name: string): string {
  const label = "document.getElementById(box.getAttribute('aria-labelledby'))?.textContent";
  return `[...document.querySelectorAll('input[type=checkbox]')].find((box) => ${label} === ${JSON.stringify(name)})`;
}

async function press(document: FirefoxDocument, name: string): Promise<void> {
  const button = `[...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(name)})`;
  await expect.poll(() => document.run<boolean>(`return ${button} !== undefined`), name).toBe(true);
  await document.run(`${button}.click()`);
}

/** React hears of a value only through the input's own setter. */
async function fill(page: FirefoxDocument, label: string, value: string): Promise<void> {
  await page.run(`
    const input = [...document.querySelectorAll('label')].find((each) => each.textContent === ${JSON.stringify(label)}).control;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(value)});
    input.dispatchEvent(new Event('input', { bubbles: true }));`);
}
