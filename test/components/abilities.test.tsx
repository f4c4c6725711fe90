// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AbilitiesSection } from '@/components/abilities/AbilitiesSection.tsx';
import type { Ability } from '@/components/abilities/ability.ts';
import { probeInput } from '@/components/abilities/probes.ts';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { AppFailure } from '@/lib/core/errors.ts';
import { type EndpointName, endpoints } from '@/lib/ghl/endpoints.ts';
import { fakeGateway, harbor, memorySetting } from './options-gateway.ts';

afterEach(cleanup);

const names = Object.keys(endpoints) as EndpointName[];
const abilities: readonly Ability[] = names.map((name) => ({ name, scope: endpoints[name].scope, effect: endpoints[name].effect }));
const place = { locationId: 'loc1', companyId: 'company1', now: Date.parse('2026-11-21T15:00:00Z') };
const mark = `${harbor.locationId} ${harbor.connectedAt}`;

function open(given: Parameters<typeof fakeGateway>[0] = {}) {
  const gateway = { ...fakeGateway({ connection: harbor, ...given }), abilities };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <OptionsGatewayProvider value={gateway}>
        <AbilitiesSection />
      </OptionsGatewayProvider>
    </QueryClientProvider>,
  );
  return gateway;
}

/** What the table says, by the words of the operation. */
async function standings(): Promise<ReadonlyMap<string, string>> {
  const headers = await screen.findAllByRole('rowheader', { hidden: true });
  return new Map(headers.map((header) => [header.textContent ?? '', header.closest('tr')?.lastElementChild?.textContent ?? '']));
}

it('lists every operation once, in words, with its scope', async () => {
  open();
  const rows = [...(await standings()).keys()];
  expect(rows).toHaveLength(names.length);
  // A key without words comes back empty.
  for (const words of rows) expect(words).toMatch(/^[A-Z].{4,}/);
  const scopes = screen.getAllByRole('row', { hidden: true }).map((row) => row.querySelector('code')?.textContent);
  expect(scopes.filter(Boolean).sort()).toEqual(abilities.map(({ scope }) => scope).sort());
});

it.each(names)('can try %s when it is a read, with an input that HighLevel takes', (name) => {
  const input = probeInput(name, place);
  if (endpoints[name].effect === 'write') expect(input).toBeUndefined();
  else expect(endpoints[name].input.safeParse(input).success).toBe(true);
});

it('takes the word of a sign-in for its scopes', async () => {
  open({ connection: { ...harbor, kind: 'oauth', scopes: ['contacts.readonly', 'contacts.write'] } });
  const shown = await standings();
  expect([shown.get('See a contact'), shown.get('Add a task'), shown.get("See the location's tags")]).toEqual(['Yes', 'Yes', 'No']);
  expect(screen.queryByRole('button', { name: 'Check' })).toBeNull();
});

it('knows of a private token what HighLevel has shown, and only of this one', async () => {
  const seen = { of: mark, scopes: { 'contacts.write': true, 'locations/tags.write': false } };
  const gateway = open({ settings: { seenScopes: memorySetting(seen) } });
  await waitFor(async () => expect((await standings()).get('Add a task')).toBe('Yes'));
  const shown = await standings();
  expect(shown.get('Rename a tag of the location')).toBe('No');
  expect(shown.get('Edit a business')).toBe('HighLevel tells only when it is tried');
  expect(shown.get('See a contact')).toBe('Not known');
  await gateway.settings.seenScopes.set({ ...seen, of: 'loc1 another' });
  await waitFor(async () => expect((await standings()).get('Add a task')).toBe('HighLevel tells only when it is tried'));
});

it('checks every read once and changes nothing', async () => {
  const gateway = open({
    connection: { ...harbor, companyId: 'company1' },
    read: (endpoint) => {
      if (endpoint.startsWith('workflows')) throw new AppFailure({ code: 'missing_scope', scope: 'workflows.readonly', status: 401 });
      if (endpoint.startsWith('contacts')) throw new AppFailure({ code: 'not_found', status: 400 });
      if (endpoint.startsWith('calendars')) throw new AppFailure({ code: 'invalid_request', status: 422, problems: [] });
      if (endpoint.startsWith('businesses')) throw new AppFailure({ code: 'server_error', status: 502 });
      return [];
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Check' }));
  await screen.findByText('Some could not be checked: HighLevel was not reached.');
  const asked = gateway.read.mock.calls.map(([endpoint]) => endpoint);
  expect(asked.sort()).toEqual(names.filter((name) => endpoints[name].effect === 'read').sort());
  const shown = await standings();
  const of = ['See the workflows', 'See a contact', 'See the free times of a calendar', 'See a business', 'See one task', 'Add a task'];
  expect(of.map((words) => shown.get(words))).toEqual(['No', 'Yes', 'Yes', 'Not known', 'Yes', 'HighLevel tells only when it is tried']);
});

it('says what is not used on purpose', async () => {
  open();
  await screen.findByText(/upsert.*GET \/contacts\//);
});
