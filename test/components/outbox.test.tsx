// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useReopens } from '@/components/outbox/edit-again.ts';
import { linesOf } from '@/components/outbox/lines.ts';
import type { AppError } from '@/lib/core/errors.ts';
import type { FieldChange, Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import { entry } from '../outbox/support.ts';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, contact, show } from './show-panel.tsx';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const change = (field: string, label: string, from: string | null, to: string | null): FieldChange => ({ field, label, from, to });
const edit: Operation = {
  kind: 'updateContact',
  changes: [
    change('city', 'City', 'Boston', 'Salem'),
    change('assignedTo', 'Owner', null, 'u1'),
    change('custom:f1', 'Plan', null, 'Gold'),
  ],
};

/** The panel with a write that HighLevel, or the look before it, refused. */
async function failed(operation: Operation, error: AppError, world: Partial<FakeWorld> = {}): Promise<FakeGateway> {
  const gateway = show(world);
  const committed = await gateway.outbox.commit({ operation, target, holdMs: 0 });
  await gateway.outbox.transition(committed.entry.opId, { type: 'taken' });
  await gateway.outbox.transition(committed.entry.opId, { type: 'refused', error });
  return gateway;
}

const REFUSED: AppError = { code: 'invalid_request', problems: ['city must be a string'] };
/** Forms are loaded when they are opened. */
const SLOW = { timeout: 5_000 };

/** What is under way, with its Undo. */
async function underWay() {
  const undo = await screen.findByRole('button', { name: 'Undo' });
  return within(undo.closest('output') ?? document.body);
}

const list = async () => within(await screen.findByRole('list', { name: 'Changes that need you' }));
const stored = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation, state }) => ({ operation, state }));

describe('a change of what has changed meanwhile', () => {
  const theirs = [
    { field: 'city', value: 'Portland' },
    { field: 'assignedTo', value: null },
  ];

  it('shows both values by the field’s own name, people by theirs', async () => {
    await failed(edit, {
      code: 'conflict',
      theirs: [
        { field: 'city', value: 'Portland' },
        { field: 'assignedTo', value: 'u1' },
        { field: 'custom:f1', value: ['a', 'b'] },
      ],
    });
    const shown = await list();
    expect(shown.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['City', 'Owner', 'Plan']);
    await waitFor(() =>
      expect(shown.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
        'Yours Salem',
        'In HighLevel Portland',
        'Yours Sam Porter',
        'In HighLevel Sam Porter',
        'Yours Gold',
        'In HighLevel a, b',
      ]),
    );
    // To ask again without having looked would only fail again.
    expect(shown.queryByRole('button', { name: 'Retry' })).toBeNull();
  });

  it('is sent after all by "Use mine", which has now seen theirs', async () => {
    const gateway = await failed(edit, { code: 'conflict', theirs });
    fireEvent.click((await list()).getByRole('button', { name: 'Use mine' }));
    await waitFor(async () =>
      expect(await stored(gateway)).toEqual([
        {
          operation: {
            kind: 'updateContact',
            changes: [
              change('city', 'City', 'Portland', 'Salem'),
              change('assignedTo', 'Owner', null, 'u1'),
              change('custom:f1', 'Plan', null, 'Gold'),
            ],
          },
          state: 'held',
        },
      ]),
    );
  });

  it('is dropped by "Keep HighLevel\'s"', async () => {
    const all = [...theirs, { field: 'custom:f1', value: 'Silver' }];
    const gateway = await failed(edit, { code: 'conflict', theirs: all });
    fireEvent.click((await list()).getByRole('button', { name: "Keep HighLevel's" }));
    await waitFor(async () => expect(await stored(gateway)).toEqual([]));
  });

  it('goes without the fields that HighLevel keeps, when it is of more than those', async () => {
    const gateway = await failed(edit, { code: 'conflict', theirs });
    fireEvent.click((await list()).getByRole('button', { name: "Keep HighLevel's" }));
    await waitFor(async () =>
      expect(await stored(gateway)).toEqual([
        { operation: { kind: 'updateContact', changes: [change('custom:f1', 'Plan', null, 'Gold')] }, state: 'held' },
      ]),
    );
  });

  it('asks again before a tag of another name is deleted for everybody', async () => {
    const gateway = await failed(
      { kind: 'deleteTag', tagId: 'tag1', tag: 'vip' },
      { code: 'conflict', theirs: [{ field: 'name', value: 'Customers' }] },
    );
    expect((await list()).getAllByRole('definition')[1]?.textContent).toBe('In HighLevel Customers');
    fireEvent.click((await list()).getByRole('button', { name: 'Use mine' }));
    await waitFor(async () =>
      expect(await stored(gateway)).toEqual([{ operation: { kind: 'deleteTag', tagId: 'tag1', tag: 'Customers' }, state: 'held' }]),
    );
  });
});

describe('a write that HighLevel refused', () => {
  it('names the fields that HighLevel’s words speak of', async () => {
    const problems = ['city must be a string', 'property customFields.0.fieldValue should not exist', 'something else'];
    await failed(edit, { code: 'invalid_request', problems });
    const shown = await list();
    shown.getByText('HighLevel did not accept this.');
    expect(
      shown
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
        .slice(1),
    ).toEqual(['City: city must be a string', 'Plan: property customFields.0.fieldValue should not exist']);
  });

  it('says HighLevel’s words as they are where they name no field', async () => {
    await failed(edit, { code: 'invalid_request', problems: ['Bad Request'] });
    (await list()).getByText('HighLevel did not accept this: Bad Request.');
  });

  it('opens whoever has the e-mail or phone already', async () => {
    const ann = { ...contact, id: 'c9', name: 'Ann Lee' };
    const read = (endpoint: string, { contactId }: Record<string, unknown>) =>
      endpoint === 'contacts.get' && contactId === 'c9' ? ann : (answers[endpoint] ?? []);
    await failed(edit, { code: 'duplicate_contact', contactId: 'c9', contactName: 'Ann Lee', matchingField: 'email' }, { read });
    fireEvent.click((await list()).getByRole('button', { name: 'Open existing' }));
    await screen.findByRole('heading', { level: 1, name: 'Ann Lee' });
  });

  it('can be edited again where its form is on screen, and only there', async () => {
    await failed({ kind: 'updateBusiness', businessId: 'b1', name: 'Bayside', changes: [change('city', 'City', null, 'Salem')] }, REFUSED);
    const shown = await list();
    expect(shown.queryByRole('button', { name: 'Edit again' })).toBeNull();
    const reopened: string[] = [];
    function Form() {
      useReopens(({ operation, opId }) => (operation.kind === 'updateBusiness' ? () => reopened.push(opId) : undefined));
      return null;
    }
    const form = render(<Form />);
    fireEvent.click(shown.getByRole('button', { name: 'Edit again' }));
    expect(reopened).toHaveLength(1);
    form.unmount();
    expect(shown.queryByRole('button', { name: 'Edit again' })).toBeNull();
  });

  it('opens the contact’s form again with what was asked for, and is replaced by what is saved', async () => {
    const asked: Operation = {
      kind: 'updateContact',
      changes: [change('city', 'City', null, 'Salem'), change('state', 'State', null, 'XX')],
    };
    const gateway = await failed(asked, REFUSED);
    fireEvent.click(await (await list()).findByRole('button', { name: 'Edit again' }));
    const shown = await screen.findByRole('form', { name: 'Edit details' }, SLOW);
    const form = within(shown);
    expect(form.getByLabelText<HTMLInputElement>('City').value).toBe('Salem');
    fireEvent.change(form.getByLabelText(/^State/), { target: { value: 'OR' } });
    fireEvent.submit(shown);
    await waitFor(async () => {
      const changes = [
        expect.objectContaining({ field: 'city', from: null, to: 'Salem' }),
        expect.objectContaining({ field: 'state', to: 'OR' }),
      ];
      expect(await stored(gateway)).toEqual([{ operation: { kind: 'updateContact', changes }, state: 'held' }]);
    });
  });

  it('opens the form of its task or note again with what was asked for', async () => {
    const words = [change('title', 'Title', 'Call back', 'Call Ann'), change('body', 'Details', null, 'Soon')];
    const gateway = await failed({ kind: 'updateTask', taskId: 't1', title: 'Call back', changes: words }, REFUSED);
    fireEvent.click(await (await list()).findByRole('button', { name: 'Edit again' }));
    await waitFor(() => expect(screen.getAllByDisplayValue('Call Ann')).toHaveLength(1));
    screen.getByDisplayValue('Soon');
    const changes = [change('body', 'Text', 'Left voicemail.', 'Left <b>two</b> voicemails.')];
    const { entry: note } = await gateway.outbox.commit({
      operation: { kind: 'updateNote', noteId: 'n1', excerpt: '', changes },
      target,
      holdMs: 0,
    });
    await gateway.outbox.transition(note.opId, { type: 'taken' });
    await gateway.outbox.transition(note.opId, { type: 'refused', error: REFUSED });
    await waitFor(async () => expect((await list()).getAllByRole('button', { name: 'Edit again' })).toHaveLength(2));
    for (const button of (await list()).getAllByRole('button', { name: 'Edit again' })) fireEvent.click(button);
    const form = await screen.findByRole('form', { name: 'Edit note' }, SLOW);
    await waitFor(() => expect(form.textContent).toContain('two'), SLOW);
    // Nothing was typed yet, and it is what was asked for that is saved.
    await waitFor(() => fireEvent.submit(form));
    await waitFor(async () =>
      expect((await stored(gateway)).find(({ state }) => state === 'held')?.operation).toMatchObject({
        changes: [{ field: 'body', from: 'Left voicemail.', to: expect.stringContaining('two') }],
      }),
    );
  });

  it('is not asked for again when the thing is gone', async () => {
    await failed(edit, { code: 'not_found' });
    const shown = await list();
    shown.getByText('This is no longer in HighLevel.');
    expect(shown.queryByRole('button', { name: 'Retry' })).toBeNull();
    shown.getByRole('button', { name: 'Discard' });
  });
});

describe('what was written in vain', () => {
  it.each<[string, Operation, string]>([
    [
      'a note’s change',
      { kind: 'updateNote', noteId: 'n1', excerpt: 'Old', changes: [change('body', 'Note', '<p>Old</p>', '<p>New &amp; <b>long</b></p>')] },
      'New & long',
    ],
    ['fields by their names, but people, who were chosen', edit, 'City: Salem\nPlan: Gold'],
    ['a task', { kind: 'createTask', title: 'Call', body: '<p>At noon</p>', dueDate: '2026-11-26T15:00:00Z' }, 'Call\nAt noon'],
  ])('can be taken along: %s', async (_what, operation, text) => {
    const written: string[] = [];
    const writeText = async (words: string) => void written.push(words);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await failed(operation, { code: 'not_found' });
    const shown = await list();
    fireEvent.click(shown.getByRole('button', { name: 'Copy' }));
    await shown.findByText('Copied');
    expect(written).toEqual([text]);
  });

  it('is in the row whole where it is one tag', async () => {
    await failed({ kind: 'addTag', tag: 'vip' }, { code: 'not_found' });
    expect((await list()).queryByRole('button', { name: 'Copy' })).toBeNull();
  });
});

describe('several writes that are one act', () => {
  const group = { id: 'g1', name: 'No answer' };
  const writes: readonly Operation[] = [
    { kind: 'addTag', tag: 'no answer' },
    { kind: 'createNote', body: '<p>Called</p>' },
  ];
  const begin = async () => {
    const gateway = show();
    await gateway.outbox.commitAll(writes.map((operation) => ({ operation, target, holdMs: 60_000, group })));
    return { gateway, status: await underWay() };
  };

  it('are one line with one Undo, which takes all of them back', async () => {
    const { gateway, status } = await begin();
    status.getByText('Tag added: no answer; Note added: Called');
    fireEvent.click(status.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await stored(gateway)).toEqual([]));
  });

  it('of which one has left: the others are taken back, and it is said', async () => {
    const { gateway, status } = await begin();
    const [first] = await gateway.outbox.list();
    await gateway.outbox.transition(first?.opId ?? '', { type: 'sendNow' });
    await gateway.outbox.transition(first?.opId ?? '', { type: 'taken' });
    fireEvent.click(status.getByRole('button', { name: 'Undo' }));
    await status.findByText(/Too late/);
    expect((await stored(gateway)).map(({ state }) => state)).toEqual(['sending']);
  });

  it('are sent together by one "Send now"', async () => {
    const { gateway, status } = await begin();
    fireEvent.click(status.getByRole('button', { name: 'Send now' }));
    await waitFor(async () => expect((await stored(gateway)).map(({ state }) => state)).toEqual(['queued', 'queued']));
  });

  it('stand among the other acts by their newest write', () => {
    const at = (opId: string, seq: number, of?: typeof group): OutboxEntry => entry({ opId, seq, ...(of && { group: of }) });
    const lines = linesOf([at('c', 3, group), at('a', 1, group), at('b', 2)]);
    expect(lines.map(({ entries, name }) => [name, entries.map(({ opId }) => opId)])).toEqual([
      ['No answer', ['a', 'c']],
      [undefined, ['b']],
    ]);
  });
});

describe('a write that starts an automation', () => {
  it('says so and counts down; who listens is told in steps', async () => {
    let now = 1_000_000;
    const gateway = show({ stored: { automationTags: ['Welcome'] }, now: () => now, read: (endpoint) => answers[endpoint] ?? [] });
    await gateway.outbox.commit({ operation: { kind: 'addTag', tag: 'welcome' }, target, holdMs: 20_000 });
    const status = await underWay();
    await status.findByText(/Starts an automation\./);
    status.getByText('20 s');
    const heard = status.getByText('Sent in about 20 seconds.');
    now += 7_000;
    await act(async () => gateway.tell({ about: 'outbox' }));
    await status.findByText('13 s');
    expect(status.getByText('13 s').getAttribute('aria-hidden')).toBe('true');
    expect(heard.textContent).toBe('Sent in about 20 seconds.');
  });

  it('is told apart from an ordinary one', async () => {
    const gateway = show({ stored: { automationTags: ['Welcome'] } });
    await gateway.outbox.commit({ operation: { kind: 'addTag', tag: 'vip' }, target, holdMs: 6_000 });
    await screen.findByRole('button', { name: 'Undo' });
    expect(screen.queryByText(/Starts an automation/)).toBeNull();
  });
});
