import type { DBSchema } from 'idb';
import type { Cipher, Sealed } from '@/lib/storage/cipher.ts';
import { createDatabase } from '@/lib/storage/database.ts';
import { type Draft, draftSchema } from './draft-schema.ts';

/** A draft at rest. `key` says for what it is (`keyOf` in `components/drafts/draft.ts`). */
interface StoredDraft {
  readonly key: string;
  readonly value: Draft;
}

/**
 * Keeps drafts encrypted in IndexedDB. All calls fail with `storage`, and take effect in the order they were made. Of more
 * than 200 the oldest go.
 */
export interface DraftStore {
  /** What cannot be read is left out. */
  list(): Promise<readonly StoredDraft[]>;
  put(key: string, value: Draft): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
  /** Calls back when another of our pages has changed something; returns the function that stops it. */
  watch(listener: () => void): () => void;
}

interface DraftSchema extends DBSchema {
  /** `seq` rises with every write: the order of the last words. */
  drafts: { key: string; value: { key: string; seq: number; sealed: Sealed }; indexes: { seq: number } };
}

const MOST = 200;

/** Opens the store on first use. */
export function createDraftStore(cipher: Cipher, name = 'alongside-drafts'): DraftStore {
  const { use } = createDatabase<DraftSchema>(name, [
    (db) => void db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('seq', 'seq'),
  ]);
  const inTurn = createTurns();
  /** One for speaking and listening: a channel does not hear itself. */
  let opened: BroadcastChannel | undefined;
  const channel = () => {
    opened ??= new BroadcastChannel(name);
    return opened;
  };
  const tell = () => channel().postMessage(null);

  async function write(key: string, value: Draft): Promise<void> {
    const sealed = await cipher.encrypt(value);
    await use(async (db) => {
      const { store, done } = db.transaction('drafts', 'readwrite');
      const newest = await store.index('seq').openKeyCursor(null, 'prev');
      await store.put({ key, seq: (newest?.key ?? 0) + 1, sealed });
      const surplus = (await store.count()) - MOST;
      const oldest = surplus > 0 ? await store.index('seq').getAllKeys(null, surplus) : [];
      await Promise.all([...oldest.map((old) => store.delete(old)), done]);
    });
  }

  async function open(sealed: Sealed): Promise<Draft | undefined> {
    const value = await cipher.decrypt(sealed).catch(() => undefined);
    return draftSchema.safeParse(value).data;
  }

  return {
    list: () =>
      inTurn(async () => {
        const rows = await use((db) => db.getAllFromIndex('drafts', 'seq'));
        const opened = await Promise.all(rows.map(async ({ key, sealed }) => ({ key, value: await open(sealed) })));
        return opened.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
      }),
    put: (key, value) => inTurn(() => write(key, value)).then(tell),
    remove: (key) => inTurn(() => use((db) => db.delete('drafts', key))).then(tell),
    clear: () => inTurn(() => use((db) => db.clear('drafts'))).then(tell),
    watch(listener) {
      channel().addEventListener('message', listener);
      return () => channel().removeEventListener('message', listener);
    },
  };
}

/** Runs tasks one after the other: encrypting takes its time, and an older word must never come after a newer. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
