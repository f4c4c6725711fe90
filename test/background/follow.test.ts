import { describe, expect, it } from 'vitest';
import { createFollower, type FollowParts } from '@/entrypoints/background/follow.ts';
import type { Registry } from '@/entrypoints/background/scripts.ts';
import { createWorld, plain, ruleFor } from '../sites/fakes.ts';
import { createSession } from './fake-session.ts';

const acme = 'https://crm.acme.example';
const PLAIN = 'https://app.plain.example/x';
const [PLAIN_TAB, TAUGHT_TAB, OTHER_TAB] = [1, 2, 3];

interface Registered {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
}

/** A browser with three tabs open; it can be told to die at its n-th act. */
function setUp() {
  const world = createWorld({ granted: [...plain.matches, `${acme}/*`] });
  const registered = new Map<string, Registered>();
  /** What runs in each tab: its script and what was taught when it began. */
  const running = new Map<number, string>();
  const acts: string[] = [];
  let actsLeft = Number.POSITIVE_INFINITY;
  const { area } = createSession();
  const lessons = async () => JSON.stringify(await world.settings.taughtSites.get());

  function act(what: string): void {
    actsLeft -= 1;
    if (actsLeft < 0) throw new Error('the background was killed');
    acts.push(what);
  }
  const put = async (scripts: Registered[]) => {
    act(`register ${scripts.map(({ id }) => id)}`);
    for (const script of scripts) registered.set(script.id, script);
  };
  const registry = {
    getRegisteredContentScripts: async () => [...registered.values()],
    registerContentScripts: put,
    updateContentScripts: put,
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      act(`unregister ${ids}`);
      for (const id of ids) registered.delete(id);
    },
  } as unknown as Registry; // the browser's overloads with callbacks are left out
  const parts: FollowParts = {
    sites: world.sites,
    tabs: {
      lastUrl: async () => undefined,
      blank: async (tabId) => act(`blank ${tabId}`),
      drop: async (tabId) => act(`drop ${tabId}`),
      expectReport: () => undefined,
    },
    registry,
    session: {
      get: area.get.bind(area),
      set: async (items: Record<string, unknown>) => {
        act('remember');
        await area.set(items);
      },
    } as FollowParts['session'],
    lessons,
    openTabs: async () => [
      { id: PLAIN_TAB, url: PLAIN },
      { id: TAUGHT_TAB, url: `${acme}/people/1` },
      { id: OTHER_TAB, url: 'https://elsewhere.example/' },
    ],
    stop: async (tabId) => {
      act(`stop ${tabId}`);
      running.delete(tabId);
    },
    inject: async (tabId, script) => {
      act(`inject ${tabId} ${script}`);
      running.set(tabId, script === 'taught' ? `taught by ${await lessons()}` : script);
    },
    tell: () => undefined,
  };
  return {
    ...world,
    registered,
    running,
    acts,
    lessons,
    /** A background that lives for so many acts. */
    async live(most = Number.POSITIVE_INFINITY) {
      actsLeft = most;
      await createFollower(parts)().catch(() => undefined);
    },
  };
}

const teach = ({ settings }: ReturnType<typeof setUp>, path = '/people/:id', isPaused = false) =>
  settings.taughtSites.set([{ rule: ruleFor(acme, { path }), isPaused }]);

describe('scripts', () => {
  it('go where sites are on: registered for pages to come, put into tabs that are open', async () => {
    const browser = setUp();
    await browser.settings.crms.set({ plain: 'on' });
    await teach(browser);
    await browser.live();
    expect(Object.fromEntries([...browser.registered].map(([id, { js, matches }]) => [id, [js, matches]]))).toEqual({
      plain: [['/plain.js'], plain.matches],
      taught: [['/taught.js'], [`${acme}/*`]],
    });
    expect([...browser.running]).toEqual([
      [PLAIN_TAB, 'plain'],
      [TAUGHT_TAB, `taught by ${await browser.lessons()}`],
    ]);
  });

  it('leave with the site, and what was read with them', async () => {
    const browser = setUp();
    await browser.settings.crms.set({ plain: 'on' });
    await browser.live();
    await browser.settings.crms.set({ plain: 'paused' });
    await browser.live();
    expect([browser.registered.size, browser.running.size]).toEqual([0, 0]);
    expect(browser.acts).toContain(`drop ${PLAIN_TAB}`);
    await browser.settings.crms.set({ plain: 'on' });
    await browser.live();
    browser.granted.clear();
    await browser.live();
    expect(browser.acts).toContain(`blank ${PLAIN_TAB}`);
  });

  it('are left alone while nothing changes', async () => {
    const browser = setUp();
    await browser.settings.crms.set({ plain: 'on' });
    await teach(browser);
    await browser.live();
    browser.acts.length = 0;
    await browser.live();
    expect(browser.acts).toEqual([]);
  });

  it('begin anew by a new rule, those of other sites not', async () => {
    const browser = setUp();
    await browser.settings.crms.set({ plain: 'on' });
    await teach(browser);
    await browser.live();
    browser.acts.length = 0;
    await teach(browser, '/leads/:id');
    await browser.live();
    expect(browser.running.get(TAUGHT_TAB)).toBe(`taught by ${await browser.lessons()}`);
    expect(browser.acts.filter((act) => act.endsWith(String(PLAIN_TAB)))).toEqual([]);
  });
});

describe('a background that is killed on the way', () => {
  type Change = (browser: ReturnType<typeof setUp>) => Promise<void>;
  const changes: readonly (readonly [string, Change])[] = [
    ['a site is switched on', (browser) => browser.settings.crms.set({ plain: 'on' })],
    ['a site is paused', (browser) => browser.settings.crms.set({})],
    ['a site is taught anew', (browser) => teach(browser, '/leads/:id')],
    ['a taught site is paused', (browser) => teach(browser, '/people/:id', true)],
  ];
  it.each(changes)('is finished by the next, wherever it was, when %s', async (name, change) => {
    for (let most = 0; ; most++) {
      const browser = setUp();
      await teach(browser);
      if (name === 'a site is paused') await browser.settings.crms.set({ plain: 'on' });
      await browser.live();
      browser.acts.length = 0;
      await change(browser);
      await browser.live(most);
      const isDone = browser.acts.length < most;
      await browser.live();
      const isRead = (await browser.sites.of(new URL(acme)))?.state === 'on';
      expect(browser.running.get(TAUGHT_TAB), `after ${most} acts`).toBe(isRead ? `taught by ${await browser.lessons()}` : undefined);
      expect(browser.running.get(PLAIN_TAB), `after ${most} acts`).toBe((await browser.settings.crms.get()).plain && 'plain');
      if (isDone) break;
      expect(most).toBeLessThan(50);
    }
  });

  it('is finished though the site was changed once more', async () => {
    for (let most = 0; most < 12; most++) {
      const browser = setUp();
      await browser.live();
      await browser.settings.crms.set({ plain: 'on' });
      await browser.live(most);
      await browser.settings.crms.set({ plain: 'paused' });
      await browser.live();
      expect([browser.running.size, browser.registered.size], `after ${most} acts`).toEqual([0, 0]);
    }
  });
});
