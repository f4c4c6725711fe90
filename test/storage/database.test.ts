import { forceCloseDatabase } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { type DBSchema, openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '@/lib/storage/database.ts';

interface Schema extends DBSchema {
  things: { key: string; value: number };
}

let names = 0;

function setup() {
  names += 1;
  const name = `database-${names}`;
  const database = createDatabase<Schema>(name, [(db) => void db.createObjectStore('things')]);
  const put = (value: number) => database.use((db) => db.put('things', value, 'a'));
  const get = () => database.use((db) => db.get('things', 'a'));
  return { name, database, put, get };
}

/** Fails the next opening of a database as a broken profile does. */
function breakNextOpening(): void {
  const { open } = indexedDB;
  indexedDB.open = () => {
    indexedDB.open = open;
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
}

describe('a database', () => {
  it('is opened again after the browser closed its connection', async () => {
    const { database, put, get } = setup();
    await put(1);
    await database.use(async (db) => forceCloseDatabase(unwrap(db) as never));
    expect(await get()).toBe(1);
  });

  it('that could not be opened is a storage failure, and is tried again at the next use', async () => {
    const { put, get } = setup();
    breakNextOpening();
    await expect(put(1)).rejects.toMatchObject({ error: { code: 'storage', detail: expect.stringContaining('UnknownError') } });
    await put(2);
    expect(await get()).toBe(2);
  });

  it('is opened once for two uses at the same time', async () => {
    const { database } = setup();
    const [one, two] = await Promise.all([database.use(async (db) => db), database.use(async (db) => db)]);
    expect(one).toBe(two);
  });

  it('lets a newer version through, and then leaves its data alone', async () => {
    const { name, put, get } = setup();
    await put(1);
    const newer = await openDB(name, 9);
    expect(await newer.count('things')).toBe(1);
    newer.close();
    await expect(get()).rejects.toMatchObject({ error: { code: 'storage' } });
  });

  it('a failed use does not take the connection of the next one away', async () => {
    const { database, put, get } = setup();
    const held = Promise.withResolvers<void>();
    const failing = database.use(async () => {
      await held.promise;
      throw new Error('late');
    });
    await expect(database.use(() => Promise.reject(new Error('early')))).rejects.toMatchObject({ error: { code: 'storage' } });
    await put(1);
    const between = database.use(async (db) => {
      held.resolve();
      await expect(failing).rejects.toMatchObject({ error: { code: 'storage' } });
      return db.get('things', 'a');
    });
    expect(await between).toBe(1);
    expect(await get()).toBe(1);
  });
});
