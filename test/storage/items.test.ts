import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// wxt/browser reads the global at import time.
vi.stubGlobal('chrome', fakeBrowser);
const { isCrmEnabled, settings } = await import('@/lib/storage/items.ts');

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('have their defaults before anything is stored', async () => {
    expect(await settings.holdMs.get()).toBe(6_000);
    expect(await isCrmEnabled('salesforce')).toBe(true);
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

  it('switch a CRM off by name', async () => {
    await settings.crmEnabled.set({ salesforce: false });
    expect(await isCrmEnabled('salesforce')).toBe(false);
    expect(await isCrmEnabled('other')).toBe(true);
  });
});
