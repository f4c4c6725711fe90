import type { Detection, Field } from '@/lib/crm/adapter.ts';
import type { Setting } from '@/lib/storage/items.ts';
import { alone, type SiteLocks } from './lock.ts';

/** How well a taught rule holds; `failures` are records in a row, `missing` what was not found on the last. */
export interface SiteHealth {
  readonly successes: number;
  readonly failures: number;
  readonly missing: readonly Field[];
}

/** Records in a row on which too little was found before a page is said to have changed. */
const MOST_FAILURES = 3;

/** What a site that was not counted yet has. */
export const unknownHealth: SiteHealth = { successes: 0, failures: 0, missing: [] };

/** The fields that a rule no longer finds; empty while it is not said to fail. */
export function failingFields(health: SiteHealth = unknownHealth): readonly Field[] {
  return health.failures >= MOST_FAILURES ? health.missing : [];
}

type Counted = 'read' | 'failed';

/** What was counted last in each tab, by tab id; outlives the background. */
export interface CountMemory {
  get(tabId: number): Promise<string | undefined>;
  set(tabId: number, counted: string): Promise<void>;
}

/** Counts the readings of taught rules, each record's address once: drawn late, it may first be failed and then read. */
export function createHealth({
  siteHealth,
  memory,
  locks,
}: {
  siteHealth: Pick<Setting<Record<string, Mutable>>, 'get' | 'set'>;
  memory: CountMemory;
  locks: SiteLocks;
}) {
  async function count(tabId: number, origin: string, url: string, detection: Detection): Promise<void> {
    const outcome = outcomeOf(detection);
    if (outcome === undefined) return;
    const before = await memory.get(tabId);
    if (before === `read ${url}` || before === `${outcome} ${url}`) return;
    const all = await siteHealth.get();
    await siteHealth.set({ ...all, [origin]: afterwards(all[origin] ?? unknownHealth, detection) });
    await memory.set(tabId, `${outcome} ${url}`);
  }

  return {
    /** Never fails: a count that is lost is no reason for a report to be. */
    async count(...reading: Parameters<typeof count>): Promise<void> {
      await alone(locks, () => count(...reading)).catch(console.error);
    },
  };
}

type Mutable = { successes: number; failures: number; missing: Field[] };

/** Where nothing is missing that should be there, what was taught holds: somebody without an address, or a dialog in front. */
function outcomeOf(detection: Detection): Counted | undefined {
  if (detection.status === 'contact') return 'read';
  return detection.status === 'unknown' && detection.missing.length > 0 ? 'failed' : undefined;
}

function afterwards({ successes, failures }: SiteHealth, detection: Detection): Mutable {
  if (detection.status !== 'unknown') return { successes: successes + 1, failures: 0, missing: [] };
  return { successes, failures: failures + 1, missing: [...detection.missing] };
}
