import type { Browser } from 'wxt/browser';
import * as z from 'zod';
import { matchesPattern } from '@/lib/crm/match-pattern.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { type Readable, type Sites, scriptOf } from '@/lib/sites/sites.ts';
import { isSameSet, type Registry, registeredScripts, registerScripts } from './scripts.ts';
import type { Tabs } from './tabs.ts';

interface OpenTab {
  readonly id?: number | undefined;
  /** Only where we may know it. */
  readonly url?: string | undefined;
  readonly discarded?: boolean;
}

export interface FollowParts {
  readonly sites: Pick<Sites, 'of' | 'readable'>;
  readonly tabs: Pick<Tabs, 'lastUrl' | 'blank' | 'drop' | 'expectReport'>;
  readonly registry: Registry;
  readonly session: Pick<Browser.storage.StorageArea, 'get' | 'set'>;
  /** What is taught now, as text: another text means that something was taught anew. */
  readonly lessons: () => Promise<string>;
  readonly openTabs: () => Promise<readonly OpenTab[]>;
  /** Both resolve, sooner or later, also where the tab does not answer. */
  readonly stop: (tabId: number) => Promise<unknown>;
  readonly inject: (tabId: number, script: string) => Promise<unknown>;
  /** Tells the panels that the tab may show something else. */
  readonly tell: (tabId: number) => void;
}

const KEY = 'scripts';
const reach = z.object({ matches: z.array(z.string()).readonly(), excludeMatches: z.array(z.string()).readonly() });
/**
 * What outlives this background: the lessons that open pages were last brought into step with, and, while that is going on,
 * where scripts were before. With `before` a background was killed in the middle: nobody knows which tabs it had reached.
 */
const memory = z.object({ lessons: z.string().exactOptional(), before: z.record(z.string(), reach).exactOptional() });

/** Brings scripts into step with the sites that are on and allowed: in pages to come, and in the tabs that are open. */
export function createFollower(parts: FollowParts): () => Promise<void> {
  const { sites, registry, session } = parts;
  const remember = (kept: z.output<typeof memory>) => session.set({ [KEY]: kept });

  return async () => {
    const kept = memory.safeParse((await session.get(KEY))[KEY]).data ?? {};
    const [registered, wanted, lessons] = [await registeredScripts(registry), await sites.readable(), await parts.lessons()];
    const isTaughtAnew = kept.lessons !== undefined && kept.lessons !== lessons;
    const hasMoved = kept.before !== undefined || !isSameSet(registered, wanted) || isTaughtAnew;
    if (hasMoved) {
      await remember({ ...kept, before: kept.before ?? registered });
      await registerScripts(registry, registered, wanted);
      const running = (url: URL) => scriptAt(kept.before, url) ?? scriptAt(registered, url);
      const mustRestart = (script: string) => kept.before !== undefined || (isTaughtAnew && script === 'taught');
      await followTabs(parts, { running, mustRestart });
    }
    if (hasMoved || kept.lessons === undefined) await remember({ lessons });
  };
}

interface Step {
  /** The script that may run at an address until now. */
  readonly running: (url: URL) => string | undefined;
  /** Whether it has to begin anew though it stays where it is. */
  readonly mustRestart: (script: string) => boolean;
}

async function followTabs(parts: FollowParts, step: Step): Promise<void> {
  const open = await parts.openTabs();
  await Promise.all(open.map((tab) => followTab(parts, step, tab)));
  for (const { id } of open) if (id !== undefined) parts.tell(id);
}

async function followTab({ sites, tabs, stop, inject }: FollowParts, step: Step, tab: OpenTab): Promise<void> {
  // Where the permission is gone, only the last report knows the address.
  const url = URL.parse(tab.url ?? (tab.id === undefined ? undefined : await tabs.lastUrl(tab.id)) ?? '');
  if (tab.id === undefined || url === null) return;
  const site = await sites.of(url);
  const [running, wanted] = [step.running(url), scriptFor(site)];
  if (running === wanted && !(wanted !== undefined && step.mustRestart(wanted))) return;
  if (running !== undefined) {
    await stop(tab.id);
    await (site?.state === 'blocked' ? tabs.blank(tab.id) : tabs.drop(tab.id));
  }
  if (wanted === undefined || tab.discarded) return;
  tabs.expectReport(tab.id);
  await inject(tab.id, wanted);
}

function scriptAt(reaches: Readable = {}, url: URL): string | undefined {
  const covers = (patterns: readonly string[]) => patterns.some((pattern) => matchesPattern(pattern, url));
  return Object.entries(reaches).find(([, { matches, excludeMatches }]) => covers(matches) && !covers(excludeMatches))?.[0];
}

function scriptFor(site: SiteView | undefined): string | undefined {
  return site?.state === 'on' ? scriptOf(site) : undefined;
}
