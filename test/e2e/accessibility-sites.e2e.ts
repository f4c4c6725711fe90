import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { ownCrmUrl } from '../sandbox/crm/own-crm.ts';
import { crmPeople } from '../sandbox/crm/people.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { saleshandyUrls } from '../sandbox/crm/saleshandy.ts';
import { expectAccessible, PANEL_WIDTHS } from './accessible.ts';
import { connectWithToken, expect, test } from './fixtures.ts';

const { maria } = crmPeople;
const ORIGIN = 'https://crm.example.com';
const PATTERN = `${ORIGIN}/*`;
const SALESFORCE = ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'];
/** As long as names come. */
const LONG = {
  site: 'Harbor People and Partners: Customer Relationship Workspace, West Coast',
  name: 'María del Carmen Gómez-Fernández de la Torre y Ruiz de Velasco',
  email: 'maria.del.carmen.gomez-fernandez@patients.bayside-orthodontics.test',
};

interface Stage {
  readonly browser: ExtensionBrowser;
  readonly open: (url: string) => Promise<{ page: Page; panel: Page }>;
}

interface State {
  readonly name: string;
  /** Brings the panel there, and waits until it is there. */
  readonly reach: (stage: Stage) => Promise<Page>;
}

const states: readonly State[] = [
  {
    name: 'a site that is off',
    reach: async ({ open }) => {
      const { panel } = await open(saleshandyUrls.prospects);
      await panel.getByRole('button', { name: 'Switch on Saleshandy' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a site that is paused',
    reach: async ({ open }) => {
      const { panel } = await open(salesforceUrl(salesforceRecords.maria));
      await panel.getByRole('switch', { name: 'Read this site: Salesforce' }).click();
      await panel.getByRole('button', { name: 'Go on reading' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a site that is blocked',
    reach: async ({ browser, open }) => {
      const { page, panel } = await open(salesforceUrl(salesforceRecords.maria));
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Maria Gomez');
      await browser.revoke(SALESFORCE);
      await page.bringToFront();
      await panel.getByRole('button', { name: 'Allow' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a site that is not read',
    reach: async ({ open }) => {
      const { panel } = await open(ownCrmUrl(maria));
      await panel.getByRole('button', { name: 'Teach this page' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a site that looks like Salesforce',
    reach: async ({ open }) => {
      const { panel } = await open(salesforceUrl(salesforceRecords.maria).replace('harbor.lightning.force.com', 'crm.acme.example'));
      await panel.getByRole('button', { name: 'Read it as Salesforce' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a page whose address is not seen',
    reach: async ({ browser, open }) => {
      const { panel } = await open(salesforceUrl(salesforceRecords.maria));
      const other = await browser.context.newPage();
      await other.goto(ownCrmUrl(maria));
      await panel.getByRole('textbox', { name: 'Site address' }).fill('http://crm.acme.example');
      await panel.getByRole('button', { name: 'Teach this page' }).click();
      await panel.getByRole('alert').waitFor();
      return panel;
    },
  },
  {
    name: 'a page that is not read yet',
    reach: async ({ open }) => {
      const { page, panel } = await open(salesforceUrl(salesforceRecords.maria, { swap: 3_600_000 }));
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
      await panel.getByRole('heading', { level: 1, name: 'Reading the page' }).waitFor();
      return panel;
    },
  },
  {
    name: 'a page that does not say who it shows',
    reach: async (stage) => {
      await keepRule(stage.browser, 0);
      const { panel } = await stage.open(ownCrmUrl(maria, 'new'));
      await panel.getByText('This page does not say who it shows.').waitFor();
      await panel.getByRole('button', { name: 'More about this page' }).click();
      return panel;
    },
  },
  {
    name: 'a page that changed',
    reach: async (stage) => {
      await keepRule(stage.browser, 2);
      const { panel } = await stage.open(ownCrmUrl(maria, 'new'));
      await panel.getByText('This page changed').waitFor();
      return panel;
    },
  },
  {
    name: 'several people',
    reach: async ({ browser, open }) => {
      await browser.switchOn('Saleshandy');
      const { page, panel } = await open(`${saleshandyUrls.inbox}?contact=closed`);
      await panel.getByRole('heading', { name: 'Several people share this page' }).waitFor();
      await page.bringToFront();
      return panel;
    },
  },
  {
    name: 'a company',
    reach: async ({ open }) => {
      const { panel } = await open(salesforceUrl(salesforceRecords.bayside));
      await expect(panel.getByText('This page shows a company')).toBeVisible();
      return panel;
    },
  },
  {
    name: 'teaching, the permission',
    reach: async ({ open }) => {
      const { panel } = await open(ownCrmUrl(maria));
      await panel.getByRole('button', { name: 'Teach this page' }).click();
      await panel.getByRole('button', { name: 'Allow this site' }).waitFor();
      return panel;
    },
  },
  { name: 'teaching, the first record', reach: async (stage) => (await firstRecord(stage)).panel },
  {
    name: 'teaching, pointing',
    reach: async (stage) => {
      const { panel } = await firstRecord(stage);
      await panel.getByRole('button', { name: 'Point at it: E-mail' }).click();
      await panel.getByText('Escape stops.').waitFor();
      return panel;
    },
  },
  {
    name: 'teaching, too little',
    reach: async (stage) => {
      const { panel } = await firstRecord(stage);
      for (const field of ['Name', 'E-mail']) await panel.getByRole('checkbox', { name: field }).uncheck();
      await panel.getByText('Use at least').waitFor();
      return panel;
    },
  },
  {
    name: 'teaching, still the first record',
    reach: async (stage) => {
      const { panel } = await secondStep(stage);
      return panel;
    },
  },
  {
    name: 'teaching, a field that does not hold',
    reach: async (stage) => {
      const { page, panel } = await secondStep(stage);
      await page.getByRole('link', { name: 'Daniel Okafor' }).click();
      await page.getByRole('heading', { name: 'Daniel Okafor' }).waitFor();
      await writeLong(page);
      await panel.getByText('it may be your own').waitFor();
      return panel;
    },
  },
  {
    name: 'teaching, all of it holds',
    reach: async (stage) => {
      const { page, panel } = await secondStep(stage);
      await page.getByRole('link', { name: 'Daniel Okafor' }).click();
      await panel.getByText('All of it changed.').waitFor();
      return panel;
    },
  },
  {
    name: 'teaching, elsewhere',
    reach: async (stage) => {
      const { page, panel } = await secondStep(stage);
      await page.goto(salesforceUrl(salesforceRecords.maria));
      await panel.getByText('You are teaching').waitFor();
      await panel.getByRole('heading', { name: 'Maria Gomez' }).waitFor();
      return panel;
    },
  },
];

for (const { name, reach } of states) {
  test(`${name}: nothing for axe to find, in both themes, at every width`, async ({ alongside, openWithPanel }) => {
    await connectWithToken(alongside);
    await alongside.switchOn('Salesforce');
    const panel = await reach({ browser: alongside, open: openWithPanel });
    await expectAccessible(panel, name, PANEL_WIDTHS);
  });
}

test('options, taught sites: nothing for axe to find, in both themes, at every width', async ({ connected }) => {
  await keepRule(connected, 3);
  const options = await connected.openOptions();
  await options.getByText("Your company's own addresses").click();
  await options.getByRole('button', { name: /^Remove Harbor/ }).click();
  await options.getByLabel('Import a site').setInputFiles(jsonFile(rule('https://people.example.com')));
  await options.getByRole('button', { name: 'Allow and keep' }).waitFor();
  await expectAccessible(options, 'options taught', [320, 700, 1280]);
  await options.getByRole('button', { name: /^Edit Harbor/ }).click();
  await options.getByLabel('Import a site').setInputFiles(jsonFile({ ...rule(ORIGIN), origin: 'https://*', script: 1 }));
  await options.getByText('This file is not a rule').waitFor();
  await expectAccessible(options, 'options taught, edited', [320, 700, 1280]);
});

const jsonFile = (content: object) => ({ name: 'site.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });

const rule = (origin: string) => ({
  version: 1,
  origin,
  label: LONG.site,
  path: '/app/people/:id',
  recordId: { from: 'path', at: 2 },
  fields: { name: [{ kind: 'label', text: 'Full name' }], email: [{ kind: 'label', text: 'Email' }] },
  taughtAt: 1,
});

/** A rule with a long name, and so many records in a row that it could not read. */
async function keepRule(browser: ExtensionBrowser, failures: number): Promise<void> {
  await browser.grant([PATTERN]);
  const options = await browser.openOptions();
  await options.evaluate((origin) => {
    document.addEventListener('click', () => void chrome.permissions.request({ origins: [origin] }), { once: true });
  }, PATTERN);
  await options.getByRole('heading', { level: 1 }).click();
  await expect.poll(() => options.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), PATTERN)).toBe(true);
  const siteHealth = { [ORIGIN]: { successes: 41, failures, missing: ['name', 'email'] } };
  await options.evaluate((kept) => chrome.storage.local.set(kept), { taughtSites: [{ rule: rule(ORIGIN), isPaused: false }], siteHealth });
  await options.close();
}

async function firstRecord({ browser, open }: Stage) {
  await browser.grant([PATTERN]);
  const { page, panel } = await open(ownCrmUrl(maria));
  await writeLong(page);
  await panel.getByRole('button', { name: 'Teach this page' }).click();
  await panel.getByRole('button', { name: 'Allow this site' }).click();
  await panel.getByText(LONG.email).waitFor();
  await panel.getByRole('button', { name: 'Point at it: Name' }).click();
  await panel.getByText('Escape stops.').waitFor();
  await page.locator('h1').click();
  await panel.getByText(LONG.name).waitFor();
  return { page, panel };
}

async function secondStep(stage: Stage) {
  const opened = await firstRecord(stage);
  await opened.panel.getByRole('button', { name: 'Next' }).click();
  await opened.panel.getByText('This is still the first record.').waitFor();
  return opened;
}

/** Gives the person on the page long names. */
async function writeLong(page: Page): Promise<void> {
  await page.locator('h1').evaluate((element, words) => element.replaceChildren(words), LONG.name);
  await page.evaluate((words) => {
    document.title = `${words} – Harbor People`;
  }, LONG.name);
  await page.locator('hp-value a').evaluate((element, words) => {
    element.setAttribute('href', `mailto:${words}`);
    element.replaceChildren(words);
  }, LONG.email);
}
