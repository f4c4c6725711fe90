import type { DBSchema } from 'idb';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import { createDatabase } from '@/lib/storage/database.ts';
import type { ReadCache } from './gateway.ts';

interface CacheSchema extends DBSchema {
  reads: { key: string; value: Sealed };
}

/** Remembered reads, encrypted, in the extension's own IndexedDB. Every failure is an `AppFailure` with code `storage`. */
export function createReadCache(cipher: Cipher, name = 'alongside-reads'): ReadCache {
  const { use } = createDatabase<CacheSchema>(name, [(db) => void db.createObjectStore('reads')]);
  // The cipher authenticates what it opens, and only this module seals here: it is the text that was put in.
  const open = async (sealed: Sealed) => (await cipher.decrypt(sealed)) as string;

  return {
    async getItem(key) {
      const sealed = await use((db) => db.get('reads', key));
      return sealed && (await open(sealed));
    },
    async setItem(key, value) {
      const sealed = await cipher.encrypt(value);
      await use((db) => db.put('reads', sealed, key));
    },
    removeItem: (key) => use((db) => db.delete('reads', key)),
    removeBeginning: (start) => use((db) => db.delete('reads', IDBKeyRange.bound(start, `${start}\uffff`))),
    async entries() {
      const [keys, values] = await use((db) => Promise.all([db.getAllKeys('reads'), db.getAll('reads')]));
      const opened = await Promise.allSettled(values.map(open));
      return keys.flatMap((key, index): [string, string][] => {
        const value = opened[index];
        return value?.status === 'fulfilled' ? [[key, value.value]] : [];
      });
    },
    clear: () => use((db) => db.clear('reads')),
  };
}
