import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Sealed } from '@/lib/storage/cipher.ts';
import { createDatabase, type Upgrades } from '@/lib/storage/database.ts';
import type { OutboxEntry } from './entry.ts';

/** One entry at rest: ids, state and times in clear for the queue's own use, everything a person wrote encrypted. */
export interface Row
  extends Pick<OutboxEntry, 'opId' | 'state' | 'notBefore' | 'attempts' | 'createdAt' | 'updatedAt' | 'waiting' | 'looking'> {
  /** Given by the database at commit: ascending over all contexts. */
  readonly seq: number;
  /** Counts the row's changes, so that a decision made on an older reading is noticed. */
  readonly rev: number;
  readonly locationId: string;
  readonly contactId: string | null;
  /** `contentSchema`. */
  readonly content: Sealed;
  /** `{ error }` or `{ answer }`. */
  readonly outcome?: Sealed;
}

interface OutboxSchema extends DBSchema {
  entries: { key: number; value: Row; indexes: { opId: string } };
}

const UPGRADES: Upgrades<OutboxSchema> = [
  (db) => {
    db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true }).createIndex('opId', 'opId', { unique: true });
  },
];

type ReadStore = IDBPObjectStore<OutboxSchema, 'entries'[], 'entries', 'readonly'>;
export type WriteStore = IDBPObjectStore<OutboxSchema, 'entries'[], 'entries', 'readwrite'>;

/**
 * The tasks must await nothing but IndexedDB: anything else ends their transaction. Every failure is an `AppFailure` with
 * code `storage`.
 */
interface OutboxDatabase {
  read<T>(task: (entries: ReadStore) => Promise<T>): Promise<T>;
  /** All or nothing, and on disk when it resolves. */
  write<T>(task: (entries: WriteStore) => Promise<T>): Promise<T>;
}

/** The outbox's own database. */
export function createOutboxDatabase(name: string): OutboxDatabase {
  const { use } = createDatabase(name, UPGRADES);
  return {
    read: (task) => use((db) => task(db.transaction(['entries']).objectStore('entries'))),
    write: (task) => use((db) => inTransaction(db, task)),
  };
}

async function inTransaction<T>(db: IDBPDatabase<OutboxSchema>, task: (entries: WriteStore) => Promise<T>): Promise<T> {
  const tx = db.transaction(['entries'], 'readwrite', { durability: 'strict' });
  let finished = false;
  const done = tx.done.finally(() => {
    finished = true;
  });
  try {
    const result = await task(tx.objectStore('entries'));
    await done;
    return result;
  } catch (thrown) {
    // What came before the failure must not be committed by itself; the abort is this failure's echo.
    done.catch(() => undefined);
    if (!finished) tx.abort();
    throw thrown;
  }
}
