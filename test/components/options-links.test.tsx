// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { LinksSection } from '@/components/options/links/LinksSection.tsx';
import { PanelSection } from '@/components/options/panel/PanelSection.tsx';
import type { ContactLink } from '@/lib/contact/types.ts';
import { fakeGateway, memorySetting } from './options-gateway.ts';

afterEach(cleanup);

const link: ContactLink = {
  locationId: 'loc1',
  crm: 'salesforce',
  recordId: '003A',
  contactId: 'c1',
  name: 'Maria Gomez',
  by: 'match',
  reason: { kind: 'email', value: 'maria@bayside.test' },
  at: Date.parse('2026-11-20T12:00:00Z'),
};
const picked: ContactLink = { ...link, recordId: '003B', contactId: 'c2', name: 'Daniel Okafor', by: 'person' };
const taught: ContactLink = { ...link, crm: 'https://crm.example.com', recordId: '77 0123456789ab', name: 'Ann Lee', by: 'person' };

function show(links: readonly ContactLink[], element = <LinksSection />, gateway = fakeGateway({ links })) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OptionsGatewayProvider value={gateway}>{element}</OptionsGatewayProvider>
    </QueryClientProvider>,
  );
  return gateway;
}

describe('remembered matches', () => {
  it('are listed by site, with who it is, why, and when', async () => {
    show([link, picked, taught]);
    const row = (await screen.findByText('Maria Gomez')).closest('li');
    expect(row?.textContent).toContain('003A · by e-mail maria@bayside.test · 20 Nov 2026');
    expect(screen.getByText('Daniel Okafor').closest('li')?.textContent).toContain('chosen by you');
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Salesforce 2',
      'crm.example.com 1',
    ]);
    // The mark of the rule that read it is ours, not the page's.
    expect(screen.getByText('Ann Lee').closest('li')?.textContent).toContain('77 · chosen by you');
  });

  it('are found by name, e-mail or record, and forgotten one by one', async () => {
    const { links } = show([link, picked]);
    fireEvent.change(await screen.findByRole('searchbox', { name: 'Search matches' }), { target: { value: 'OKAFOR 003b' } });
    screen.getByText('1 match');
    expect(screen.queryByText('Maria Gomez')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Forget all of Salesforce' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Forget Daniel Okafor' }));
    await waitFor(() => expect(links.remove).toHaveBeenCalledExactlyOnceWith(picked));
    await waitFor(() => expect(screen.queryByText('Daniel Okafor')).toBeNull());
  });

  it('of a site are forgotten together, after a question', async () => {
    const { links } = show([link, picked, taught]);
    fireEvent.click(await screen.findByRole('button', { name: 'Forget all of Salesforce' }));
    screen.getByText('Forget all 2 matches of Salesforce? What you chose yourself is asked again.');
    expect(links.removeSite).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByRole('button', { name: 'Forget all' })[0] as HTMLElement);
    await waitFor(() => expect(links.removeSite).toHaveBeenCalledExactlyOnceWith('salesforce'));
    await waitFor(() => expect(screen.queryByText('Maria Gomez')).toBeNull());
    screen.getByText('Ann Lee');
  });

  it('are not drawn by the hundred before the person asks', async () => {
    show(Array.from({ length: 45 }, (_, index) => ({ ...link, recordId: `003-${index}` })));
    await screen.findByText('003-0');
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    fireEvent.click(screen.getByRole('button', { name: 'Show 25 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(45);
  });

  it('that there are none is said', async () => {
    show([]);
    await screen.findByText('Nothing remembered yet.');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('keys and badge', () => {
  it('are switched off and on', async () => {
    const [shortcuts, countsOverdue] = [memorySetting(true), memorySetting(true)];
    show([], <PanelSection />, fakeGateway({ settings: { shortcuts, countsOverdue } }));
    const keys = within(screen.getByRole('region')).getByRole('switch', { name: 'Single keys in the panel' });
    await waitFor(() => expect(keys).toHaveProperty('checked', true));
    fireEvent.click(keys);
    await waitFor(async () => expect(await shortcuts.get()).toBe(false));
    fireEvent.click(screen.getByRole('switch', { name: 'Count overdue tasks on the toolbar button' }));
    await waitFor(async () => expect(await countsOverdue.get()).toBe(false));
  });
});
