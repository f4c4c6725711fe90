import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createCipher } from '@/lib/storage/cipher.ts';
import { openKey } from '@/lib/storage/key.ts';

const newDatabase = () => `key-${crypto.randomUUID()}`;

test('what is encrypted in one context is decrypted in another, even when both ask for the key at once', async () => {
  const name = newDatabase();
  const [panel, background] = [createCipher(() => openKey(name)), createCipher(() => openKey(name))];
  const [byPanel, byBackground] = await Promise.all([panel.encrypt({ note: 'Ann Lee' }), background.encrypt(['x'])]);
  expect(await background.decrypt(byPanel)).toEqual({ note: 'Ann Lee' });
  expect(await panel.decrypt(byBackground)).toEqual(['x']);
  expect(await createCipher(() => openKey(name)).decrypt(byPanel)).toEqual({ note: 'Ann Lee' });
});

test('twenty contexts that ask at once get one key', async () => {
  const name = newDatabase();
  const ciphers = Array.from({ length: 20 }, () => createCipher(() => openKey(name)));
  const sealed = await Promise.all(ciphers.map((cipher, index) => cipher.encrypt(index)));
  const first = ciphers[0];
  expect(await Promise.all(sealed.map((value) => first?.decrypt(value)))).toEqual(ciphers.map((_, index) => index));
});

test('the key cannot be exported', async () => {
  const key = await openKey(newDatabase());
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('the stored form holds nothing of the value, and is another each time', async () => {
  const cipher = createCipher(() => openKey(newDatabase()));
  const [one, two] = [await cipher.encrypt('pit-canary'), await cipher.encrypt('pit-canary')];
  expect(Buffer.from(one.data).toString('latin1')).not.toContain('pit-canary');
  expect(Buffer.from(one.data)).not.toEqual(Buffer.from(two.data));
});

test('another key, or an altered value, is a storage failure that quotes nothing', async () => {
  const cipher = createCipher(() => openKey(newDatabase()));
  const sealed = await cipher.encrypt('pit-canary');
  const stranger = createCipher(() => openKey(newDatabase()));
  await expect(stranger.decrypt(sealed)).rejects.toMatchObject({ error: { code: 'storage' } });
  const altered = { ...sealed, data: sealed.data.slice(1) };
  const reason = await cipher.decrypt(altered).catch((thrown: unknown) => thrown);
  expect(reason).toMatchObject({ error: { code: 'storage' } });
  expect(JSON.stringify(reason)).not.toContain('canary');
});

test('a key that could not be opened once is asked for again', async () => {
  const name = newDatabase();
  let failures = 1;
  const cipher = createCipher(() => (failures-- > 0 ? Promise.reject(new DOMException('blocked', 'AbortError')) : openKey(name)));
  await expect(cipher.encrypt(1)).rejects.toMatchObject({ error: { code: 'storage', detail: 'encrypting failed: AbortError' } });
  expect(await cipher.decrypt(await cipher.encrypt(1))).toBe(1);
});
