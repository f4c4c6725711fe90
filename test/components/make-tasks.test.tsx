// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MakeTasks } from '@/components/tasks/MakeTasks.tsx';
import { tasksOf } from '@/components/tasks/tick-lines.ts';
import { ConnectionProvider } from '@/lib/query/connection.tsx';
import { createPanelServices, PanelServicesProvider } from '@/lib/query/services.tsx';
import { connection, createFakeGateway } from '../query/fake-gateway.ts';

const stop = new AbortController();
const LIST = 'Agreed on the phone:\n- X-rays by e-mail\n* Invoice\n3. Call Ann\n[ ] Post the pack\n– Send “thanks”\n';

describe('the tasks that a text may stand for', () => {
  it.each([
    ['each kind of mark', LIST, ['X-rays by e-mail', 'Invoice', 'Call Ann', 'Post the pack', 'Send “thanks”']],
    ['a mark and a box', '- [x] One\n1) [ ] Two\r\n• Three', ['One', 'Two', 'Three']],
    ['lists within lists', '- One\n  - Two', ['One', 'Two']],
    ['no list', 'Call Ann.\nShe has -40 % off.\n2026 was fine\n-5 degrees', []],
    ['a mark without words', '- \n-\n---', []],
  ])('are its marked lines: %s', (_, text, lines) => {
    expect(tasksOf(text).lines).toEqual(lines);
  });

  it('are one, with its first line as the title', () => {
    expect(tasksOf('\n  Call Ann \n\nShe asked twice.\nAfter six.')).toEqual({
      title: 'Call Ann',
      details: 'She asked twice.\nAfter six.',
      lines: [],
    });
  });

  it('are one with the whole text in its details where the first line is too long for a title', () => {
    const text = `${'Call Ann about the aligners and '.repeat(10)}more`;
    const { title, details } = tasksOf(text);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/^Call Ann .* \S+…$/);
    expect(details).toBe(text);
  });
});

function show(text: string) {
  const gateway = createFakeGateway({
    now: () => Date.parse('2026-11-21T15:00:00Z'),
    me: { loc1: 'u1' },
    read: (endpoint) =>
      endpoint === 'users.list'
        ? [
            { id: 'u1', name: 'Sam Porter' },
            { id: 'u2', name: 'Ann Lee' },
          ]
        : [],
  });
  const onDone = vi.fn();
  const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
  render(
    <PanelServicesProvider services={createPanelServices(gateway, stop.signal)}>
      <ConnectionProvider connection={connection}>
        <MakeTasks target={target} text={text} onDone={onDone} />
      </ConnectionProvider>
    </PanelServicesProvider>,
  );
  return { gateway, onDone, form: within(screen.getByRole('form', { name: 'Make tasks' })) };
}

afterEach(cleanup);

describe('making tasks of a text', () => {
  it('makes one of each ticked line, due and assigned alike, in one act', async () => {
    const { gateway, onDone, form } = show(LIST);
    fireEvent.click(form.getByRole('checkbox', { name: 'Make task 2' }));
    fireEvent.click(form.getByRole('checkbox', { name: 'Make task 4' }));
    fireEvent.click(form.getByRole('checkbox', { name: 'Make task 5' }));
    fireEvent.change(form.getByRole('textbox', { name: 'Title of task 3' }), { target: { value: 'Call Ann Lee' } });
    fireEvent.change(form.getByLabelText('Due for all'), { target: { value: 'mon 8am' } });
    await form.findByText('Mon 23 Nov 2026, 08:00, New York time');
    await form.findByRole('option', { name: 'Ann Lee' });
    fireEvent.change(form.getByLabelText('Assignee for all'), { target: { value: 'u2' } });
    fireEvent.click(form.getByRole('button', { name: 'Create 2 tasks' }));
    fireEvent.click(form.getByRole('button', { name: 'Create 2 tasks' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    const entries = await gateway.outbox.list();
    const common = { kind: 'createTask', dueDate: '2026-11-23T13:00:00Z', assignedTo: 'u2' };
    expect(entries.map(({ operation }) => operation)).toEqual([
      { ...common, title: 'X-rays by e-mail' },
      { ...common, title: 'Call Ann Lee' },
    ]);
    expect(new Set(entries.map(({ group }) => group?.id)).size).toBe(1);
    expect(entries[0]?.group?.name).toBe('2 tasks from a text');
    expect(entries.map(({ target }) => target.contactId)).toEqual(['c1', 'c1']);
  });

  it('makes one of a text without a list, and of a list on request', async () => {
    const { gateway, form } = show(LIST);
    fireEvent.click(form.getByRole('button', { name: 'Make one task of it instead' }));
    expect(form.getByLabelText<HTMLInputElement>('Title').value).toBe('Agreed on the phone:');
    form.getByRole('button', { name: 'Make a task of each of the 5 lines' });
    await waitFor(() => expect(form.getByLabelText<HTMLSelectElement>('Assignee').value).toBe('u1'));
    fireEvent.click(form.getByRole('button', { name: 'Create 1 task' }));
    await waitFor(async () =>
      expect((await gateway.outbox.list()).map(({ operation }) => operation)).toMatchObject([
        {
          title: 'Agreed on the phone:',
          body: LIST.trim().split('\n').slice(1).join('\n'),
          dueDate: '2026-11-22T14:00:00Z',
          assignedTo: 'u1',
        },
      ]),
    );
  });

  it('says what is missing instead of making half of it', async () => {
    const { gateway, onDone, form } = show('- One\n- Two');
    fireEvent.change(form.getByRole('textbox', { name: 'Title of task 1' }), { target: { value: ' ' } });
    fireEvent.click(form.getByRole('button', { name: 'Create 2 tasks' }));
    expect(form.getByRole('alert').textContent).toBe('Give each ticked task a title.');
    for (const box of form.getAllByRole('checkbox')) fireEvent.click(box);
    fireEvent.click(form.getByRole('button', { name: 'Create 0 tasks' }));
    expect(form.getByRole('alert').textContent).toBe('Tick at least one line.');
    expect(await gateway.outbox.list()).toEqual([]);
    expect(onDone).not.toHaveBeenCalled();
  });
});
