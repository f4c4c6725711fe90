import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { AppFailure } from '@/lib/core/errors.ts';

/** Step n brings version n to n+1. Steps are never changed once released; a new shape is a new step. */
export type Upgrades<S extends DBSchema> = readonly ((db: IDBPDatabase<S>) => void)[];

/** One IndexedDB database. */
interface Database<S extends DBSchema> {
  /** Runs `task` on an open connection. Whatever goes wrong is an `AppFailure` with code `storage`. */
  use<T>(task: (db: IDBPDatabase<S>) => Promise<T>): Promise<T>;
}

/**
 * A connection that is opened when first needed and again after the browser closed it or a task failed on it. Also a
 * database that was written by a newer version of the extension is a `storage` failure: then nothing is touched.
 */
export function createDatabase<S extends DBSchema>(name: string, upgrades: Upgrades<S>): Database<S> {
  let current: Promise<IDBPDatabase<S>> | undefined;

  function connect(): Promise<IDBPDatabase<S>> {
    const forget = () => {
      if (current === opening) current = undefined;
    };
    const open = async () =>
      openDB<S>(name, upgrades.length, {
        upgrade: (db, oldVersion) => {
          for (const step of upgrades.slice(oldVersion)) step(db);
        },
        // A newer version of the extension waits in another context: let it through, and open again afterwards.
        blocking: (_current, _blocked, event) => {
          forget();
          // The event's target is the connection itself.
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
    const opening = open();
    return opening;
  }

  return {
    async use(task) {
      current ??= connect();
      const mine = current;
      try {
        return await task(await mine);
      } catch (thrown) {
        // Whatever is wrong with this connection, the next task gets a new one; closing lets other transactions finish.
        if (current === mine) current = undefined;
        mine.then((db) => db.close()).catch(() => undefined);
        throw toStorageFailure(thrown);
      }
    },
  };
}

function toStorageFailure(thrown: unknown): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  return new AppFailure({ code: 'storage', detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) });
}
