// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { type FakeWorld, maria, showing } from '../query/fake-gateway.ts';
import { answers, contact, show } from './show-panel.tsx';

const SLOW = { timeout: 5_000 };
const daniel = { ...contact, id: 'c2', name: 'Daniel Okafor', email: 'daniel@bayside.test' };

/** A page of somebody whom HighLevel does not have. */
async function showForm(world: Partial<FakeWorld> = {}) {
  const gateway = show({ match: () => ({ kind: 'none' }), holdMs: 60_000, ...world });
  const form = within(await screen.findByRole('form', { name: 'New contact' }, SLOW));
  const created = async () =>
    (await gateway.outbox.list()).flatMap(({ operation }) => (operation.kind === 'createContact' ? [operation] : []));
  return { gateway, form, created };
}

/** HighLevel knows Daniel by his e-mail, and by nothing else. */
const knowsDaniel: FakeWorld['read'] = (endpoint, input) =>
  endpoint === 'contacts.findDuplicate' ? (input.email === 'daniel@bayside.test' ? daniel : null) : (answers[endpoint] ?? []);

describe('creating a contact from the page', () => {
  it('starts with the tags of its site, and with those that the person leaves', async () => {
    const { form, created } = await showForm({ stored: { defaultTags: { salesforce: ['From Salesforce', 'New'], other: ['Other'] } } });
    await form.findByText('From Salesforce', {}, SLOW);
    expect(form.queryByText('Other')).toBeNull();
    fireEvent.click(form.getByRole('button', { name: 'Leave out tag New' }));
    fireEvent.change(form.getByLabelText('Another tag'), { target: { value: ' VIP ' } });
    fireEvent.keyDown(form.getByLabelText('Another tag'), { key: 'Enter' });
    // One that is there already, however written, is not there twice.
    fireEvent.change(form.getByLabelText('Another tag'), { target: { value: 'from salesforce' } });
    fireEvent.click(form.getByRole('button', { name: 'Add' }));
    expect(await created()).toEqual([]);
    fireEvent.click(form.getByRole('button', { name: 'Create contact' }));
    await waitFor(async () =>
      expect(await created()).toMatchObject([{ firstName: 'Maria', email: 'maria@bayside.test', tags: ['From Salesforce', 'VIP'] }]),
    );
  });

  it('names no tags when there are none', async () => {
    const { form, created } = await showForm();
    await waitFor(() => expect(form.getByRole('button', { name: 'Create contact' })).toHaveProperty('disabled', false));
    fireEvent.click(form.getByRole('button', { name: 'Create contact' }));
    await waitFor(async () => expect(await created()).toHaveLength(1));
    expect(Object.keys((await created())[0] ?? {})).not.toContain('tags');
  });

  it('shows who has the typed e-mail already, and uses that one when the person says so', async () => {
    const { gateway, form, created } = await showForm({ read: knowsDaniel });
    // What the page shows was looked for by the match, and half an address is nobody's.
    expect(gateway.reads()).not.toContain('contacts.findDuplicate');
    fireEvent.change(form.getByLabelText('E-mail'), { target: { value: 'daniel@' } });
    fireEvent.change(form.getByLabelText('E-mail'), { target: { value: 'daniel@bayside.test' } });
    const use = await form.findByRole('button', { name: 'Use this contact: Daniel Okafor' }, SLOW);
    expect(gateway.reads().filter((endpoint) => endpoint === 'contacts.findDuplicate')).toHaveLength(1);
    expect([...gateway.world.cache.keys()].join()).not.toContain('findDuplicate');
    expect(form.getByRole('button', { name: 'Create contact' })).toHaveProperty('disabled', false);
    fireEvent.click(use);
    await waitFor(() => expect(gateway.asked.filter(({ question }) => question === 'linkContact')).toHaveLength(1));
    expect(gateway.asked.find(({ question }) => question === 'linkContact')?.data).toMatchObject({
      recordId: maria.recordId,
      contactId: 'c2',
    });
    expect(await created()).toEqual([]);
  });

  it('is not hindered by a check that fails', async () => {
    const { form, created } = await showForm({
      read: (endpoint) => {
        if (endpoint === 'contacts.findDuplicate') throw new AppFailure({ code: 'missing_scope' });
        return answers[endpoint] ?? [];
      },
    });
    fireEvent.change(form.getByLabelText('E-mail'), { target: { value: 'somebody@else.test' } });
    fireEvent.click(form.getByRole('button', { name: 'Create contact' }));
    await waitFor(async () => expect(await created()).toMatchObject([{ email: 'somebody@else.test' }]));
  });

  it('takes nobody for the company whose page it is', async () => {
    show({
      match: () => ({ kind: 'several', why: 'company', candidates: [] }),
      tabs: { 1: showing({ crm: 'salesforce', recordId: '001', kind: 'company', company: 'Bayside', emails: [], phones: [] }) },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Somebody new' }, SLOW));
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    expect(form.getByLabelText('First name')).toHaveProperty('value', '');
    expect(form.getByLabelText('Company')).toHaveProperty('value', 'Bayside');
  });
});
