import { originPattern } from '@/lib/core/origin.ts';
import type { Sites } from './sites.ts';

/** Origins that were asked for before anything was kept of them, by when (epoch milliseconds). */
export interface Asked {
  /** Must not wait for anything: it is called in the click that asks. */
  note(origin: string): void;
  all(): Promise<ReadonlyMap<string, number>>;
  forget(origin: string): Promise<void>;
}

/** The part of `storage.local` that is used. */
interface Storage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const PREFIX = 'asked:';

/** One item for each origin, so that none has to be read before another is written; outlives the browser, as permissions do. */
export function createAsked(storage: Storage, now: () => number): Asked {
  return {
    note: (origin) => void storage.set({ [PREFIX + origin]: now() }).catch(console.error),
    async all() {
      const items = Object.entries(await storage.get(null));
      return new Map(
        items.flatMap(([key, at]) => (key.startsWith(PREFIX) && typeof at === 'number' ? [[key.slice(PREFIX.length), at]] : [])),
      );
    },
    forget: (origin) => storage.remove(PREFIX + origin),
  };
}

/** How long a question may be open in the browser, and what it was asked for not be kept yet, in milliseconds. */
const MOST_ASKING_MS = 300_000;

interface TidyParts {
  readonly asked: Asked;
  readonly sites: Pick<Sites, 'list'>;
  readonly permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  /** While a panel is open, somebody may be teaching in it. */
  readonly isPanelOpen: () => Promise<boolean>;
  readonly now: () => number;
}

/** Gives back what was asked for a teaching that nobody finished: the panel was closed, or the browser was. */
export async function tidyPermissions({ asked, sites, permissions, isPanelOpen, now }: TidyParts): Promise<void> {
  const all = await asked.all();
  if (all.size === 0 || (await isPanelOpen())) return;
  const needed = new Set((await sites.list()).filter(({ state }) => state !== 'off').flatMap(({ patterns }) => patterns));
  for (const [origin, at] of all) {
    const pattern = URL.canParse(origin) ? originPattern(origin) : undefined;
    const isOpen = pattern !== undefined && !needed.has(pattern) && now() - at < MOST_ASKING_MS;
    if (isOpen) continue;
    if (pattern !== undefined && !needed.has(pattern)) await permissions.remove({ origins: [pattern] });
    await asked.forget(origin);
  }
}
