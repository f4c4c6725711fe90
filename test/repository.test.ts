import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// A rule that nothing checks does not exist: what lint cannot say about the repository is said here.

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const read = (file: string) => readFileSync(file, 'utf8');
const shipped = files.filter((file) => /^(entrypoints|components|lib)\/.*\.tsx?$/.test(file));
const tests = files.filter((file) => /^test\/.*\.(test|e2e)\.tsx?$/.test(file) && file !== 'test/repository.test.ts');

/** `file:line` of every line that matches. */
function findLines(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe('the repository', () => {
  it('has no HTML sink in what ships', () => {
    const sinks =
      /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|DOMParser|document\.write|createContextualFragment|\.srcdoc|srcDoc=/i;
    expect(findLines(shipped, sinks)).toEqual([]);
  });

  it('names no host in its code but HighLevel, the broker and those of the CRMs it reads', () => {
    const known = /https?:\/\/(services\.leadconnectorhq\.com|app\.gohighlevel\.com|localhost:8787)/;
    const hosts = findLines(shipped, /['"`]https?:\/\/[a-z0-9-]+[.:][a-z0-9]/).filter((place) => {
      const [file = '', line = ''] = place.split(':');
      const text = read(file).split('\n')[Number(line) - 1] ?? '';
      return !known.test(text) && !/^\s*(\*|\/\/|\/\*\*)|^ {2}matches: \[/.test(text);
    });
    expect(hosts).toEqual([]);
  });

  it('has no test branch in what ships', () => {
    expect(findLines(shipped, /NODE_ENV|process\.env|import\.meta\.env\.(MODE|TEST|VITEST)|__TEST__/)).toEqual([]);
  });

  it('skips, focuses and empties no test, and waits for conditions instead of sleeping', () => {
    expect(findLines(tests, /\b(it|test|describe)\.(skip|only|todo|fixme)\b|waitForTimeout/)).toEqual([]);
  });

  it('reads in every fixture what page it is', () => {
    const fixtures = files.filter((file) => /^test\/fixtures\/crm\/.*\.html$/.test(file));
    expect(fixtures.length).toBeGreaterThan(0);
    for (const file of fixtures) expect(read(file).split('\n')[0], file).toMatch(/^<!--\s*\{.*\}\s*-->$/);
  });

  it('names no package registry and no address of a download in its lockfile', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
  });

  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const versions = Object.values<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-alpha)?$/.test(version))).toEqual([]);
  });

  it('runs in CI what the README tells a newcomer to run', () => {
    const command = 'npm ci && npm test';
    expect(read('.ci/run')).toContain(command);
    expect(read('README.md')).toContain(command);
  });
});
