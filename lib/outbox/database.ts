import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Sealed } from '@/lib/storage/cipher.ts';
import type { OutboxEntry } from './entry.ts';

/** One entry at rest: ids, state and times in clear for the queue's own use, everything a person wrote encrypted. */
export interface Row extends Pick<OutboxEntry, 'opId' | 'state' | 'notBefore' | 'attempts' | 'createdAt' | 'updatedAt' | 'waiting'> {
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

type Upgrade = (db: IDBPDatabase<OutboxSchema>) => void;

/** Step n brings version n to n+1. Steps are never changed once released; a new shape is a new step. */
const UPGRADES: readonly Upgrade[] = [
  (db) => {
    db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true }).createIndex('opId', 'opId', { unique: true });
  },
];

type ReadStore = IDBPObjectStore<OutboxSchema, 'entries'[], 'entries', 'readonly'>;
type WriteStore = IDBPObjectStore<OutboxSchema, 'entries'[], 'entries', 'readwrite'>;

/** The tasks must await nothing but IndexedDB: anything else ends their transaction. */
export interface Database {
  read<T>(task: (entries: ReadStore) => Promise<T>): Promise<T>;
  /** All or nothing, and on disk when it resolves. */
  write<T>(task: (entries: WriteStore) => Promise<T>): Promise<T>;
}

/**
 * A connection that is opened when first needed and again after the browser closed it. Fails with `storage`, also when
 * the database was written by a newer version of the extension: then nothing is touched.
 */
export function createDatabase(name: string): Database {
  let open: Promise<IDBPDatabase<OutboxSchema>> | undefined;
  const forget = () => {
    open = undefined;
  };
  async function using<T>(task: (db: IDBPDatabase<OutboxSchema>) => Promise<T>): Promise<T> {
    try {
      open ??= connect(name, forget);
      return await task(await open);
    } catch (thrown) {
      // Whatever is wrong with this connection, the next task gets a new one; closing lets other transactions finish.
      open?.then((db) => db.close()).catch(() => undefined);
      forget();
      throw new AppFailure({ code: 'storage', detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) });
    }
  }
  return {
    read: (task) => using((db) => task(db.transaction(['entries']).objectStore('entries'))),
    write: (task) => using((db) => inTransaction(db, task)),
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

function connect(name: string, forget: () => void): Promise<IDBPDatabase<OutboxSchema>> {
  return openDB<OutboxSchema>(name, UPGRADES.length, {
    upgrade: (db, oldVersion) => {
      for (const step of UPGRADES.slice(oldVersion)) step(db);
    },
    // A newer version of the extension waits in another context: let it through, and open again afterwards.
    blocking: (_current, _blocked, event) => {
      forget();
      // The event's target is the connection itself.
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
}
