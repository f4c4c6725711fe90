import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// wxt/browser reads the global at import time.
vi.stubGlobal('chrome', fakeBrowser);
const { settings } = await import('@/lib/storage/items.ts');

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('have their defaults before anything is stored', async () => {
    expect(await settings.holdMs.get()).toBe(6_000);
    expect(await settings.crms.get()).toEqual({});
    expect(await settings.taughtSites.get()).toEqual([]);
  });

  it('keep what is set and tell those who watch', async () => {
    const seen: number[] = [];
    const stop = settings.holdMs.watch((value) => seen.push(value));
    await settings.holdMs.set(10_000);
    stop();
    await settings.holdMs.set(0);
    expect(await settings.holdMs.get()).toBe(0);
    expect(seen).toEqual([10_000]);
  });

  it.each([-1, 1e9, 'soon', null, { a: 1 }])('fall back when the store holds %s', async (stored) => {
    await fakeBrowser.storage.local.set({ holdMs: stored });
    expect(await settings.holdMs.get()).toBe(6_000);
  });

  it('refuse to store what they could not read back', async () => {
    expect(() => settings.holdMs.set(-5)).toThrow();
  });

  it('know which CRMs were switched on, and no other word for it', async () => {
    await settings.crms.set({ salesforce: 'on', saleshandy: 'paused' });
    expect(await settings.crms.get()).toEqual({ salesforce: 'on', saleshandy: 'paused' });
    await fakeBrowser.storage.local.set({ crms: { salesforce: 'yes' } });
    expect(await settings.crms.get()).toEqual({});
  });

  const rule = {
    version: 1,
    origin: 'https://crm.example.com',
    label: 'My CRM',
    path: '/people/:id',
    recordId: { from: 'path', at: 1 },
    fields: { email: [{ kind: 'label', text: 'E-mail' }] },
    taughtAt: 1,
  } as const;

  it('keep taught sites as they are', async () => {
    const sites = [{ rule: structuredClone(rule), isPaused: false }];
    await settings.taughtSites.set(sites);
    expect(await settings.taughtSites.get()).toEqual(sites);
  });

  it.each([
    'https://*',
    'https://*.com',
    'https://*.example.com',
    'http://crm.example.com',
    'https://crm.example.com/',
    'https://[::1]',
    'https://user@crm.example.com',
    'null',
  ])('hold no rule and no host for %s, which is not the origin of one https site', async (origin) => {
    await fakeBrowser.storage.local.set({
      taughtSites: [{ rule: { ...rule, origin }, isPaused: false }],
      customHosts: { salesforce: [origin] },
    });
    expect(await settings.taughtSites.get()).toEqual([]);
    expect(await settings.customHosts.get()).toEqual({});
  });
});
