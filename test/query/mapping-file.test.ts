import { describe, expect, it } from 'vitest';
import { parseMapping, writeMapping } from '@/lib/query/mapping-file.ts';

const line = { from: 'label:Stage', to: 'custom:f1', transforms: [{ kind: 'lookup', table: [{ from: 'Hot', to: 'A' }] }], rule: 'ask' };
const file = (other: object = {}) => JSON.stringify({ version: 1, site: 'salesforce', mapping: [line], ...other });
const problemsOf = (text: string) => {
  const read = parseMapping(text);
  return 'problems' in read ? read.problems.join(' ') : undefined;
};

describe('a mapping in a file', () => {
  it('comes back as it was written', () => {
    const read = parseMapping(file());
    if ('problems' in read) throw new Error(read.problems.join());
    expect(parseMapping(writeMapping(read.file))).toEqual(read);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', file({ version: 2 })],
    ['no line', file({ mapping: [] })],
    ['more than it says', file({ script: 'alert(1)' })],
    ['tags, which would replace all of them', file({ mapping: [{ ...line, to: 'tags' }] })],
    ['the company, which HighLevel refuses', file({ mapping: [{ ...line, to: 'companyName' }] })],
    ['code in place of a transform', file({ mapping: [{ ...line, transforms: [{ kind: 'js', code: '1' }] }] })],
    [
      'a table without end',
      file({ mapping: [{ ...line, transforms: [{ kind: 'lookup', table: Array(201).fill({ from: 'a', to: 'b' }) }] }] }),
    ],
  ])('is refused with %s, and it is said why', (_what, text) => {
    expect(problemsOf(text)?.length).toBeGreaterThan(5);
  });

  it('says where the problem is', () => {
    expect(problemsOf(file({ mapping: [line, { ...line, rule: 'always' }] }))).toContain('mapping.1.rule');
  });
});
