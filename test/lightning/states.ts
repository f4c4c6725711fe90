import type { Page } from '@playwright/test';
import type { Detection } from '../../lib/crm/adapter.ts';
import { type SalesforceRecord, salesforceRecords } from '../sandbox/crm/salesforce-records.ts';
import { type RenderedOptions, recordPath, renderedUrl, type Shadow } from '../sandbox/crm/salesforce-rendered.ts';

const { maria, daniel, aisha, jonas, ines, hanako, bayside } = salesforceRecords;

/** A moment of a rendered page that is kept as a fixture. */
export interface State {
  /** Part of the fixture's file name. */
  readonly name: string;
  /** The path in the address when the moment is taken. */
  readonly path: string;
  /** In a console, the workspace in the address. */
  readonly workspace?: string;
  /** What an adapter must answer, by what the record holds and the page shows. */
  readonly expect: Detection;
  /** Leads an empty tab to that moment. */
  readonly reach: (page: Page, shadow: Shadow) => Promise<void>;
}

const of = (record: SalesforceRecord, told: { name?: string; company?: string; emails?: string[]; phones?: string[] }): Detection => ({
  status: 'contact',
  contact: { crm: 'salesforce', recordId: record.id, emails: [], phones: [], ...told },
});

const ofMaria = { name: 'Ms. Maria Gomez', company: 'Bayside Orthodontics', emails: [maria.email], phones: [maria.mobile, maria.phone] };
const ofDaniel = { name: 'Dr. Daniel Okafor', company: 'Bayside Orthodontics', emails: [daniel.email], phones: [daniel.phone] };
/** A lead opens on its activity. Its highlights show a company too, but only the label, in some language, says which value is it. */
const ofJonas = { name: 'Jonas Weber', emails: [jonas.email], phones: [jonas.phone] };

/** Until the heading names the record. Its name is put into a slot, so it is not inside the heading with native shadow. */
async function untilNamed(page: Page, { name }: SalesforceRecord): Promise<void> {
  await page.locator('.lafPageHost [slot="primaryField"]', { hasText: name }).filter({ visible: true }).first().waitFor();
}

async function untilDetailed(page: Page): Promise<void> {
  await page.locator('records-base-record-form,flexipage-field').filter({ visible: true }).first().waitFor();
  // The table draws its rows after it has measured itself.
  await page.locator('tr[data-row-key-value]').filter({ visible: true }).first().waitFor();
}

/** Opens a contact's page and waits until all of it is drawn. */
async function open(page: Page, shadow: Shadow, record: SalesforceRecord, options: RenderedOptions = {}): Promise<void> {
  await page.goto(renderedUrl(recordPath(record), shadow, options));
  await untilNamed(page, record);
  if (record.object === 'Contact') await untilDetailed(page);
}

function view(name: string, record: SalesforceRecord, expect: Detection, options: RenderedOptions = {}): State {
  return { name, path: recordPath(record), expect, reach: (page, shadow) => open(page, shadow, record, options) };
}

/** Longer than any snapshot takes: the next part of a late page is not drawn meanwhile. */
const LATE = 60_000;

const late: readonly State[] = [
  {
    name: 'late-fields-before',
    path: recordPath(daniel),
    expect: { status: 'pending' },
    async reach(page, shadow) {
      await page.clock.install();
      await page.goto(renderedUrl(recordPath(maria), shadow, { slow: LATE }));
      await page.locator('records-stencil').waitFor({ state: 'attached' });
      await page.clock.runFor(2 * LATE);
      await untilDetailed(page);
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
      await page.clock.runFor(1000);
      await page.locator('.oneContent.active records-stencil').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'late-fields-after',
    path: recordPath(daniel),
    expect: of(daniel, ofDaniel),
    async reach(page, shadow) {
      await late[0]?.reach(page, shadow);
      await page.clock.runFor(2 * LATE);
      await untilNamed(page, daniel);
      await untilDetailed(page);
    },
  },
  {
    name: 'address-ahead',
    path: recordPath(daniel),
    expect: { status: 'pending' },
    async reach(page, shadow) {
      await open(page, shadow, maria, { swap: LATE });
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
      await page.waitForURL(`**${recordPath(daniel)}**`);
    },
  },
];

const overlays: readonly State[] = [
  {
    name: 'inline-edit',
    path: recordPath(maria),
    expect: of(maria, ofMaria),
    async reach(page, shadow) {
      await open(page, shadow, maria);
      await page.getByRole('button', { name: 'Edit Email' }).click();
      await page.locator('input[name="Email"]').waitFor();
    },
  },
  {
    name: 'modal-over-record',
    path: recordPath(maria),
    expect: of(maria, ofMaria),
    async reach(page, shadow) {
      await open(page, shadow, maria);
      await page.locator(`tr[data-row-key-value="${aisha.id}"]`).first().getByRole('button', { name: 'Edit' }).click();
      await page.locator('.isModal input[name="Phone"]').waitFor();
    },
  },
  {
    name: 'hover-card',
    path: recordPath(maria),
    expect: of(maria, ofMaria),
    async reach(page, shadow) {
      await open(page, shadow, maria);
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().hover();
      await page.locator('.forceHoverPanel records-base-record-form').waitFor();
    },
  },
];

const consoles: readonly State[] = [
  {
    name: 'console-two-tabs',
    path: recordPath(jonas),
    expect: of(jonas, ofJonas),
    async reach(page, shadow) {
      await open(page, shadow, maria, { app: 'console' });
      await page.getByRole('link', { name: 'Leads' }).click();
      await page.getByRole('gridcell').or(page.getByRole('rowheader')).getByRole('link', { name: 'Jonas Weber' }).click();
      await untilNamed(page, jonas);
    },
  },
  {
    name: 'console-subtab',
    path: recordPath(daniel),
    workspace: recordPath(maria),
    expect: of(daniel, ofDaniel),
    async reach(page, shadow) {
      await open(page, shadow, maria, { app: 'console' });
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
      await untilNamed(page, daniel);
      await untilDetailed(page);
    },
  },
  {
    name: 'console-tab-ahead',
    path: recordPath(daniel),
    workspace: recordPath(maria),
    expect: { status: 'pending' },
    async reach(page, shadow) {
      await open(page, shadow, maria, { app: 'console', swap: LATE });
      await page.getByRole('link', { name: 'Daniel Okafor' }).first().click();
      await page.getByRole('tab', { name: 'Daniel Okafor', selected: true }).waitFor();
    },
  },
];

/** All that is kept, in both kinds of shadow. */
export const states: readonly State[] = [
  view('contact-view', maria, of(maria, ofMaria)),
  view('lead-view', jonas, of(jonas, ofJonas)),
  {
    ...view('lead-details', jonas, of(jonas, { ...ofJonas, company: jonas.company })),
    async reach(page, shadow) {
      await open(page, shadow, jonas);
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.locator('records-base-record-form').waitFor();
    },
  },
  view('person-account', ines, of(ines, { name: 'Ms. Ines Duarte', emails: [ines.email], phones: [ines.mobile, ines.phone] })),
  view('business-account', bayside, {
    status: 'contact',
    contact: { crm: 'salesforce', recordId: bayside.id, kind: 'company', company: 'Bayside Orthodontics', emails: [], phones: [] },
  }),
  view('dynamic-forms', maria, of(maria, ofMaria), { forms: 'dynamic' }),
  view('click-to-dial', maria, of(maria, { ...ofMaria, phones: ['(415) 555-0143', '(415) 555-0142'] }), { telephone: 'on' }),
  view('masked-email', maria, of(maria, { ...ofMaria, emails: [] }), { mask: 'on' }),
  {
    ...view(
      'japanese',
      hanako,
      of(hanako, { name: '高橋 花子', company: 'Quayside Bakery', emails: [hanako.email], phones: [hanako.phone] }),
    ),
    async reach(page, shadow) {
      await page.goto(renderedUrl(recordPath(hanako), shadow, { lang: 'ja' }));
      await untilDetailed(page);
    },
  },
  ...overlays,
  ...consoles,
  ...late,
];
