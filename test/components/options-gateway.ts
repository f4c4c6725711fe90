import { vi } from 'vitest';
import type { OptionsGateway } from '@/components/options/gateway.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import type { Setting } from '@/lib/storage/items.ts';

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

interface Setup {
  readonly connection?: Connection | null;
  readonly unsent?: number;
  readonly failure?: AppError;
  readonly settings?: Partial<OptionsGateway['settings']>;
}

/** A background, outbox and storage in memory. */
export function fakeGateway({ connection = null, unsent = 0, failure, settings = {} }: Setup = {}) {
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
    crms: [
      { id: 'salesforce', label: 'Salesforce', hosts: ['*.lightning.force.com'] },
      { id: 'other', label: 'Other CRM', hosts: ['crm.example'] },
    ],
    scopes: { read: ['contacts.readonly'], write: ['contacts.write'] },
    settings: {
      holdMs: memorySetting(6_000),
      crmEnabled: memorySetting<Record<string, boolean>>({}),
      favouriteTags: memorySetting<string[]>(['vip']),
      ...settings,
    },
  } satisfies OptionsGateway;
}
