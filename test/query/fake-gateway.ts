import type { Connection } from '@/lib/auth/types.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import type { MatchOutcome, TabView } from '@/lib/contact/types.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { News } from '@/lib/messaging/news.ts';
import { createOutboxStore, type OutboxStore } from '@/lib/outbox/store.ts';
import type { Answer, Gateway, PageFormActs, Question } from '@/lib/query/gateway.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import type { Draft } from '@/lib/storage/draft-schema.ts';
import type { DraftStore } from '@/lib/storage/drafts.ts';
import { createFakeSites, type FakeSites } from './fake-sites.ts';

/** What the fake background knows. A function may answer late or throw. */
export interface FakeWorld {
  connection: Connection | null;
  activeTab: number | null;
  tabs: Record<number, TabView>;
  /** What the person answers when the browser asks for access to HighLevel. */
  allowHost: () => boolean;
  match: (recordId: string) => MatchOutcome | Promise<MatchOutcome>;
  /** What was asked for in a tab outside the panel. */
  intent: (tabId: number) => unknown;
  /** Whether somebody took the place of a contact that is gone. */
  refind: () => boolean | Promise<boolean>;
  /** May throw. */
  allowWriting: () => void;
  read: (endpoint: string, input: Record<string, unknown>) => unknown;
  /** Milliseconds of undo. */
  holdMs: number;
  me: Record<string, string>;
  recentTags: string[];
  now: () => number;
  /** Remembered reads; the same map for two gateways is one panel closed and opened again. */
  cache: Map<string, string>;
  /** Drafts at rest, in the same way. */
  drafts: Map<string, Draft>;
  form: PageFormActs;
  /** Settings that are not as a new user has them. */
  stored: Partial<StoredSettings>;
}

interface StoredSettings {
  longHoldMs: number;
  automationTags: string[];
  favouriteTags: string[];
  defaultTags: Record<string, string[]>;
  mappings: Record<string, FieldMapping[]>;
  macros: Macro[];
  shortcuts: boolean;
  mayDeleteContacts: boolean;
}

export interface FakeGateway extends Gateway {
  readonly outbox: OutboxStore;
  readonly world: FakeWorld;
  readonly fakes: FakeSites;
  /** Every question to the background, in order. */
  readonly asked: readonly { readonly question: Question; readonly data: unknown }[];
  /** Endpoints read, in order. */
  reads(): readonly string[];
  tell(news: News): void;
  activate(tabId: number | null): void;
  /** A tag has been sent. */
  useTag(tag: string): void;
  readonly opened: { options: number; reloaded: number[]; hostAsked: number };
}

export const connection: Connection = {
  kind: 'token',
  locationId: 'loc1',
  locationName: 'Harbor Dental',
  timeZone: 'America/New_York',
  companyId: 'company1',
  mayWrite: true,
  needsReconnect: false,
  connectedAt: 0,
};

export const maria: DetectedContact = {
  crm: 'salesforce',
  recordId: '003000000000001AAA',
  name: 'Maria Gomez',
  company: 'Bayside Orthodontics',
  emails: ['maria@bayside.test'],
  phones: ['+14155550100'],
};

/** Salesforce as it is while it is read. */
export const salesforce: SiteView = {
  id: 'salesforce',
  label: 'Salesforce',
  kind: 'built-in',
  state: 'on',
  patterns: ['https://*.lightning.force.com/*'],
  failing: [],
};

/** A tab of Salesforce that shows somebody. */
export function showing(contact: DetectedContact): TabView {
  return { status: 'contact', site: salesforce, contact, reasons: [] };
}

const onMaria = showing(maria);

let stores = 0;

/** A gateway over plain data, with the real outbox on whatever IndexedDB there is. */
export function createFakeGateway(given: Partial<FakeWorld> = {}): FakeGateway {
  const world: FakeWorld = {
    connection,
    activeTab: 1,
    tabs: { 1: onMaria },
    allowHost: () => true,
    allowWriting: () => undefined,
    intent: () => null,
    refind: () => false,
    match: () => ({ kind: 'none' }),
    read: () => [],
    holdMs: 6_000,
    me: {},
    recentTags: [],
    now: () => Date.now(),
    cache: new Map(),
    drafts: new Map(),
    form: { read: async () => [], watch: () => undefined, fill: async () => [] },
    stored: {},
    ...given,
  };
  const asked: { question: Question; data: unknown }[] = [];
  const hearers = new Set<(news: News) => void>();
  const watchers = new Set<() => void>();
  const remembered = world.cache;
  const tagWatchers = new Set<(tags: string[]) => void>();
  const tell = (news: News) => {
    for (const hear of hearers) hear(news);
  };
  const opened = { options: 0, reloaded: [] as number[], hostAsked: 0 };
  stores += 1;
  const fakes = createFakeSites();

  return {
    fakes,
    world,
    asked,
    opened,
    tell,
    reads: () => asked.flatMap(({ question, data }) => (question === 'read' ? [(data as { endpoint: string }).endpoint] : [])),
    activate(tabId) {
      world.activeTab = tabId;
      for (const watch of watchers) watch();
    },
    useTag(tag) {
      world.recentTags = [tag, ...world.recentTags];
      for (const watch of tagWatchers) watch(world.recentTags);
    },
    // The question decides the type of its answer, which a switch over strings cannot show.
    ask: async (question, ...data) => {
      asked.push({ question, data: data[0] });
      return (await answer(world, question, (data[0] ?? {}) as Asked)) as Answer<typeof question>;
    },
    outbox: createOutboxStore({
      name: `fake-outbox-${stores}`,
      cipher: createCipher(() => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])),
      now: world.now,
      newId: () => crypto.randomUUID(),
      tell: () => tell({ about: 'outbox' }),
    }),
    activeTab: {
      subscribe(listener) {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
      snapshot: () => world.activeTab,
    },
    onNews(listener, signal) {
      hearers.add(listener);
      signal.addEventListener('abort', () => hearers.delete(listener));
    },
    openOptions: () => {
      opened.options += 1;
    },
    allowHost: async () => {
      opened.hostAsked += 1;
      return world.allowHost();
    },
    reloadTab: (tabId) => void opened.reloaded.push(tabId),
    settings: {
      holdMs: { get: async () => world.holdMs },
      me: {
        get: async () => world.me,
        set: async (me) => {
          world.me = me;
        },
      },
      recentTags: {
        get: async () => world.recentTags,
        watch(listener) {
          tagWatchers.add(listener);
          return () => tagWatchers.delete(listener);
        },
      },
      ...fakeSettings(world),
    },
    form: world.form,
    drafts: createFakeDrafts(world.drafts),
    cache: {
      getItem: async (key) => remembered.get(key),
      setItem: async (key, value) => void remembered.set(key, value),
      removeItem: async (key) => void remembered.delete(key),
      removeBeginning: async (start) => {
        for (const key of [...remembered.keys()]) if (key.startsWith(start)) remembered.delete(key);
      },
      entries: async () => [...remembered],
      clear: async () => remembered.clear(),
    },
    sites: fakes.sites,
    teach: fakes.teach,
    saveSample: fakes.saveSample,
    now: world.now,
  };
}

/** Settings that stay as they were given, or as a new user has them. */
function fakeSettings({ stored }: FakeWorld) {
  const fixed = <T>(value: T) => ({ get: async () => value, watch: () => () => undefined });
  return {
    longHoldMs: fixed(stored.longHoldMs ?? 20_000),
    automationTags: fixed(stored.automationTags ?? []),
    favouriteTags: fixed(stored.favouriteTags ?? []),
    defaultTags: fixed(stored.defaultTags ?? {}),
    mappings: {
      ...fixed({}),
      get: async () => stored.mappings ?? {},
      set: async (mappings: Record<string, FieldMapping[]>) => {
        stored.mappings = mappings;
      },
    },
    macros: fixed(stored.macros ?? []),
    shortcuts: fixed(stored.shortcuts ?? true),
    mayDeleteContacts: fixed(stored.mayDeleteContacts ?? false),
  };
}

function createFakeDrafts(kept: Map<string, Draft>): DraftStore {
  return {
    list: async () => [...kept].map(([key, value]) => ({ key, value })),
    put: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
    clear: async () => kept.clear(),
    watch: () => () => undefined,
  };
}

/** Every question's data at once: each has some of it. */
interface Asked {
  readonly tabId: number;
  readonly recordId: string;
  readonly endpoint: string;
  readonly input: Record<string, unknown>;
  readonly phones: readonly string[];
}

async function answer(world: FakeWorld, question: Question, { tabId, recordId, endpoint, input, phones }: Asked): Promise<unknown> {
  switch (question) {
    case 'getConnection':
      return world.connection;
    case 'allowWriting':
      world.allowWriting();
      world.connection = world.connection && { ...world.connection, mayWrite: true };
      return world.connection;
    case 'getTab':
      return world.tabs[tabId] ?? { status: 'unsupported' };
    case 'matchTab':
      return await world.match(recordId);
    case 'read':
      return asPage(endpoint, await world.read(endpoint, input));
    case 'normalisePhones':
      return phones.map((phone) => (phone.startsWith('+') ? phone.replace(/[^+\d]/g, '') : `+1${phone.replace(/\D/g, '')}`));
    case 'linkContact':
    case 'outboxChanged':
      return null;
    case 'takeIntent':
      return world.intent(tabId);
    case 'refindContact':
      return await world.refind();
    default:
      throw new AppFailure({ code: 'unexpected', detail: question });
  }
}

const PAGED = new Set([
  'appointmentNotes.list',
  'businesses.list',
  'businesses.search',
  'contacts.ofBusiness',
  'users.list',
  'tasks.searchInLocation',
]);

/** A plain list stands for all there is. */
function asPage(endpoint: string, answered: unknown): unknown {
  return PAGED.has(endpoint) && Array.isArray(answered) ? { rows: answered, size: 100, isFull: false } : answered;
}
