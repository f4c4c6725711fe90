import { describe, expect, it } from 'vitest';
import type { Macro } from '@/lib/macros/macro.ts';
import { mergeMacros, parseMacros, writeMacros } from '@/lib/query/macro-file.ts';
import { exampleMacros } from '@/lib/storage/macro-schema.ts';

const macro = (given: Partial<Macro>): Macro => ({ id: 'm1', name: 'One', tags: ['a'], ...given });

describe('a file of macros', () => {
  it('is read as it was written', () => {
    expect(parseMacros(writeMacros(exampleMacros))).toEqual({ macros: exampleMacros });
  });

  it.each([
    ['no JSON at all', 'hello'],
    ['something else', '{"rule":1}'],
    ['a macro that does nothing', '[{"id":"x","name":"x","tags":[]}]'],
    ['an unknown property', '[{"id":"x","name":"x","tags":["a"],"script":"alert(1)"}]'],
    ['a key that is no digit', '[{"id":"x","name":"x","tags":["a"],"key":"t"}]'],
    ['a text without end', JSON.stringify([{ id: 'x', name: 'x', tags: [], note: 'n'.repeat(5_001) }])],
  ])('says what is wrong with %s', (_name, text) => {
    const read = parseMacros(text);
    expect('problems' in read && read.problems.length).toBeGreaterThan(0);
  });

  it('replaces macros of the same id or name, and adds the others', () => {
    const own = [macro({}), macro({ id: 'm2', name: 'Two' })];
    const taken = [macro({ id: 'x', name: 'two', tags: ['b'] }), macro({ id: 'm3', name: 'Three' })];
    expect(mergeMacros(own, taken)).toEqual([own[0], taken[0], taken[1]]);
  });

  it('takes nobody a key away', () => {
    const own = [macro({ key: '1' })];
    const [first, second] = mergeMacros(own, [macro({ id: 'm2', name: 'Two', key: '1' })]);
    expect(first?.key).toBe('1');
    expect(second).not.toHaveProperty('key');
  });
});
