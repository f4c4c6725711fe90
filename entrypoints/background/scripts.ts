import { browser } from 'wxt/browser';
import type { Readable } from '@/lib/sites/sites.ts';

type Script = keyof Readable;
const SCRIPTS: readonly Script[] = ['crm', 'taught'];
const NONE = { matches: [], excludeMatches: [] };

/** Where the browser puts our scripts now. It keeps that over restarts, until the extension is updated. */
export async function registeredScripts(): Promise<Readable> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [...SCRIPTS] });
  const of = (script: Script) => {
    const { matches = [], excludeMatches = [] } = registered.find(({ id }) => id === script) ?? NONE;
    return { matches, excludeMatches };
  };
  return { crm: of('crm'), taught: of('taught') };
}

/** Makes the browser put each script where it is wanted, and nowhere else. */
export async function registerScripts(before: Readable, wanted: Readable): Promise<void> {
  for (const id of SCRIPTS) {
    const [was, is] = [before[id], wanted[id]];
    if (isSameFor(id, before, wanted)) continue;
    const script = {
      id,
      js: [`/content-scripts/${id}.js`],
      matches: [...is.matches],
      excludeMatches: [...is.excludeMatches],
      runAt: 'document_idle' as const,
    };
    if (is.matches.length === 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    else if (was.matches.length > 0) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
}

/** Whether both put every script into the same pages. */
export function isSameSet(one: Readable, other: Readable): boolean {
  return SCRIPTS.every((id) => isSameFor(id, one, other));
}

/** What is left out matters only where something is let in. */
function isSameFor(id: Script, { [id]: one }: Readable, { [id]: other }: Readable): boolean {
  return isSame(one.matches, other.matches) && (one.matches.length === 0 || isSame(one.excludeMatches, other.excludeMatches));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}
