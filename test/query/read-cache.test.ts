import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createReadCache } from '@/lib/query/read-cache.ts';
import { createCipher } from '@/lib/storage/cipher.ts';

const newCipher = () => createCipher(() => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));

describe('remembered reads', () => {
  it('come back as they were put in', async () => {
    const cache = createReadCache(newCipher(), 'cache-1');
    await cache.setItem('a', '{"name":"Maria"}');
    expect(await cache.getItem('a')).toBe('{"name":"Maria"}');
    expect(await cache.getItem('b')).toBeUndefined();
    expect(await cache.entries()).toEqual([['a', '{"name":"Maria"}']]);
  });

  it('are not readable on disk', async () => {
    const cache = createReadCache(newCipher(), 'cache-2');
    await cache.setItem('a', 'Maria Gomez');
    const db = await openDB('cache-2');
    const stored = await db.get('reads', 'a');
    expect(new TextDecoder().decode(stored.data)).not.toContain('Maria');
  });

  it('that another key sealed are left out instead of breaking the rest', async () => {
    await createReadCache(newCipher(), 'cache-3').setItem('old', 'x');
    const cache = createReadCache(newCipher(), 'cache-3');
    await cache.setItem('new', 'y');
    expect(await cache.entries()).toEqual([['new', 'y']]);
  });

  it('are gone after clearing', async () => {
    const cache = createReadCache(newCipher(), 'cache-4');
    await cache.setItem('a', 'x');
    await cache.clear();
    expect(await cache.getItem('a')).toBeUndefined();
  });
});
