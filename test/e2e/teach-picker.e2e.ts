import type { Page } from '@playwright/test';
import type { Lesson, PickedField, Proposal, RuleReading } from '../../lib/crm/taught/findings.ts';
import { checkRule, makeRule } from '../../lib/crm/taught/make-rule.ts';
import type { TeachProtocol } from '../../lib/messaging/teach.ts';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { htmlResponse } from '../sandbox/crm/app-site.ts';
import { ownCrmSite, ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople } from '../sandbox/crm/people.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import type { Site } from '../sandbox/site.ts';
import { test as base, expect } from './fixtures.ts';
import { type OverlayReader, overlayOf } from './overlay.ts';

const { maria, daniel } = crmPeople;
const PAGE = 'https://crm.acme.example/pick/5';

/** A page that would like to know what is done on it, and whose styles touch everything. */
const pickSite: Site = {
  hosts: ['crm.acme.example'],
  handle: (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/page.js') return new Response(`(${listenIn})()`, { headers: { 'content-type': 'text/javascript' } });
    return htmlResponse(`<!doctype html><title>Pick</title><link rel="icon" href="data:,"><script src="/page.js"></script>
      <style>div, [popover], html > * { outline: 0 !important } html > div { display: none !important; opacity: 0 !important }</style>
      <main>
        <h1>Maria Gomez</h1>
        <p><label>E-mail <input name="mail" value="maria@bayside.test"></label></p>
        <p><a id="call" href="tel:+14155550142"><svg width="16" height="16"></svg> <span>(415) 555-0142</span></a></p>
        <p><button id="button">+1 415 555 0199</button> <input id="disabled" value="off@bayside.test" disabled></p>
        <dialog id="dialog"><p>second@bayside.test</p></dialog>
      </main>`);
  },
};

/** Runs in the page: counts what reaches it. */
function listenIn() {
  const seen: string[] = [];
  Reflect.set(globalThis, 'seen', seen);
  const types = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'keydown', 'keypress', 'submit'];
  for (const type of types) document.addEventListener(type, ({ isTrusted }) => seen.push(isTrusted ? type : `own ${type}`), true);
}

const test = base.extend({
  startedSandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
    async ({}, use) => {
      const sandbox = await createSandbox({ sites: [ownCrmSite, pickSite] });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
});

/** A page with the teaching script in it, asked as our own pages ask. */
interface Taught extends OverlayReader {
  readonly page: Page;
  ask<T>(name: keyof TeachProtocol, data?: object): Promise<T>;
  inject(): Promise<void>;
  seen(): Promise<string[]>;
}

async function teachOn(browser: ExtensionBrowser, url: string): Promise<Taught> {
  await allow(browser, `${new URL(url).origin}/*`);
  const page = await browser.context.newPage();
  await page.goto(url);
  const worker = await browser.background();
  // The page's tab is the newest.
  const tabId = await worker.evaluate(async () => Math.max(...(await chrome.tabs.query({})).map(({ id = 0 }) => id)));
  const inject = async () => {
    await worker.evaluate((id) => chrome.scripting.executeScript({ target: { tabId: id }, files: ['/teach.js'] }), tabId);
  };
  await inject();
  return {
    page,
    inject,
    async ask(name, data) {
      const message = { id: 1, type: name, data, timestamp: Date.now() };
      const answer = await worker.evaluate(({ id, sent }) => chrome.tabs.sendMessage(id, sent), { id: tabId, sent: message });
      if (answer?.err) throw new Error(JSON.stringify(answer.err));
      return answer?.res;
    },
    ...(await overlayOf(page)),
    seen: () => page.evaluate(() => Reflect.get(globalThis, 'seen') as string[]),
  };
}

/** What the panel asks for in the click that begins the teaching. */
async function allow(browser: ExtensionBrowser, pattern: string): Promise<void> {
  await browser.grant([pattern]);
  const options = await browser.openOptions();
  expect(await options.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern)).toBe(true);
  await options.close();
}

/** Begins to pick, once the overlay stands on the page. */
async function picking(taught: Taught, field: string): Promise<{ picked: Promise<PickedField | null> }> {
  const picked = taught.ask<PickedField | null>('pick', { field });
  await expect.poll(taught.label).toMatch(/point at it\. Tab moves on, Enter takes, Escape stops\.$/);
  return { picked };
}

test('what is pointed at is framed, said and taken, and the page sees none of it', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { page, label } = taught;
  const { picked } = await picking(taught, 'phone');
  await page.locator('#call svg').hover();
  await expect.poll(label).toBe('Phone: +14155550142');
  await page.locator('h1').hover();
  await expect.poll(label).toBe('Nothing to take here');
  // A click where nothing can be taken takes nothing.
  await page.locator('h1').click({ force: true });
  await page.locator('#call span').click();
  expect(await picked).toMatchObject({ value: '+14155550142', anchors: [{ kind: 'attribute', value: 'call' }, { kind: 'link' }, {}] });
  expect(page.url()).toBe(PAGE);
  expect(await taught.seen()).toEqual([]);
  expect(await label()).toBeUndefined();
  // Afterwards the page is its own again.
  await page.locator('h1').click();
  expect(await taught.seen()).toContain('click');
});

test('inputs are taken whole, by their label and where they are disabled too', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const first = await picking(taught, 'email');
  await taught.page.getByText('E-mail').click({ position: { x: 5, y: 8 } });
  expect(await first.picked).toMatchObject({ value: 'maria@bayside.test' });
  const second = await picking(taught, 'email');
  await taught.page.locator('#disabled').click({ force: true });
  expect(await second.picked).toMatchObject({ value: 'off@bayside.test' });
});

test('Tab and the arrows walk through what can be taken, Enter takes it, Escape gives up', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { page, label } = taught;
  const { picked } = await picking(taught, 'email');
  await page.bringToFront();
  await page.keyboard.press('Tab');
  await expect.poll(label).toBe('E-mail: maria@bayside.test');
  await page.keyboard.press('ArrowDown');
  await expect.poll(label).toBe('E-mail: off@bayside.test');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(label).toBe('E-mail: maria@bayside.test');
  await page.keyboard.press('Enter');
  expect(await picked).toMatchObject({ value: 'maria@bayside.test' });
  const again = await picking(taught, 'email');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  expect(await again.picked).toBeNull();
  expect(await label()).toBeUndefined();
  expect(await taught.seen()).toEqual([]);
});

test('a page cannot click for the person, and keeps its own events', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { picked } = await picking(taught, 'phone');
  await taught.page.evaluate(() => {
    document.querySelector<HTMLElement>('#button')?.click();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await taught.page.locator('#call').hover();
  await expect.poll(taught.label).toBe('Phone: +14155550142');
  expect(await taught.seen()).toEqual(['own click', 'own keydown']);
  await taught.ask('cancelPick');
  expect(await picked).toBeNull();
  expect(await taught.label()).toBeUndefined();
});

test('the overlay stands above dialogs of the page, and no style of the page reaches it', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { picked } = await picking(taught, 'email');
  await taught.page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.showModal());
  await taught.page.locator('#dialog p').hover();
  await expect.poll(taught.label).toBe('E-mail: second@bayside.test');
  const host = await taught.page.evaluate(() => {
    const element = document.querySelector('html > [popover]');
    const style = element && getComputedStyle(element);
    return [element?.matches(':popover-open'), style?.display, style?.opacity, style?.pointerEvents];
  });
  expect(host).toEqual([true, 'block', '1', 'none']);
  expect(await taught.topmost()).toEqual(expect.arrayContaining(['popover', 'manual']));
  await taught.page.locator('#dialog p').click();
  expect(await picked).toMatchObject({ value: 'second@bayside.test' });
});

test('all that the overlay says can be read, in a narrow window and at its edge too', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { page } = taught;
  await page.setViewportSize({ width: 300, height: 400 });
  await page.locator('h1').evaluate((heading) => {
    heading.textContent = 'María del Carmen Gómez-Fernández de la Torre y Ruiz de Velasco';
    heading.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 90px; height: 40px; margin: 0; overflow: hidden';
  });
  const { picked } = await picking(taught, 'name');
  expect(await taught.isLabelWhole()).toBe(true);
  await page.locator('h1').hover();
  await expect.poll(taught.label).toMatch(/^Name: María .* Velasco$/);
  expect(await taught.isLabelWhole()).toBe(true);
  await taught.ask('cancelPick');
  expect(await picked).toBeNull();
});

test('a second script takes the place of the first', async ({ alongside }) => {
  const taught = await teachOn(alongside, PAGE);
  const { picked } = await picking(taught, 'email');
  await taught.inject();
  expect(await picked).toBeNull();
  expect(await taught.label()).toBeUndefined();
  expect(await taught.ask<Proposal>('propose')).toMatchObject({ url: PAGE });
});

test('a CRM of web components and frames is taught by pointing, and proven on a second record', async ({ alongside }) => {
  const taught = await teachOn(alongside, ownCrmUrl(maria));
  const { page } = taught;
  const proposal = await taught.ask<Proposal>('propose');
  expect(proposal.fields.email?.value).not.toBe('tom@harborgroup.test');

  async function point(field: string, click: () => Promise<void>): Promise<PickedField> {
    const { picked } = await picking(taught, field);
    await click();
    const answer = await picked;
    if (!answer) throw new Error(`${field} was not taken`);
    return answer;
  }
  const fields = {
    name: await point('name', () => page.getByRole('heading', { name: 'Maria Gomez' }).click()),
    email: await point('email', () => page.locator('hp-value').getByText(maria.email).click()),
    phone: await point('phone', () => page.frameLocator('iframe').getByText(maria.phone).click()),
  };
  expect(page.url()).toBe(ownCrmUrl(maria));
  const first: Lesson = { url: page.url(), label: 'Harbor People', fields };
  const rule = makeRule(first, 0);
  if (!rule) throw new Error('Nothing was learnt.');

  await page.getByRole('link', { name: 'Daniel Okafor' }).click();
  await expect(page.getByRole('heading', { name: 'Daniel Okafor' })).toBeVisible();
  await expect(page.frameLocator('iframe').getByText(daniel.phone)).toBeVisible();
  const reading = await taught.ask<RuleReading>('tryRule', { rule });
  expect(reading).toMatchObject({
    isRecordPage: true,
    recordId: String(daniel.id),
    values: { name: 'Daniel Okafor', email: daniel.email, phone: daniel.phone },
  });
  expect(checkRule(rule, first, reading)).toMatchObject({ changed: ['name', 'email', 'phone'], unchanged: [], missing: [], problem: null });
});
