import { storage } from 'wxt/utils/storage';
import * as z from 'zod';
import { exampleMacros, macros } from './macro-schema.ts';
import { siteMapping } from './mapping-schema.ts';
import { siteOrigin, taughtRule } from './rule-schema.ts';

/**
 * Every setting kept in `storage.local`. Nothing here is secret or about a contact: those live encrypted in IndexedDB.
 * A changed item gets the next version and a migration, with a recorded example of the old shape in its test.
 */
export interface Setting<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Calls back on each change; returns the function that stops it. */
  watch(listener: (value: T) => void): () => void;
}

/** What was stored by hand, by an older version or by a broken disk falls back instead of breaking the reader. */
function defineSetting<T>(name: string, schema: z.ZodType<T>, fallback: T): Setting<T> {
  const item = storage.defineItem<unknown>(`local:${name}`, { fallback, version: 1 });
  const parse = (stored: unknown): T => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    get: async () => parse(await item.getValue()),
    set: (value) => item.setValue(schema.parse(value)),
    watch: (listener) => item.watch((stored) => listener(parse(stored))),
  };
}

const tagNames = z.array(z.string().trim().min(1).max(200)).max(50);

/** `failures` counts records in a row on which a rule found too little; `missing` is what it did not find on the last. */
const siteHealth = z.object({
  successes: z.int().min(0),
  failures: z.int().min(0),
  missing: z.array(z.enum(['name', 'company', 'email', 'phone'])).max(4),
});

export const settings = {
  /** How long a write can be undone, in milliseconds. */
  holdMs: defineSetting('holdMs', z.number().int().min(0).max(60_000), 6_000),
  /** Built-in CRMs that were switched on, by adapter id; one that is not named is off. */
  crms: defineSetting('crms', z.record(z.string(), z.enum(['on', 'paused'])), {}),
  /** Origins where a built-in CRM runs under its customer's own address, by adapter id. */
  customHosts: defineSetting('customHosts', z.record(z.string(), z.array(siteOrigin).max(50)), {}),
  /** What the person taught of other sites. */
  taughtSites: defineSetting('taughtSites', z.array(z.strictObject({ rule: taughtRule, isPaused: z.boolean() })).max(100), []),
  /** How well taught rules hold, by origin. */
  siteHealth: defineSetting('siteHealth', z.record(z.string(), siteHealth), {}),
  /** Tags always offered in the context menu. */
  favouriteTags: defineSetting('favouriteTags', tagNames, []),
  /** Tags used last, newest first; offered in the context menu and in the panel. */
  recentTags: defineSetting('recentTags', tagNames, []),
  /** Which HighLevel user sits here, by location id. */
  me: defineSetting('me', z.record(z.string(), z.string()), {}),
  /** Tags that start an automation: writing one of them can be taken back for longer. Compared without regard to case. */
  automationTags: defineSetting('automationTags', tagNames, []),
  /** How long such a write can be undone, in milliseconds. */
  longHoldMs: defineSetting('longHoldMs', z.number().int().min(0).max(120_000), 20_000),
  /** Tags that a contact created from a site starts with, by the site's id. */
  defaultTags: defineSetting('defaultTags', z.record(z.string(), tagNames), {}),
  /** How a site's fields become HighLevel's, by the site's id; a site that is not named has the standard mapping. */
  mappings: defineSetting('mappings', z.record(z.string(), siteMapping), {}),
  macros: defineSetting('macros', macros, exampleMacros),
  /** Whether single keys act in the panel. */
  shortcuts: defineSetting('shortcuts', z.boolean(), true),
  /** Whether contacts can be deleted from the panel. */
  mayDeleteContacts: defineSetting('mayDeleteContacts', z.boolean(), false),
  /** What HighLevel's answers have shown of the connection's scopes; `of` says which connection. */
  seenScopes: defineSetting('seenScopes', z.object({ of: z.string(), scopes: z.record(z.string(), z.boolean()) }), { of: '', scopes: {} }),
  /** Whether the toolbar button counts the reader's overdue tasks. */
  countsOverdue: defineSetting('countsOverdue', z.boolean(), true),
} as const;
