import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EndpointName, endpoints } from '@/lib/ghl/endpoints.ts';

const names = Object.keys(endpoints) as EndpointName[]; // the keys of a constant

/** Whatever calls HighLevel. The page of abilities tries everything, and what a write makes old is a list of names. */
const callers = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'components', 'entrypoints', 'lib'], { encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) => /\.tsx?$/.test(file) && !/^(?:lib\/ghl\/|components\/abilities\/|lib\/query\/changed-reads)/.test(file) && existsSync(file),
  )
  .map((file) => readFileSync(file, 'utf8'));

/** Asked for by their name alone, without a use of their own: HighLevel's list of users has the same. */
const ONLY_TRIED: readonly EndpointName[] = ['users.get'];

describe('the endpoints', () => {
  it('are read from the table', () => expect(names.length).toBeGreaterThan(50));

  it('are each used by the product, outside the table and the page that tries them', () => {
    const unused = names.filter((name) => !callers.some((code) => code.includes(`'${name}'`)));
    expect(unused).toEqual(ONLY_TRIED);
  });
});
