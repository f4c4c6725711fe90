// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { pairsOf } from '@/lib/crm/form/boxes.ts';
import { boundedFields, type MeantRecord } from '@/lib/crm/form/field.ts';
import { readForm } from '@/lib/crm/form/page-form.ts';
import type { Leaf, Part } from '@/lib/crm/generic/outline.ts';
import { readFixture, readFixtures, showPage } from '../page.ts';

/** What the fixture's page shows of the record it is said to show. */
function read(file: string, other: Partial<MeantRecord> = {}) {
  const fixture = readFixture(file);
  const [expected] = Object.values(fixture.expect);
  if (expected?.status !== 'contact') throw new Error(`${file} shows no contact`);
  showPage(fixture.html);
  const fields = readForm({ url: fixture.url, document }, { ...expected.contact, ...other });
  return fields && Object.fromEntries(fields.map(({ label, value }) => [label, value]));
}

const ofMaria = {
  Owner: 'Priya Shah',
  Phone: '+14155550142',
  Name: 'Ms. Maria Gomez',
  Mobile: '+14155550143',
  'Account Name': 'Bayside Orthodontics',
  Email: 'maria@bayside.test',
  Title: 'Office manager',
  'Reports To': 'Daniel Okafor',
  Fax: '+14155550149',
  'Asst. Phone': '+14155550148',
  'Created By': 'Priya Shah',
};

describe("Salesforce's own markup", () => {
  it.each([
    'salesforce--rendered-contact-view.html',
    'salesforce--rendered-contact-view-native.html',
    'salesforce--rendered-hover-card.html',
    'salesforce--rendered-dynamic-forms-native.html',
  ])('%s: every label with its value, in both kinds of shadow', (file) => {
    expect(read(file)).toEqual(ofMaria);
  });

  it('reads only the tab in front of a console', () => {
    expect(read('salesforce--rendered-console-two-tabs-native.html')).toEqual({
      Title: 'Account manager',
      Company: 'Marlow & Finch Insurance',
      Phone: '+12125550178',
      Email: 'jonas@marlowfinch.test',
      Website: 'https://marlowfinch.test/',
      Owner: 'Priya Shah',
    });
  });

  it.each(['salesforce--rendered-inline-edit.html', 'salesforce--rendered-inline-edit-native.html'])(
    '%s: the inputs of a record that is being edited, of a name each by itself',
    (file) => {
      expect(read(file)).toMatchObject({ ...ofMaria, Name: 'Maria Gomez', 'First Name': 'Maria', 'Last Name': 'Gomez' });
    },
  );

  it('tells labels as the page writes them, in any language', () => {
    expect(read('salesforce--contact-japanese.html')).toMatchObject({ メール: expect.stringContaining('@') });
  });

  it('reads Classic by the cells before the values, without links that do something', () => {
    expect(read('salesforce--classic-contact.html')).toEqual({
      'Contact Owner': 'Priya Shah',
      Name: 'Ms. Maria Gomez',
      'Account Name': 'Bayside Orthodontics',
      Title: 'Office manager',
      'Reports To': 'Daniel Okafor',
      Phone: '(415) 555-0142',
      Mobile: '(415) 555-0143',
      'Home Phone': '',
      'Other Phone': '',
      Fax: '(415) 555-0199',
      Email: 'maria@bayside.test',
      Assistant: 'Tomas Berg',
      'Asst. Phone': '(415) 555-0198',
      'Manager Email': 'daniel@bayside.test',
      'Created By': 'Priya Shah, 3/4/2024 9:12 AM',
    });
  });

  it('reads nothing for another record than the one that is meant', () => {
    expect(read('salesforce--rendered-contact-view.html', { recordId: '003Hr00002QwDaNIAV' })).toBeNull();
    expect(read('salesforce--rendered-contact-view.html', { name: 'Daniel Okafor' })).toBeNull();
  });
});

describe('pages nobody knows', () => {
  it('tells what stands beside labels, known or not', () => {
    expect(read('salesnexus--contact-page.html')).toEqual({
      Company: 'Bayside Bakery',
      Email: 'maria@bayside.test',
      Phone: '(415) 555-0132',
      Website: 'bayside.test',
    });
    expect(read('salesnexus--contact-german-soup.html')).toEqual({
      Vorname: 'Anna',
      Nachname: 'Berg',
      Firma: 'Nordhafen GmbH',
      'E-Mail-Adresse': 'anna.berg@nordhafen.test',
      Telefon: '040 555 01 32',
      Fax: '040 555 01 33',
    });
    expect(read('salesnexus--old-app-table.html')).toMatchObject({
      'First Name': 'Carla',
      Company: 'Olmo SL',
      'Business Phone': '+34 911 555 014',
    });
  });

  it('reads nothing where the record that is meant does not stand', () => {
    const other = { name: 'Jonas Weber', emails: ['jonas@marlowfinch.test'], phones: [] };
    expect(read('salesnexus--contact-page.html', other)).toBeNull();
  });
});

describe('whatever the page', () => {
  it.each(readFixtures().map((fixture) => [fixture.file, fixture] as const))(
    '%s: what is read is bounded, and of a contact only',
    (_file, fixture) => {
      showPage(fixture.html);
      const [[crm, detection] = ['', undefined]] = Object.entries(fixture.expect);
      const nobody = { crm, recordId: 'email:nobody@nowhere.test', emails: [], phones: [] };
      const fields = readForm({ url: fixture.url, document }, detection?.status === 'contact' ? detection.contact : nobody);
      expect((fields ?? []).every(({ label, value }) => label.length <= 200 && value.length <= 2_000)).toBe(true);
      if (detection?.status !== 'contact') expect(fields).toBeNull();
    },
  );
});

// Each took minutes where the time grew with the square of the length.
it('reads tens of thousands of rows in time that grows with their number', { timeout: 5_000 }, () => {
  const leaves: Leaf[] = [];
  const element = document.createElement('p');
  const inside = (up: Part, text: string) => {
    const at = leaves.length;
    const leaf: Leaf = { element, up, parts: [], from: at, to: at + 1, text, kind: 'text', level: 9, key: undefined, email: [], phone: [] };
    up.parts.push(leaf);
    leaves.push(leaf);
    up.to = at + 1;
  };
  const page: Part = { element, up: undefined, parts: [], from: 0, to: 60_000 };
  for (let at = 0; at < 30_000; at++) {
    const row: Part = { element, up: page, parts: [], from: leaves.length, to: 0 };
    page.parts.push(row);
    inside(row, `Field ${at}`);
    inside(row, 'value');
  }
  const sheet = {
    all: leaves,
    leaves,
    pairs: [],
    heading: undefined,
    head: [],
    name: '',
    isTitled: false,
    isNamed: false,
    isCrowded: false,
  };
  expect(pairsOf(sheet)).toHaveLength(30_000);
});

it('passes over a label that is longer than any, at once', { timeout: 5_000 }, () => {
  expect(
    boundedFields([
      { label: `${'*:'.repeat(200_000)}x`, value: '1' },
      { label: '* City:', value: 'Bonn' },
    ]),
  ).toEqual([{ label: 'City', value: 'Bonn' }]);
});
