import { describe, expect, it } from 'vitest';
import { createWorld, grand, plain, ruleFor } from './fakes.ts';

const acme = 'https://crm.acme.example';
const site = { id: 'plain', kind: 'built-in', patterns: plain.matches } as const;

describe('switching sites', () => {
  it('asks the browser in the click itself, before anything is awaited', () => {
    const { acts, questions } = createWorld();
    void acts.switchOn(site);
    void acts.addHost('grand', acme);
    void acts.allowOrigin(acme);
    expect(questions).toEqual([plain.matches, [`${acme}/*`, ...grand.matches], [`${acme}/*`]]);
  });

  it('switches on what the person allowed', async () => {
    const { acts, sites } = createWorld();
    expect(await acts.switchOn(site)).toBe(true);
    expect((await sites.list())[1]).toMatchObject({ id: 'plain', state: 'on' });
  });

  it('changes nothing when the person says no', async () => {
    const { acts, person, settings, sites } = createWorld();
    person.says = false;
    expect(await acts.switchOn(site)).toBe(false);
    expect(await acts.addHost('grand', acme)).toBe(false);
    expect(await acts.allowOrigin(acme)).toBe(false);
    expect([await settings.crms.get(), await settings.customHosts.get()]).toEqual([{}, {}]);
    expect((await sites.list()).map(({ state }) => state)).toEqual(['off', 'off']);
  });

  it('a pause keeps the permission, and ends without another site changing', async () => {
    const { acts, granted, sites } = createWorld();
    await acts.switchOn(site);
    await acts.pause(site);
    expect([...granted]).toEqual(plain.matches);
    expect((await sites.list()).map(({ state }) => state)).toEqual(['off', 'paused']);
    await acts.switchOn(site);
    expect((await sites.list()).map(({ state }) => state)).toEqual(['off', 'on']);
  });

  it('switching off gives the permission back', async () => {
    const { acts, granted, sites } = createWorld({ granted: ['https://api.example/*'] });
    await acts.switchOn(site);
    await acts.switchOff(site);
    expect([...granted]).toEqual(['https://api.example/*']);
    expect((await sites.list())[1]).toMatchObject({ state: 'off' });
  });

  it('a permission that another site needs stays', async () => {
    const { acts, granted } = createWorld();
    await acts.switchOn(site);
    await acts.keepRule(ruleFor('https://app.plain.example'));
    await acts.switchOff(site);
    expect([...granted]).toEqual(plain.matches);
    await acts.forgetRule('https://app.plain.example');
    expect([...granted]).toEqual([]);
  });
});

describe("a CRM under its customer's own address", () => {
  it('is one entry, in its one form, and switches the CRM on', async () => {
    const { acts, settings, sites } = createWorld();
    expect(await acts.addHost('grand', 'https://CRM.acme.example/record/1?x=1')).toBe(true);
    await acts.addHost('grand', acme);
    expect(await settings.customHosts.get()).toEqual({ grand: [acme] });
    expect(await sites.of(new URL(acme))).toMatchObject({ id: 'grand', state: 'on' });
  });

  it.each([
    'http://crm.acme.example',
    'https://*',
    'https://*.acme.example',
    'crm.acme.example',
    'https://[::1]',
    'javascript:alert(1)',
    '',
  ])('cannot be %s', async (address) => {
    const { acts, questions } = createWorld();
    await expect(acts.addHost('grand', address)).rejects.toMatchObject({ error: { code: 'unexpected' } });
    await expect(acts.allowOrigin(address)).rejects.toMatchObject({ error: { code: 'unexpected' } });
    expect(questions).toEqual([]);
  });

  it('is only for CRMs that have such addresses', async () => {
    const { acts, questions } = createWorld();
    for (const crm of ['plain', 'nobody']) await expect(acts.addHost(crm, acme)).rejects.toMatchObject({ error: { code: 'unexpected' } });
    expect(questions).toEqual([]);
  });

  it('is given back alone', async () => {
    const { acts, granted, settings } = createWorld();
    await acts.addHost('grand', acme);
    await acts.removeHost('grand', acme);
    expect([...granted]).toEqual(grand.matches);
    expect(await settings.customHosts.get()).toEqual({ grand: [] });
    expect(await settings.crms.get()).toEqual({ grand: 'on' });
  });
});

describe('rules', () => {
  it('are kept one an origin, the newest; paused as before, with a fresh count where another reading begins', async () => {
    const { acts, settings } = createWorld();
    await acts.keepRule(ruleFor(acme));
    await settings.siteHealth.set({ [acme]: { successes: 1, failures: 4, missing: ['phone'] } });
    await acts.pause({ id: acme, kind: 'taught' });
    expect(await acts.taught()).toMatchObject([{ isPaused: true, failures: 4, missing: ['phone'] }]);
    const again = ruleFor(acme, { label: 'Acme' });
    await acts.keepRule(again);
    expect(await acts.taught()).toEqual([{ rule: again, isPaused: true, successes: 1, failures: 4, missing: ['phone'] }]);
    for (const over of [
      { path: '/leads/:id' },
      { path: '/people', recordId: { from: 'query', name: 'id' } as const },
      { fields: { phone: [{ kind: 'label', text: 'Phone' }] as const } },
    ]) {
      await settings.siteHealth.set({ [acme]: { successes: 1, failures: 4, missing: ['phone'] } });
      await acts.keepRule(ruleFor(acme));
      await settings.siteHealth.set({ [acme]: { successes: 1, failures: 4, missing: ['phone'] } });
      await acts.keepRule(ruleFor(acme, over));
      expect(await acts.taught(), JSON.stringify(over)).toMatchObject([{ isPaused: true, successes: 0, failures: 0, missing: [] }]);
    }
  });

  it('go on after a pause', async () => {
    const { acts } = createWorld();
    await acts.keepRule(ruleFor(acme));
    await acts.pause({ id: acme, kind: 'taught' });
    expect(await acts.switchOn({ id: acme, kind: 'taught', patterns: [`${acme}/*`] })).toBe(true);
    expect(await acts.taught()).toMatchObject([{ isPaused: false }]);
  });

  it('are forgotten with their count and their permission', async () => {
    const { acts, granted, settings } = createWorld();
    await acts.allowOrigin(acme);
    await acts.keepRule(ruleFor(acme));
    await settings.siteHealth.set({ [acme]: { successes: 1, failures: 0, missing: [] } });
    await acts.forgetRule(acme);
    expect(await acts.taught()).toEqual([]);
    expect(await settings.siteHealth.get()).toEqual({});
    expect([...granted]).toEqual([]);
  });

  it('that were never kept leave no permission behind, and take none that is needed', async () => {
    const { acts, granted } = createWorld();
    await acts.allowOrigin(acme);
    await acts.giveBackOrigin(acme);
    expect([...granted]).toEqual([]);
    await acts.allowOrigin(acme);
    await acts.keepRule(ruleFor(acme));
    await acts.pause({ id: acme, kind: 'taught' });
    await acts.giveBackOrigin(acme);
    expect([...granted]).toEqual([`${acme}/*`]);
    expect(await acts.taught()).toHaveLength(1);
  });

  it('that are not sound are not kept', async () => {
    const { acts } = createWorld();
    for (const wrong of [{ origin: 'https://*' }, { path: 'people' }, { fields: {} }]) {
      await expect(acts.keepRule(ruleFor(acme, wrong))).rejects.toThrow();
    }
    expect(await acts.taught()).toEqual([]);
  });
});

it('changes of settings and permissions are told until the end', async () => {
  const { acts, settings, permissions } = createWorld();
  const end = new AbortController();
  let calls = 0;
  acts.watch(() => {
    calls += 1;
  }, end.signal);
  await settings.crms.set({ plain: 'on' });
  await settings.siteHealth.set({});
  for (const listener of [...permissions.onRemoved.listeners, ...permissions.onAdded.listeners]) listener();
  expect(calls).toBe(4);
  end.abort();
  await settings.crms.set({});
  expect([calls, permissions.onAdded.listeners.size, permissions.onRemoved.listeners.size]).toEqual([4, 0, 0]);
});
