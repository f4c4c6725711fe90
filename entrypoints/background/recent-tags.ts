import type { Setting } from '@/lib/storage/items.ts';

const MOST = 10;

/** Keeps the tags used last, newest first, each once whatever its case: HighLevel's tags know none. */
export function createRecentTags(setting: Pick<Setting<string[]>, 'get' | 'set'>): { note(tag: string): Promise<void> } {
  // One after the other: two tags that were sent side by side must not overwrite each other.
  let last: Promise<void> = Promise.resolve();
  async function add(tag: string): Promise<void> {
    const others = (await setting.get()).filter((other) => other.toLowerCase() !== tag.toLowerCase());
    await setting.set([tag, ...others].slice(0, MOST));
  }
  return {
    note(tag) {
      const adding = last.then(() => add(tag));
      last = adding.catch(() => undefined);
      return adding;
    },
  };
}
