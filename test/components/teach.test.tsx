// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TabView } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { type FakeGateway, maria, salesforce, showing } from '../query/fake-gateway.ts';
import { show } from './show-panel.tsx';
import { at, ORIGIN, playCrm } from './taught-page.ts';

const unread: TabView = { status: 'unsupported', origin: ORIGIN };
const values = { name: 'Maria Gomez', email: 'maria@bayside.test', phone: '+1 415 555 0100' };
const others = { name: 'Jonas Berg', email: 'jonas@berg.test', phone: '+1 415 555 0111' };

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const step = (name: string) => screen.findByRole('heading', { level: 1, name });
const says = (words: string | RegExp) => waitFor(() => expect(document.body.textContent).toMatch(words));
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
const row = (title: string) => within(screen.getByText(title, { selector: 'strong' }).closest('li') ?? document.body);

/** Up to the second step, on the first record. */
async function begin(first: typeof values | { name: string } = values) {
  const gateway = show({ tabs: { 1: unread } });
  const crm = playCrm(gateway, { id: '7', values: first });
  await press('Teach this page');
  await press('Allow this site');
  await step('What is where?');
  await screen.findByRole('checkbox', { name: 'Name' });
  return { gateway, crm };
}

/** Up to the third step. */
async function beginSecond(first?: typeof values) {
  const begun = await begin(first);
  await press('Next');
  await step('Does it hold?');
  return begun;
}

const kept = ({ fakes }: FakeGateway) => fakes.sites.keepRule.mock.calls.map(([rule]) => rule);

describe('the permission to teach a site', () => {
  it('is asked for that origin alone, in the click itself', async () => {
    const { fakes } = show({ tabs: { 1: unread } });
    await press('Teach this page');
    expect(fakes.sites.allowOrigin).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    expect(fakes.sites.allowOrigin).toHaveBeenCalledExactlyOnceWith(ORIGIN);
  });

  it('may be refused: nothing is read, and it can be asked again', async () => {
    const { fakes } = show({ tabs: { 1: unread } });
    fakes.sites.allowOrigin.mockResolvedValueOnce(false);
    await press('Teach this page');
    await press('Allow this site');
    expect((await screen.findByRole('alert')).textContent).toContain('nothing has changed');
    await step('Allow this one site');
    expect(fakes.teach.propose).not.toHaveBeenCalled();
  });

  it('is given back when teaching is given up', async () => {
    const { gateway } = await begin();
    await press('Cancel teaching');
    await screen.findByRole('button', { name: 'Teach this page' });
    expect(gateway.fakes.sites.giveBackOrigin).toHaveBeenCalledExactlyOnceWith(ORIGIN);
    // A rule may have been kept meanwhile, from a file or in another window.
    expect(gateway.fakes.sites.forgetRule).not.toHaveBeenCalled();
    expect(kept(gateway)).toEqual([]);
  });
});

describe('the first record', () => {
  it('is proposed as the page was understood, with a name for the site', async () => {
    await begin();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'E-mail' }).checked).toBe(true);
    screen.getByText('maria@bayside.test');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Company' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of this site' }).value).toBe('Acme CRM');
  });

  it('can be pointed at', async () => {
    const { crm } = await begin();
    crm.pointAt(at('company', 'Bayside Orthodontics'));
    await press('Point at it: Company');
    await screen.findByText('Bayside Orthodontics');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Company' }).checked).toBe(true);
  });

  it('says what to point at meanwhile, and stops on request', async () => {
    const { gateway, crm } = await begin();
    crm.waitForPointing();
    await press('Point at it: E-mail');
    await says('Point at the e-mail on the page. Escape stops.');
    expect(gateway.fakes.teach.pick).toHaveBeenCalledExactlyOnceWith(1, 'email');
    await press('Point at it: Phone');
    expect(gateway.fakes.teach.pick).toHaveBeenCalledOnce();
    await press('Cancel');
    await waitFor(() => expect(document.body.textContent).not.toContain('Escape stops.'));
    screen.getByText('maria@bayside.test');
  });

  it('needs an e-mail, a phone or a name', async () => {
    await begin({ name: 'Maria Gomez' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next' }).disabled).toBe(false);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Name' }));
    screen.getByText('Use at least the e-mail, the phone or the name.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next' }).disabled).toBe(true);
  });

  it('is read anew when the tab has gone on to another one', async () => {
    const { crm } = await begin();
    crm.open('8', others);
    await press('Next');
    await screen.findByText(/shows another record by now/);
    await press('Look again');
    await screen.findByText('jonas@berg.test');
    expect(screen.queryByText('maria@bayside.test')).toBeNull();
    await press('Next');
    await step('Does it hold?');
  });

  it('says what it does not find again in the place that was pointed at', async () => {
    const { crm } = await begin();
    crm.pointAt(at('company', 'Bayside Orthodontics'));
    await press('Point at it: Company');
    await screen.findByText('Bayside Orthodontics');
    await press('Next');
    expect((await screen.findByRole('alert')).textContent).toContain('does not find the company again');
  });

  it('says when the page cannot be reached, and tries again', async () => {
    const gateway = show({ tabs: { 1: unread } });
    gateway.fakes.teach.propose.mockRejectedValue(new AppFailure({ code: 'page_unreachable' }));
    await press('Teach this page');
    await press('Allow this site');
    await says('Alongside cannot reach this page');
    playCrm(gateway, { id: '7', values });
    await press('Try again');
    await screen.findByText('maria@bayside.test');
  });
});

describe('the second record', () => {
  it('shows that everything changed, and what was taught is kept and read', async () => {
    const { gateway, crm } = await beginSecond();
    await says('This is still the first record.');
    expect(saveButton().disabled).toBe(true);
    crm.open('8', others);
    await press('Check this record');
    await says('All of it changed.');
    row('E-mail').getByText('maria@bayside.test');
    row('E-mail').getByText('jonas@berg.test');
    row('E-mail').getByText('Changed');
    gateway.world.tabs[1] = showing(maria);
    fireEvent.click(saveButton());
    await step('Maria Gomez');
    expect(kept(gateway)).toMatchObject([{ origin: ORIGIN, label: 'Acme CRM', path: '/contacts/:id', recordId: { from: 'path', at: 1 } }]);
    expect(Object.keys(kept(gateway)[0]?.fields ?? {}).sort()).toEqual(['email', 'name', 'phone']);
    expect(gateway.fakes.sites.giveBackOrigin).not.toHaveBeenCalled();
  });

  it('is looked at as soon as the tab has news', async () => {
    const { gateway, crm } = await beginSecond();
    await says('This is still the first record.');
    crm.open('8', others);
    gateway.tell({ about: 'tab', tabId: 1 });
    await says('All of it changed.');
  });

  it('is looked at again while its address is ahead of what the page shows', { timeout: 10_000 }, async () => {
    const { crm } = await beginSecond();
    crm.open('8', values);
    await press('Check this record');
    await says('Same on both records');
    crm.open('8', others);
    await waitFor(() => expect(document.body.textContent).toContain('All of it changed.'), { timeout: 5_000 });
  });

  it('refuses a field that did not change, until it is left out', async () => {
    const { gateway, crm } = await beginSecond({ ...values, email: 'me@acme.test' });
    crm.open('8', { ...others, email: 'me@acme.test' });
    await press('Check this record');
    await says('Same on both records: it may be your own');
    expect(saveButton().disabled).toBe(true);
    await press('Leave out: E-mail');
    await says('All of it changed.');
    fireEvent.click(saveButton());
    await waitFor(() => expect(Object.keys(kept(gateway)[0]?.fields ?? {}).sort()).toEqual(['name', 'phone']));
  });

  it('refuses a field that did not change, until something else is pointed at', async () => {
    const { gateway, crm } = await beginSecond({ ...values, email: 'me@acme.test' });
    crm.open('8', { ...others, email: 'me@acme.test' });
    await press('Check this record');
    await says('Same on both records');
    crm.waitForPointing();
    await press('Point at it: E-mail');
    await step('What is where?');
    await says('Point at the e-mail on the page.');
    await press('Cancel');
    await waitFor(() => expect(document.body.textContent).not.toContain('Escape stops.'));
    // The record that is open now is the first one from here on: nothing of the other is mixed in.
    await screen.findByText('+1 415 555 0111');
    expect(screen.queryByText('+1 415 555 0100')).toBeNull();
    expect(screen.queryByText('me@acme.test')).toBeNull();
    crm.open('8', others);
    crm.pointAt(at('email', 'jonas@berg.test'));
    await press('Point at it: E-mail');
    await screen.findByText('jonas@berg.test');
    await press('Next');
    await step('Does it hold?');
    crm.open('7', values);
    await press('Check this record');
    await says('All of it changed.');
    fireEvent.click(saveButton());
    await waitFor(() => expect(Object.keys(kept(gateway)[0]?.fields ?? {}).sort()).toEqual(['email', 'name', 'phone']));
  });

  it('may lack a field, which is then not kept', async () => {
    const { gateway, crm } = await beginSecond();
    crm.open('8', { name: 'Jonas Berg', email: 'jonas@berg.test' });
    await press('Check this record');
    await waitFor(() => row('Phone').getByText('Not found here'));
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    fireEvent.click(saveButton());
    await waitFor(() => expect(Object.keys(kept(gateway)[0]?.fields ?? {}).sort()).toEqual(['email', 'name']));
  });

  it('says when it could not be kept, and keeps what was taught', async () => {
    const { gateway, crm } = await beginSecond();
    gateway.fakes.sites.keepRule.mockRejectedValue(new AppFailure({ code: 'storage' }));
    crm.open('8', others);
    await press('Check this record');
    await says('All of it changed.');
    fireEvent.click(saveButton());
    await screen.findByRole('alert');
    await step('Does it hold?');
  });
});

describe('what is being taught', () => {
  it('waits while the tab is on another site, and goes on there', async () => {
    const { gateway } = await beginSecond();
    gateway.world.tabs[1] = { status: 'unsupported', origin: 'https://elsewhere.test' };
    gateway.tell({ about: 'tab', tabId: 1 });
    await says('You are teaching crm.acme.test.');
    expect(screen.queryByRole('heading', { name: 'Does it hold?' })).toBeNull();
    gateway.world.tabs[1] = unread;
    gateway.tell({ about: 'tab', tabId: 1 });
    await step('Does it hold?');
  });

  it('waits while another tab is looked at', async () => {
    const { gateway } = await begin();
    fireEvent.change(screen.getByRole('textbox', { name: 'Name of this site' }), { target: { value: 'Our CRM' } });
    gateway.activate(2);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'What is where?' })).toBeNull());
    gateway.activate(1);
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of this site' })).value).toBe('Our CRM');
  });

  it('begins with the fields where the site may be read already, and asks for nothing', async () => {
    const gateway = show({ tabs: { 1: { status: 'unknown', site: salesforce, missing: ['email'] } } });
    playCrm(gateway, { id: '7', values });
    await press('Teach this page');
    await step('What is where?');
    await press('Cancel teaching');
    expect(gateway.fakes.sites.allowOrigin).not.toHaveBeenCalled();
    expect(gateway.fakes.sites.giveBackOrigin).not.toHaveBeenCalled();
  });

  it('looks at the page anew when teaching begins once more', async () => {
    const { crm } = await begin();
    await press('Cancel teaching');
    crm.open('8', others);
    await press('Teach this page');
    await press('Allow this site');
    await screen.findByText('jonas@berg.test');
    expect(screen.queryByText('maria@bayside.test')).toBeNull();
    await press('Next');
    await step('Does it hold?');
  });

  it('keeps the name of a site that is taught again', async () => {
    const site = { ...salesforce, id: ORIGIN, label: 'Our own CRM', kind: 'taught', failing: ['email'] } as const;
    const gateway = show({ tabs: { 1: { status: 'unknown', site, missing: ['email'] } } });
    playCrm(gateway, { id: '7', values });
    await press('Teach it again');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of this site' })).value).toBe('Our own CRM');
  });
});
