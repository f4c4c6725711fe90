import type { BrowserContext, Page } from '@playwright/test';
import type { PanelProtocol } from '../../lib/messaging/panel.ts';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { payloads } from '../components/xss-payloads.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { contentWorldOf } from './content-world.ts';
import { expect, sectionsOf, seedIds, seedTokens, test } from './fixtures.ts';

const { maria, hostile } = seedIds.contacts;
const mariaUrl = salesforceUrl(salesforceRecords.maria);

/** The page's own, and the background's calls. */
const EXPECTED_HOSTS = ['harbor.lightning.force.com', 'services.leadconnectorhq.com'];

/** Every message that our own pages may send, as an attacker would send it. */
const forged: { readonly [Type in keyof PanelProtocol]: unknown } = {
  getConnection: undefined,
  connectWithToken: { token: seedTokens.northlight, locationId: seedIds.locations.northlight },
  connectWithOAuth: undefined,
  disconnect: undefined,
  allowWriting: undefined,
  getTab: { tabId: 1 },
  matchTab: { tabId: 1, recordId: salesforceRecords.maria.id },
  linkContact: { crm: 'salesforce', recordId: salesforceRecords.maria.id, contactId: hostile },
  refindContact: { tabId: 1, recordId: salesforceRecords.maria.id, contactId: maria },
  normalisePhones: { phones: ['+1 555 010 0199'] },
  read: { endpoint: 'contacts.get', input: { contactId: maria } },
  takeIntent: { tabId: 1 },
  outboxChanged: undefined,
};

test.describe('text of strangers', () => {
  test('hostile notes, tasks, tags and names are shown as text and run nothing', async ({ connected, openWithPanel, sandbox }) => {
    const { notes, tasks } = sandbox.state;
    const some = payloads.filter((_, index) => index % 4 === 0);
    for (const [index, body] of some.entries()) {
      notes.set(`note${index}`, { id: `note${index}`, contactId: hostile, body, pinned: false, dateAdded: Date.now() - index });
    }
    for (const [index, title] of some.slice(0, 40).entries()) {
      const facts = { contactId: hostile, locationId: seedIds.locations.harbor, dueDate: Date.now() + index, completed: false };
      tasks.set(`task${index}`, { id: `task${index}`, title, body: title, dateAdded: Date.now(), ...facts });
    }
    const watched = watch(connected.context);
    const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.eve));
    const { heading, tags, notes: shownNotes, tasks: shownTasks } = sectionsOf(panel);
    await expect(heading).toHaveText('Eve <b>Mallory</b>');
    await expect(tags).toContainText('<img src=x onerror=alert(1)>');
    await expect(shownTasks.getByRole('checkbox')).toHaveCount(40);
    const more = shownNotes.getByRole('button', { name: /^Show \d+ more of \d+$/ });
    await more.first().waitFor();
    while ((await more.count()) > 0) await more.first().click();
    await expect(shownNotes.getByText('Before', { exact: true })).toBeVisible();
    await expect(shownNotes.getByText('After', { exact: true })).toBeVisible();
    expect(await dangersIn(panel)).toEqual([]);
    expect(await panel.evaluate(() => [document.title, '__ran' in globalThis])).toEqual(['Alongside', false]);
    expect(watched.dialogs).toEqual([]);
    expect(watched.hosts()).toEqual(EXPECTED_HOSTS);
  });

  test('a page that lies about its contact is shown as text too', async ({ connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const name = '<img src=x onerror="globalThis.__ran=1">';
    const contact = { crm: 'salesforce', recordId: '003000000000000AAA', name, emails: ['nobody@nowhere.test'], phones: [] };
    const facts = { crm: 'salesforce', url: mariaUrl, detection: { status: 'contact', contact } };
    await world.run(`chrome.runtime.sendMessage(${message('pageFacts', facts)})`);
    await expect(panel.getByRole('heading', { level: 1 })).toContainText(name);
    expect(await dangersIn(panel)).toEqual([]);
    expect(await panel.evaluate(() => '__ran' in globalThis)).toBe(false);
  });

  test('the panel has no way to make text into code or markup, nor to reach another host', async ({ connected: _, openWithPanel }) => {
    const { panel } = await openWithPanel(mariaUrl);
    const refused = await panel.evaluate(async () => {
      const tries: Record<string, () => unknown> = {
        innerHTML: () => Object.assign(document.createElement('p'), { innerHTML: '<b>x</b>' }),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
        parser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        script: () => Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }),
        timer: () => setTimeout('globalThis.__ran = 1'),
        policy: () =>
          (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy(
            'any',
            {},
          ),
        fetch: () => fetch('https://example.com/'),
      };
      const outcomes = Object.entries(tries).map(async ([name, attempt]) => {
        try {
          await attempt();
          return [name, 'allowed'];
        } catch (error) {
          return [name, error instanceof Error ? error.name : 'refused'];
        }
      });
      return Object.fromEntries(await Promise.all(outcomes));
    });
    const { fetch: fetched, ...sinks } = refused;
    expect(fetched).toBe('TypeError');
    expect(new Set(Object.values(sinks))).toEqual(new Set(['TypeError']));
    expect(Object.keys(sinks)).toHaveLength(6);
  });

  test('nothing is asked of any host but HighLevel and the page’s own', async ({ connected, openWithPanel, sandbox }) => {
    const watched = watch(connected.context);
    const { panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).tasks.getByRole('checkbox').first()).toBeVisible();
    await expect(sectionsOf(panel).business.getByRole('heading').first()).toBeVisible();
    expect(watched.hosts()).toEqual(EXPECTED_HOSTS);
    expect(new Set(sandbox.log.map(({ host }) => host))).toEqual(new Set(['services.leadconnectorhq.com']));
  });
});

test.describe('a page that was taken over', () => {
  test('reads no token and no contact from where content scripts live', async ({ connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const read = (area: string) => world.run(`return chrome.storage.${area}.get(null).then(JSON.stringify, () => 'refused')`);
    expect(await read('local')).toBe('refused');
    expect(await read('session')).toBe('refused');
    // The page's own databases, of which there are none; the extension's are another origin's.
    expect(await world.run('return indexedDB.databases()')).toEqual([]);
  });

  test('moves nothing by messages that only our own pages may send', async ({ connected, sandbox }) => {
    // Without a panel nothing but the attack could ask anything of HighLevel.
    const page = await connected.context.newPage();
    await page.goto(mariaUrl);
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const calls = sandbox.log.length;
    for (const [type, data] of Object.entries(forged)) {
      const answer = await world.run<{ res?: object }>(`return chrome.runtime.sendMessage(${message(type, data)})`);
      expect(answer.res, type).toEqual({ ok: false, error: { code: 'unexpected', detail: 'not a page of ours' } });
    }
    expect(sandbox.log).toHaveLength(calls);
    expect(sandbox.ledger).toHaveLength(0);
    const panel = await connected.openPanel(page);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  });

  test('moves nothing by messages of no known form, and the background lives on', async ({ connected, sandbox }) => {
    // Without a panel nothing but the attack could ask anything of HighLevel.
    const page = await connected.context.newPage();
    await page.goto(mariaUrl);
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const calls = sandbox.log.length;
    const odd = [
      null,
      7,
      'read',
      [],
      {},
      { __proto__: { type: 'read' } },
      { status: 'contact' },
      { crm: 'salesforce', url: 'https://evil.example/', detection: { status: 'none' } },
    ];
    const types = ['pageFacts', 'constructor', '__proto__', 'toString', '', 'read '];
    const messages = types.flatMap((type) => odd.map((data) => message(type, data))).concat(odd.map((data) => JSON.stringify(data)));
    for (const each of messages) await world.run(`return chrome.runtime.sendMessage(${each}).then(() => 0, () => 0)`);
    expect(sandbox.log).toHaveLength(calls);
    const panel = await connected.openPanel(page);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  });

  test('cannot pretend to be another site’s page', async ({ connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const contact = { crm: 'salesforce', recordId: salesforceRecords.daniel.id, emails: ['daniel@bayside.test'], phones: [] };
    const facts = {
      crm: 'salesforce',
      url: salesforceUrl(salesforceRecords.daniel).replace('harbor.', 'evil.'),
      detection: { status: 'contact', contact },
    };
    // The page goes on being watched, as its next report may be sound; this one is not taken.
    expect(await world.run(`return chrome.runtime.sendMessage(${message('pageFacts', facts)})`)).toEqual({ res: 'watch' });
    expect(JSON.stringify(await (await connected.background()).evaluate(() => chrome.storage.session.get()))).not.toContain('daniel@');
    await panel.reload();
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
  });
});

test.describe('a page of a site that is not read', () => {
  test('is told to stop, and nothing it reports is kept', async ({ connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    await panel.getByRole('switch', { name: 'Read this site: Salesforce' }).click();
    await expect(panel.getByText('Alongside is paused on Salesforce.')).toBeVisible();
    const contact = { crm: 'salesforce', recordId: salesforceRecords.maria.id, emails: ['maria@bayside.test'], phones: [] };
    const facts = { crm: 'salesforce', url: mariaUrl, detection: { status: 'contact', contact } };
    expect(await world.run(`return chrome.runtime.sendMessage(${message('pageFacts', facts)})`)).toEqual({ res: 'stop' });
    expect(await keptReports(connected)).not.toContain('maria@');
  });

  test('gets no rule but its own, and that only while it is read', async ({ connected }) => {
    const own = 'https://evil.lightning.force.com';
    const other = 'https://crm.example.com';
    await teach(connected, [other]);
    const page = await openFreePage(connected.context);
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const ask = (data?: unknown) => world.run<{ res?: object }>(`return chrome.runtime.sendMessage(${message('taughtRule', data)})`);
    for (const data of [undefined, other, { origin: other }]) expect(await ask(data)).toEqual({ res: null });
    await teach(connected, [other, own]);
    // The background hears of what was stored a moment later.
    await expect.poll(async () => (await ask({ origin: other })).res).toMatchObject({ origin: own });
    await teach(connected, [other, own], true);
    await expect.poll(() => ask()).toEqual({ res: null });
  });

  test('cannot speak for another CRM: a report in its name is not taken', async ({ connected, openWithPanel }) => {
    const { page, panel } = await openWithPanel(mariaUrl);
    await expect(sectionsOf(panel).heading).toHaveText('Maria Gomez');
    const world = await contentWorldOf(connected.context, page, connected.extensionId);
    const contact = { crm: 'saleshandy', recordId: 'email:daniel@bayside.test', emails: ['daniel@bayside.test'], phones: [] };
    for (const crm of ['saleshandy', 'salesforce']) {
      const facts = { crm, url: mariaUrl, detection: { status: 'contact', contact } };
      expect(await world.run(`return chrome.runtime.sendMessage(${message('pageFacts', facts)})`)).toEqual({ res: 'watch' });
    }
    expect(await keptReports(connected)).not.toContain('daniel@');
  });
});

test.describe('a hostile site', () => {
  test('cannot frame a page of ours', async ({ connected }) => {
    const page = await openFreePage(connected.context);
    for (const file of ['sidepanel.html', 'options.html']) {
      const source = `chrome-extension://${connected.extensionId}/${file}`;
      await page.evaluate(async (src) => {
        const frame = Object.assign(document.createElement('iframe'), { src });
        const settled = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await settled;
      }, source);
    }
    const shown = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => location.protocol)),
    );
    expect(shown).toEqual(['chrome-error:', 'chrome-error:']);
  });

  test('cannot tell that the extension is there', async ({ connected }) => {
    await connected.context.addInitScript(listenForScripts, connected.extensionId);
    const page = await openFreePage(connected.context);
    // Our script is there by now.
    await contentWorldOf(connected.context, page, connected.extensionId);
    const files = ['manifest.json', 'sidepanel.html', 'options.html', 'background.js', 'salesforce.js', 'icon/128.png'];
    const seen = await page.evaluate(
      async ({ id, paths }) => ({
        files: await Promise.all(
          paths.map((path) =>
            fetch(`chrome-extension://${id}/${path}`).then(
              () => true,
              () => false,
            ),
          ),
        ),
        canMessage: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
        markup: document.documentElement.outerHTML,
        heard: Reflect.get(globalThis, 'heard'),
      }),
      { id: connected.extensionId, paths: files },
    );
    expect(seen.files).toEqual(files.map(() => false));
    expect(seen.canMessage).toBe('undefined');
    expect(seen.markup).toBe(FREE_PAGE);
    expect(seen.heard).toEqual([]);
  });

  test('moves nothing by posting our messages to its own window', async ({ connected, sandbox }) => {
    const page = await openFreePage(connected.context);
    const calls = sandbox.log.length;
    await page.evaluate((all) => {
      for (const [type, data] of Object.entries(all)) window.postMessage({ id: 1, type, data, timestamp: Date.now() }, '*');
    }, forged);
    const options = await connected.openOptions();
    await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
    // The options read the location's tags, whatever a page does.
    expect(sandbox.log.slice(calls).filter(({ path }) => !path.endsWith('/tags'))).toEqual([]);
  });
});

/** Runs in the page, before any script: notes what extension frameworks say of a script's start on the page's own document. */
function listenForScripts(id: string) {
  const heard: string[] = [];
  Reflect.set(globalThis, 'heard', heard);
  window.addEventListener('message', () => heard.push('message'));
  for (const script of ['salesforce', 'taught', 'teach']) {
    for (const word of ['content-script-started', 'script-started']) {
      document.addEventListener(`${id}:${script}:wxt:${word}`, ({ type }) => heard.push(type));
    }
  }
}

async function keptReports(browser: ExtensionBrowser): Promise<string> {
  return JSON.stringify(await (await browser.background()).evaluate(() => chrome.storage.session.get()));
}

/** Stores a rule for each origin, as the options page does. */
async function teach(browser: ExtensionBrowser, origins: readonly string[], isPaused = false): Promise<void> {
  const fields = { email: [{ kind: 'label', text: 'E-mail' }] };
  const rest = { version: 1, label: 'Taught', path: '/:id', recordId: { from: 'path', at: 0 }, fields, taughtAt: 1 };
  const taughtSites = origins.map((origin) => ({ rule: { ...rest, origin }, isPaused }));
  await (await browser.background()).evaluate((all) => chrome.storage.local.set({ taughtSites: all }), taughtSites);
}

function message(type: string, data: unknown): string {
  return JSON.stringify({ id: 1, type, data, timestamp: 1 });
}

const FREE_PAGE = '<html lang="en"><head><title>Any page</title></head><body></body></html>';

/** A page under a host where the content script runs, without a policy of its own that would stop the attack instead of us. */
async function openFreePage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const address = 'https://evil.lightning.force.com/lightning/n/attack';
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${FREE_PAGE}` }));
  await page.goto(address);
  return page;
}

/** Everything in the panel's document that could run or fetch something. */
function dangersIn(panel: Page): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const ours = element.parentElement === document.head;
      const names = element.getAttributeNames();
      const runs = names.filter(
        (name) => name.startsWith('on') || /^\s*(javascript|data|vbscript|blob):/i.test(element.getAttribute(name) ?? ''),
      );
      const isActive = element.matches('script,style,link,iframe,frame,object,embed,img,video,audio,base,meta,form[action]');
      return runs.length > 0 || (isActive && !ours) ? [element.outerHTML.slice(0, 200)] : [];
    }),
  );
}

/** Dialogs and requests of every page of the browser from now on. */
function watch(context: BrowserContext) {
  const dialogs: string[] = [];
  const hosts = new Set<string>();
  context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  // The extension's own files have its id for a host.
  return { dialogs, hosts: () => [...hosts].filter((host) => !/^[a-p]{32}$/.test(host)).sort() };
}
