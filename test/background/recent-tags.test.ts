import { describe, expect, it } from 'vitest';
import { createRecentTags } from '@/entrypoints/background/recent-tags.ts';

function setup(tags: string[] = []) {
  const kept = { tags };
  const setting = {
    get: async () => kept.tags,
    set: async (now: string[]) => {
      kept.tags = now;
    },
  };
  return { kept, setting, recent: createRecentTags(setting) };
}

describe('recent tags', () => {
  it('are newest first, each once whatever its case', async () => {
    const { kept, recent } = setup(['VIP', 'paid']);
    await recent.note('Paid');
    await recent.note('vip');
    expect(kept.tags).toEqual(['vip', 'Paid']);
  });

  it('are ten at most', async () => {
    const { kept, recent } = setup(Array.from({ length: 10 }, (_, nth) => `tag ${nth}`));
    await recent.note('new');
    expect(kept.tags).toHaveLength(10);
    expect(kept.tags[0]).toBe('new');
  });

  it('sent side by side are all kept, also after one could not be', async () => {
    const { kept, setting, recent } = setup();
    const { set } = setting;
    setting.set = () => {
      setting.set = set;
      return Promise.reject(new Error('quota'));
    };
    const results = await Promise.allSettled(['a', 'b', 'c'].map((tag) => recent.note(tag)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(kept.tags).toEqual(['c', 'b']);
  });
});
