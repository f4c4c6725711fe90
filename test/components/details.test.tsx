// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type FakeGateway, type FakeWorld, maria as onPage, showing } from '../query/fake-gateway.ts';
import { answers, contact, jonas, show } from './show-panel.tsx';
import { payloads } from './xss-payloads.ts';

const definitions = [
  { id: 'f1', name: 'Insurance plan', dataType: 'TEXT', picklistOptions: [], position: 50 },
  { id: 'f2', name: 'Preferred doctor', dataType: 'SINGLE_OPTIONS', picklistOptions: ['Dr. Shah', 'Dr. Becker'], position: 0 },
  { id: 'f3', name: 'Interests', dataType: 'CHECKBOX', picklistOptions: ['Whitening', 'Implants'], position: 100 },
  { id: 'f4', name: 'Visits', dataType: 'NUMERICAL', picklistOptions: [], position: 150 },
  { id: 'f5', name: 'First visit', dataType: 'DATE', picklistOptions: [], position: 200 },
  { id: 'f6', name: 'Signature', dataType: 'SIGNATURE', picklistOptions: [], position: 250 },
];
const { businessId: _linked, ...unlinked } = contact;
const full = {
  ...unlinked,
  firstName: 'Maria',
  lastName: 'Gomez',
  phone: '+14155550142',
  city: 'Oakland',
  country: 'US',
  assignedTo: 'u1',
  dateOfBirth: '1990-09-25T00:00:00.000Z',
  additionalEmails: ['m.gomez@home.test'],
  customFields: [
    { id: 'f1', value: 'Delta Premier' },
    { id: 'f2', value: 'Dr. Gone' },
    { id: 'f3', value: ['Whitening'] },
    { id: 'f6', value: { url: 'https://files.test/sig.png' } },
  ],
  lastActivity: '2026-01-02T10:00:00Z',
};

/** A panel on Maria, of whom HighLevel knows `maria`. */
function showDetails(maria: object = full, world: Partial<FakeWorld> = {}) {
  const read = (endpoint: string) =>
    endpoint === 'contacts.get' ? maria : endpoint === 'locations.customFields' ? definitions : (answers[endpoint] ?? []);
  // The page says nothing that could be compared.
  const tabs = { 1: showing({ crm: onPage.crm, recordId: onPage.recordId, name: 'Maria Gomez', emails: [], phones: [] }) };
  return show({ match: () => ({ kind: 'one', contactId: 'c1', reason: { kind: 'link' }, name: 'Maria Gomez' }), read, tabs, ...world });
}

/** The first painting of the whole panel takes its time. */
const SLOW = { timeout: 5_000 };

/** The section as it is by now. */
const details = () => within(screen.getByRole('region', { name: 'Details' }));
/** Some field says this. */
const saying = (text: string | RegExp) => waitFor(() => expect(details().getAllByText(text)).not.toHaveLength(0), SLOW);
const pressed = async (name: string | RegExp) => fireEvent.click(await waitFor(() => details().getByRole('button', { name }), SLOW));

const changesIn = async (gateway: FakeGateway) =>
  (await gateway.outbox.list()).flatMap(({ operation, target }) =>
    operation.kind === 'updateContact' ? [{ contactId: target.contactId, changes: operation.changes }] : [],
  );

async function openForm() {
  await pressed('Edit details');
  return within(await screen.findByRole('form', { name: 'Edit details' }, SLOW));
}

describe('what is known of a contact', () => {
  it('is shown by field, with names for ids and codes, and what is empty folded away', async () => {
    showDetails();
    await saying('Sam Porter');
    const shown = details();
    for (const text of ['maria@bayside.test', 'United States', '25 September 1990', 'Delta Premier', 'Dr. Gone', 'Whitening'])
      expect(shown.getAllByText(text)).not.toHaveLength(0);
    shown.getByText('https://files.test/sig.png');
    shown.getByText('m.gomez@home.test');
    expect(shown.queryByText('Postal code')).toBeNull();
    fireEvent.click(shown.getByRole('button', { name: /empty fields$/ }));
    shown.getByText('Postal code');
    shown.getByText('Visits');
    fireEvent.click(shown.getByRole('button', { name: 'Hide empty fields' }));
    expect(shown.queryByText('Postal code')).toBeNull();
  });

  it('is copied exactly as HighLevel has it', async () => {
    const written = vi.fn(async (_text: string) => undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: written } });
    showDetails();
    // The comparison with the page has one too.
    fireEvent.click(await waitFor(() => details().getAllByRole('button', { name: 'Copy Phone: +14155550142' }).at(-1) ?? document.body));
    await saying('Copied');
    expect(written).toHaveBeenCalledWith('+14155550142');
  });

  it('asks for the definitions of custom fields only where they are needed', async () => {
    const gateway = showDetails({ ...contact });
    await saying('maria@bayside.test');
    expect(gateway.reads()).not.toContain('locations.customFields');
    await pressed(/empty fields$/);
    await saying('Insurance plan');
    expect(gateway.reads().filter((endpoint) => endpoint === 'locations.customFields')).toHaveLength(1);
  });

  it('stays text, whatever it says, and however long it is', async () => {
    const [first = '', second = ''] = payloads;
    showDetails({ ...full, city: first, source: 'x'.repeat(10_000), customFields: [{ id: 'f1', value: second }] });
    await saying(second);
    const shown = details();
    shown.getByText(first);
    expect(shown.getByText(/^x{10}/).textContent).toHaveLength(10_000);
    expect(document.querySelector('img, script, iframe')).toBeNull();
  });

  it('says what may not disturb, by channel and for good', async () => {
    showDetails({
      ...full,
      dndSettings: { sms: { status: 'active' }, call: { status: 'inactive' }, email: { status: 'permanent' } },
    });
    await saying('SMS, e-mail (for good)');
    cleanup();
    showDetails({ ...full, dnd: true });
    await saying('All channels');
  });
});

describe('the form', { timeout: 20_000 }, () => {
  it('writes what was changed and nothing else, in one go, after saying what', async () => {
    const gateway = showDetails();
    const form = await openForm();
    fireEvent.change(form.getByLabelText('City'), { target: { value: ' Berkeley ' } });
    fireEvent.change(form.getByLabelText('Last name'), { target: { value: 'Gómez' } });
    fireEvent.change(form.getByLabelText('First name'), { target: { value: 'Mary' } });
    fireEvent.change(form.getByLabelText('First name'), { target: { value: 'Maria' } });
    fireEvent.change(form.getByLabelText('Owner'), { target: { value: '' } });
    fireEvent.change(await form.findByLabelText('Visits'), { target: { value: '3' } });
    fireEvent.click(form.getByRole('checkbox', { name: 'Implants' }));
    fireEvent.change(form.getByLabelText('Preferred doctor'), { target: { value: 'Dr. Shah' } });
    form.getByText('6 changes: City, Last name, Owner (emptied), Visits, Interests, Preferred doctor');
    fireEvent.click(form.getByRole('button', { name: 'Save details' }));
    await waitFor(async () => expect(await changesIn(gateway)).toHaveLength(1), SLOW);
    const [{ contactId, changes } = { contactId: '', changes: [] }] = await changesIn(gateway);
    expect(contactId).toBe('c1');
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['city', 'Oakland', 'Berkeley'],
      ['lastName', 'Gomez', 'Gómez'],
      ['assignedTo', 'u1', null],
      ['custom:f4', null, 3],
      ['custom:f3', ['Whitening'], ['Whitening', 'Implants']],
      ['custom:f2', 'Dr. Gone', 'Dr. Shah'],
    ]);
    // Painted at once, and said to be on its way.
    await saying('Berkeley');
    expect(details().getAllByText('Not sent yet').length).toBe(6);
    expect(screen.queryByRole('form', { name: 'Edit details' })).toBeNull();
  });

  it('writes nothing when nothing was changed', async () => {
    const gateway = showDetails();
    const form = await openForm();
    form.getByText('Nothing changed yet.');
    fireEvent.change(form.getByLabelText('Phone'), { target: { value: '+1 (415) 555-0142' } });
    form.getByText('Nothing changed yet.');
    fireEvent.click(form.getByRole('button', { name: 'Save details' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Edit details' })).toBeNull());
    expect(await gateway.outbox.list()).toEqual([]);
  });

  it('says in words what cannot be saved, and sends nothing of it', async () => {
    const gateway = showDetails();
    const form = await openForm();
    fireEvent.change(form.getByLabelText('City'), { target: { value: 'Berkeley' } });
    fireEvent.change(form.getByLabelText('E-mail'), { target: { value: 'maria' } });
    fireEvent.click(form.getByRole('button', { name: 'Save details' }));
    form.getByText('This is not an e-mail address, such as maria@example.com.');
    await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText('E-mail')), SLOW);
    expect(await gateway.outbox.list()).toEqual([]);
    fireEvent.change(form.getByLabelText('E-mail'), { target: { value: 'maria@home.test' } });
    fireEvent.click(form.getByRole('button', { name: 'Save details' }));
    await waitFor(async () => expect((await changesIn(gateway))[0]?.changes).toHaveLength(2), SLOW);
  });

  it('keeps a choice that is no longer on the list, and shows what it cannot edit', async () => {
    showDetails();
    const form = await openForm();
    expect((await form.findByLabelText('Preferred doctor')) as HTMLSelectElement).toHaveProperty('value', 'Dr. Gone');
    expect(form.queryByLabelText('Signature')).toBeNull();
    form.getByText("Changed in HighLevel's own app only.");
    expect(form.getByLabelText('Country')).toHaveProperty('value', 'US');
    expect(form.getByLabelText('Date of birth')).toHaveProperty('value', '1990-09-25');
  });

  it('follows HighLevel in what was not touched, and says what it has where something was', async () => {
    let maria: object = full;
    const gateway = showDetails(full, {
      read: (endpoint) =>
        endpoint === 'contacts.get' ? maria : endpoint === 'locations.customFields' ? definitions : (answers[endpoint] ?? []),
    });
    const form = await openForm();
    fireEvent.change(form.getByLabelText('City'), { target: { value: 'Berkeley' } });
    maria = { ...full, city: 'Alameda', lastName: 'Lopez' };
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(form.getByLabelText('Last name')).toHaveProperty('value', 'Lopez'));
    expect(form.getByLabelText('City')).toHaveProperty('value', 'Berkeley');
    form.getByText('Alameda');
    fireEvent.click(form.getByRole('button', { name: 'Keep my City' }));
    expect(form.queryByText('Alameda')).toBeNull();
    fireEvent.click(form.getByRole('button', { name: 'Save details' }));
    await waitFor(
      async () => expect((await changesIn(gateway))[0]?.changes).toMatchObject([{ field: 'city', from: 'Alameda', to: 'Berkeley' }]),
      SLOW,
    );
  });

  it('is of the contact it was opened for: another one never gets what was typed', async () => {
    const gateway = showDetails(full, {
      match: (recordId) => ({
        kind: 'one',
        contactId: recordId === jonas.recordId ? 'c2' : 'c1',
        reason: { kind: 'link' },
        name: 'Somebody',
      }),
      read: (endpoint, input) => {
        if (endpoint === 'contacts.get')
          return input.contactId === 'c2' ? { ...contact, id: 'c2', name: 'Jonas Berg', city: 'Bonn' } : full;
        return endpoint === 'locations.customFields' ? definitions : (answers[endpoint] ?? []);
      },
    });
    const form = await openForm();
    fireEvent.change(form.getByLabelText('City'), { target: { value: 'Berkeley' } });
    gateway.world.tabs = { 1: { ...gateway.world.tabs[1], contact: jonas } as never };
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(() => within(screen.getByRole('region', { name: 'Details' })).getByText('Bonn'));
    expect(screen.queryByRole('form', { name: 'Edit details' })).toBeNull();
    expect(screen.queryByDisplayValue('Berkeley')).toBeNull();
    screen.getByText(/^Still for/);
    // Saved from there, it still goes to whom it was typed for.
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await changesIn(gateway)).toMatchObject([{ contactId: 'c1', changes: [{ field: 'city', to: 'Berkeley' }] }]),
    );
  });
});

describe('deleting a contact', () => {
  const deletions = async (gateway: FakeGateway) =>
    (await gateway.outbox.list()).filter(({ operation }) => operation.kind === 'deleteContact');

  it('is not offered until it is switched on', async () => {
    showDetails();
    await saying('Sam Porter');
    expect(details().queryByRole('button', { name: 'Delete contact…' })).toBeNull();
  });

  it('wants the name, exactly, and leaves ten seconds to think', async () => {
    const gateway = showDetails(full, { stored: { mayDeleteContacts: true }, holdMs: 0 });
    await pressed('Delete contact…');
    const shown = details();
    shown.getByText(/restored in HighLevel for about two months/);
    const remove = shown.getByRole('button', { name: 'Delete contact' });
    for (const typed of ['', 'maria gomez', 'Maria Gome', 'delete']) {
      fireEvent.change(shown.getByLabelText('Name of the contact'), { target: { value: typed } });
      expect(remove).toHaveProperty('disabled', true);
    }
    fireEvent.submit(shown.getByRole('form', { name: 'Delete contact…' }));
    expect(await deletions(gateway)).toEqual([]);
    fireEvent.change(shown.getByLabelText('Name of the contact'), { target: { value: ' Maria Gomez ' } });
    fireEvent.click(remove);
    await waitFor(async () => expect(await deletions(gateway)).toHaveLength(1));
    const [entry] = await deletions(gateway);
    expect(entry).toMatchObject({ state: 'held', target: { contactId: 'c1' } });
    expect((entry?.notBefore ?? 0) - (entry?.createdAt ?? 0)).toBe(10_000);
    await shown.findByText('This contact is being deleted.');
    expect(shown.queryByRole('button', { name: 'Delete contact…' })).toBeNull();
  });

  it.each([
    ['without a name', ''],
    ['with a name that nobody types', 'Wolfeschlegelsteinhausen '.repeat(400)],
  ])('asks for a word for a contact %s', async (_case, name) => {
    showDetails({ ...full, name }, { stored: { mayDeleteContacts: true } });
    await pressed('Delete contact…');
    const shown = details();
    fireEvent.change(shown.getByLabelText('Name of the contact'), { target: { value: 'delete' } });
    expect(shown.getByRole('button', { name: 'Delete contact' })).toHaveProperty('disabled', false);
  });
});
