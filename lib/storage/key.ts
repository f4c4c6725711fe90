import { type DBSchema, openDB } from 'idb';

interface KeySchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

const KEY_ID = 'contents';

/**
 * The key that encrypts everything we keep at rest: AES-GCM, non-extractable, in this extension's own IndexedDB where
 * no page and no content script can see it. Made once: when two contexts ask at the same time, the first to write
 * wins and both get its key.
 */
export async function openKey(databaseName = 'alongside-key'): Promise<CryptoKey> {
  const database = await openDB<KeySchema>(databaseName, 1, { upgrade: (db) => void db.createObjectStore('keys') });
  try {
    const stored = await database.get('keys', KEY_ID);
    if (stored !== undefined) return stored;
    // Made before the transaction: awaiting anything but the database inside one would close it.
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    const winner = await transaction.store.get(KEY_ID);
    if (winner === undefined) await transaction.store.add(fresh, KEY_ID);
    await transaction.done;
    return winner ?? fresh;
  } finally {
    database.close();
  }
}
