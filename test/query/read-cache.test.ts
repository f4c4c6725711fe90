import 'fake-indexeddb/auto';
import { hashKey } from '@tanstack/react-query';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { changedReads, forgetReads } from '@/lib/query/changed-reads.ts';
import { ghlKey } from '@/lib/query/keys.ts';
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

describe('a remembered read that a confirmed write has changed', () => {
  it('is forgotten, and no other', async () => {
    const cache = createReadCache(newCipher(), 'cache-5');
    const keyOf = (name: string, contactId: string) => `read-${hashKey(ghlKey('loc1', name, { contactId }))}`;
    const [changed, ...kept] = [keyOf('notes.list', 'c1'), keyOf('notes.list', 'c2'), keyOf('tasks.list', 'c1')] as const;
    for (const key of [changed, ...kept]) await cache.setItem(key, 'x');
    const target = { locationId: 'loc1', contactId: 'c1', shownAs: '' };
    await forgetReads(cache, changedReads({ operation: { kind: 'createNote', body: 'Hello' }, target }));
    expect((await cache.entries()).map(([key]) => key).sort()).toEqual([...kept].sort());
  });
});
