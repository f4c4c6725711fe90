import type { Browser } from 'wxt/browser';
import type { Reach, Readable } from '@/lib/sites/sites.ts';

/** The file of a script: each adapter has an entrypoint `<id>.page.ts` (tested), which WXT's list of files cannot follow here. */
export function scriptFile(script: string): '/taught.js' {
  return `/${script}.js` as '/taught.js';
}

/** The part of the browser's `scripting` that says where scripts go. */
export type Registry = Pick<
  typeof Browser.scripting,
  'getRegisteredContentScripts' | 'registerContentScripts' | 'updateContentScripts' | 'unregisterContentScripts'
>;

const NOWHERE: Reach = { matches: [], excludeMatches: [] };

/** Where the browser puts our scripts now. It keeps that over restarts, until the extension is updated. */
export async function registeredScripts(registry: Registry): Promise<Readable> {
  const registered = await registry.getRegisteredContentScripts();
  return Object.fromEntries(registered.map(({ id, matches = [], excludeMatches = [] }) => [id, { matches, excludeMatches }]));
}

/** Makes the browser put each script where it is wanted, and nowhere else. */
export async function registerScripts(registry: Registry, before: Readable, wanted: Readable): Promise<void> {
  for (const id of scriptsOf(before, wanted)) {
    const { matches, excludeMatches } = wanted[id] ?? NOWHERE;
    const isRegistered = isAnywhere(before[id]);
    if (isSame(before[id], wanted[id])) continue;
    const script = {
      id,
      js: [scriptFile(id)],
      matches: [...matches],
      excludeMatches: [...excludeMatches],
      runAt: 'document_idle' as const,
    };
    if (matches.length === 0) await registry.unregisterContentScripts({ ids: [id] });
    else if (isRegistered) await registry.updateContentScripts([script]);
    else await registry.registerContentScripts([script]);
  }
}

/** Whether both put every script into the same pages. */
export function isSameSet(one: Readable, other: Readable): boolean {
  return scriptsOf(one, other).every((id) => isSame(one[id], other[id]));
}

const scriptsOf = (one: Readable, other: Readable): readonly string[] => [...new Set([...Object.keys(one), ...Object.keys(other)])];
const isAnywhere = ({ matches }: Reach = NOWHERE): boolean => matches.length > 0;

/** What is left out matters only where something is let in. */
function isSame(one: Reach = NOWHERE, other: Reach = NOWHERE): boolean {
  return isSameList(one.matches, other.matches) && (!isAnywhere(one) || isSameList(one.excludeMatches, other.excludeMatches));
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}
