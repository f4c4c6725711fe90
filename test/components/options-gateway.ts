import { vi } from 'vitest';
import type { OptionsGateway } from '@/components/options/gateway.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import type { ContactLink } from '@/lib/contact/types.ts';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import type { Setting } from '@/lib/storage/items.ts';
import { createFakeSites } from '../query/fake-sites.ts';

export const harbor: Connection = {
  kind: 'token',
  locationId: 'loc1',
  locationName: 'Harbor Dental',
  timeZone: 'America/New_York',
  mayWrite: false,
  needsReconnect: false,
  connectedAt: 0,
};

/** A setting in memory that tells its watchers, as the stored ones do. */
export function memorySetting<T>(value: T, failing = false): Setting<T> {
  const listeners = new Set<(value: T) => void>();
  let current = value;
  return {
    get: async () => current,
    set: async (next) => {
      if (failing) throw new AppFailure({ code: 'storage' });
      current = next;
      for (const listener of listeners) listener(next);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const offSite = (id: string, label: string): SiteView => ({
  id,
  label,
  kind: 'built-in',
  state: 'off',
  patterns: [`https://${id}.test/*`],
  failing: [],
});

/** The CRMs as they are after installing. */
export const builtIn: readonly SiteView[] = [
  offSite('salesforce', 'Salesforce'),
  offSite('saleshandy', 'Saleshandy'),
  offSite('salesnexus', 'SalesNexus'),
  offSite('salesmsg', 'Salesmsg'),
];

/** Sites in memory that tell their watchers. */
function createSites(given: readonly SiteView[]) {
  const watchers = new Set<() => void>();
  let sites = given;
  const set = (id: string, state: SiteView['state']) => {
    sites = sites.map((site) => (site.id === id ? { ...site, state } : site));
    for (const watch of watchers) watch();
  };
  const fakes = createFakeSites().sites;
  fakes.list.mockImplementation(async () => sites);
  fakes.watch.mockImplementation((listener, signal) => {
    watchers.add(listener);
    signal.addEventListener('abort', () => watchers.delete(listener));
  });
  fakes.switchOn.mockImplementation(async ({ id }) => {
    set(id, 'on');
    return true;
  });
  fakes.switchOff.mockImplementation(async ({ id }) => set(id, 'off'));
  fakes.pause.mockImplementation(async ({ id }) => set(id, 'paused'));
  return { ...fakes, set };
}

interface Setup {
  readonly sites?: readonly SiteView[];
  readonly connection?: Connection | null;
  readonly unsent?: number;
  readonly failure?: AppError;
  /** What HighLevel answers; may throw. */
  readonly read?: (endpoint: string, input: unknown) => unknown;
  /** Writes on their way. */
  readonly pending?: readonly OutboxEntry[];
  readonly settings?: Partial<OptionsGateway['settings']>;
  readonly links?: readonly ContactLink[];
}

/** Links in memory. */
function createLinks(given: readonly ContactLink[]) {
  let links = given;
  return {
    list: vi.fn(async () => links),
    remove: vi.fn(async (gone: ContactLink) => {
      links = links.filter((link) => link !== gone);
    }),
    removeSite: vi.fn(async (site: string) => {
      links = links.filter(({ crm }) => crm !== site);
    }),
  };
}

/** A background, outbox and storage in memory. */
export function fakeGateway({
  connection = null,
  unsent = 0,
  failure,
  read = () => [],
  pending = [],
  sites = builtIn,
  links = [],
  settings = {},
}: Setup = {}) {
  let current: Connection | null = connection;
  const connect = (made: Connection) => {
    if (failure) throw new AppFailure(failure);
    current = made;
    return made;
  };
  return {
    connection: vi.fn(async () => current),
    connectWithToken: vi.fn(async ({ locationId }: { token: string; locationId: string }) => connect({ ...harbor, locationId })),
    connectWithOAuth: vi.fn(async () => connect({ ...harbor, kind: 'oauth' })),
    disconnect: vi.fn(async () => {
      current = null;
      return null;
    }),
    countUnsent: vi.fn(async () => unsent),
    allowHost: vi.fn(async () => true),
    abilities: [
      { name: 'tags.list', scope: 'locations/tags.readonly', effect: 'read' },
      { name: 'tags.add', scope: 'contacts.write', effect: 'write' },
    ],
    read: vi.fn(async (endpoint: string, input: unknown) => read(endpoint, input)),
    allowWriting: vi.fn(async () => connect({ ...harbor, mayWrite: true })),
    outbox: {
      subscribe: () => () => undefined,
      snapshot: () => pending,
      commit: vi.fn(async () => undefined),
      act: vi.fn(async () => true),
    },
    sites: createSites(sites),
    links: createLinks(links),
    scopes: { read: ['contacts.readonly'], write: ['contacts.write'] },
    settings: {
      holdMs: memorySetting(6_000),
      favouriteTags: memorySetting<string[]>(['vip']),
      automationTags: memorySetting<string[]>([]),
      longHoldMs: memorySetting(20_000),
      seenScopes: memorySetting<{ of: string; scopes: Record<string, boolean> }>({ of: '', scopes: {} }),
      macros: memorySetting<Macro[]>([]),
      mappings: memorySetting<Record<string, FieldMapping[]>>({}),
      customHosts: memorySetting<Record<string, string[]>>({}),
      defaultTags: memorySetting<Record<string, string[]>>({}),
      mayDeleteContacts: memorySetting(false),
      shortcuts: memorySetting(true),
      countsOverdue: memorySetting(true),
      ...settings,
    },
  } satisfies OptionsGateway;
}
