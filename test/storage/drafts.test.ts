import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { type Cipher, createCipher } from '@/lib/storage/cipher.ts';
import type { NoteDraft } from '@/lib/storage/draft-schema.ts';
import { createDraftStore } from '@/lib/storage/drafts.ts';

const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const cipher = createCipher(async () => key);
const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const note = (text: string): NoteDraft => ({ kind: 'note', target, text });

let stores = 0;
function setup(by: Cipher = cipher) {
  stores += 1;
  const name = `drafts-${stores}`;
  return { name, store: createDraftStore(by, name) };
}

describe('kept drafts', () => {
  it('are there for the next panel, and gone when removed or cleared', async () => {
    const { name, store } = setup();
    await store.put('a', note('One'));
    await store.put('b', note('Two'));
    const next = createDraftStore(cipher, name);
    expect(await next.list()).toEqual([
      { key: 'a', value: note('One') },
      { key: 'b', value: note('Two') },
    ]);
    await next.remove('a');
    expect(await store.list()).toEqual([{ key: 'b', value: note('Two') }]);
    await next.clear();
    expect(await store.list()).toEqual([]);
  });

  it('hold the last word, also when an older one takes longer to be encrypted', async () => {
    const slowFirst: Cipher = {
      ...cipher,
      encrypt: async (value) => {
        const { text } = value as NoteDraft;
        if (text === 'Older') for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
        return cipher.encrypt(value);
      },
    };
    const { store } = setup(slowFirst);
    await Promise.all([store.put('a', note('Older')), store.put('a', note('Newer'))]);
    expect(await store.list()).toEqual([{ key: 'a', value: note('Newer') }]);
  });

  it('are 200 at most: the one that was written longest ago goes', async () => {
    const { store } = setup();
    for (let at = 0; at < 200; at += 1) await store.put(`k${at}`, note(`${at}`));
    await store.put('k0', note('again'));
    await store.put('new', note('new'));
    const keys = (await store.list()).map((each) => each.key);
    expect(keys).toHaveLength(200);
    expect(keys).toContain('k0');
    expect(keys).not.toContain('k1');
  });

  it('that do not fit their shape, or open under another key only, are left out', async () => {
    const { name, store } = setup();
    await store.put('good', note('Good'));
    await store.put('long', note('x'.repeat(65_001)));
    await store.put('odd', { ...note('Odd'), kind: 'other' } as never);
    expect((await store.list()).map((each) => each.key)).toEqual(['good']);
    const otherKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    expect(
      await createDraftStore(
        createCipher(async () => otherKey),
        name,
      ).list(),
    ).toEqual([]);
  });

  it('are told to other pages, not to the one that wrote', async () => {
    const { name, store } = setup();
    const [own, others] = [vi.fn(), vi.fn()];
    const stops = [store.watch(own), createDraftStore(cipher, name).watch(others)];
    await store.put('a', note('One'));
    await vi.waitFor(() => expect(others).toHaveBeenCalledTimes(1));
    expect(own).not.toHaveBeenCalled();
    for (const stop of stops) stop();
  });

  it('fail with a storage error, and work again afterwards', async () => {
    let isBroken = true;
    const { store } = setup({
      ...cipher,
      encrypt: (value) => (isBroken ? Promise.reject(new AppFailure({ code: 'storage' })) : cipher.encrypt(value)),
    });
    await expect(store.put('a', note('One'))).rejects.toMatchObject({ error: { code: 'storage' } });
    isBroken = false;
    await store.put('a', note('Two'));
    expect(await store.list()).toHaveLength(1);
  });
});
