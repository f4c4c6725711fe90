import { describe, expect, it, vi } from 'vitest';
import { type Draft, keyOf, type NoteDraft } from '@/components/drafts/draft.ts';
import { createDraftKeeper } from '@/components/drafts/draft-keeper.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { DraftStore } from '@/lib/storage/drafts.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const note = (text: string): NoteDraft => ({ kind: 'note', target, text });
const key = keyOf(note(''));

/** Two panels over one store whose writes end when the test says so. */
function setup({ fails = () => false }: { fails?: () => boolean } = {}) {
  const kept = new Map<string, Draft>();
  const watchers = new Set<() => void>();
  const gates: (() => void)[] = [];
  let isHeld = false;
  const puts: string[] = [];
  async function change(by: () => void, self: () => void) {
    if (isHeld) await new Promise<void>((go) => gates.push(go));
    if (fails()) throw new AppFailure({ code: 'storage' });
    by();
    for (const watch of watchers) if (watch !== self) watch();
  }
  function open() {
    let self = () => undefined as undefined;
    const store: DraftStore = {
      list: async () => {
        if (fails()) throw new AppFailure({ code: 'storage' });
        return [...kept].map(([k, value]) => ({ key: k, value }));
      },
      put: (k, value) => {
        puts.push((value as NoteDraft).text);
        return change(() => void kept.set(k, value), self);
      },
      remove: (k) => change(() => void kept.delete(k), self),
      clear: () => change(() => kept.clear(), self),
      watch(listener) {
        self = listener as typeof self;
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    };
    const keeper = createDraftKeeper(store);
    keeper.follow();
    return { keeper, text: () => (keeper.snapshot().drafts.get(key) as NoteDraft | undefined)?.text };
  }
  return {
    kept,
    puts,
    open,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      for (const go of gates.splice(0)) go();
    },
    clear: () => {
      kept.clear();
      for (const watch of watchers) watch();
    },
  };
}

const atRest = (world: ReturnType<typeof setup>) => (world.kept.get(key) as NoteDraft | undefined)?.text;

describe('what is typed', () => {
  it('is there for the next panel', async () => {
    const world = setup();
    world.open().keeper.put(note('Prefers mornings'));
    await vi.waitFor(() => expect(atRest(world)).toBe('Prefers mornings'));
    const next = world.open();
    await vi.waitFor(() => expect(next.text()).toBe('Prefers mornings'));
  });

  it('is written one word after the other, those in between left out', async () => {
    const world = setup();
    const { keeper } = world.open();
    world.hold();
    for (const text of ['P', 'Pr', 'Pre']) keeper.put(note(text));
    world.release();
    await vi.waitFor(() => expect(atRest(world)).toBe('Pre'));
    expect(world.puts).toEqual(['P', 'Pre']);
  });

  it('before what was stored is known, is not replaced by it', async () => {
    const world = setup();
    world.kept.set(key, note('Old'));
    const { keeper, text } = world.open();
    keeper.put(note('New'));
    await vi.waitFor(() => expect(atRest(world)).toBe('New'));
    expect(text()).toBe('New');
  });

  it('is not stored while it is only a form that was opened', async () => {
    const world = setup();
    const { keeper, text } = world.open();
    keeper.put(note(' '));
    keeper.put({ ...note('Other'), target: { ...target, contactId: 'c2' } });
    await vi.waitFor(() => expect(world.kept.size).toBe(1));
    expect(text()).toBe(' ');
  });
});

describe('two panels on one contact', () => {
  it('show the last word, and write nothing because of the other', async () => {
    const world = setup();
    const [a, b] = [world.open(), world.open()];
    a.keeper.put(note('From A'));
    await vi.waitFor(() => expect(b.text()).toBe('From A'));
    b.keeper.put(note('From B'));
    await vi.waitFor(() => expect(a.text()).toBe('From B'));
    expect(world.puts).toEqual(['From A', 'From B']);
  });

  it('both lose what one of them saved, so that it is not saved twice', async () => {
    const world = setup();
    const [a, b] = [world.open(), world.open()];
    a.keeper.put(note('Once'));
    await vi.waitFor(() => expect(b.text()).toBe('Once'));
    b.keeper.drop(note('Once'));
    await vi.waitFor(() => expect(a.text()).toBeUndefined());
  });

  it('keep a word that is still on its way over one that is at rest', async () => {
    const world = setup();
    const [a, b] = [world.open(), world.open()];
    a.keeper.put(note('First'));
    await vi.waitFor(() => expect(b.text()).toBe('First'));
    world.hold();
    a.keeper.put(note('Typing on'));
    world.clear();
    await vi.waitFor(() => expect(b.text()).toBeUndefined());
    expect(a.text()).toBe('Typing on');
    world.release();
    await vi.waitFor(() => expect(b.text()).toBe('Typing on'));
  });

  it('both forget when the connection ends', async () => {
    const world = setup();
    const { keeper, text } = world.open();
    keeper.put(note('Private'));
    await vi.waitFor(() => expect(atRest(world)).toBe('Private'));
    world.clear();
    await vi.waitFor(() => expect(text()).toBeUndefined());
  });
});

describe('a store that fails', () => {
  it('leaves the panel working, and is told once', async () => {
    let isBroken = true;
    const world = setup({ fails: () => isBroken });
    const { keeper, text } = world.open();
    await vi.waitFor(() => expect(keeper.snapshot().isAlone).toBe(true));
    keeper.dismiss();
    keeper.put(note('One'));
    keeper.put(note('Two'));
    await vi.waitFor(() => expect(world.puts).toEqual(['One', 'Two']));
    expect(text()).toBe('Two');
    expect(keeper.snapshot().isAlone).toBe(false);
    // What could not be stored is not taken for removed by another panel.
    isBroken = false;
    world.clear();
    expect(text()).toBe('Two');
    keeper.put(note('Three'));
    await vi.waitFor(() => expect(atRest(world)).toBe('Three'));
  });
});
