import { describe, expect, it } from 'vitest';
import { nameWords, withoutSalutation } from '@/lib/core/person-name.ts';

describe("a person's name", () => {
  it.each([
    ['Ms. Maria Gomez', 'Maria Gomez'],
    ['Prof. Dr. Greta Hoffmann', 'Greta Hoffmann'],
    ['山田 太郎 様', '山田 太郎'],
    ['Maria  Gomez', 'Maria Gomez'],
    ['Dr.', 'Dr.'],
    ['', ''],
  ])('%j is %j without salutation', (name, bare) => expect(withoutSalutation(name)).toBe(bare));

  it('is compared by its words, whatever their case, accents, order and punctuation', () => {
    expect([...nameWords('GÓMEZ, Maria')].sort()).toEqual([...nameWords('Ms. Maria Gomez')].sort());
  });
});
