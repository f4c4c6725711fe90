import type { Browser } from 'wxt/browser';

/** `storage.session` in memory; `onSet` is called before each write and may throw. */
export function createSession(onSet: (items: Record<string, unknown>) => void = () => undefined) {
  const items = new Map<string, unknown>();
  const area = {
    async get(key: string) {
      return items.has(key) ? { [key]: structuredClone(items.get(key)) } : {};
    },
    async set(given: Record<string, unknown>) {
      onSet(given);
      for (const [key, value] of Object.entries(given)) items.set(key, structuredClone(value));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) items.delete(key);
    },
  };
  // What the services use of it.
  return { items, area: area as unknown as Browser.storage.StorageArea };
}

/** The browser's locks: one holder at a time. */
export function createLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, task: () => Promise<unknown>) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
  return { request } as unknown as LockManager; // as above
}
