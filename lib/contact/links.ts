import type { DBSchema } from 'idb';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import { createDatabase } from '@/lib/storage/database.ts';
import type { ContactLink } from './types.ts';

/** Remembered links between CRM records and HighLevel contacts, one per location and record; encrypted at rest. */
export interface LinkStore {
  /** A link that cannot be read counts as forgotten: who it is, is then asked again. */
  get(locationId: string, crm: string, recordId: string): Promise<ContactLink | undefined>;
  /** All that can be read, the newest first; fails with `storage`. */
  list(): Promise<readonly ContactLink[]>;
  /** A match that cannot be remembered is made again another time; a person's pick that cannot fails with `storage`. */
  put(link: ContactLink): Promise<void>;
  /** Both fail with `storage`. */
  remove(locationId: string, crm: string, recordId: string): Promise<void>;
  clear(): Promise<void>;
  /** Forgets the links of all records that are not to be kept; fails with `storage`. */
  prune(isKept: (crm: string, recordId: string) => boolean): Promise<void>;
}

interface LinkSchema extends DBSchema {
  links: { key: [string, string, string]; value: { key: [string, string, string]; sealed: Sealed } };
}

/** Opens the store on first use. */
export function createLinkStore(cipher: Cipher, name = 'alongside-links'): LinkStore {
  const { use } = createDatabase<LinkSchema>(name, [(db) => void db.createObjectStore('links', { keyPath: 'key' })]);

  async function read(key: LinkSchema['links']['key']): Promise<ContactLink | undefined> {
    const row = await use((db) => db.get('links', key));
    // Only this module writes the rows, and the cipher authenticates them: what decrypts is a link.
    return row && ((await cipher.decrypt(row.sealed)) as ContactLink);
  }

  async function write(link: ContactLink): Promise<void> {
    const sealed = await cipher.encrypt(link);
    await use((db) => db.put('links', { key: [link.locationId, link.crm, link.recordId], sealed }));
  }

  return {
    get: (...key) => read(key).catch(() => undefined),
    put: (link) => (link.by === 'person' ? write(link) : write(link).catch(() => undefined)),
    async list() {
      const rows = await use((db) => db.getAll('links'));
      const opened = await Promise.allSettled(rows.map(({ sealed }) => cipher.decrypt(sealed)));
      // As above: what decrypts is a link.
      const links = opened.flatMap((link) => (link.status === 'fulfilled' ? [link.value as ContactLink] : []));
      return links.sort((one, other) => other.at - one.at);
    },
    remove: (...key) => use((db) => db.delete('links', key)),
    clear: () => use((db) => db.clear('links')),
    prune: (isKept) =>
      use(async (db) => {
        const keys = await db.getAllKeys('links');
        const gone = keys.filter(([, crm, recordId]) => !isKept(crm, recordId));
        await Promise.all(gone.map((key) => db.delete('links', key)));
      }),
  };
}
