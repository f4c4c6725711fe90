import { expect, it } from 'vitest';
import { createAsked, tidyPermissions } from '@/lib/sites/asked.ts';
import { createWorld, plain, ruleFor } from './fakes.ts';

const acme = 'https://crm.acme.example';
const LATER = 600_000;

function setUp() {
  const world = createWorld();
  const clock = { now: 1_000 };
  const panel = { isOpen: false };
  const { asked, acts, sites, permissions, granted } = world;
  const tidy = () => tidyPermissions({ asked, sites, permissions, isPanelOpen: async () => panel.isOpen, now: () => clock.now });
  return { acts, granted, asked, tidy, clock, panel };
}

it('a permission for a teaching that nobody finished is given back, once nobody can be teaching any more', async () => {
  const { acts, granted, asked, tidy, clock, panel } = setUp();
  await acts.allowOrigin(acme);
  await tidy();
  expect([...granted]).toEqual([`${acme}/*`]);
  clock.now += LATER;
  panel.isOpen = true;
  await tidy();
  expect([...granted]).toEqual([`${acme}/*`]);
  panel.isOpen = false;
  await tidy();
  expect([[...granted], (await asked.all()).size]).toEqual([[], 0]);
});

it('what was kept of it stays allowed, a pause included', async () => {
  const { acts, granted, asked, tidy, clock } = setUp();
  await acts.allowOrigin(acme);
  await acts.keepRule(ruleFor(acme));
  await acts.pause({ id: acme, kind: 'taught' });
  clock.now += LATER;
  await tidy();
  expect([[...granted], (await asked.all()).size]).toEqual([[`${acme}/*`], 0]);
});

it('what was never asked for a teaching is left alone', async () => {
  const { acts, granted, tidy, clock } = setUp();
  await acts.switchOn({ id: 'plain', kind: 'built-in', patterns: plain.matches });
  granted.add('https://by-the-person.example/*');
  clock.now += LATER;
  await tidy();
  expect([...granted]).toEqual([...plain.matches, 'https://by-the-person.example/*']);
});

it('origins are noted one by one, beside whatever else is stored', async () => {
  const items: Record<string, unknown> = { holdMs: 6_000, 'asked:https://broken.example': 'x' };
  const storage = {
    get: async () => ({ ...items }),
    set: async (given: Record<string, unknown>) => void Object.assign(items, given),
    remove: async (key: string) => void delete items[key],
  };
  const asked = createAsked(storage, () => 5);
  asked.note(acme);
  asked.note('https://other.example');
  await asked.forget('https://other.example');
  expect([...(await asked.all())]).toEqual([[acme, 5]]);
});
