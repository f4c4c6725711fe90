// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createKeyActions } from '@/components/keyboard/key-actions.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { maria, salesforce, showing } from '../query/fake-gateway.ts';
import { answers, contact, jonas, matched, show } from './show-panel.tsx';

const daniel = { ...contact, id: 'c2', name: 'Daniel Okafor', email: 'daniel@bayside.test', tags: ['daniels tag'] };
const heading = () => screen.findByRole('heading', { level: 1 });
const tab = (name: string) => screen.findByRole('tab', { name });
/** HighLevel with Maria and Daniel, who is found by any words. */
const read = (endpoint: string, input: Record<string, unknown>) => {
  if (endpoint === 'contacts.findByText') return [daniel];
  if (endpoint === 'contacts.search') return [];
  if (endpoint === 'contacts.get' && input.contactId === 'c2') return daniel;
  return answers[endpoint] ?? [];
};

/** Opens Daniel by a search, beside Maria's page. */
async function openDaniel() {
  fireEvent.click(await screen.findByRole('button', { name: 'Find' }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'okafor' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Open here: Daniel Okafor' }));
  await waitFor(async () => expect((await heading()).textContent).toBe('Daniel Okafor'));
}

// Only how long a failure takes.
configure({ asyncUtilTimeout: 5_000 });

beforeAll(() => {
  // jsdom draws nothing, so it has nothing to scroll.
  Element.prototype.scrollIntoView ??= () => undefined;
});

describe('the views', () => {
  it('are tabs that arrows walk through, each with its own content', async () => {
    show({ me: { loc1: 'u1' }, read });
    await screen.findByRole('region', { name: 'Tags' });
    const contactTab = await tab('Contact');
    expect(contactTab.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(contactTab, { key: 'ArrowRight' });
    expect((await tab('Timeline')).getAttribute('aria-selected')).toBe('true');
    expect((await heading()).textContent).toBe('Maria Gomez');
    expect(screen.queryByRole('region', { name: 'Tags' })).toBeNull();
    fireEvent.keyDown(await tab('Timeline'), { key: 'End' });
    expect((await heading()).textContent).toBe('My tasks');
    await screen.findByRole('checkbox', { name: 'My own task' });
    expect(document.activeElement).toBe(await tab('My tasks'));
  });

  it('keep the contact as it is while another is looked at, without asking anything again', async () => {
    const gateway = show({ me: { loc1: 'u1' }, read });
    await screen.findByText('Bayside Orthodontics');
    const region = screen.getByRole('region', { name: 'Tasks' });
    const before = gateway.asked.length;
    fireEvent.click(await tab('Timeline'));
    fireEvent.click(await tab('Contact'));
    expect(screen.getByRole('region', { name: 'Tasks' })).toBe(region);
    fireEvent.click(await tab('My tasks'));
    await screen.findByRole('checkbox', { name: 'My own task' });
    fireEvent.click(await tab('Contact'));
    expect(screen.getByRole('region', { name: 'Tasks' })).toBe(region);
    const later = gateway.asked.slice(before).map(({ data }) => JSON.stringify(data));
    expect(later.filter((data) => data?.includes('"contactId":"c1"'))).toEqual([]);
    expect(later.filter((data) => data?.includes('"assignedTo"'))).toHaveLength(1);
  });

  it('have no timeline where there is no contact, and my tasks once', async () => {
    show({ me: { loc1: 'u1' }, tabs: { 1: { status: 'none', site: salesforce } }, read });
    await screen.findByRole('checkbox', { name: 'My own task' });
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Contact', 'My tasks']);
    fireEvent.click(await tab('My tasks'));
    await screen.findByRole('checkbox', { name: 'My own task' });
    expect(document.querySelectorAll('[type=checkbox][aria-labelledby]')).toHaveLength(1);
  });
});

describe('a contact that was opened by hand', () => {
  it('is shown as such, without what speaks of the page, and is closed by hand', async () => {
    show({ read });
    expect((await heading()).textContent).toBe('Maria Gomez');
    await openDaniel();
    screen.getByText('Opened by you, not from the page.');
    expect(screen.queryByRole('button', { name: 'Wrong match?' })).toBeNull();
    expect(screen.getByText(/Matched by/).closest('[hidden]')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Open in HighLevel' }).getAttribute('href')).toMatch(/c2$/);
    fireEvent.click(screen.getByRole('button', { name: "Back to the page's contact" }));
    expect((await heading()).textContent).toBe('Maria Gomez');
  });

  it('is who is written to', async () => {
    const gateway = show({ read });
    await openDaniel();
    const { textContent } = await screen.findByRole('button', { name: 'Remove tag daniels tag' });
    expect(textContent).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag daniels tag' }));
    await waitFor(async () => expect(await gateway.outbox.list()).toHaveLength(1));
    expect((await gateway.outbox.list())[0]).toMatchObject({ target: { contactId: 'c2', shownAs: 'Daniel Okafor' } });
  });

  it('is closed when the page shows another record, and does not come back with the first', async () => {
    const gateway = show({ read, match: (recordId) => (recordId === jonas.recordId ? { kind: 'none' } : matched) });
    await openDaniel();
    gateway.world.tabs[1] = { status: 'pending', site: salesforce };
    gateway.tell({ about: 'tab', tabId: 1 });
    expect((await heading()).textContent).toBe('Daniel Okafor');
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(async () => expect((await heading()).textContent).toContain('Jonas Berg is not in HighLevel'));
    gateway.world.tabs[1] = showing(maria);
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(async () => expect((await heading()).textContent).toBe('Maria Gomez'));
  });

  it('is closed when another tab is looked at', async () => {
    const gateway = show({ read, tabs: { 1: showing(maria), 2: { status: 'unsupported' } } });
    await openDaniel();
    gateway.activate(2);
    await waitFor(async () => expect((await heading()).textContent).toBe('My tasks'));
    gateway.activate(1);
    await waitFor(async () => expect((await heading()).textContent).toBe('Maria Gomez'));
  });
});

describe('finding somebody', () => {
  async function search(words: string) {
    if (screen.queryByRole('searchbox') === null) fireEvent.click(await screen.findByRole('button', { name: 'Find' }));
    fireEvent.change(screen.getByRole('searchbox', { name: 'Name, e-mail, phone or company' }), { target: { value: words } });
  }

  it('asks HighLevel once for what was typed, and remembers nothing of it on disk', async () => {
    const gateway = show({ read });
    await search('o');
    await search('ok');
    await search('okafor');
    await screen.findByText('1 contact found');
    const asked = gateway.asked.flatMap(({ data }) => ((data as { endpoint?: string })?.endpoint === 'contacts.findByText' ? [data] : []));
    expect(asked).toEqual([{ endpoint: 'contacts.findByText', input: { locationId: 'loc1', query: 'okafor' } }]);
    expect([...gateway.world.cache].flat().join()).not.toContain('okafor');
    expect(gateway.asked.some(({ data }) => (data as { endpoint?: string })?.endpoint === 'contacts.search')).toBe(false);
  });

  it.each([
    ['Daniel@Bayside.test', { emails: ['daniel@bayside.test'], phones: [] }],
    ['(415) 555-0151', { emails: [], phones: ['(415) 555-0151'] }],
  ])('looks %s up exactly too, and shows each contact once', async (words, exact) => {
    const asked: unknown[] = [];
    show({
      read: (endpoint, input) => {
        if (endpoint !== 'contacts.search') return read(endpoint, input);
        asked.push(input);
        return [daniel];
      },
    });
    await search(words);
    await screen.findByText('1 contact found');
    expect(asked).toEqual([{ locationId: 'loc1', ...exact }]);
    expect(screen.getByText(/daniel@bayside\.test/)).toBeTruthy();
  });

  it('never lets an older answer stand over a newer one', async () => {
    const late: (() => void)[] = [];
    show({
      read: (endpoint, input) => {
        if (endpoint !== 'contacts.findByText') return read(endpoint, input);
        if (input.query === 'okafor') return [daniel];
        return new Promise((resolve) => late.push(() => resolve([{ ...daniel, id: 'c9', name: 'Somebody Else' }])));
      },
    });
    await search('oka');
    await waitFor(() => expect(late).toHaveLength(1));
    await search('okafor');
    await screen.findByText('Daniel Okafor');
    for (const answer of late) answer();
    await screen.findByRole('button', { name: 'Open here: Daniel Okafor' });
    expect(screen.queryByText('Somebody Else')).toBeNull();
  });

  it('says when there may be more than it shows', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...daniel, id: `d${index}`, name: `Daniel ${index}` }));
    show({ read: (endpoint, input) => (endpoint === 'contacts.findByText' ? many : read(endpoint, input)) });
    await search('daniel');
    await screen.findByText(/There may be more\. Only the first 20 are shown/);
  });

  it('is walked with the arrows and opens on Enter', async () => {
    const two = [daniel, { ...daniel, id: 'c3', name: 'Ann Lee' }];
    show({ read: (endpoint, input) => (endpoint === 'contacts.findByText' ? two : read(endpoint, input)) });
    await search('bayside');
    await screen.findByText('2 contacts found');
    const field = screen.getByRole('searchbox');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open here: Ann Lee' }));
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => expect((await heading()).textContent).toBe('Daniel Okafor'));
  });

  it('links the record of the page', async () => {
    const gateway = show({ read });
    await search('okafor');
    fireEvent.click(await screen.findByRole('button', { name: 'Use for this record: Daniel Okafor' }));
    await waitFor(() =>
      expect(gateway.asked.find(({ question }) => question === 'linkContact')?.data).toMatchObject({
        crm: 'salesforce',
        recordId: maria.recordId,
        contactId: 'c2',
      }),
    );
    await waitFor(async () => expect((await tab('Contact')).getAttribute('aria-selected')).toBe('true'));
  });

  it('offers no record where the page shows none, and to create whom the page shows only where nobody fits', async () => {
    const nobody = (endpoint: string, input: Record<string, unknown>) => (endpoint === 'contacts.findByText' ? [] : read(endpoint, input));
    show({ read, tabs: { 1: { status: 'none', site: salesforce } } });
    await search('okafor');
    await screen.findByRole('button', { name: 'Open here: Daniel Okafor' });
    expect(screen.queryByRole('button', { name: /Use for this record/ })).toBeNull();
    document.body.replaceChildren();
    show({ read: nobody, match: () => ({ kind: 'none' }) });
    await search('xyz');
    const view = within((await screen.findByText('Nobody found.')).closest('search') as HTMLElement);
    fireEvent.click(await view.findByRole('button', { name: 'Create contact' }));
    expect((await heading()).textContent).toContain('Maria Gomez is not in HighLevel yet');
  });
});

describe('what was asked for outside the panel', () => {
  it('is searched for, and the note is begun once the contact is known', async () => {
    let intent: object | null = { kind: 'find', query: 'okafor', at: 0 };
    let settle = (_: typeof matched) => {};
    const gateway = show({
      read,
      match: () => new Promise((resolve) => (settle = resolve)),
      intent: () => {
        const taken = intent;
        intent = null;
        return taken;
      },
    });
    await screen.findByRole('button', { name: 'Open here: Daniel Okafor' });
    intent = { kind: 'note', at: 0 };
    gateway.tell({ about: 'intent', tabId: 1 });
    await waitFor(async () => expect((await tab('Contact')).getAttribute('aria-selected')).toBe('true'));
    settle(matched);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New note' })));
  });

  it('is not begun for another record than the one it was asked for beside', async () => {
    let intent: object | null = { kind: 'note', at: 0 };
    const taken = () => {
      const now = intent;
      intent = null;
      return now;
    };
    const match = (recordId: string) => (recordId === maria.recordId ? new Promise<never>(() => {}) : matched);
    const gateway = show({ read, match, intent: taken });
    await waitFor(() => expect(intent).toBeNull());
    await screen.findByRole('region', { name: /^Looking/ });
    gateway.world.tabs[1] = showing(jonas);
    gateway.tell({ about: 'tab', tabId: 1 });
    const field = await screen.findByRole('textbox', { name: 'New note' });
    await screen.findByRole('checkbox', { name: 'Call back' });
    expect(document.activeElement).not.toBe(field);
  });

  it('is another tab\u2019s when it was asked for there', async () => {
    const gateway = show({ read, intent: (tabId) => (tabId === 2 ? { kind: 'find', query: 'okafor', at: 0 } : null) });
    await heading();
    gateway.tell({ about: 'intent', tabId: 2 });
    expect((await tab('Contact')).getAttribute('aria-selected')).toBe('true');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('makes tasks of a selection for its own record only', async () => {
    const intent = { kind: 'tasks', text: '- Call\n- Send the quote', recordId: maria.recordId, at: 0 };
    const gateway = show({ read, intent: () => intent, tabs: { 1: showing(jonas) }, match: () => matched });
    await heading();
    await waitFor(() => expect(gateway.asked.some(({ question }) => question === 'takeIntent')).toBe(true));
    await screen.findByRole('region', { name: 'Tasks' });
    expect(screen.queryByText('Send the quote')).toBeNull();
    gateway.world.tabs[1] = showing(maria);
    gateway.tell({ about: 'tab', tabId: 1 });
    await screen.findByDisplayValue('Send the quote');
  });
});

describe('a linked contact that is gone', () => {
  it('is looked for once, and nothing can be written meanwhile', async () => {
    let answer = (_moved: boolean) => {};
    const gateway = show({
      match: () => ({ kind: 'one', contactId: 'gone', reason: { kind: 'link' }, name: 'Maria Gomez' }),
      read: (endpoint, input) => (endpoint === 'contacts.get' && input.contactId === 'gone' ? gone() : read(endpoint, input)),
      refind: () => new Promise((resolve) => (answer = resolve)),
    });
    await screen.findByText(/Looking for who took its place/);
    expect(screen.queryByRole('button', { name: 'Task' })).toBeNull();
    gateway.world.match = () => ({ ...matched, reason: { kind: 'moved', value: 'maria@bayside.test' } });
    answer(true);
    await screen.findByText(/merged or replaced in HighLevel; found again by e-mail/);
    screen.getByRole('button', { name: 'Wrong match?' });
    await screen.findByRole('region', { name: 'Tasks' });
  });

  it('stays gone when nobody certainly took its place', async () => {
    const gateway = show({
      match: () => ({ kind: 'one', contactId: 'gone', reason: { kind: 'link' }, name: 'Maria Gomez' }),
      read: (endpoint, input) => (endpoint === 'contacts.get' ? gone() : read(endpoint, input)),
      refind: () => false,
    });
    await screen.findByText('This contact is no longer in HighLevel.');
    screen.getByRole('button', { name: 'Find again' });
    expect(gateway.asked.filter(({ question }) => question === 'refindContact').map(({ data }) => data)).toEqual([
      { tabId: 1, recordId: maria.recordId, contactId: 'gone' },
    ]);
  });
});

describe('single keys', () => {
  const press = (key: string, init = {}, target: Element = document.body) => fireEvent.keyDown(target, { key, ...init });

  it('begin things for the contact, from any view', async () => {
    show({ me: { loc1: 'u1' }, read });
    await screen.findByRole('region', { name: 'Tasks' });
    press('m');
    expect((await heading()).textContent).toBe('My tasks');
    press('n');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New note' })));
    (document.activeElement as HTMLElement).blur();
    press('t');
    await screen.findByRole('button', { name: 'Save task' });
  });

  it('walk the rows that are on screen', async () => {
    show({ read });
    await screen.findByRole('checkbox', { name: 'Call back' });
    const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.closest('[hidden], details:not([open])') === null);
    expect(rows.length).toBeGreaterThan(1);
    press('j');
    expect(document.activeElement).toBe(rows[0]);
    press('j');
    expect(document.activeElement).toBe(rows[1]);
    press('k');
    expect(document.activeElement).toBe(rows[0]);
    press('k');
    expect(document.activeElement).toBe(rows[0]);
  });

  it.each([
    ['with a modifier', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
    ['while something is composed', { isComposing: true }],
    ['held down', { repeat: true }],
  ])('do nothing %s', async (_how, init) => {
    show({ me: { loc1: 'u1' }, read });
    await screen.findByRole('region', { name: 'Tasks' });
    press('m', init);
    expect((await heading()).textContent).toBe('Maria Gomez');
  });

  it('are text in a field, and nothing when they are switched off', async () => {
    show({ me: { loc1: 'u1' }, read });
    press('m', {}, await screen.findByRole('combobox', { name: 'Add tag' }));
    press('m', {}, screen.getByRole('textbox', { name: 'New note' }));
    expect((await heading()).textContent).toBe('Maria Gomez');
    document.body.replaceChildren();
    show({ me: { loc1: 'u1' }, read, stored: { shortcuts: false } });
    await screen.findByRole('region', { name: 'Tasks' });
    press('m');
    expect((await heading()).textContent).toBe('Maria Gomez');
  });

  it('do nothing behind an open dialog, whatever has the focus', async () => {
    show({ me: { loc1: 'u1' }, read });
    await screen.findByRole('region', { name: 'Tasks' });
    document.querySelector('dialog')?.setAttribute('open', '');
    // A click on a dialog's words leaves the focus on the body.
    press('m');
    expect((await heading()).textContent).toBe('Maria Gomez');
    document.querySelector('dialog')?.removeAttribute('open');
    press('m');
    expect((await heading()).textContent).toBe('My tasks');
  });

  it('are listed on ? and by a button', async () => {
    const showModal = vi.fn();
    // jsdom has no dialogs of its own.
    Object.assign(HTMLDialogElement.prototype, { showModal });
    show({ read });
    await screen.findByRole('region', { name: 'Tasks' });
    press('?', { shiftKey: true });
    expect(showModal).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
    expect(showModal).toHaveBeenCalledTimes(2);
  });
});

describe('who carries an action out', () => {
  it('is the last that offers it and is not hidden', () => {
    const { offer, run } = createKeyActions();
    const [first, second] = [vi.fn(), vi.fn()];
    let isHidden = true;
    offer('task', first);
    const withdraw = offer('task', second, () => isHidden);
    expect(run('task')).toBe(true);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
    isHidden = false;
    run('task');
    expect(second).toHaveBeenCalledOnce();
    withdraw();
    run('task');
    expect(first).toHaveBeenCalledTimes(2);
    expect(run('note')).toBe(false);
  });

  it('may come later, until it is not wanted any more', () => {
    const { offer, want } = createKeyActions();
    const [note, task] = [vi.fn(), vi.fn()];
    want('note');
    offer('note', note);
    offer('note', note);
    expect(note).toHaveBeenCalledOnce();
    want('task')();
    offer('task', task);
    expect(task).not.toHaveBeenCalled();
  });
});

/** HighLevel's answer about a contact that it no longer has. */
function gone(): never {
  throw new AppFailure({ code: 'not_found' });
}
