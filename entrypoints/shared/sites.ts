import { browser } from 'wxt/browser';
import { matchesPattern } from '@/lib/crm/match-pattern.ts';
import { adapters } from '@/lib/crm/registry.ts';
import type { SiteActs } from '@/lib/sites/acts.ts';
import { type Asked, createAsked } from '@/lib/sites/asked.ts';
import { createSiteActs } from '@/lib/sites/site-acts.ts';
import { createSites, type Sites } from '@/lib/sites/sites.ts';
import { settings } from '@/lib/storage/items.ts';

/** The sites, over this browser's settings and permissions. */
export function createBrowserSites(): Sites {
  const permitted = (origins: readonly string[]) => browser.permissions.contains({ origins: [...origins] });
  return createSites({ settings, adapters, covers: matchesPattern, permitted });
}

/** What was asked for in teachings. */
export function createBrowserAsked(): Asked {
  return createAsked(browser.storage.local, Date.now);
}

/** What a page of ours does with them. */
export function createBrowserSiteActs(): SiteActs {
  const { permissions } = browser;
  return createSiteActs({
    settings,
    adapters,
    sites: createBrowserSites(),
    permissions,
    locks: navigator.locks,
    asked: createBrowserAsked(),
  });
}
