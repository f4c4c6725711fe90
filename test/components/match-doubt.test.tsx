// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { maria, showing } from '../query/fake-gateway.ts';
import { answers, contact, linked, matched, show } from './show-panel.tsx';

const other: MatchOutcome = { kind: 'one', contactId: 'c2', reason: { kind: 'link' }, name: 'Jonas Berg' };

describe('more facts about the record on screen', () => {
  /** A panel that looks for the contact again, as the page has just drawn another phone. */
  async function showDoubt() {
    const late = Promise.withResolvers<MatchOutcome>();
    let asked = 0;
    const match = () => {
      asked += 1;
      return asked === 1 ? matched : late.promise;
    };
    const gateway = show({ match });
    const note = await screen.findByRole('textbox', { name: 'New note' });
    note.focus();
    gateway.world.tabs[1] = showing({ ...maria, phones: ['+14155550199'] });
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(() => expect(asked).toBe(2));
    return { note, late };
  }

  it('keep the contact in sight, but nothing is written until it is certain again', async () => {
    const { note, late } = await showDoubt();
    screen.getByRole('heading', { level: 1, name: 'Maria Gomez', hidden: true });
    await waitFor(() => expect(note.closest('[inert]')?.getAttribute('aria-busy')).toBe('true'));
    // A browser takes the focus from what is inert; jsdom does not.
    note.blur();
    await act(async () => late.resolve(matched));
    await waitFor(() => expect(note.closest('[inert]')).toBeNull());
    expect(note.isConnected).toBe(true);
    expect(document.activeElement).toBe(note);
  });

  it('may show that it is somebody else', async () => {
    const { late } = await showDoubt();
    await act(async () => late.resolve({ kind: 'none' }));
    await screen.findByRole('button', { name: 'Create contact' });
    expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull();
  });
});

it('finds the contact again when the remembered one is no longer in HighLevel', async () => {
  const gateway = show({
    match: () => linked,
    read: (endpoint, { contactId }) => {
      if (contactId === 'c1') throw new AppFailure({ code: 'not_found', status: 404 });
      return endpoint === 'contacts.get' ? { ...contact, id: 'c2', name: 'Maria Gomez-Hill' } : (answers[endpoint] ?? []);
    },
  });
  await screen.findByText('This contact is no longer in HighLevel.');
  expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull();
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  gateway.world.match = () => ({ ...other, name: 'Maria Gomez-Hill' });
  fireEvent.click(screen.getByRole('button', { name: 'Find again' }));
  await screen.findByRole('heading', { level: 1, name: 'Maria Gomez-Hill' });
  await screen.findByRole('textbox', { name: 'New note' });
  expect(gateway.asked.filter(({ question }) => question === 'linkContact').map(({ data }) => data)).toEqual([
    { locationId: 'loc1', crm: maria.crm, recordId: maria.recordId, contactId: null },
  ]);
});

it('looks at the whole contact again when a part of it is gone', async () => {
  let isGone = false;
  show({
    read: (endpoint) => {
      if (isGone) throw new AppFailure({ code: 'not_found', status: 404 });
      if (endpoint !== 'tasks.list') return answers[endpoint] ?? [];
      isGone = true;
      throw new AppFailure({ code: 'not_found', status: 404 });
    },
  });
  const section = within(await screen.findByRole('region', { name: 'Tasks' }));
  fireEvent.click(await section.findByRole('button', { name: 'Refresh' }));
  await screen.findByRole('button', { name: 'Find again' });
});
