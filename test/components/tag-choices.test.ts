import { describe, expect, it } from 'vitest';
import { type TagWorld, tagChoices, typedTag } from '@/components/tags/tag-choices.ts';

const world: TagWorld = {
  recent: ['Spanish', 'gone'],
  favourites: ['vip', 'newsletter'],
  known: ['newsletter', 'spanish', 'implant', 'vip', 'aligner'],
  taken: ['VIP'],
};
const names = (words: string, given: Partial<TagWorld> = {}) => tagChoices({ ...world, ...given }, words).choices.map(({ name }) => name);

describe('tags that are offered', () => {
  it('are those used last, then the favourites, then the others by name, each once and in the location’s spelling', () => {
    expect(names('')).toEqual(['spanish', 'newsletter', 'aligner', 'implant']);
  });

  it('fit the words wherever they stand and whatever their case', () => {
    expect(names('LETT')).toEqual(['newsletter', 'LETT']);
    expect(names('ALIGN')).toEqual(['aligner', 'ALIGN']);
  });

  it('are what is remembered while the location’s are not read', () => {
    expect(names('', { known: undefined })).toEqual(['Spanish', 'gone', 'newsletter']);
    expect(names('x', { known: undefined })).toEqual([]);
  });

  it('are at most eight, and the rest is counted', () => {
    const many = { recent: [], favourites: [], taken: [], known: Array.from({ length: 300 }, (_, place) => `tag ${place}`) };
    const { choices, hidden } = tagChoices(many, 'tag');
    expect([choices.length, hidden]).toEqual([9, 292]);
    expect(choices.at(-1)).toEqual({ name: 'tag', isNew: true });
  });

  it('have a new one only for words that are no tag', () => {
    expect(tagChoices(world, ' Implant ').choices).toEqual([{ name: 'implant', isNew: false }]);
    expect(tagChoices(world, 'vip').choices).toEqual([]);
    expect(tagChoices(world, ' golf ').choices).toEqual([{ name: 'golf', isNew: true }]);
  });
});

it('knows what typed words mean', () => {
  const meant = [' ', 'Vip', 'SPANISH', 'golf'].map((words) => typedTag(world, words));
  expect(meant).toEqual(['nothing', 'taken', 'known', 'new']);
  expect(typedTag({ ...world, known: undefined }, 'golf')).toBe('unread');
});
