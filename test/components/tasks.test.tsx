// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { type FakeGateway, salesforce } from '../query/fake-gateway.ts';
import { answers, contact, show } from './show-panel.tsx';

/** Saturday 21 November 2026, 10:00 in New York, the location's zone. */
const now = () => Date.parse('2026-11-21T15:00:00Z');
const operations = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);
const nobody = { 1: { status: 'none', site: salesforce } } as const;
const call = {
  id: 't1',
  title: 'Call back',
  body: '<p>She <b>prefers</b> mornings.</p>',
  dueDate: '2026-11-26T15:00:00.000Z',
  completed: false,
  assignedTo: 'u1',
};

function showTasks(tasks: readonly unknown[]): FakeGateway {
  return show({ now, read: (endpoint) => (endpoint === 'tasks.list' ? tasks : (answers[endpoint] ?? [])) });
}

async function openForm() {
  fireEvent.click(await screen.findByRole('button', { name: 'Add task' }));
  const form = within(screen.getByRole('form', { name: 'Add task' }));
  return { form, due: form.getByLabelText<HTMLInputElement>('Due') };
}

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

describe('a due date that is typed', () => {
  it("says at once what it means on the location's clock, and is saved as that", async () => {
    const gateway = show({ now });
    const { form, due } = await openForm();
    type(form.getByLabelText('Title'), 'Send the form');
    type(due, 'fri 3pm');
    await form.findByText('Fri 27 Nov 2026, 15:00, New York time');
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ kind: 'createTask', dueDate: '2026-11-27T20:00:00Z' }]));
  });

  it('is read before it is saved, however quick the person is, and saved once', async () => {
    const gateway = show({ now });
    const { form, due } = await openForm();
    type(form.getByLabelText('Title'), 'Send the form');
    type(due, 'in 2 days');
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ dueDate: '2026-11-23T14:00:00Z' }]));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Add task' })).toBeNull());
    expect(await operations(gateway)).toHaveLength(1);
  });

  it.each([
    ['soonish', /Not understood\. Write it like/],
    ['yesterday', /already past/],
  ])('is not guessed at: %s', async (phrase, sentence) => {
    const gateway = show({ now });
    const { form, due } = await openForm();
    type(form.getByLabelText('Title'), 'Send the form');
    type(due, phrase);
    await form.findByText(sentence);
    expect(due.getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    expect((await form.findByRole('alert')).textContent).toBe('Give the task a due date.');
    expect(await operations(gateway)).toEqual([]);
  });

  it('can be picked instead', async () => {
    const gateway = show({ now });
    const { form, due } = await openForm();
    type(form.getByLabelText('Title'), 'Send the form');
    const picker = document.querySelector('input[type="datetime-local"]');
    expect(picker).toHaveProperty('value', '2026-11-22T09:00');
    type(picker as HTMLElement, '2027-07-01T16:30');
    expect(due.value).toBe('Thu 1 Jul 2027, 16:30');
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ dueDate: '2027-07-01T20:30:00Z' }]));
  });
});

describe('a task in its list', () => {
  it('is edited in its place, and only what changed is sent', async () => {
    const gateway = showTasks([call]);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit task Call back' }));
    const form = within(screen.getByRole('form', { name: 'Edit task Call back' }));
    expect(document.activeElement).toBe(form.getByLabelText('Title'));
    expect(form.getByLabelText<HTMLInputElement>('Due').value).toBe('Thu 26 Nov 2026, 10:00');
    expect(form.getByLabelText<HTMLTextAreaElement>('Details').value).toBe('She prefers mornings.');
    expect(screen.queryByRole('checkbox', { name: 'Call back' })).toBeNull();
    type(form.getByLabelText('Title'), 'Call her back');
    type(form.getByLabelText('Due'), 'tomorrow 2pm');
    await form.findByText('Sun 22 Nov 2026, 14:00, New York time');
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([
        {
          kind: 'updateTask',
          taskId: 't1',
          title: 'Call back',
          changes: [
            { field: 'title', label: 'Title', from: 'Call back', to: 'Call her back' },
            { field: 'dueDate', label: 'Due', from: '2026-11-26T15:00:00Z', to: '2026-11-22T19:00:00Z' },
          ],
        },
      ]),
    );
    await screen.findByRole('checkbox', { name: 'Call her back' });
    expect(document.activeElement).toHaveProperty('dataset.taskId', 't1');
  });

  it('says that changed details lose their formatting, and keeps the ones that were not changed', async () => {
    const gateway = showTasks([call]);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit task Call back' }));
    const form = within(screen.getByRole('form', { name: 'Edit task Call back' }));
    expect(form.queryByText(/without their formatting/)).toBeNull();
    type(form.getByLabelText('Details'), 'She prefers evenings.');
    form.getByText(/without their formatting/);
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () =>
      expect(await operations(gateway)).toMatchObject([
        { changes: [{ field: 'body', from: '<p>She <b>prefers</b> mornings.</p>', to: 'She prefers evenings.' }] },
      ]),
    );
  });

  it('writes nothing when nothing was changed, or on Cancel', async () => {
    const gateway = showTasks([call]);
    for (const button of ['Save task', 'Cancel']) {
      fireEvent.click(await screen.findByRole('button', { name: 'Edit task Call back' }));
      fireEvent.click(screen.getByRole('button', { name: button }));
      await screen.findByRole('checkbox', { name: 'Call back' });
    }
    expect(await operations(gateway)).toEqual([]);
  });

  it('is completed and reopened by key where its row has the focus', async () => {
    const gateway = showTasks([call]);
    const row = (await screen.findByRole('checkbox', { name: 'Call back' })).closest('li') ?? expect.fail('no row');
    fireEvent.keyDown(document.body, { key: 'x' });
    expect(await operations(gateway)).toEqual([]);
    row.focus();
    fireEvent.keyDown(row, { key: 'x' });
    await waitFor(async () =>
      expect(await operations(gateway)).toMatchObject([{ kind: 'setTaskCompleted', taskId: 't1', completed: true }]),
    );
  });

  it("is not said to be the reader's own when its assignee is not known", async () => {
    showTasks([{ ...call, assignedTo: 'u9' }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit task Call back' }));
    const assignee = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Assignee' });
    expect(assignee.selectedOptions[0]?.textContent).toBe('Somebody who is not listed');
  });

  it('is deleted with one click', async () => {
    const gateway = showTasks([call]);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete task Call back' }));
    await waitFor(async () => expect(await operations(gateway)).toEqual([{ kind: 'deleteTask', taskId: 't1', title: 'Call back' }]));
  });

  it('shows its details on request, and who is to do it unless that is the reader', async () => {
    show({ now, me: { loc1: 'u1' }, read: (endpoint) => (endpoint === 'tasks.list' ? [call] : (answers[endpoint] ?? [])) });
    const more = await screen.findByRole('button', { name: 'Read task Call back' });
    expect(screen.queryByText('prefers')).toBeNull();
    fireEvent.click(more);
    expect((await screen.findByText('prefers')).tagName).toBe('STRONG');
    fireEvent.click(more);
    expect(screen.queryByText('prefers')).toBeNull();
    expect(within(screen.getByRole('region', { name: 'Tasks' })).queryByText('Sam Porter')).toBeNull();
  });

  it('names somebody else who is to do it', async () => {
    showTasks([call]);
    await within(await screen.findByRole('region', { name: 'Tasks' })).findByText('Sam Porter');
  });

  it('is drawn page by page, and how many are left is said', async () => {
    const many = (count: number, completed: boolean) =>
      Array.from({ length: count }, (_, at) => ({ ...call, id: `${completed ? 'done' : 'open'}${at}`, completed }));
    showTasks([...many(62, false), ...many(25, true)]);
    await screen.findByText('62 open');
    const drawn = (kind: string) => document.querySelectorAll(`[data-task-id^="${kind}"]`).length;
    expect([drawn('open'), drawn('done')]).toEqual([50, 20]);
    fireEvent.click(screen.getByText('Show 12 more of 12'));
    fireEvent.click(screen.getByText('Show 5 more of 5'));
    expect([drawn('open'), drawn('done')]).toEqual([62, 25]);
    expect(screen.queryByText(/^Show \d+ more of/)).toBeNull();
  });
});

describe('my tasks', () => {
  const mine = { id: 't9', title: 'My own task', dueDate: '2026-11-20T10:00:00Z', completed: false, contactId: 'c7' };
  const ruth = { ...contact, id: 'c7', name: 'Ruth Abel' };
  const read = (endpoint: string) => {
    if (endpoint === 'tasks.searchInLocation') return [mine];
    if (endpoint === 'contacts.get') return ruth;
    if (endpoint === 'appointments.between') throw new AppFailure({ code: 'missing_scope' });
    return answers[endpoint] ?? [];
  };
  const showMine = (given: Partial<typeof mine & { contactName: string }> = {}) =>
    show({
      now,
      tabs: nobody,
      me: { loc1: 'u1' },
      read: (endpoint) => (endpoint === 'tasks.searchInLocation' ? [{ ...mine, ...given }] : read(endpoint)),
    });

  it.each([
    ['In 1 hour', '2026-11-21T16:00:00Z'],
    ['Tomorrow 9:00', '2026-11-22T14:00:00Z'],
    ['Next week', '2026-11-28T14:00:00Z'],
  ])('are put off with two clicks: %s', async (offer, to) => {
    const gateway = showMine();
    await screen.findByText('Ruth Abel');
    fireEvent.click(screen.getByRole('button', { name: 'Snooze My own task' }));
    fireEvent.click(screen.getByRole('button', { name: offer }));
    await waitFor(async () =>
      expect(await gateway.outbox.list()).toMatchObject([
        {
          operation: { kind: 'updateTask', taskId: 't9', changes: [{ field: 'dueDate', from: '2026-11-20T10:00:00Z', to }] },
          target: { locationId: 'loc1', contactId: 'c7', shownAs: 'Ruth Abel' },
        },
      ]),
    );
    expect(screen.queryByRole('form', { name: 'Snooze My own task' })).toBeNull();
  });

  it('are put off to what is typed', async () => {
    const gateway = showMine();
    fireEvent.click(await screen.findByRole('button', { name: 'Snooze My own task' }));
    const form = within(screen.getByRole('form', { name: 'Snooze My own task' }));
    type(form.getByLabelText('Or when'), 'mon 8:15');
    fireEvent.click(form.getByRole('button', { name: 'Snooze' }));
    await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ changes: [{ to: '2026-11-23T13:15:00Z' }] }]));
  });

  it('are completed for the contact they are about, whom HighLevel may name itself', async () => {
    const gateway = showMine({ contactName: 'Ruth of the list' });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'My own task' }));
    await waitFor(async () =>
      expect(await gateway.outbox.list()).toMatchObject([{ target: { contactId: 'c7', shownAs: 'Ruth of the list' } }]),
    );
    expect(gateway.reads()).not.toContain('contacts.get');
  });

  it('show the appointments of today, without those that were called off', async () => {
    const today = {
      id: 'a1',
      title: 'Recall',
      startTime: '2026-11-21T11:30:00-05:00',
      endTime: '2026-11-21T12:00:00-05:00',
      contactId: 'c7',
    };
    const asked: Record<string, unknown>[] = [];
    show({
      now,
      tabs: nobody,
      me: { loc1: 'u1' },
      read(endpoint, input) {
        if (endpoint !== 'appointments.between') return read(endpoint);
        asked.push(input);
        return [{ ...today, id: 'a2', title: 'Off', appointmentStatus: 'cancelled' }, today];
      },
    });
    const day = within(await screen.findByRole('region', { name: "Today's appointments" }));
    expect(day.getAllByRole('listitem').map((item) => item.textContent)).toEqual([expect.stringMatching(/^11:30–12:00.*Recall/)]);
    await day.findByText('Ruth Abel');
    const [startTime, endTime] = ['2026-11-21T05:00:00Z', '2026-11-22T05:00:00Z'].map((moment) => Date.parse(moment));
    expect(asked).toEqual([{ locationId: 'loc1', userId: 'u1', startTime, endTime: (endTime ?? 0) - 1 }]);
  });

  it('say nothing of appointments that the connection may not read', async () => {
    showMine();
    await screen.findByText('Ruth Abel');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('region', { name: "Today's appointments" })).toBeNull();
  });

  it('can be those of somebody else', async () => {
    const gateway = showMine();
    fireEvent.click(await screen.findByRole('button', { name: 'Not me?' }));
    await screen.findByRole('option', { name: 'Sam Porter' });
    type(screen.getByLabelText('Who are you?'), 'u1');
    await screen.findByRole('checkbox', { name: 'My own task' });
    expect(gateway.world.me).toEqual({ loc1: 'u1' });
  });

  it('say why nobody can be chosen where the users may not be read', async () => {
    const read = (endpoint: string) => {
      if (endpoint.startsWith('users.')) throw new AppFailure({ code: 'missing_scope', scope: 'users.readonly' });
      return answers[endpoint] ?? [];
    };
    show({ now, tabs: nobody, read });
    await screen.findByText(/lacks the scope users\.readonly/);
    expect(screen.queryByLabelText('Who are you?')).toBeNull();
  });

  it('open the contact they are about', async () => {
    showMine();
    fireEvent.click(await screen.findByRole('button', { name: 'Open Ruth Abel' }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ruth Abel'));
  });
});
