// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { connection, type FakeGateway, maria, salesforce, showing } from '../query/fake-gateway.ts';
import { answers, contact, jonas, linked, matched, show } from './show-panel.tsx';

/** What the line at the bottom says of changes under way. */
const pendingText = () => document.querySelector('main > output')?.textContent;
const heading = () => screen.findByRole('heading', { level: 1 });
const operations = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);

describe('a page with one strong match', () => {
  it('shows the contact, why, and every section by its name', async () => {
    show();
    expect((await heading()).textContent).toBe('Maria Gomez');
    expect(screen.getByText(/Matched by e-mail/).textContent).toContain('maria@bayside.test');
    for (const name of ['Tags', 'Tasks', 'Appointments', 'Notes', 'Business']) screen.getByRole('region', { name });
    await screen.findByText('Bayside Orthodontics');
    screen.getByRole('button', { name: 'Refresh' });
    screen.getByRole('button', { name: 'Wrong match?' });
    screen.getByRole('combobox', { name: 'Add tag' });
    screen.getByRole('textbox', { name: 'New note' });
    screen.getByRole('button', { name: 'Add note' });
    screen.getByRole('button', { name: 'Add task' });
    screen.getByRole('button', { name: 'Remove tag vip' });
    screen.getByText('Harbor Dental');
    expect(screen.getByRole('link', { name: 'Open in HighLevel' }).getAttribute('href')).toBe(
      'https://app.gohighlevel.com/v2/location/loc1/contacts/detail/c1',
    );
  });

  it("does not read a time without a zone in the reader's own when the location's is unknown", async () => {
    const { timeZone: _unknown, ...zoneless } = connection;
    show({ connection: zoneless });
    const appointments = within(await screen.findByRole('region', { name: 'Appointments' }));
    await appointments.findByText('Consultation');
    appointments.getByText('Time unknown');
    expect(appointments.queryByText(/09:30/)).toBeNull();
    expect(appointments.queryByText('Nothing coming up.')).toBeNull();
  });

  it('asks HighLevel for each thing once, and not for a contact that came with the match', async () => {
    const gateway = show();
    await screen.findByText('Ann Lee');
    expect([...gateway.reads()].sort()).toEqual([
      'appointments.ofContact',
      'businesses.get',
      'contacts.ofBusiness',
      'notes.list',
      'tasks.list',
      'tasks.searchInLocation',
    ]);
  });

  it('asks for the four sections before anything else when the match was remembered', async () => {
    const gateway = show({ match: () => linked });
    await screen.findByText('Ann Lee');
    expect([...gateway.reads().slice(0, 4)].sort()).toEqual(['appointments.ofContact', 'businesses.get', 'notes.list', 'tasks.list']);
    expect(gateway.reads().filter((endpoint) => endpoint === 'contacts.get')).toHaveLength(1);
    screen.getByText('Remembered for this record.');
  });

  it('shows the name of a remembered match before HighLevel has answered', async () => {
    show({ match: () => linked, read: () => new Promise(() => undefined) });
    expect((await heading()).textContent).toBe('Maria Gomez');
  });

  it('paints at once what it remembers, and says how old that is', async () => {
    const cache = new Map<string, string>();
    show({ match: () => linked, cache });
    await screen.findByText('Ann Lee');
    await waitFor(() => expect(cache.size).toBeGreaterThanOrEqual(6));
    cleanup();
    const gateway = show({ match: () => linked, cache, now: () => Date.now() + 180_000, read: () => new Promise(() => undefined) });
    await screen.findByRole('checkbox', { name: 'Call back' });
    await screen.findByText('Left voicemail.');
    await screen.findByText('as of 3 min');
    expect(gateway.reads()).toEqual([]);
  });

  it('reads everything on screen again on request', async () => {
    const gateway = show();
    await screen.findByText('Ann Lee');
    const before = gateway.reads().length;
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(gateway.reads().slice(before)).toContain('contacts.get'));
    await waitFor(() =>
      expect([...gateway.reads().slice(before)].sort()).toEqual([
        'appointments.ofContact',
        'businesses.get',
        'contacts.get',
        'contacts.ofBusiness',
        'notes.list',
        'tasks.list',
        'tasks.searchInLocation',
      ]),
    );
  });

  it('keeps the other sections when one can not be read, and reads it again on request', async () => {
    let fails = true;
    show({
      read: (endpoint) => {
        if (endpoint === 'notes.list' && fails) throw new AppFailure({ code: 'network', status: 0, detail: 'Failed to fetch' });
        return answers[endpoint] ?? [];
      },
    });
    const notes = within(await screen.findByRole('region', { name: 'Notes' }));
    const retry = await notes.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('checkbox', { name: 'Call back' })).toBeTruthy();
    fails = false;
    fireEvent.click(retry);
    await notes.findByText('Left voicemail.');
  });

  it('puts pinned notes first, keeps their formatting and runs nothing', async () => {
    show();
    const notes = within(await screen.findByRole('region', { name: 'Notes' }));
    await notes.findByText('mornings');
    expect(notes.getAllByRole('listitem').map((item) => item.textContent)[0]).toContain('Prefers mornings');
    expect(notes.getByText('mornings').tagName).toBe('STRONG');
    expect(document.querySelector('script')).toBeNull();
  });

  it('shows hidden and reordering characters of a name to nobody', async () => {
    show({ match: () => ({ ...matched, contact: { ...contact, name: 'Maria\u202e \u200bGomez' } }) });
    expect((await heading()).textContent).toBe('Maria Gomez');
  });
});

describe('acting on a contact', () => {
  it('completes a task with one click, for the contact that is shown', async () => {
    const gateway = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Call back' }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(await gateway.outbox.list()).toMatchObject([
      {
        state: 'held',
        operation: { kind: 'setTaskCompleted', taskId: 't1', title: 'Call back', completed: true },
        target: { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' },
      },
    ]);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Call back' }).checked).toBe(true);
    expect(pendingText()).toContain('Task completed');
  });

  it('reopens a done task with one click', async () => {
    const gateway = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Sent the quote', hidden: true }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(await operations(gateway)).toMatchObject([{ kind: 'setTaskCompleted', taskId: 't2', completed: false }]);
  });

  it('leaves nothing behind after Undo', async () => {
    const gateway = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Call back' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await gateway.outbox.list()).toEqual([]));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Call back' }).checked).toBe(false));
    expect(pendingText()).toBe('');
  });

  it('reads again exactly the list that a confirmed write has changed', async () => {
    const gateway = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Call back' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Send now' }));
    await waitFor(async () => expect((await gateway.outbox.list())[0]?.state).toBe('queued'));
    await screen.findByText('Ann Lee');
    const before = gateway.reads().length;
    const [{ opId } = { opId: '' }] = await gateway.outbox.list();
    await gateway.outbox.transition(opId, { type: 'taken' });
    await gateway.outbox.transition(opId, { type: 'succeeded', answer: {} });
    await waitFor(() => expect(pendingText()).toContain('Saved'));
    // The colleagues' counts are of open tasks, too.
    await waitFor(() => expect([...new Set(gateway.reads().slice(before))].sort()).toEqual(['tasks.list', 'tasks.searchInLocation']));
  });

  it('adds a note as typed', async () => {
    const gateway = show({ me: { loc1: 'u1' } });
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add note' }).disabled).toBe(true);
    fireEvent.change(field, { target: { value: 'Prefers\nmornings' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await waitFor(async () => expect(await operations(gateway)).toEqual([{ kind: 'createNote', body: 'Prefers\nmornings', userId: 'u1' }]));
    await waitFor(() => expect(field.value).toBe(''));
  });

  it("adds a task that is due at nine tomorrow on the location's clock", async () => {
    const gateway = show({ now: () => Date.parse('2026-11-22T03:00:00Z') });
    fireEvent.click(await screen.findByRole('button', { name: 'Add task' }));
    const form = within(screen.getByRole('form', { name: 'Add task' }));
    expect(form.getByLabelText<HTMLInputElement>('Due').value).toBe('tomorrow 9am');
    form.getByText('Sun 22 Nov 2026, 09:00, New York time');
    form.getByLabelText('Details');
    form.getByLabelText('Assignee');
    fireEvent.change(form.getByLabelText('Title'), { target: { value: 'Send the form' } });
    fireEvent.click(form.getByRole('button', { name: 'Save task' }));
    await waitFor(async () =>
      expect(await operations(gateway)).toEqual([{ kind: 'createTask', title: 'Send the form', dueDate: '2026-11-22T14:00:00Z' }]),
    );
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Add task' })).toBeNull());
    // Who works by keyboard goes on from here, not from the top of the page.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add task' }));
  });

  it('says what a task lacks instead of saving half of it', async () => {
    const gateway = show();
    fireEvent.click(await screen.findByRole('button', { name: 'Add task' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save task' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Give the task a title.');
    expect(await gateway.outbox.list()).toEqual([]);
  });

  it('asks once before the first write and names the location', async () => {
    const gateway = show({ connection: { ...connection, mayWrite: false } });
    await heading();
    const { entry } = await gateway.outbox.commit({
      operation: { kind: 'addTag', tag: 'paid' },
      target: { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' },
      holdMs: 0,
    });
    await gateway.outbox.transition(entry.opId, { type: 'wait', reason: 'write_access' });
    const allow = await screen.findByRole('button', { name: 'Allow writing' });
    screen.getByText(/Allow Alongside to write to/);
    fireEvent.click(allow);
    await waitFor(() => expect(gateway.asked.map(({ question }) => question)).toContain('allowWriting'));
  });

  it('says so when the outbox cannot be read, and reads it again on request', async () => {
    const gateway = show();
    await heading();
    const list = vi.spyOn(gateway.outbox, 'list').mockRejectedValue(new AppFailure({ code: 'storage' }));
    gateway.tell({ about: 'outbox' });
    const alert = await screen.findByRole('alert');
    list.mockRestore();
    fireEvent.click(within(alert).getByRole('button'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('shows a write that failed, with Retry and Discard', async () => {
    const gateway = show();
    await heading();
    const { entry } = await gateway.outbox.commit({
      operation: { kind: 'addTag', tag: 'paid' },
      target: { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' },
      holdMs: 0,
    });
    await gateway.outbox.transition(entry.opId, { type: 'taken' });
    await gateway.outbox.transition(entry.opId, { type: 'refused', error: { code: 'invalid_request', problems: ['no'] } });
    const list = within(await screen.findByRole('list', { name: 'Changes that need you' }));
    list.getByRole('button', { name: 'Retry' });
    fireEvent.click(list.getByRole('button', { name: 'Discard' }));
    await waitFor(async () => expect(await gateway.outbox.list()).toEqual([]));
  });
});

describe('moving from contact to contact', () => {
  const other: MatchOutcome = { kind: 'one', contactId: 'c2', reason: { kind: 'link' }, name: 'Jonas Berg' };
  const readOfJonas = (endpoint: string) =>
    endpoint === 'contacts.get' ? { ...contact, id: 'c2', name: 'Jonas Berg', businessId: undefined } : [];

  it('never paints the late answer of the contact that was left', async () => {
    const late = Promise.withResolvers<MatchOutcome>();
    const gateway = show({ match: (recordId) => (recordId === maria.recordId ? late.promise : other), read: readOfJonas });
    await screen.findByRole('region', { name: 'Looking for this contact in HighLevel' });
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(async () => expect((await heading()).textContent).toBe('Jonas Berg'));
    late.resolve(matched);
    await late.promise;
    await screen.findByText('No business linked in HighLevel.');
    expect((await heading()).textContent).toBe('Jonas Berg');
    expect(screen.queryByText('Maria Gomez')).toBeNull();
  });

  it('never paints a late list of the contact that was left', async () => {
    const late = Promise.withResolvers<unknown>();
    const gateway = show({
      match: (recordId) => (recordId === maria.recordId ? matched : other),
      read: (endpoint, { contactId }) => {
        if (endpoint === 'tasks.list') return contactId === 'c1' ? late.promise : [{ id: 't5', title: 'For Jonas', completed: false }];
        return readOfJonas(endpoint);
      },
    });
    await heading();
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    await screen.findByRole('checkbox', { name: 'For Jonas' });
    late.resolve(answers['tasks.list']);
    await late.promise;
    await screen.findByText('No business linked in HighLevel.');
    expect(screen.queryByRole('checkbox', { name: 'Call back' })).toBeNull();
  });

  it('shows nobody while the page is still being drawn', async () => {
    const gateway = show();
    await heading();
    gateway.world.tabs[1] = { status: 'pending', site: salesforce };
    gateway.tell({ about: 'tab', tabId: 1 });
    await screen.findByRole('region', { name: 'Reading the page' });
    expect(screen.queryByText('Maria Gomez')).toBeNull();
  });

  it('follows the active tab, and forgets what a tab showed before it moved on in the background', async () => {
    const gateway = show({ match: (recordId) => (recordId === maria.recordId ? matched : other) });
    await heading();
    gateway.world.tabs[2] = { status: 'none', site: salesforce };
    gateway.activate(2);
    await screen.findByRole('heading', { level: 1, name: 'My tasks' });
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    gateway.activate(1);
    await waitFor(() => expect(screen.queryByText('Maria Gomez') ?? screen.queryByText('Jonas Berg')).not.toBeNull());
    expect(screen.queryByText('Maria Gomez')).toBeNull();
  });

  it('keeps a half-written note for the contact it was written for', async () => {
    const gateway = show({ match: (recordId) => (recordId === maria.recordId ? matched : other) });
    fireEvent.change(await screen.findByRole('textbox', { name: 'New note' }), { target: { value: 'For Maria only' } });
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    const still = await screen.findByText(/Still for/);
    expect(still.textContent).toBe('Still for Maria Gomez');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' })).value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await gateway.outbox.list()).toMatchObject([
        { operation: { body: 'For Maria only' }, target: { contactId: 'c1', shownAs: 'Maria Gomez' } },
      ]),
    );
    await waitFor(() => expect(screen.queryByText(/Still for/)).toBeNull());
  });
});

describe('when it is not clear who it is', () => {
  const twins: MatchOutcome = {
    kind: 'several',
    why: 'same_evidence',
    candidates: [
      { ...contact, companyName: 'Bayside' },
      { ...contact, id: 'c2', companyName: 'Gomez Trust' },
    ],
  };

  it('asks which contact it is, shows what differs and remembers the answer', async () => {
    const gateway = show({ match: () => twins });
    const group = within(await screen.findByRole('radiogroup', { name: 'Which contact is this?' }));
    expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull();
    fireEvent.click(group.getByRole('radio', { name: /Gomez Trust/ }));
    gateway.world.match = () => ({ kind: 'one', contactId: 'c2', reason: { kind: 'link' } });
    fireEvent.click(screen.getByRole('button', { name: 'Use this contact' }));
    await screen.findByRole('textbox', { name: 'New note' });
    expect(gateway.asked.find(({ question }) => question === 'linkContact')?.data).toMatchObject({
      crm: 'salesforce',
      recordId: maria.recordId,
      contactId: 'c2',
    });
    expect(gateway.reads()).not.toContain('contacts.get');
  });

  it.each([
    ['conflict', /belong to different people/],
    ['weak', /None fits for certain/],
  ] as const)('says so when the evidence is in %s', async (why, words) => {
    show({ match: () => ({ ...twins, why }) });
    await screen.findByText(words);
  });

  it('offers to create a contact, filled from the page, and creates nothing by itself', async () => {
    const gateway = show({ match: () => ({ kind: 'none' }) });
    const create = await screen.findByRole('button', { name: 'Create contact' });
    expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe('Maria');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('maria@bayside.test');
    expect(await gateway.outbox.list()).toEqual([]);
    fireEvent.click(create);
    await screen.findByText('This contact is being created.');
    expect(await gateway.outbox.list()).toMatchObject([
      {
        operation: {
          kind: 'createContact',
          recordId: maria.recordId,
          firstName: 'Maria',
          lastName: 'Gomez',
          companyName: 'Bayside Orthodontics',
        },
        target: { locationId: 'loc1', contactId: null },
      },
    ]);
  });

  it('finds another contact behind "Wrong match?" and links it', async () => {
    const gateway = show({
      read: (endpoint) => (endpoint === 'contacts.findByText' ? [{ ...contact, id: 'c9', name: 'Ana Ruiz' }] : (answers[endpoint] ?? [])),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Wrong match?' }));
    const field = screen.getByRole('searchbox', { name: 'Search in HighLevel' });
    fireEvent.change(field, { target: { value: 'ana' } });
    fireEvent.submit(field);
    fireEvent.click(await screen.findByRole('button', { name: 'Use Ana Ruiz' }));
    await waitFor(() => expect(gateway.asked.find(({ question }) => question === 'linkContact')?.data).toMatchObject({ contactId: 'c9' }));
  });
});

describe('without a contact', () => {
  it("shows the reader's own tasks and completes them for their own contact", async () => {
    const gateway = show({ tabs: { 1: { status: 'none', site: salesforce } }, me: { loc1: 'u1' } });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'My own task' }));
    await waitFor(async () =>
      expect(await gateway.outbox.list()).toMatchObject([{ operation: { taskId: 't9' }, target: { contactId: 'c7' } }]),
    );
  });

  it('reads my tasks to their end, so that no overdue one is missed', async () => {
    const page = (from: number, count: number) => ({
      rows: Array.from({ length: count }, (_, index) => ({ id: `t${from + index}`, title: `Task ${from + index}`, completed: false })),
      size: 100,
      isFull: count === 100,
    });
    const gateway = show({
      tabs: { 1: { status: 'none', site: salesforce } },
      me: { loc1: 'u1' },
      read: (endpoint, { skip = 0 }) => (endpoint === 'tasks.searchInLocation' ? page(skip as number, skip === 100 ? 1 : 100) : []),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show 50 more of 51' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show 1 more of 1' }));
    screen.getByRole('checkbox', { name: 'Task 100' });
    expect(gateway.reads().filter((endpoint) => endpoint === 'tasks.searchInLocation')).toHaveLength(2);
    expect(screen.queryByText(/Only the first/)).toBeNull();
  });

  it('says so when there are more tasks than it reads', async () => {
    const same = { rows: [{ id: 't1', title: 'Task', completed: false }], size: 100, isFull: true };
    const read = (endpoint: string) => (endpoint === 'tasks.searchInLocation' ? same : []);
    show({ tabs: { 1: { status: 'none', site: salesforce } }, me: { loc1: 'u1' }, read });
    await screen.findByText('Only the first 1 is shown.');
  });

  it('asks who the reader is when nobody knows, and remembers it', async () => {
    const gateway = show({ tabs: { 1: { status: 'none', site: salesforce } } });
    await screen.findByText('Choose your name to see your open tasks.');
    const select = await screen.findByRole('combobox', { name: 'Who are you?' });
    await screen.findByRole('option', { name: 'Sam Porter' });
    fireEvent.change(select, { target: { value: 'u1' } });
    await screen.findByRole('checkbox', { name: 'My own task' });
    expect(gateway.world.me).toEqual({ loc1: 'u1' });
  });

  it('offers to connect when there is no connection', async () => {
    const gateway = show({ connection: null });
    fireEvent.click(await screen.findByRole('button', { name: 'Connect' }));
    expect(gateway.opened.options).toBe(1);
    expect(gateway.reads()).toEqual([]);
  });

  it('offers to reload a page that was open before the extension', async () => {
    const gateway = show({ tabs: { 1: { status: 'silent', site: salesforce } } });
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(gateway.opened.reloaded).toEqual([1]);
  });

  it('says when the page can not be matched, and tries again', async () => {
    let fails = true;
    show({
      match: () => {
        if (fails) throw new AppFailure({ code: 'server_error', status: 500 });
        return matched;
      },
    });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    fails = false;
    fireEvent.click(retry);
    expect((await screen.findByRole('heading', { level: 1, name: 'Maria Gomez' })).textContent).toBe('Maria Gomez');
  });

  it('keeps showing what it has when the session has ended', async () => {
    const gateway = show({ connection: { ...connection, needsReconnect: true } });
    await screen.findByRole('checkbox', { name: 'Call back' });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(gateway.opened.options).toBe(1);
  });
});
