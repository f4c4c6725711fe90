// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/components/drafts/draft.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, show } from './show-panel.tsx';

const note = (id: string, body: string, facts = {}) => ({ id, body, pinned: false, dateAdded: '2026-01-02T10:00:00Z', ...facts });

function showNotes(notes: readonly unknown[], world: Partial<FakeWorld> = {}): FakeGateway {
  return show({ read: (endpoint) => (endpoint === 'notes.list' ? notes : (answers[endpoint] ?? [])), ...world });
}

const section = async () => within(await screen.findByRole('region', { name: 'Notes' }));
const operations = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);
async function press(name: string) {
  fireEvent.click(await (await section()).findByRole('button', { name }));
}
const field = async (name: string) => (await section()).findByRole<HTMLTextAreaElement>('textbox', { name });
async function type(name: string, value: string) {
  fireEvent.change(await field(name), { target: { value } });
}

describe('a plain note', () => {
  it('is changed as it was typed, and sent with what HighLevel had', async () => {
    const gateway = showNotes([note('n1', 'Fees: 3 &lt; 4')]);
    await press('Edit note');
    expect((await field('Note')).value).toBe('Fees: 3 < 4');
    await type('Note', 'Use <b> now');
    await press('Save note');
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(1));
    expect(await operations(gateway)).toMatchObject([
      { kind: 'updateNote', noteId: 'n1', changes: [{ field: 'body', from: 'Fees: 3 &lt; 4', to: 'Use &lt;b> now' }] },
    ]);
    // As it will be, before HighLevel has it.
    await (await section()).findByText('Use <b> now');
  });

  it('that was not changed is not sent, and not emptied', async () => {
    const gateway = showNotes([note('n1', 'Left voicemail.')]);
    await press('Edit note');
    await press('Save note');
    await (await section()).findByText('Left voicemail.');
    await press('Edit note');
    await type('Note', ' ');
    await press('Save note');
    await screen.findByText('A note needs some text.');
    fireEvent.keyDown(await field('Note'), { key: 'Escape' });
    expect((await field('Note')).value).toBe(' ');
    await press('Cancel');
    expect(await operations(gateway)).toEqual([]);
  });
});

describe('a formatted note', () => {
  it('opens in an editor with its formatting, and only a title that was changed is sent', async () => {
    const gateway = showNotes([note('n1', '<p>Prefers <b>mornings</b></p>', { title: 'Call' })]);
    await press('Edit note');
    const editor = await (await section()).findByRole('textbox', { name: 'Note' }, { timeout: 10_000 });
    await waitFor(() => expect(within(editor).getByText('mornings').tagName).toBe('STRONG'));
    await type('Title', 'Call back');
    await press('Save note');
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(1));
    expect(await operations(gateway)).toMatchObject([{ changes: [{ field: 'title', from: 'Call', to: 'Call back' }] }]);
  });

  it('says what it would lose before it is edited, and can be left alone', async () => {
    showNotes([note('n1', '<p>Before</p><table><tr><td>1</td></tr></table><img src="x">')]);
    await press('Edit note');
    await screen.findByText(/cannot be kept here: tables and pictures and other media\./);
    expect((await section()).queryByRole('textbox', { name: 'Note' })).toBeNull();
    await press('Cancel');
    expect(screen.queryByText(/cannot be kept/)).toBeNull();
  });

  it('that is too long is not edited at all', async () => {
    showNotes([note('n1', 'x'.repeat(65_001))]);
    await press('Edit note');
    await screen.findByText('This note is too long to be changed here.');
    expect(screen.queryByRole('button', { name: 'Edit anyway' })).toBeNull();
  });
});

describe('notes', () => {
  it('are deleted and pinned with one click each', async () => {
    const gateway = showNotes([note('n1', '<p>First <b>note</b></p>'), note('n2', 'Second', { pinned: true })]);
    const rows = await (await section()).findAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent?.slice(0, 6))).toEqual(['Second', 'First ']);
    expect(
      within(rows[1] as HTMLElement)
        .getByRole('button', { name: 'Delete note' })
        .getAttribute('aria-description'),
    ).toBe('First note');
    fireEvent.click(within(rows[0] as HTMLElement).getByRole('button', { name: 'Unpin note' }));
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(1));
    fireEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Delete note' }));
    await waitFor(async () => expect(await operations(gateway)).toHaveLength(2));
    expect(await operations(gateway)).toMatchObject([
      { kind: 'updateNote', noteId: 'n2', changes: [{ field: 'pinned', from: true, to: false }] },
      { kind: 'deleteNote', noteId: 'n1', excerpt: 'First note' },
    ]);
    await waitFor(() => expect(screen.queryByText('First', { exact: false, selector: 'p' })).toBeNull());
  });

  it('are added pinned when that is ticked', async () => {
    const gateway = showNotes([]);
    await type('New note', 'Keep this');
    fireEvent.click(await (await section()).findByRole('checkbox', { name: 'Pin' }));
    await press('Add note');
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ kind: 'createNote', body: 'Keep this', pinned: true }]));
  });

  it('come some at a time when there are a thousand, and none is cut', async () => {
    showNotes(Array.from({ length: 1_000 }, (_, at) => note(`n${at}`, `<p>Note <b>${at}</b></p>`)));
    const rows = async () => (await section()).getAllByRole('listitem').length;
    await press('Show 50 more of 980');
    expect(await rows()).toBe(70);
    await press('Show 50 more of 930');
    expect(await rows()).toBe(120);
  });

  it('whose change was typed in an earlier panel are on screen with it, however old', async () => {
    const notes = Array.from({ length: 40 }, (_, at) => note(`n${at}`, 'Text', { dateAdded: `2026-01-01T10:00:${59 - at}Z` }));
    const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
    const draft = (noteId: string): Draft => ({
      kind: 'noteEdit',
      target,
      noteId,
      excerpt: 'Text',
      from: 'Text',
      fromTitle: '',
      format: 'plain',
      start: 'Text',
      text: `Changed ${noteId}`,
      title: '',
    });
    const drafts = new Map([
      ['noteEdit loc1 c1 n30', draft('n30')],
      ['noteEdit loc1 c1 gone', draft('gone')],
    ]);
    showNotes(notes, { drafts });
    expect((await field('Note')).value).toBe('Changed n30');
    await screen.findByText('The note you were changing is no longer in HighLevel.');
    await (await section()).findByText('Note: Changed gone');
  });
});

describe('a draft for a contact whom HighLevel no longer has', () => {
  it('is still there to be copied or discarded, not to be saved', async () => {
    const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
    const drafts = new Map<string, Draft>([['note loc1 c1 ', { kind: 'note', target, text: 'Prefers mornings' }]]);
    show({
      drafts,
      match: () => ({ kind: 'one', contactId: 'c1', reason: { kind: 'email', value: 'maria@bayside.test' }, name: 'Maria Gomez' }),
      read: (endpoint) => {
        if (endpoint === 'contacts.get') throw new AppFailure({ code: 'not_found' });
        return answers[endpoint] ?? [];
      },
    });
    // Until it is known that they are gone, it could be saved.
    await screen.findByText(/is no longer in HighLevel|was deleted/, undefined, { timeout: 5_000 });
    await screen.findByText('Note: Prefers mornings');
    screen.getByRole('button', { name: 'Copy' });
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(drafts.size).toBe(0));
  });
});
