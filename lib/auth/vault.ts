import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import type { Connection } from './types.ts';

const connectionSchema = z.object({
  kind: z.enum(['token', 'oauth']),
  locationId: z.string(),
  locationName: z.string(),
  timeZone: z.string().exactOptional(),
  country: z.string().exactOptional(),
  companyId: z.string().exactOptional(),
  userId: z.string().exactOptional(),
  scopes: z.array(z.string()).exactOptional(),
  mayWrite: z.boolean(),
  needsReconnect: z.boolean(),
  connectedAt: z.number(),
});

/** One connection as it is kept. The secret is a private integration token, or the session at our broker. */
export interface Kept {
  readonly connection: Connection;
  /** Decrypts the secret; only called when it is about to be used. */
  secret(): Promise<string>;
}

/** Where the one connection is kept, its secret encrypted. Every failure is an `AppFailure` with code `storage`. */
export interface Vault {
  read(): Promise<Kept | null>;
  /** Replaces connection and secret at once. */
  keep(connection: Connection, secret: string): Promise<void>;
  /** Replaces the connection's facts and leaves the secret as it is; nothing happens when there is none. */
  update(connection: Connection): Promise<void>;
  clear(): Promise<void>;
}

interface VaultSchema extends DBSchema {
  connections: { key: string; value: { readonly connection: unknown; readonly secret: Sealed } };
}

const ROW = 'current';

/** The vault in this extension's own IndexedDB. */
export function createVault({ cipher, databaseName = 'alongside-vault' }: { cipher: Cipher; databaseName?: string }): Vault {
  const withDatabase = async <T>(task: (database: IDBPDatabase<VaultSchema>) => Promise<T>): Promise<T> => {
    try {
      const database = await openDB<VaultSchema>(databaseName, 1, { upgrade: (db) => void db.createObjectStore('connections') });
      return await task(database).finally(() => database.close());
    } catch (reason) {
      if (reason instanceof AppFailure) throw reason;
      throw new AppFailure({ code: 'storage', detail: `the vault failed: ${reason instanceof Error ? reason.name : 'unknown'}` });
    }
  };
  return {
    read: () => withDatabase((database) => readRow(database, cipher)),
    keep: async (connection, secret) => {
      const row = { connection, secret: await cipher.encrypt(secret) };
      await withDatabase((database) => writeRow(database, () => row));
    },
    update: (connection) => withDatabase((database) => writeRow(database, (row) => row && { ...row, connection })),
    clear: () => withDatabase((database) => database.delete('connections', ROW)),
  };
}

async function readRow(database: IDBPDatabase<VaultSchema>, cipher: Cipher): Promise<Kept | null> {
  const row = await database.get('connections', ROW);
  if (row === undefined) return null;
  const connection = connectionSchema.safeParse(row.connection);
  if (!connection.success) throw new AppFailure({ code: 'storage', detail: 'the kept connection is unreadable' });
  // What was encrypted as text and passes AES-GCM's own check is that text.
  return { connection: connection.data, secret: async () => String(await cipher.decrypt(row.secret)) };
}

type Row = VaultSchema['connections']['value'];

async function writeRow(database: IDBPDatabase<VaultSchema>, change: (row: Row | undefined) => Row | undefined): Promise<void> {
  const transaction = database.transaction('connections', 'readwrite', { durability: 'strict' });
  const row = change(await transaction.store.get(ROW));
  if (row !== undefined) await transaction.store.put(row, ROW);
  await transaction.done;
}
