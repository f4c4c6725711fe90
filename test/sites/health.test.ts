import { describe, expect, it } from 'vitest';
import type { Detection } from '@/lib/crm/adapter.ts';
import { createHealth, failingFields } from '@/lib/sites/health.ts';
import { createLocks } from '../background/fake-session.ts';

const origin = 'https://crm.acme.example';
const read: Detection = { status: 'contact', contact: { crm: origin, recordId: '1', emails: [], phones: [] } };
const failed = (...missing: ('email' | 'phone')[]): Detection => ({ status: 'unknown', missing });

function setUp() {
  let stored = {};
  const counted = new Map<number, string>();
  const siteHealth = {
    get: async () => stored as Record<string, never>,
    set: async (value: object) => {
      stored = value;
    },
  };
  const memory = {
    get: async (tabId: number) => counted.get(tabId),
    set: async (tabId: number, last: string) => void counted.set(tabId, last),
  };
  const health = createHealth({ siteHealth, memory, locks: createLocks() });
  return {
    see: (record: string, detection: Detection, tabId = 1) => health.count(tabId, origin, `${origin}/${record}`, detection),
    stored: () => stored,
  };
}

describe('how well a taught rule holds', () => {
  it('is counted once a record, however often it is reported', async () => {
    const { see, stored } = setUp();
    for (const record of ['a', 'a', 'b', 'b']) await see(record, read);
    expect(stored()).toEqual({ [origin]: { successes: 2, failures: 0, missing: [] } });
    for (const record of ['c', 'c', 'd']) await see(record, failed('email'));
    expect(stored()).toEqual({ [origin]: { successes: 2, failures: 2, missing: ['email'] } });
  });

  it('is bad after three records in a row, and says what was not found on the last', async () => {
    const { see, stored } = setUp();
    for (const record of ['a', 'b']) await see(record, failed('email', 'phone'));
    await see('c', failed('phone'));
    const health = (stored() as Record<string, Parameters<typeof failingFields>[0]>)[origin];
    expect(failingFields(health)).toEqual(['phone']);
    expect(failingFields({ successes: 0, failures: 2, missing: ['phone'] })).toEqual([]);
    expect(failingFields()).toEqual([]);
  });

  it('is good again after one record that was read, also one that is drawn late', async () => {
    const { see, stored } = setUp();
    for (const record of ['a', 'b', 'c']) await see(record, failed('email'));
    await see('c', read);
    await see('c', failed('email'));
    expect(stored()).toEqual({ [origin]: { successes: 1, failures: 0, missing: [] } });
  });

  it('is not judged by pages that show nobody, are about to, or show several', async () => {
    const { see, stored } = setUp();
    for (const [record, status] of [
      ['a', 'none'],
      ['b', 'pending'],
    ] as const)
      await see(record, { status });
    await see('c', { status: 'ambiguous', people: [] });
    await see('d', failed());
    expect(stored()).toEqual({});
  });

  it('loses a count that cannot be kept, and nothing else', async () => {
    const siteHealth = { get: async () => ({}), set: () => Promise.reject(new Error('the disk is full')) };
    const health = createHealth({ siteHealth, memory: { get: async () => undefined, set: async () => undefined }, locks: createLocks() });
    await expect(health.count(1, origin, `${origin}/a`, read)).resolves.toBeUndefined();
  });

  it('counts reports of two tabs at the same time', async () => {
    const { see, stored } = setUp();
    await Promise.all([see('a', read, 1), see('b', read, 2), see('c', failed('email'), 3)]);
    expect(stored()).toEqual({ [origin]: { successes: 2, failures: 1, missing: ['email'] } });
  });
});
