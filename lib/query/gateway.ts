import type { FieldMapping, PageField } from '@/lib/contact/mapping.ts';
import type { DetectedContact, Field } from '@/lib/crm/adapter.ts';
import type { Lesson, PickedField, Proposal, RuleCheck, RuleReading } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { News } from '@/lib/messaging/news.ts';
import type { PanelProtocol } from '@/lib/messaging/panel.ts';
import type { OutboxStore } from '@/lib/outbox/store.ts';
import type { SiteActs } from '@/lib/sites/acts.ts';
import type { DraftStore } from '@/lib/storage/drafts.ts';
import type { Setting } from '@/lib/storage/items.ts';

export type Question = keyof PanelProtocol;
/** The value of a question's `Result`. */
export type Answer<Q extends Question> = Extract<ReturnType<PanelProtocol[Q]>, { ok: true }>['value'];

/** Something React can follow with `useSyncExternalStore`. */
export interface Followed<T> {
  subscribe(listener: () => void): () => void;
  snapshot(): T;
}

/** What a person can do to a pending write. */
export type EntryAct = 'undo' | 'sendNow' | 'retry' | 'discard';

/**
 * Teaching a tab's page. Each call puts the teaching script there if it is not there yet, and throws `AppFailure` when it
 * cannot (no permission, the page is gone). What comes back was checked by schema.
 */
export interface TeachActs {
  propose(tabId: number): Promise<Proposal>;
  /** Waits until the person has pointed at something; `null` when they gave up. */
  pick(tabId: number, field: Field): Promise<PickedField | null>;
  cancelPick(tabId: number): Promise<void>;
  tryRule(tabId: number, rule: TaughtRule): Promise<RuleReading>;
  /** `makeRule` of `lib/crm/taught/make-rule.ts`: the first record's rule, not yet proven; `null` without e-mail, phone and name. */
  makeRule(lesson: Lesson): TaughtRule | null;
  /** `checkRule` of `lib/crm/taught/make-rule.ts`: what `tryRule` found on a second record, held against the first. */
  checkRule(rule: TaughtRule, first: Lesson, second: RuleReading): RuleCheck;
}

/** How one field of the page's form took its value. */
export interface FilledField {
  readonly label: string;
  /** `missing`: the open form has no such field. `refused`: it has one that does not take the value. */
  readonly outcome: 'filled' | 'missing' | 'refused';
}

/**
 * The labelled fields of a tab's record. A script is put there for it; throws `AppFailure` `page_unreachable` when it cannot,
 * and `page_moved` when the tab no longer shows that record.
 * What comes back was checked by schema: it is a page's word.
 */
export interface PageFormActs {
  /** All labelled values of the record, in the page's order; each label once. */
  read(tabId: number, record: DetectedContact): Promise<readonly PageField[]>;
  /** Calls back when what the record shows may have changed, until `signal` aborts. */
  watch(tabId: number, record: DetectedContact, listener: () => void, signal: AbortSignal): void;
  /** Fills the record's edit form, which has to be open; never saves it. */
  fill(tabId: number, record: DetectedContact, fields: readonly PageField[]): Promise<readonly FilledField[]>;
}

/** A key-value store for remembered reads. */
export interface ReadCache {
  getItem(key: string): Promise<string | undefined>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  entries(): Promise<[string, string][]>;
  /** Removes every item whose key begins so. */
  removeBeginning(start: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * All that the panel's React code may touch of the world outside it. The real one is built in
 * `entrypoints/sidepanel/`; tests pass their own.
 */
export interface Gateway {
  /** Asks the background; an error in its answer is thrown as `AppFailure`. */
  ask<Q extends Question>(question: Q, ...data: Parameters<PanelProtocol[Q]>): Promise<Answer<Q>>;
  readonly outbox: Pick<OutboxStore, 'commitAll' | 'list' | 'transitionAll'>;
  /** `undefined` while unknown, `null` when the window shows no tab. */
  readonly activeTab: Followed<number | null | undefined>;
  onNews(listener: (news: News) => void, signal: AbortSignal): void;
  /** Asks the browser for access to HighLevel; only in answer to a click, in the same turn. */
  allowHost(): Promise<boolean>;
  openOptions(): void;
  reloadTab(tabId: number): void;
  readonly sites: SiteActs;
  readonly teach: TeachActs;
  /** Makes a scrubbed copy of the tab's page and hands it to the person as a file; resolves to the file's name. */
  saveSample(tabId: number): Promise<string>;
  readonly form: PageFormActs;
  /** What is typed and not saved yet, kept over the closing of panel and browser. */
  readonly drafts: DraftStore;
  readonly settings: {
    readonly holdMs: Pick<Setting<number>, 'get'>;
    readonly longHoldMs: Pick<Setting<number>, 'get'>;
    readonly automationTags: Pick<Setting<string[]>, 'get' | 'watch'>;
    readonly me: Pick<Setting<Record<string, string>>, 'get' | 'set'>;
    readonly recentTags: Pick<Setting<string[]>, 'get' | 'watch'>;
    readonly favouriteTags: Pick<Setting<string[]>, 'get' | 'watch'>;
    readonly defaultTags: Pick<Setting<Record<string, string[]>>, 'get' | 'watch'>;
    readonly mappings: Pick<Setting<Record<string, FieldMapping[]>>, 'get' | 'set' | 'watch'>;
    readonly macros: Pick<Setting<Macro[]>, 'get' | 'watch'>;
    readonly shortcuts: Pick<Setting<boolean>, 'get' | 'watch'>;
    readonly mayDeleteContacts: Pick<Setting<boolean>, 'get' | 'watch'>;
  };
  readonly cache: ReadCache;
  /** Epoch milliseconds. */
  now(): number;
}
