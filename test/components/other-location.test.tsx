// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Operation } from '@/lib/outbox/entry.ts';
import { connection, type FakeGateway, maria, salesforce } from '../query/fake-gateway.ts';
import { show } from './show-panel.tsx';

const harbor = connection;
const elm = { ...connection, locationId: 'loc2', locationName: 'Elm Street Clinic' };
const creation: Operation = { kind: 'createContact', crm: maria.crm, recordId: maria.recordId, firstName: 'Maria' };

function connect(gateway: FakeGateway, to: typeof connection) {
  gateway.world.connection = to;
  gateway.tell({ about: 'connection' });
}

async function refuseAsDuplicate(gateway: FakeGateway) {
  const target = { locationId: harbor.locationId, contactId: null, shownAs: 'Maria Gomez' };
  const { entry } = await gateway.outbox.commit({ operation: creation, target, holdMs: 0 });
  await gateway.outbox.transition(entry.opId, { type: 'taken' });
  await gateway.outbox.transition(entry.opId, { type: 'refused', error: { code: 'duplicate_contact', contactId: 'c1' } });
}

const linked = (gateway: FakeGateway) => gateway.asked.filter(({ question }) => question === 'linkContact').map(({ data }) => data);

it("links a page's record in the location that the contact is of", async () => {
  const gateway = show({ match: () => ({ kind: 'none' }) });
  await refuseAsDuplicate(gateway);
  fireEvent.click(await screen.findByRole('button', { name: 'Open existing' }));
  await waitFor(() => expect(linked(gateway)).toEqual([{ locationId: 'loc1', crm: maria.crm, recordId: maria.recordId, contactId: 'c1' }]));
});

it('does not offer to use a contact of another location', async () => {
  const gateway = show({ match: () => ({ kind: 'none' }), connection: elm });
  await refuseAsDuplicate(gateway);
  await screen.findByText('This contact is already in HighLevel.');
  expect(screen.queryByRole('button', { name: 'Open existing' })).toBeNull();
});

it('offers to create a contact that is only being created in another location', async () => {
  const gateway = show({ match: () => ({ kind: 'none' }), connection: elm });
  const target = { locationId: harbor.locationId, contactId: null, shownAs: 'Maria Gomez' };
  await gateway.outbox.commit({ operation: creation, target, holdMs: 60_000 });
  await screen.findByText('Contact created', { exact: false });
  screen.getByRole('button', { name: 'Create contact' });
});

it('shows a half-written contact of another location as waiting, not as gone', async () => {
  const gateway = show({ match: () => ({ kind: 'none' }) });
  fireEvent.change(await screen.findByLabelText('First name'), { target: { value: 'Mary' } });
  connect(gateway, elm);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe('Maria'));
  expect(screen.getByText(/Still for/).textContent).toBe('Still for Maria Gomez');
});

it("does not sign a note with the reader's name in another location", async () => {
  const gateway = show({ me: { loc1: 'u1', loc2: 'u2' } });
  fireEvent.change(await screen.findByRole('textbox', { name: 'New note' }), { target: { value: 'For Maria only' } });
  connect(gateway, elm);
  gateway.world.tabs[1] = { status: 'none', site: salesforce };
  gateway.tell({ about: 'tab', tabId: 1 });
  await screen.findByText('Elm Street Clinic');
  await screen.findByRole('checkbox', { name: 'My own task' });
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect((await gateway.outbox.list()).map(({ operation, target }) => [target.locationId, operation])).toEqual([
      ['loc1', { kind: 'createNote', body: 'For Maria only' }],
    ]),
  );
});
