import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import type { ContactLink } from './types.ts';

/** Remembered links between CRM records and HighLevel contacts, one per location and record; encrypted at rest. */
export interface LinkStore {
  get(locationId: string, crm: string, recordId: string): Promise<ContactLink | undefined>;
  put(link: ContactLink): Promise<void>;
  remove(locationId: string, crm: string, recordId: string): Promise<void>;
  clear(): Promise<void>;
}

interface LinkSchema extends DBSchema {
  links: { key: [string, string, string]; value: { key: [string, string, string]; sealed: Sealed } };
}

/** Opens the store on first use; a link that cannot be read any more counts as forgotten. */
export function createLinkStore(cipher: Cipher, name = 'alongside-links'): LinkStore {
  let opened: Promise<IDBPDatabase<LinkSchema>> | undefined;
  const database = () => {
    opened ??= openDB<LinkSchema>(name, 1, {
      upgrade: (db) => void db.createObjectStore('links', { keyPath: 'key' }),
    }).catch((cause: unknown) => {
      opened = undefined;
      throw new AppFailure({ code: 'storage', detail: String(cause) });
    });
    return opened;
  };
  return {
    async get(locationId, crm, recordId) {
      const row = await (await database()).get('links', [locationId, crm, recordId]);
      if (row === undefined) return undefined;
      // Only this module writes the rows, and the cipher authenticates them: what decrypts is a link.
      return (await cipher.decrypt(row.sealed).catch(() => undefined)) as ContactLink | undefined;
    },
    async put(link) {
      const sealed = await cipher.encrypt(link);
      await (await database()).put('links', { key: [link.locationId, link.crm, link.recordId], sealed });
    },
    async remove(locationId, crm, recordId) {
      await (await database()).delete('links', [locationId, crm, recordId]);
    },
    async clear() {
      await (await database()).clear('links');
    },
  };
}
