// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, contact, matched, show } from './show-panel.tsx';

const bayside = {
  id: 'b1',
  name: 'Bayside Orthodontics',
  phone: '+14155550140',
  city: 'San Francisco',
  website: 'bayside.test',
  customFields: [
    { id: 'referral_tier', value: 'Gold' },
    { id: 'chairs', value: 6 },
    { id: 'insurers', value: ['Delta'] },
  ],
};
const person = (index: number) => ({
  ...contact,
  id: `p${index}`,
  name: `Person ${String(index).padStart(3, '0')}`,
  email: `p${index}@x.test`,
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));
const task = (id: string, contactId: string) => ({ id, contactId, title: id, completed: false });
const tags = ['newsletter', 'vip'].map((name) => ({ id: name, name }));

type Given = Record<string, unknown>;

function showBusiness(given: Given = {}, world: Partial<FakeWorld> = {}): FakeGateway {
  const all: Given = { ...answers, 'businesses.get': bayside, 'tags.list': tags, 'tasks.searchInLocation': [], ...given };
  const read = (endpoint: string, input: Record<string, unknown>) => {
    const found = all[endpoint];
    return typeof found === 'function' ? found(input) : (found ?? []);
  };
  return show({ read, ...world });
}

const section = async () => within(await screen.findByRole('region', { name: 'Business' }));
const operations = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);
const press = (name: string | RegExp) => async () => fireEvent.click(await (await section()).findByRole('button', { name }));
const inputsOf = (gateway: FakeGateway, endpoint: string) =>
  gateway.asked.flatMap(({ question, data }) => {
    // The cast: what a `read` asks for.
    const asked = data as { endpoint: string; input: Record<string, unknown> };
    return question === 'read' && asked.endpoint === endpoint ? [asked.input] : [];
  });

describe('editing the business', () => {
  async function openForm() {
    await press('Edit business')();
    const form = within(await (await section()).findByRole('form', { name: 'Edit business' }));
    const set = (label: string, value: string) => fireEvent.change(form.getByLabelText(label), { target: { value } });
    return { form, set, save: () => fireEvent.click(form.getByRole('button', { name: 'Save' })) };
  }

  it('writes only what was changed, cleared fields as nothing, and shows it at once', async () => {
    const gateway = showBusiness();
    const { set, save } = await openForm();
    set('City', 'Oakland');
    set('Website', ' ');
    set('Phone', '+14155550140 ');
    save();
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([
        {
          kind: 'updateBusiness',
          businessId: 'b1',
          name: 'Bayside Orthodontics',
          changes: [
            { field: 'website', label: 'Website', from: 'bayside.test', to: null },
            { field: 'city', label: 'City', from: 'San Francisco', to: 'Oakland' },
          ],
        },
      ]),
    );
    await (await section()).findByText('Oakland');
  });

  it('writes custom fields by themselves, a number as a number, all as one act', async () => {
    const gateway = showBusiness();
    const { form, set, save } = await openForm();
    expect(form.queryByLabelText('Insurers')).toBeNull();
    set('Description', 'Six chairs');
    set('Chairs', '7');
    save();
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(2));
    const [own, custom] = await gateway.outbox.list();
    expect(own?.operation).toMatchObject({ kind: 'updateBusiness', changes: [{ field: 'description', from: null, to: 'Six chairs' }] });
    expect(custom?.operation).toMatchObject({ kind: 'updateBusinessFields', changes: [{ field: 'custom:chairs', from: 6, to: 7 }] });
    expect(custom?.group).toEqual(own?.group);
    await (await section()).findByText(/Chairs: 7/);
  });

  it('writes nothing when nothing was changed', async () => {
    const gateway = showBusiness();
    const { save } = await openForm();
    save();
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Edit business' })).toBeNull());
    expect(await operations(gateway)).toEqual([]);
  });
});

describe('which business', () => {
  async function search(words: string) {
    const box = await (await section()).findByRole('searchbox', { name: 'Name of the business' });
    fireEvent.change(box, { target: { value: words } });
    fireEvent.click((await section()).getByRole('button', { name: 'Search' }));
  }
  const marlow = { id: 'b2', name: 'Marlow & Finch', city: 'New York', customFields: [] };
  const alone = { ...contact, businessId: undefined };
  const unlinked: Given = { 'contacts.get': alone, 'businesses.search': [marlow] };
  const onAlone: Partial<FakeWorld> = { match: () => ({ ...matched, contact: alone }) as typeof matched };

  it('is searched by name and linked with one press', async () => {
    const gateway = showBusiness(unlinked, onAlone);
    await press('Link a business')();
    await search(' marl ');
    await press('Link Marlow & Finch')();
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([{ kind: 'linkBusiness', businessId: 'b2', name: 'Marlow & Finch' }]),
    );
    expect(inputsOf(gateway, 'businesses.search')).toEqual([{ locationId: 'loc1', query: 'marl' }]);
    await waitFor(() => expect(inputsOf(gateway, 'businesses.get')).toEqual([{ businessId: 'b2' }]));
  });

  it('is looked for in the list of all where the token may not search', async () => {
    const refuse = () => {
      throw new AppFailure({ code: 'missing_scope', scope: 'objects/record.readonly' });
    };
    const listed = [marlow, { id: 'b3', name: 'Other', customFields: [] }];
    showBusiness({ ...unlinked, 'businesses.search': refuse, 'businesses.list': listed }, onAlone);
    await press('Link a business')();
    await search('FINCH');
    await (await section()).findByRole('button', { name: 'Link Marlow & Finch' });
    expect((await section()).queryByRole('button', { name: 'Link Other' })).toBeNull();
  });

  it('is created only on purpose, after a search', async () => {
    const gateway = showBusiness({ ...unlinked, 'businesses.search': [] }, onAlone);
    await press('Link a business')();
    await search('Pier Nine');
    await (await section()).findByText('No business of that name.');
    await press('Create “Pier Nine”')();
    const form = within(await (await section()).findByRole('form', { name: 'New business' }));
    expect(form.getByLabelText<HTMLInputElement>('Business name').value).toBe('Pier Nine');
    fireEvent.change(form.getByLabelText('Phone'), { target: { value: '+12125550188' } });
    expect(await operations(gateway)).toEqual([]);
    fireEvent.click(form.getByRole('button', { name: 'Create and link' }));
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([{ kind: 'createBusiness', name: 'Pier Nine', phone: '+12125550188' }]),
    );
    await (await section()).findByText(/is being created/);
  });

  it('is taken away from the contact at once, with an undo', async () => {
    const gateway = showBusiness();
    await press('Unlink')();
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([{ kind: 'linkBusiness', businessId: null, name: 'Bayside Orthodontics' }]),
    );
    await (await section()).findByText('No business linked in HighLevel.');
  });

  it('is deleted for everyone only after a question', async () => {
    const gateway = showBusiness();
    await press('Delete business')();
    await (await section()).findByText(/for everyone\? Its contacts stay/);
    await press('Cancel')();
    expect(await operations(gateway)).toEqual([]);
    await press('Delete business')();
    await press('Delete business')();
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([{ kind: 'deleteBusiness', businessId: 'b1', name: 'Bayside Orthodontics' }]),
    );
  });
});

describe('the colleagues', () => {
  it('stand with how many tasks each has open, from one search', async () => {
    const tasks = [task('t1', 'p1'), task('t2', 'p1'), task('t3', 'p2')];
    const gateway = showBusiness({ 'contacts.ofBusiness': [contact, ...people(3)], 'tasks.searchInLocation': tasks });
    await (await section()).findByText('2 open tasks');
    (await section()).getByText('1 open task');
    expect(inputsOf(gateway, 'tasks.searchInLocation')).toEqual([{ locationId: 'loc1', contactId: ['p1', 'p2', 'p3'] }]);
  });

  it('are opened in the panel by their names', async () => {
    showBusiness({
      'contacts.ofBusiness': [contact, ...people(2)],
      'contacts.get': ({ contactId }: Given) => ({ ...contact, id: contactId, name: contactId === 'p2' ? 'Person 002' : 'Maria Gomez' }),
    });
    await press('Person 002')();
    expect((await screen.findByRole('heading', { level: 1, name: 'Person 002' })).textContent).toBe('Person 002');
  });

  it('are listed page by page to the last, each page with one search of its own', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': people(120) });
    const rows = async () => (await section()).getAllByRole('button', { name: /^Person/ }).length;
    await (await section()).findByText('120 colleagues');
    expect(await rows()).toBe(5);
    await press('Show 50 more')();
    expect(await rows()).toBe(55);
    await press('Show 50 more')();
    await press('Show all 120 colleagues')();
    expect(await rows()).toBe(120);
    await waitFor(() =>
      expect(inputsOf(gateway, 'tasks.searchInLocation').map(({ contactId }) => (contactId as string[]).length)).toEqual([5, 50, 50, 15]),
    );
  });

  it('stay when their tasks cannot be read, which is said', async () => {
    const refuse = () => {
      throw new AppFailure({ code: 'missing_scope', scope: 'locations/tasks.readonly' });
    };
    showBusiness({ 'contacts.ofBusiness': people(2), 'tasks.searchInLocation': refuse });
    await (await section()).findByText('How many tasks they have open could not be read.');
    (await section()).getByRole('button', { name: 'Person 001' });
  });
});

describe('one tag for several colleagues', () => {
  async function open(gateway: FakeGateway, act: 'add' | 'remove' = 'add') {
    await press('Tag all colleagues')();
    const form = within(await (await section()).findByRole('form', { name: 'Tag all colleagues' }));
    fireEvent.change(form.getByLabelText('What to do'), { target: { value: act } });
    const field = form.getByRole('combobox', { name: 'Tag' });
    fireEvent.focus(field);
    fireEvent.click(field);
    await waitFor(() => expect(gateway.reads()).toContain('tags.list'));
    fireEvent.change(field, { target: { value: 'VIP' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await form.findByRole('button', { name: 'Another tag' });
    return form;
  }
  const ids = (operation: unknown) => (operation as { contacts: { id: string }[] }).contacts.map(({ id }) => id);

  it('is one write for those who are ticked', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': [contact, ...people(4)] });
    const form = await open(gateway);
    fireEvent.click(form.getByRole('checkbox', { name: 'Person 002' }));
    fireEvent.click(form.getByRole('button', { name: 'Tag 3 people' }));
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(1));
    const [operation] = await operations(gateway);
    expect(operation).toMatchObject({ kind: 'tagContacts', tag: 'VIP', adds: true });
    expect(ids(operation)).toEqual(['p1', 'p3', 'p4']);
  });

  it('is taken away in the same manner', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': people(2) });
    const form = await open(gateway, 'remove');
    fireEvent.click(form.getByRole('button', { name: 'Untag 2 people' }));
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ kind: 'tagContacts', adds: false }]));
  });

  it('is not for nobody, nor for more than can be sent at once', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': people(501) });
    const form = await open(gateway);
    form.getByText('At most 500 at once. Untick some of them.');
    expect(form.getByRole<HTMLButtonElement>('button', { name: 'Tag 501 people' }).disabled).toBe(true);
    fireEvent.click(form.getByRole('button', { name: 'None' }));
    expect(form.getByRole<HTMLButtonElement>('button', { name: 'Tag 0 people' }).disabled).toBe(true);
    expect(await operations(gateway)).toEqual([]);
  });

  it('warns of a tag that starts an automation', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': people(2) }, { stored: { automationTags: ['vip'] } });
    const form = await open(gateway);
    form.getByText(/This tag starts an automation, for each of them\./);
  });

  it('says afterwards what became of each of them, until it is put away', async () => {
    const gateway = showBusiness({ 'contacts.ofBusiness': people(3) });
    const form = await open(gateway);
    fireEvent.click(form.getByRole('button', { name: 'Tag 3 people' }));
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(1));
    const [entry] = await gateway.outbox.list();
    const answer = [
      { contactId: 'p1', isDone: true },
      { contactId: 'p2', isDone: false, message: 'contact is deleted' },
    ];
    const opId = entry?.opId ?? '';
    for (const event of [{ type: 'sendNow' }, { type: 'taken' }, { type: 'succeeded', answer }] as const) {
      await gateway.outbox.transition(opId, event);
    }
    gateway.tell({ about: 'outbox' });
    await (await section()).findByText('“VIP” was added to 1 of 3.');
    (await section()).getByText('Person 002: not changed. HighLevel says: contact is deleted');
    (await section()).getByText('Person 003: HighLevel did not say.');
    await press('Dismiss')();
    expect((await section()).queryByText(/was added to/)).toBeNull();
  });
});
