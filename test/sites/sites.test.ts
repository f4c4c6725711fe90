import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adapters } from '@/lib/crm/registry.ts';
import { createSites, type Sites, scriptOf } from '@/lib/sites/sites.ts';
import { createWorld, grand, plain, ruleFor } from './fakes.ts';

const acme = 'https://crm.acme.example';
const at = (address: string) => new URL(address);
const matchesOf = async (sites: Sites, script: string) => (await sites.readable())[script]?.matches;

describe('the sites', () => {
  it('are the built-in CRMs, all of them off, before anything is switched on', async () => {
    const { sites } = createWorld();
    expect(await sites.list()).toEqual([
      { id: 'grand', label: 'Grand CRM', kind: 'built-in', state: 'off', patterns: grand.matches, failing: [] },
      { id: 'plain', label: 'Plain CRM', kind: 'built-in', state: 'off', patterns: plain.matches, failing: [] },
    ]);
    expect(await matchesOf(sites, 'plain')).toEqual([]);
  });

  it('are on when the person and the browser both say so', async () => {
    const { sites, settings, granted } = createWorld();
    await settings.crms.set({ plain: 'on' });
    expect(await sites.of(at('https://app.plain.example/x'))).toMatchObject({ id: 'plain', state: 'blocked' });
    granted.add('https://app.plain.example/*');
    expect(await sites.of(at('https://app.plain.example/x'))).toMatchObject({ id: 'plain', state: 'on' });
    await settings.crms.set({ plain: 'paused' });
    expect(await sites.of(at('https://app.plain.example/x'))).toMatchObject({ state: 'paused' });
    expect(await matchesOf(sites, 'plain')).toEqual([]);
  });

  it('stay off when only the browser would allow them', async () => {
    const { sites } = createWorld({ granted: plain.matches });
    expect(await sites.of(at('https://app.plain.example/'))).toMatchObject({ state: 'off' });
    expect(await matchesOf(sites, 'plain')).toEqual([]);
  });

  it('are blocked host by host: what is allowed is read', async () => {
    const { sites, settings } = createWorld({ granted: ['https://*.grand.example/*'] });
    await settings.crms.set({ grand: 'on' });
    expect(await sites.of(at('https://a.grand.example/'))).toMatchObject({ state: 'on' });
    expect(await sites.of(at('https://grand-app.example/'))).toMatchObject({ state: 'blocked' });
    expect((await sites.list())[0]).toMatchObject({ state: 'blocked' });
    expect(await matchesOf(sites, 'grand')).toEqual(['https://*.grand.example/*']);
  });

  it('are read by a script each, so that a page loads no other CRM’s', async () => {
    const { sites, settings } = createWorld({ granted: [...grand.matches, ...plain.matches] });
    await settings.crms.set({ grand: 'on', plain: 'on' });
    expect(await sites.readable()).toMatchObject({ grand: { matches: grand.matches }, plain: { matches: plain.matches } });
    const scripts = adapters.map((adapter) => scriptOf({ kind: 'built-in', id: adapter.id }));
    for (const script of [...scripts, scriptOf({ kind: 'taught', id: acme })]) {
      expect(existsSync(`entrypoints/${script}.page.ts`), script).toBe(true);
    }
  });

  it('include hosts of the customers’ own', async () => {
    const { sites, settings } = createWorld({ granted: [...grand.matches, `${acme}/*`] });
    await settings.crms.set({ grand: 'on' });
    expect(await sites.of(at(`${acme}/record/1`))).toBeUndefined();
    await settings.customHosts.set({ grand: [acme] });
    expect(await sites.of(at(`${acme}/record/1`))).toMatchObject({ id: 'grand', state: 'on', patterns: [...grand.matches, `${acme}/*`] });
    expect(await matchesOf(sites, 'grand')).toContain(`${acme}/*`);
  });

  it('are on at an address that one of several permissions covers', async () => {
    const own = 'https://crm.grand.example';
    const { sites, settings, granted } = createWorld({ granted: [`${own}/*`] });
    await settings.crms.set({ grand: 'on' });
    await settings.customHosts.set({ grand: [own] });
    expect(await sites.of(at(own))).toMatchObject({ id: 'grand', state: 'on' });
    expect(await matchesOf(sites, 'grand')).toEqual([`${own}/*`]);
    granted.clear();
    expect(await sites.of(at(own))).toMatchObject({ state: 'blocked' });
  });

  it('tell Salesforce on an unknown host by what only Salesforce has', () => {
    const settings = createWorld().settings;
    const sites = createSites({ settings, adapters, covers: () => false, permitted: async () => false });
    expect(sites.looksLike(at(`${acme}/lightning/r/Contact/0035g00000ABCDEAA1/view`))).toMatchObject({ id: 'salesforce' });
    for (const path of ['console', '0035g00000ABCDE', '0035g00000ABCDEAA1', 'lightning/n/report']) {
      expect(sites.looksLike(at(`${acme}/${path}`)), path).toBeUndefined();
    }
  });

  it('know nothing of other addresses, nor of http', async () => {
    const { sites } = createWorld();
    for (const address of ['https://elsewhere.example/', 'http://app.plain.example/', 'https://app.plain.example.evil.example/']) {
      expect(await sites.of(at(address)), address).toBeUndefined();
    }
  });

  it('guess which CRM an unknown address is of, by its record pages', () => {
    const { sites } = createWorld();
    expect(sites.looksLike(at(`${acme}/record/1`))).toEqual({ id: 'grand', label: 'Grand CRM' });
    expect(sites.looksLike(at(`${acme}/home`))).toBeUndefined();
    // The CRM's as well, but others have such addresses too.
    expect(sites.looksLike(at(`${acme}/r/1`))).toBeUndefined();
    expect(sites.looksLike(at('http://crm.acme.example/record/1'))).toBeUndefined();
  });
});

describe('a site that was taught', () => {
  const rule = ruleFor(acme, { label: 'Acme' });

  it('is listed after the others and read by its rule', async () => {
    const { sites, settings } = createWorld({ granted: [`${acme}/*`] });
    await settings.taughtSites.set([{ rule, isPaused: false }]);
    expect((await sites.list()).at(-1)).toEqual({
      id: acme,
      label: 'Acme',
      kind: 'taught',
      state: 'on',
      patterns: [`${acme}/*`],
      failing: [],
    });
    expect(await sites.ruleFor(acme)).toEqual(rule);
    expect(await matchesOf(sites, 'taught')).toEqual([`${acme}/*`]);
  });

  it.each([
    ['paused', true, [`${acme}/*`]],
    ['blocked', false, []],
  ] as const)('gives its rule to nobody while it is %s', async (state, isPaused, granted) => {
    const { sites, settings } = createWorld({ granted });
    await settings.taughtSites.set([{ rule, isPaused }]);
    expect(await sites.of(at(acme))).toMatchObject({ state });
    expect(await sites.ruleFor(acme)).toBeNull();
    expect(await matchesOf(sites, 'taught')).toEqual([]);
  });

  it('is that origin alone, port included', async () => {
    const { sites, settings } = createWorld({ granted: [`${acme}/*`] });
    await settings.taughtSites.set([{ rule, isPaused: false }]);
    expect(await sites.of(at(`${acme}:8443/people/1`))).toBeUndefined();
    for (const origin of [`${acme}:8443`, 'https://evil.example', 'null', '']) expect(await sites.ruleFor(origin), origin).toBeNull();
  });

  it('counts instead of the built-in CRM there: its script is left out', async () => {
    const origin = 'https://app.plain.example';
    const { sites, settings } = createWorld({ granted: plain.matches });
    await settings.crms.set({ plain: 'on' });
    await settings.taughtSites.set([{ rule: ruleFor(origin), isPaused: true }]);
    expect(await sites.of(at(origin))).toMatchObject({ id: origin, kind: 'taught', state: 'paused' });
    expect((await sites.readable()).plain).toEqual({ matches: plain.matches, excludeMatches: plain.matches });
  });

  it('names the fields that failed on three records in a row', async () => {
    const { sites, settings } = createWorld({ granted: [`${acme}/*`] });
    await settings.taughtSites.set([{ rule, isPaused: false }]);
    await settings.siteHealth.set({ [acme]: { successes: 9, failures: 2, missing: ['email'] } });
    expect((await sites.of(at(acme)))?.failing).toEqual([]);
    await settings.siteHealth.set({ [acme]: { successes: 9, failures: 3, missing: ['email'] } });
    expect((await sites.of(at(acme)))?.failing).toEqual(['email']);
  });
});
