import type { CrmAdapter } from '@/lib/crm/adapter.ts';
import { matchesPattern } from '@/lib/crm/match-pattern.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import type { Asked } from '@/lib/sites/asked.ts';
import { createSiteActs } from '@/lib/sites/site-acts.ts';
import { createSites, type SiteSettings } from '@/lib/sites/sites.ts';
import type { Setting } from '@/lib/storage/items.ts';

/** A CRM whose customers may have addresses of their own. */
export const grand = adapterOf({
  id: 'grand',
  label: 'Grand CRM',
  matches: ['https://*.grand.example/*', 'https://grand-app.example/*'],
  hasCustomHosts: true,
  tellingPath: '/record/',
  route: (url) => (/^\/(?:record|r)\/./.test(url.pathname) ? url.pathname : undefined),
});
export const plain = adapterOf({ id: 'plain', label: 'Plain CRM', matches: ['https://app.plain.example/*'] });

function adapterOf(given: Pick<CrmAdapter, 'id' | 'label' | 'matches'> & Partial<CrmAdapter>): CrmAdapter {
  return { route: () => undefined, detect: () => ({ status: 'none' }), ...given };
}

export function ruleFor(origin: string, over: Partial<TaughtRule> = {}): TaughtRule {
  return {
    version: 1,
    origin,
    label: 'My CRM',
    path: '/people/:id',
    recordId: { from: 'path', at: 1 },
    fields: { email: [{ kind: 'label', text: 'E-mail' }] },
    taughtAt: 1,
    ...over,
  };
}

/** A setting in memory that tells its watchers, as the stored ones do. */
function memorySetting<T>(value: T): Setting<T> {
  const listeners = new Set<(value: T) => void>();
  let current = value;
  return {
    get: async () => current,
    set: async (next) => {
      current = next;
      for (const listener of listeners) listener(next);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function event() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
}

/** Sites over settings in memory, and a browser whose person answers every question as `answer` says. */
export function createWorld({ granted: before = [] as readonly string[] } = {}) {
  const settings: SiteSettings = {
    crms: memorySetting({}),
    customHosts: memorySetting({}),
    taughtSites: memorySetting([]),
    siteHealth: memorySetting({}),
  };
  const granted = new Set(before);
  const questions: string[][] = [];
  const person = { says: true };
  const [onAdded, onRemoved] = [event(), event()];
  const permissions = {
    async request({ origins }: { origins: string[] }) {
      questions.push(origins);
      if (person.says) for (const origin of origins) granted.add(origin);
      return person.says;
    },
    async remove({ origins }: { origins: string[] }) {
      for (const origin of origins) granted.delete(origin);
      return true;
    },
    onAdded,
    onRemoved,
  };
  const permitted = async (patterns: readonly string[]) => patterns.every((pattern) => granted.has(pattern));
  const adapters = [grand, plain];
  const sites = createSites({ settings, adapters, covers: matchesPattern, permitted });
  // One after the other, which is all that is asked of a lock here.
  const locks = { request: async (_name: string, task: () => Promise<void>) => task() } as unknown as LockManager;
  const items = new Map<string, number>();
  const asked: Asked = {
    note: (origin) => void items.set(origin, 1_000),
    all: async () => new Map(items),
    forget: async (origin) => void items.delete(origin),
  };
  const acts = createSiteActs({ settings, adapters, sites, permissions, locks, asked });
  return { settings, granted, questions, person, permissions, sites, asked, acts };
}
