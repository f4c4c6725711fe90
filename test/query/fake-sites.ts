import { vi } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Gateway } from '@/lib/query/gateway.ts';
import type { SiteActs } from '@/lib/sites/acts.ts';

export type FakeSites = ReturnType<typeof createFakeSites>;

/** Sites, teaching and samples that do nothing of themselves: a person who says yes to everything. Tests replace answers. */
export function createFakeSites() {
  const nothing = async () => undefined;
  return {
    sites: {
      list: vi.fn<SiteActs['list']>(async () => []),
      watch: vi.fn<SiteActs['watch']>(),
      switchOn: vi.fn<SiteActs['switchOn']>(async () => true),
      pause: vi.fn<SiteActs['pause']>(nothing),
      switchOff: vi.fn<SiteActs['switchOff']>(nothing),
      addHost: vi.fn<SiteActs['addHost']>(async () => true),
      removeHost: vi.fn<SiteActs['removeHost']>(nothing),
      taught: vi.fn<SiteActs['taught']>(async () => []),
      allowOrigin: vi.fn<SiteActs['allowOrigin']>(async () => true),
      giveBackOrigin: vi.fn<SiteActs['giveBackOrigin']>(nothing),
      keepRule: vi.fn<SiteActs['keepRule']>(nothing),
      forgetRule: vi.fn<SiteActs['forgetRule']>(nothing),
    },
    teach: {
      propose: vi.fn<Gateway['teach']['propose']>(unready),
      pick: vi.fn<Gateway['teach']['pick']>(async () => null),
      cancelPick: vi.fn<Gateway['teach']['cancelPick']>(nothing),
      tryRule: vi.fn<Gateway['teach']['tryRule']>(unready),
      makeRule: vi.fn<Gateway['teach']['makeRule']>(() => null),
      checkRule: vi.fn<Gateway['teach']['checkRule']>(() => ({ rule: null, changed: [], unchanged: [], missing: [], problem: null })),
    },
    saveSample: vi.fn<Gateway['saveSample']>(async () => 'sample.html'),
  };
}

async function unready(): Promise<never> {
  throw new AppFailure({ code: 'unexpected', detail: 'not given to the fake' });
}
