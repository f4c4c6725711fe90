import { originPattern } from '@/lib/core/origin.ts';
import type { CrmAdapter } from '@/lib/crm/adapter.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import type { settings } from '@/lib/storage/items.ts';
import { failingFields } from './health.ts';
import type { SiteState, SiteView } from './site.ts';

/** The settings that say which sites are read. */
export type SiteSettings = Pick<typeof settings, 'crms' | 'customHosts' | 'taughtSites' | 'siteHealth'>;

/** The sites that can be read, as settings and permissions are now. */
export interface Sites {
  /** The built-in CRMs first, then the taught sites. */
  list(): Promise<readonly SiteView[]>;
  /**
   * The site of an address: what was taught of its very origin, else the CRM whose hosts cover it. Its state is that of the
   * address: a CRM of which one host is blocked is on at the others.
   */
  of(url: URL): Promise<SiteView | undefined>;
  /** The CRM whose record pages have addresses like this one's, where its customers may have hosts of their own. */
  looksLike(url: URL): Pick<SiteView, 'id' | 'label'> | undefined;
  /** What was taught of an origin, while that is on. */
  ruleFor(origin: string): Promise<TaughtRule | null>;
  /** Where pages are read now: on sites that are on, as far as the browser allows it. */
  readable(): Promise<Readable>;
}

/** Where one script belongs. */
export interface Reach {
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/**
 * Match patterns by script: each CRM has its own, named by the adapter's id, so that a page loads no more than it needs;
 * `taught` is for all taught sites. What was taught of an origin counts there instead of a built-in CRM.
 */
export type Readable = Readonly<Record<string, Reach>>;

/** The script that reads a site. */
export function scriptOf({ kind, id }: Pick<SiteView, 'kind' | 'id'>): string {
  return kind === 'taught' ? 'taught' : id;
}

export interface SitesParts {
  readonly settings: { readonly [K in keyof SiteSettings]: Pick<SiteSettings[K], 'get'> };
  readonly adapters: readonly CrmAdapter[];
  /** Whether an address falls under a match pattern. */
  readonly covers: (pattern: string, url: URL) => boolean;
  /** Whether the browser lets us read pages under all these match patterns. */
  readonly permitted: (patterns: readonly string[]) => Promise<boolean>;
}

/** What a person wants of a site, whatever the browser allows. */
interface Wished {
  readonly site: Omit<SiteView, 'state'>;
  readonly wish: Exclude<SiteState, 'blocked'>;
  /** The patterns of it under which an address falls. */
  covering(url: URL): readonly string[];
}

export function createSites({ settings, adapters, covers, permitted }: SitesParts): Sites {
  const view = async ({ site, wish }: Wished, isAllowed: () => Promise<boolean>): Promise<SiteView> => ({
    ...site,
    state: wish === 'on' && !(await isAllowed()) ? 'blocked' : wish,
  });
  const allowed = async (patterns: Iterable<string>): Promise<readonly string[]> => {
    const checked = await Promise.all([...patterns].map(async (pattern) => ((await permitted([pattern])) ? [pattern] : [])));
    return checked.flat();
  };

  async function builtIn(): Promise<readonly Wished[]> {
    const [crms, hosts] = await Promise.all([settings.crms.get(), settings.customHosts.get()]);
    return adapters.map(({ id, label, matches }) => {
      const patterns = [...matches, ...(hosts[id] ?? []).map(originPattern)];
      return {
        site: { id, label, kind: 'built-in', patterns, failing: [] },
        wish: crms[id] ?? 'off',
        covering: (url) => patterns.filter((pattern) => covers(pattern, url)),
      };
    });
  }

  async function taught(): Promise<readonly Wished[]> {
    const [sites, health] = await Promise.all([settings.taughtSites.get(), settings.siteHealth.get()]);
    return sites.map(({ rule: { origin, label }, isPaused }) => {
      const patterns = [originPattern(origin)];
      return {
        site: { id: origin, label, kind: 'taught', patterns, failing: failingFields(health[origin]) },
        wish: isPaused ? 'paused' : 'on',
        covering: (url) => (url.origin === origin ? patterns : []),
      };
    });
  }

  async function of(url: URL): Promise<SiteView | undefined> {
    for (const wished of [...(await taught()), ...(await builtIn())]) {
      const covering = wished.covering(url);
      // As the browser has it: one permission for an address is enough, whatever became of another that covers it too.
      if (covering.length > 0) return view(wished, async () => (await allowed(covering)).length > 0);
    }
    return undefined;
  }

  async function readablePatterns(wishes: readonly Wished[]): Promise<readonly string[]> {
    return allowed(new Set(wishes.filter(({ wish }) => wish === 'on').flatMap(({ site }) => site.patterns)));
  }

  return {
    list: async () =>
      Promise.all([...(await builtIn()), ...(await taught())].map((wished) => view(wished, () => permitted(wished.site.patterns)))),
    of,
    looksLike(url) {
      const adapter = url.protocol === 'https:' ? adapters.find((each) => tellsOf(each, url)) : undefined;
      return adapter && { id: adapter.id, label: adapter.label };
    },
    async ruleFor(origin) {
      const site = URL.canParse(origin) ? await of(new URL(origin)) : undefined;
      if (site?.kind !== 'taught' || site.state !== 'on') return null;
      return (await settings.taughtSites.get()).find(({ rule }) => rule.origin === origin)?.rule ?? null;
    },
    async readable() {
      const own = await taught();
      const excludeMatches = own.flatMap(({ site }) => site.patterns);
      const reach = async (wished: Wished) => [wished.site.id, { matches: await readablePatterns([wished]), excludeMatches }] as const;
      const crms = await Promise.all((await builtIn()).map(reach));
      return { ...Object.fromEntries(crms), taught: { matches: await readablePatterns(own), excludeMatches: [] } };
    },
  };
}

/** On a host that nobody named, a path that other products have too says nothing. */
function tellsOf({ hasCustomHosts, tellingPath, route }: CrmAdapter, url: URL): boolean {
  return hasCustomHosts === true && tellingPath !== undefined && url.pathname.startsWith(tellingPath) && route(url) !== undefined;
}
