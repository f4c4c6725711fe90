import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReadMemory } from '@/lib/query/persister.ts';
import { createReadCache } from '@/lib/query/read-cache.ts';
import { createCipher } from '@/lib/storage/cipher.ts';

const cipher = createCipher(() => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));

/** Reads through a memory over this database, each time as a panel that has just been opened. */
function reader(name: string) {
  const { persister, forgetOld } = createReadMemory(createReadCache(cipher, name));
  const read = (answer: string) =>
    new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } }).query({
      queryKey: ['ghl', 'tags.list'],
      queryFn: async () => answer,
      // As in `useGhl`: the persister's own types are of another copy of the core.
      persister: persister as never,
    });
  return { read, forgetOld };
}

describe('the memory of reads', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => void process.off('unhandledRejection', note));

  it('answers the next panel before HighLevel does', async () => {
    const { read } = reader('memory-1');
    expect(await read('first')).toBe('first');
    await expect.poll(() => createReadCache(cipher, 'memory-1').entries()).toHaveLength(1);
    expect(await reader('memory-1').read('second')).toBe('first');
  });

  it('that is broken stops no read, and nothing fails unseen', async () => {
    (await openDB('memory-2', 99)).close();
    const { read, forgetOld } = reader('memory-2');
    expect(await read('first')).toBe('first');
    expect(await read('second')).toBe('second');
    await forgetOld();
    // What is remembered is written after the answer was given.
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  });
});
