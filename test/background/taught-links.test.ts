import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { pruneTaught } from '@/entrypoints/background/taught-links.ts';
import { createLinkStore } from '@/lib/contact/links.ts';
import { markedId, placeMark } from '@/lib/sites/place-mark.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { createWorld, ruleFor } from '../sites/fakes.ts';

const origin = 'https://crm.acme.example';
const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const links = createLinkStore(createCipher(async () => key));

it('links are kept as long as the rule that made their ids, and no longer', async () => {
  const { taughtSites } = createWorld().settings;
  const rule = ruleFor(origin);
  const recordId = markedId('7', await placeMark(rule));
  const put = (crm: string, id: string) => links.put({ locationId: 'loc', crm, recordId: id, contactId: 'maria', by: 'person', at: 1 });
  const isKept = async (crm: string, id: string) => (await links.get('loc', crm, id)) !== undefined;
  await put(origin, recordId);
  await put('salesforce', '003A');

  await taughtSites.set([{ rule: { ...rule, label: 'Other', fields: { phone: [{ kind: 'label', text: 'Phone' }] } }, isPaused: true }]);
  await pruneTaught({ links, taughtSites });
  expect(await isKept(origin, recordId)).toBe(true);

  await taughtSites.set([{ rule: { ...rule, recordId: { from: 'path', at: 0 } }, isPaused: false }]);
  await pruneTaught({ links, taughtSites });
  expect(await isKept(origin, recordId)).toBe(false);

  await put(origin, recordId);
  await taughtSites.set([]);
  await pruneTaught({ links, taughtSites });
  expect([await isKept(origin, recordId), await isKept('salesforce', '003A')]).toEqual([false, true]);
});
