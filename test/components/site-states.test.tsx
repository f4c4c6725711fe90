// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MatchOutcome, TabView } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { maria, salesforce, showing } from '../query/fake-gateway.ts';
import { answers, contact, jonas, matched, show } from './show-panel.tsx';

const acme: SiteView = {
  ...salesforce,
  id: 'https://crm.acme.test',
  label: 'Acme CRM',
  kind: 'taught',
  patterns: ['https://crm.acme.test/*'],
};
const on = (view: TabView) => ({ tabs: { 1: view } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
  vi.useRealTimers();
});

describe('a site that is not read', () => {
  it.each([
    ['off', 'Alongside is not switched on for Salesforce.', 'Switch on Salesforce'],
    ['paused', 'Alongside is paused on Salesforce.', 'Go on reading'],
    ['blocked', 'The browser no longer allows Alongside to read Salesforce.', 'Allow'],
  ] as const)('says so (%s), and the one button asks in the click itself', async (status, sentence, button) => {
    const site = { ...salesforce, state: status };
    const { world, fakes } = show(on({ status, site }));
    await waitFor(() => expect(document.body.textContent).toContain(sentence));
    world.tabs[1] = showing(maria);
    press(button);
    expect(fakes.sites.switchOn).toHaveBeenCalledExactlyOnceWith(site);
    await screen.findByRole('heading', { level: 1, name: 'Maria Gomez' });
  });

  it('stays as it is, and says so, when the browser was not allowed', async () => {
    const { fakes } = show(on({ status: 'off', site: { ...salesforce, state: 'off' } }));
    fakes.sites.switchOn.mockResolvedValue(false);
    fireEvent.click(await screen.findByRole('button', { name: 'Switch on Salesforce' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The browser was not allowed to let Alongside read Salesforce, so nothing has changed.',
    );
    screen.getByRole('button', { name: 'Switch on Salesforce' });
  });

  it('keeps the own tasks in sight', async () => {
    show({ ...on({ status: 'off', site: { ...salesforce, state: 'off' } }), me: { loc1: 'u1' } });
    await screen.findByRole('checkbox', { name: 'My own task' });
  });
});

describe('the switch under the header', () => {
  const toggle = () => screen.findByRole<HTMLInputElement>('switch', { name: 'Read this site: Salesforce' });

  it('lets the site rest, and looks at it again', async () => {
    const { world, fakes } = show();
    expect((await toggle()).checked).toBe(true);
    world.tabs[1] = { status: 'paused', site: { ...salesforce, state: 'paused' } };
    fireEvent.click(await toggle());
    await screen.findByRole('button', { name: 'Go on reading' });
    expect(fakes.sites.pause).toHaveBeenCalledExactlyOnceWith(salesforce);
    expect((await toggle()).checked).toBe(false);
    world.tabs[1] = showing(maria);
    fireEvent.click(await toggle());
    expect(fakes.sites.switchOn).toHaveBeenCalledOnce();
    await waitFor(async () => expect((await toggle()).checked).toBe(true));
  });

  it('is not there where nothing can be switched', async () => {
    show(on({ status: 'unsupported', origin: 'https://crm.acme.test' }));
    await screen.findByRole('button', { name: 'Teach this page' });
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('a site that nobody taught', () => {
  const unread: TabView = { status: 'unsupported', origin: 'https://crm.acme.test' };

  it('is named, and can be taught', async () => {
    const gateway = show(on(unread));
    await waitFor(() => expect(document.body.textContent).toContain('Alongside does not read crm.acme.test.'));
    press('Choose sites');
    expect(gateway.opened.options).toBe(1);
    press('Teach this page');
    await screen.findByRole('heading', { level: 1, name: 'Allow this one site' });
  });

  it('can be read as the CRM that it looks like, when its address does', async () => {
    const { fakes } = show(on({ ...unread, looksLike: { id: 'salesforce', label: 'Salesforce' } }));
    fireEvent.click(await screen.findByRole('button', { name: 'Read it as Salesforce' }));
    expect(fakes.sites.addHost).toHaveBeenCalledExactlyOnceWith('salesforce', 'https://crm.acme.test');
  });

  it('is asked for where the browser does not tell it', async () => {
    const { fakes } = show(on({ status: 'unsupported' }));
    const field = await screen.findByRole('textbox', { name: 'Site address' });
    fireEvent.change(field, { target: { value: 'http://crm.acme.test' } });
    fireEvent.submit(field);
    await screen.findByRole('alert');
    fireEvent.change(field, { target: { value: ' crm.acme.test/contacts/7?x=1 ' } });
    fireEvent.submit(field);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow this site' }));
    expect(fakes.sites.allowOrigin).toHaveBeenCalledExactlyOnceWith('https://crm.acme.test');
  });
});

describe('a page that does not say who it shows', () => {
  it('names what was looked for in vain, and shows nobody', async () => {
    show(on({ status: 'unknown', site: salesforce, missing: ['email', 'phone'] }));
    await screen.findByText(/This page does not say who it shows\. Not found: the e-mail and the phone\./);
    screen.getByRole('button', { name: 'Teach this page' });
    screen.getByRole('button', { name: 'Save a page sample' });
    expect(screen.queryByText('Maria Gomez')).toBeNull();
  });

  it('names the fields that a changed page no longer shows, once', async () => {
    show(on({ status: 'unknown', site: { ...acme, failing: ['email'] }, missing: ['email'] }));
    await screen.findByText('This page changed: Alongside no longer finds the e-mail.');
    expect(screen.queryByText(/does not say who it shows/)).toBeNull();
    press('Teach it again');
    await screen.findByRole('heading', { level: 1, name: 'What is where?' });
  });

  it('can be saved as a sample when it takes long', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    show(on({ status: 'pending', site: salesforce }));
    await screen.findByRole('region', { name: 'Reading the page' });
    expect(screen.queryByRole('button', { name: 'Save a page sample' })).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    await screen.findByRole('button', { name: 'Save a page sample' });
    screen.getByRole('heading', { level: 1, name: 'Reading the page' });
  });
});

describe('a page sample', () => {
  it('is saved as a file that is named, after saying what is in it', async () => {
    const { fakes } = show();
    fireEvent.click(await screen.findByRole('button', { name: 'More about this page' }));
    screen.getByText(/structure of this page only/);
    press('Save a page sample');
    await waitFor(() => expect(document.body.textContent).toContain('Saved as sample.html.'));
    expect(fakes.saveSample).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('says when the page cannot be reached', async () => {
    const { fakes } = show(on({ status: 'none', site: salesforce }));
    fakes.saveSample.mockRejectedValue(new AppFailure({ code: 'page_unreachable' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save a page sample' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Alongside cannot reach this page');
  });
});

describe('a page that several people share', () => {
  const people = [
    { ...maria, recordId: 'email:maria@bayside.test' },
    { ...jonas, recordId: 'email:jonas@berg.test' },
  ];
  const shared: TabView = { status: 'ambiguous', site: salesforce, people };
  const other: MatchOutcome = { kind: 'one', contactId: 'c2', reason: { kind: 'email', value: 'jonas@berg.test' }, name: 'Jonas Berg' };
  const world = {
    ...on(shared),
    match: (recordId: string) => (recordId === 'email:jonas@berg.test' ? other : matched),
    read: (endpoint: string) => (endpoint === 'contacts.get' ? { ...contact, id: 'c2', name: 'Jonas Berg' } : (answers[endpoint] ?? [])),
  };

  it('shows nobody before the person says whom they mean, and has a way back', async () => {
    const gateway = show(world);
    await screen.findByRole('region', { name: 'Several people share this page' });
    expect(gateway.asked.some(({ question }) => question === 'matchTab')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: /Jonas Berg.*jonas@berg\.test/ }));
    await screen.findByRole('heading', { level: 1, name: 'Jonas Berg' });
    expect(gateway.asked.filter(({ question }) => question === 'matchTab').map(({ data }) => data)).toEqual([
      { tabId: 1, recordId: 'email:jonas@berg.test' },
    ]);
    press('Show all of them');
    await screen.findByRole('region', { name: 'Several people share this page' });
  });

  it('asks again when the page shows other people', async () => {
    const gateway = show(world);
    fireEvent.click(await screen.findByRole('button', { name: /Jonas Berg/ }));
    await screen.findByRole('heading', { level: 1, name: 'Jonas Berg' });
    gateway.world.tabs[1] = { ...shared, people: [...people, { ...maria, recordId: 'phone:+14155550111', name: 'Ann Lee' }] };
    gateway.tell({ about: 'tab', tabId: 1 });
    await screen.findByRole('button', { name: /Ann Lee/ });
    expect(screen.queryByRole('heading', { level: 1, name: 'Jonas Berg' })).toBeNull();
  });
});

describe('a page of a company', () => {
  const company = { crm: 'salesforce', recordId: '001', kind: 'company', company: 'Bayside Orthodontics', emails: [], phones: [] } as const;
  const several = (candidates: (typeof contact)[]) => () => ({ kind: 'several', why: 'company', candidates }) satisfies MatchOutcome;

  it('asks which of its people is meant', async () => {
    show({ ...on(showing(company)), match: several([contact, { ...contact, id: 'c2', name: 'Ann Lee' }]) });
    await screen.findByRole('radiogroup', { name: 'Which contact is this?' });
    expect(document.body.textContent).toContain('This page shows a company: Bayside Orthodontics. Which of its people is it?');
    screen.getByRole('radio', { name: /Ann Lee/ });
  });

  it("offers a search when nobody is known, and never the company's name as somebody's", async () => {
    show({ ...on(showing({ ...company, name: 'Bayside Orthodontics' })), match: several([]) });
    await screen.findByRole('searchbox', { name: 'Search in HighLevel' });
    expect(screen.queryByRole('button', { name: 'Create contact' })).toBeNull();
    press('Somebody new');
    expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Last name').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('Bayside Orthodontics');
  });
});

describe('the reasons of what the page shows', () => {
  const explained: TabView = {
    status: 'contact',
    site: salesforce,
    contact: maria,
    reasons: [
      { field: 'email', source: 'field', label: 'Email' },
      { field: 'phone', source: 'link' },
      { field: 'name', source: 'heading' },
    ],
  };

  it('are told on request', async () => {
    show(on(explained));
    fireEvent.click(await screen.findByRole('button', { name: 'Why?' }));
    for (const sentence of ["E-mail from the page's Email field", 'Phone from a link', 'Name from the heading'])
      await waitFor(() => expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(sentence));
  });

  it('are no other contact: the match is not looked for again when only they change', async () => {
    const gateway = show(on(explained));
    await screen.findByRole('button', { name: 'Why?' });
    gateway.world.tabs[1] = { ...explained, reasons: [] };
    gateway.tell({ about: 'tab', tabId: 1 });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Why?' })).toBeNull());
    expect(gateway.asked.filter(({ question }) => question === 'matchTab')).toHaveLength(1);
  });
});

describe('a page on which nobody is found', () => {
  const nexus: SiteView = { ...salesforce, id: 'salesnexus', label: 'SalesNexus' };

  it.each([
    ['Teach this page', nexus],
    ['Teach it again', acme],
  ])('can be taught where it may still show somebody: %s', async (name, site) => {
    show(on({ status: 'none', site }));
    fireEvent.click(await screen.findByRole('button', { name }));
    await screen.findByRole('button', { name: 'Cancel teaching' });
  });

  it('can be taught when it is read for long', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    show(on({ status: 'pending', site: nexus }));
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    await screen.findByRole('button', { name: 'Teach this page' });
  });

  it('offers a sample alone in Salesforce', async () => {
    show(on({ status: 'none', site: salesforce }));
    await screen.findByRole('button', { name: 'Save a page sample' });
    expect(screen.queryByRole('button', { name: 'Teach this page' })).toBeNull();
  });
});
