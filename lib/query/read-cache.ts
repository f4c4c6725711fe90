import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import type { ReadCache } from './gateway.ts';

interface CacheSchema extends DBSchema {
  reads: { key: string; value: Sealed };
}

/**
 * Remembered reads, encrypted, in the extension's own IndexedDB. It is only a memory: where it cannot be read or
 * written, the panel goes on without it.
 */
export function createReadCache(cipher: Cipher, name = 'alongside-reads'): ReadCache {
  let opened: Promise<IDBPDatabase<CacheSchema>> | undefined;
  const database = () => {
    opened ??= openDB<CacheSchema>(name, 1, { upgrade: (db) => void db.createObjectStore('reads') });
    return opened;
  };
  // The cipher authenticates what it opens, and only this module seals here: it is the text that was put in.
  const open = async (sealed: Sealed) => (await cipher.decrypt(sealed)) as string;

  return {
    async getItem(key) {
      const sealed = await (await database()).get('reads', key);
      return sealed && (await open(sealed));
    },
    async setItem(key, value) {
      const sealed = await cipher.encrypt(value);
      await (await database()).put('reads', sealed, key);
    },
    async removeItem(key) {
      await (await database()).delete('reads', key);
    },
    async entries() {
      const db = await database();
      const [keys, values] = await Promise.all([db.getAllKeys('reads'), db.getAll('reads')]);
      const opened = await Promise.allSettled(values.map(open));
      return keys.flatMap((key, index): [string, string][] => {
        const value = opened[index];
        return value?.status === 'fulfilled' ? [[key, value.value]] : [];
      });
    },
    async clear() {
      await (await database()).clear('reads');
    },
  };
}
