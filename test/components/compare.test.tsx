// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FieldMapping, PageField } from '@/lib/contact/mapping.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { PageFormActs } from '@/lib/query/gateway.ts';
import { type FakeWorld, maria, showing } from '../query/fake-gateway.ts';
import { answers, contact, matched, show } from './show-panel.tsx';

const known = { ...contact, firstName: 'Maria', lastName: 'Gomez', phone: '+14155550100', city: 'Bonn' };
const cityLine: FieldMapping = { from: 'label:City', to: 'city', transforms: [], rule: 'ask' };
const differing = { ...maria, phones: ['(415) 555-0199'] };

// jsdom lays nothing out, so it has nowhere to scroll.
Element.prototype.scrollIntoView = () => undefined;

/** The panel beside a page of Maria's; `fields` is what its labels say. */
function showWith({ fields = [] as readonly PageField[], ...world }: Partial<FakeWorld> & { fields?: readonly PageField[] }) {
  const asked: { reads: number; fills: (readonly PageField[])[]; changed: (() => void)[] } = { reads: 0, fills: [], changed: [] };
  const page = { fields };
  const form: PageFormActs = {
    read: async () => {
      asked.reads += 1;
      return page.fields;
    },
    watch: (_tab, _record, listener) => void asked.changed.push(listener),
    fill: async (_tab, _record, values) => {
      asked.fills.push(values);
      return values.map(({ label }) => ({ label, outcome: label === 'City' ? 'missing' : 'filled' }));
    },
  };
  const read = (endpoint: string) => (endpoint === 'contacts.get' ? known : (answers[endpoint] ?? []));
  const match = () => ({ ...matched, contact: known });
  const gateway = show({ match, tabs: { 1: showing(differing) }, read, form, ...world });
  return { gateway, asked, page };
}

const comparison = async () => within(await screen.findByRole('group', { name: 'Compare with the page' }));
const operations = async (gateway: ReturnType<typeof show>) => (await gateway.outbox.list()).map(({ operation }) => operation);

describe('the strip', () => {
  it('counts what differs, leads to it, and stays away once dismissed until something else differs', async () => {
    const { gateway } = showWith({});
    await screen.findByText('1 field differs');
    fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(document.activeElement?.textContent).toBe('Compare with the page');
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('1 field differs')).toBeNull();
    gateway.world.tabs[1] = showing({ ...differing, phones: ['(415) 555-0198'] });
    gateway.tell({ about: 'tab', tabId: 1 });
    await screen.findByText('1 field differs');
  });

  it('says nothing where nothing differs, or where the site’s rule is HighLevel’s', async () => {
    showWith({ tabs: { 1: showing(maria) } });
    await (await comparison()).findByText('4 fields agree');
    expect(screen.queryByText(/differ/)).toBeNull();
  });

  it('does not count a field whose rule is HighLevel’s', async () => {
    showWith({ stored: { mappings: { salesforce: [{ from: 'phone', to: 'phone', transforms: [], rule: 'highlevel' }] } } });
    await (await comparison()).findByRole('radio', { name: /^Use HighLevel's/, checked: true });
    expect(screen.queryByText(/differs?$/)).toBeNull();
  });
});

describe('the page’s own labels', () => {
  it('are not read where the mapping needs none', async () => {
    const { asked } = showWith({});
    await screen.findByText('1 field differs');
    expect(asked).toEqual({ reads: 0, fills: [], changed: [] });
  });

  it('are read where it does, and again when the page says that they changed', async () => {
    const { asked, page } = showWith({ fields: [{ label: 'City', value: 'Bonn' }], stored: { mappings: { salesforce: [cityLine] } } });
    await (await comparison()).findByText('1 field agrees');
    expect(asked.reads).toBe(1);
    page.fields = [{ label: 'City', value: 'Berlin' }];
    act(() => asked.changed.at(-1)?.());
    await screen.findByText('1 field differs');
  });

  it('that cannot be read are one sentence, and what is always read is compared all the same', async () => {
    const form: PageFormActs = {
      read: async () => {
        throw new AppFailure({ code: 'page_unreachable' });
      },
      watch: () => undefined,
      fill: async () => [],
    };
    const phoneLine: FieldMapping = { from: 'phone', to: 'phone', transforms: [], rule: 'ask' };
    showWith({ form, stored: { mappings: { salesforce: [cityLine, phoneLine] } } });
    await screen.findByText('1 field differs');
    (await comparison()).getByText('Alongside cannot reach this page; reload it first.');
  });
});

describe('what is sent', () => {
  it('is shown first, is exactly what was chosen, and one write', async () => {
    const { gateway } = showWith({ tabs: { 1: showing({ ...differing, name: 'Mary Gomez' }) } });
    const group = await comparison();
    const use = async (name: string) =>
      fireEvent.click(within(await group.findByRole('group', { name })).getByRole('radio', { name: /^Use page's/ }));
    await use('First name not decided');
    await use('Phone not decided');
    fireEvent.click(within(group.getByRole('group', { name: 'First name' })).getByRole('radio', { name: /^Use HighLevel's/ }));
    fireEvent.click(group.getByRole('button', { name: 'Update HighLevel' }));
    const review = within(group.getByRole('group', { name: 'This will be sent to HighLevel:' }));
    expect(review.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Phone: +14155550100 →becomes +14155550199']);
    expect(await operations(gateway)).toEqual([]);
    fireEvent.click(review.getByRole('button', { name: 'Send to HighLevel' }));
    const change = { field: 'phone', label: 'Phone', from: '+14155550100', to: '+14155550199' };
    await waitFor(async () => expect(await operations(gateway)).toEqual([{ kind: 'updateContact', changes: [change] }]));
    // As it will be, the two sides agree.
    await waitFor(() => expect(group.queryByRole('group', { name: /^Phone/ })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Compare with the page');
  });

  it('is nothing when the tab shows another record by then', async () => {
    const { gateway } = showWith({});
    const group = await comparison();
    fireEvent.click(await group.findByRole('radio', { name: /^Use page's/ }));
    fireEvent.click(group.getByRole('button', { name: 'Update HighLevel' }));
    gateway.world.tabs[1] = showing({ ...maria, recordId: '003000000000002AAA' });
    fireEvent.click(group.getByRole('button', { name: 'Send to HighLevel' }));
    await group.findByText('The page shows another record by now, so nothing was done.');
    expect(await operations(gateway)).toEqual([]);
  });

  it('has to be looked at again when the page says something else meanwhile', async () => {
    const { gateway } = showWith({});
    const group = await comparison();
    fireEvent.click(await group.findByRole('radio', { name: /^Use page's/ }));
    fireEvent.click(group.getByRole('button', { name: 'Update HighLevel' }));
    gateway.world.tabs[1] = showing({ ...differing, phones: ['(415) 555-0198'] });
    gateway.tell({ about: 'tab', tabId: 1 });
    await group.findByText('The values changed meanwhile. Look at them again.');
    expect(group.queryByRole('button', { name: 'Send to HighLevel' })).toBeNull();
  });

  it('is every blank at once by Fill blanks, and by a rule from the start', async () => {
    const fields = [
      { label: 'Town', value: 'Oslo' },
      { label: 'Web', value: 'bayside.test' },
    ];
    const to = (label: string, target: FieldMapping['to'], rule: FieldMapping['rule']): FieldMapping => ({
      from: `label:${label}`,
      to: target,
      transforms: [],
      rule,
    });
    const mapping = [to('Town', 'state', 'ask'), to('Web', 'website', 'blanks'), to('Town', 'city', 'blanks')];
    showWith({ fields, stored: { mappings: { salesforce: mapping } } });
    const group = await comparison();
    await screen.findByText('2 fields differ');
    await group.findByRole('group', { name: 'Website' });
    fireEvent.click(group.getByRole('button', { name: 'Fill blanks' }));
    fireEvent.click(group.getByRole('button', { name: 'Update HighLevel' }));
    const review = within(group.getByRole('group', { name: 'This will be sent to HighLevel:' }));
    expect(review.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'State: nothing →becomes Oslo',
      'Website: nothing →becomes bayside.test',
    ]);
  });
});

it("fills the page's form with HighLevel's values, and says what became of each", async () => {
  const { asked } = showWith({
    fields: [{ label: 'City', value: 'Berlin' }],
    stored: { mappings: { salesforce: [cityLine, { ...cityLine, from: 'phone', to: 'phone' }] } },
  });
  const group = await comparison();
  fireEvent.click(await group.findByRole('button', { name: "Fill in the page's form" }));
  await group.findByText('Press Save in Salesforce yourself.');
  expect(group.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'City: the open form has no such field',
    'Phone: filled in',
  ]);
  fireEvent.click(group.getByRole('button', { name: "Fill in the page's form: Phone" }));
  await waitFor(() =>
    expect(asked.fills).toEqual([
      [
        { label: 'City', value: 'Bonn' },
        { label: 'Phone', value: '+14155550100' },
      ],
      [{ label: 'Phone', value: '+14155550100' }],
    ]),
  );
});

it('gives the page a date as a date, and never the id of an owner', async () => {
  const whole = { ...known, assignedTo: 'u1', dateOfBirth: '1990-02-03T00:00:00.000Z' };
  const lines = [
    { ...cityLine, from: 'label:Born', to: 'dateOfBirth' },
    { ...cityLine, from: 'label:Owner', to: 'assignedTo' },
  ] as FieldMapping[];
  const { asked } = showWith({
    match: () => ({ ...matched, contact: whole }),
    read: (endpoint) => (endpoint === 'contacts.get' ? whole : (answers[endpoint] ?? [])),
    fields: [{ label: 'Owner', value: 'Somebody who left' }],
    stored: { mappings: { salesforce: lines } },
  });
  const group = await comparison();
  await group.findByRole('button', { name: 'Copy Owner: Sam Porter' });
  group.getByRole('button', { name: /^Copy .*: 1990-02-03$/ });
  fireEvent.click(group.getByRole('button', { name: "Fill in the page's form" }));
  await waitFor(() => expect(asked.fills).toEqual([[{ label: 'Born', value: '1990-02-03' }]]));
});

it('says which of two lines for one field counts, and what of a name becomes an owner', async () => {
  const lines = [cityLine, { ...cityLine, from: 'label:Town' }, { ...cityLine, from: 'label:Owner', to: 'assignedTo' }] as FieldMapping[];
  showWith({ fields: [{ label: 'Owner', value: 'sam porter' }], stored: { mappings: { salesforce: lines } } });
  const group = await comparison();
  fireEvent.click(group.getByRole('button', { name: 'Field mapping…' }));
  const second = within(await screen.findByRole('listitem', { name: 'Line 2' }));
  second.getByText(/^Line 1 is for the same HighLevel field/);
  expect(within(screen.getByRole('listitem', { name: 'Line 1' })).queryByText(/same HighLevel field/)).toBeNull();
  await within(screen.getByRole('listitem', { name: 'Line 3' })).findByText('Sam Porter');
});

it('bounds what a page says, however long and strange', async () => {
  const fields = [{ label: 'City', value: `${'x'.repeat(1_900)}\u202e<b>` }];
  showWith({ fields, stored: { mappings: { salesforce: [cityLine] } } });
  const radio = await (await comparison()).findByRole('radio', { name: /^Use page's/ });
  expect(radio.closest('label')?.textContent?.length).toBeLessThan(600);
});

it('compares nothing on the page of a company', async () => {
  showWith({
    tabs: {
      1: showing({ crm: 'salesforce', recordId: '001000000000001AAA', kind: 'company', company: 'Bayside', emails: [], phones: [] }),
    },
  });
  await screen.findByRole('region', { name: 'Details' });
  expect(screen.queryByText('Compare with the page')).toBeNull();
});
