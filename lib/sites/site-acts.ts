import { AppFailure } from '@/lib/core/errors.ts';
import { httpsOrigin, originPattern } from '@/lib/core/origin.ts';
import type { CrmAdapter } from '@/lib/crm/adapter.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { taughtRule } from '@/lib/storage/rule-schema.ts';
import type { SiteActs } from './acts.ts';
import type { Asked } from './asked.ts';
import { unknownHealth } from './health.ts';
import { alone as aloneWith, type SiteLocks } from './lock.ts';
import type { SiteSettings, Sites } from './sites.ts';

interface Event {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

/** The part of the browser's `permissions` that is used. */
interface Permissions {
  /** Has to be called in a click, before anything is awaited. */
  request(permissions: { origins: string[] }): Promise<boolean>;
  remove(permissions: { origins: string[] }): Promise<boolean>;
  readonly onAdded: Event;
  readonly onRemoved: Event;
}

export interface SiteActsParts {
  readonly settings: SiteSettings;
  readonly adapters: readonly CrmAdapter[];
  readonly sites: Pick<Sites, 'list'>;
  readonly permissions: Permissions;
  readonly locks: SiteLocks;
  readonly asked: Asked;
}

/** What our own pages do with sites, over the settings and the browser's permissions. */
export function createSiteActs({ settings, adapters, sites, permissions, locks, asked }: SiteActsParts): SiteActs {
  const { crms, customHosts, taughtSites, siteHealth } = settings;
  const alone = (task: () => Promise<void>) => aloneWith(locks, task);
  const request = (patterns: readonly string[]) => permissions.request({ origins: [...patterns] });
  const setCrm = (id: string, state: 'on' | 'paused') => alone(async () => crms.set({ ...(await crms.get()), [id]: state }));
  const setPaused = (origin: string, isPaused: boolean) =>
    alone(async () =>
      taughtSites.set((await taughtSites.get()).map((each) => (each.rule.origin === origin ? { ...each, isPaused } : each))),
    );
  const forgetHealth = async (origin: string) => siteHealth.set(without(await siteHealth.get(), origin));

  /** Gives back the permissions that no other site needs. */
  async function giveBack(patterns: readonly string[]): Promise<void> {
    const needed = new Set((await sites.list()).filter(({ state }) => state !== 'off').flatMap((site) => site.patterns));
    const origins = patterns.filter((pattern) => !needed.has(pattern));
    if (origins.length > 0) await permissions.remove({ origins });
  }

  return {
    list: sites.list,
    watch: (listener, signal) => watchSites({ settings, permissions }, listener, signal),
    async switchOn({ id, kind, patterns }) {
      if (!(await request(patterns))) return false;
      await (kind === 'taught' ? setPaused(id, false) : setCrm(id, 'on'));
      return true;
    },
    pause: ({ id, kind }) => (kind === 'taught' ? setPaused(id, true) : setCrm(id, 'paused')),
    async switchOff({ id, patterns }) {
      await alone(async () => crms.set(without(await crms.get(), id)));
      await giveBack(patterns);
    },
    async addHost(crm, address) {
      const origin = originOf(address);
      const adapter = adapters.find(({ id, hasCustomHosts }) => id === crm && hasCustomHosts);
      if (adapter === undefined) throw new AppFailure({ code: 'unexpected', detail: `${crm} has no addresses of its customers' own` });
      if (!(await request([originPattern(origin), ...adapter.matches]))) return false;
      await alone(async () => {
        const all = await customHosts.get();
        await customHosts.set({ ...all, [crm]: [...new Set([...(all[crm] ?? []), origin])] });
      });
      await setCrm(crm, 'on');
      return true;
    },
    async removeHost(crm, origin) {
      await alone(async () => {
        const all = await customHosts.get();
        await customHosts.set({ ...all, [crm]: (all[crm] ?? []).filter((each) => each !== origin) });
      });
      await giveBack([originPattern(origin)]);
    },
    async taught() {
      const [all, health] = await Promise.all([taughtSites.get(), siteHealth.get()]);
      return all.map((site) => ({ ...site, ...(health[site.rule.origin] ?? unknownHealth) }));
    },
    async allowOrigin(address) {
      const origin = originOf(address);
      // Before the question: with the answer the background may begin to tidy up.
      asked.note(origin);
      return request([originPattern(origin)]);
    },
    async giveBackOrigin(address) {
      const origin = originOf(address);
      await giveBack([originPattern(origin)]);
      await asked.forget(origin);
    },
    async keepRule(given) {
      const rule = taughtRule.parse(given);
      await alone(async () => {
        const all = await taughtSites.get();
        const before = all.find((each) => each.rule.origin === rule.origin);
        if (before === undefined || !readsAlike(before.rule, rule)) await forgetHealth(rule.origin);
        const others = all.filter((each) => each !== before);
        await taughtSites.set([...others, { rule, isPaused: before?.isPaused ?? false }]);
      });
    },
    async forgetRule(origin) {
      await alone(async () => {
        await taughtSites.set((await taughtSites.get()).filter(({ rule }) => rule.origin !== origin));
        await forgetHealth(origin);
      });
      await giveBack([originPattern(origin)]);
    },
  };
}

/** Whether what was counted of one rule holds for the other too. */
function readsAlike(one: TaughtRule, other: TaughtRule): boolean {
  const reading = ({ path, recordId, fields }: TaughtRule) =>
    JSON.stringify([path, recordId, fields.name, fields.company, fields.email, fields.phone]);
  return reading(one) === reading(other);
}

function originOf(address: string): string {
  const origin = httpsOrigin(address);
  if (origin === undefined) throw new AppFailure({ code: 'unexpected', detail: `not the address of one https site: ${address}` });
  return origin;
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> {
  const { [name]: _gone, ...others } = all;
  return others;
}

/** Calls back when a setting or a permission that decides about sites changes. */
function watchSites(
  {
    settings,
    permissions,
  }: { settings: { [K in keyof SiteSettings]: Pick<SiteSettings[K], 'watch'> }; permissions: Pick<Permissions, 'onAdded' | 'onRemoved'> },
  listener: () => void,
  signal: AbortSignal,
): void {
  const call = () => listener();
  const stops = Object.values(settings).map((setting) => setting.watch(call));
  permissions.onAdded.addListener(call);
  permissions.onRemoved.addListener(call);
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    permissions.onAdded.removeListener(call);
    permissions.onRemoved.removeListener(call);
  });
}
