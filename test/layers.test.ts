import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// Lint names the usual breaks of the layers while one types; this holds every import against the whole picture.

interface Import {
  readonly from: string;
  /** A path of this repository, or a package. */
  readonly to: string;
  readonly isType: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'/gm;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /^(lib|components|entrypoints)\/.*\.tsx?$/.test(file) && existsSync(file));

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)].map(([, typeKeyword, names = '', named, bare]) => ({
    from,
    to: resolve(from, named ?? bare ?? ''),
    isType: typeKeyword !== undefined || isAllTypes(names),
  })),
);

function resolve(from: string, to: string): string {
  if (to.startsWith('@/')) return to.slice(2);
  return to.startsWith('.') ? path.posix.join(path.posix.dirname(from), to) : `npm:${to}`;
}

function isAllTypes(names: string): boolean {
  const listed =
    /^\{([^}]*)\}$/
      .exec(names)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '') ?? [];
  return listed.length > 0 && listed.every((name) => name.trim().startsWith('type '));
}

/** Imports of the files under `from` that none of the patterns allows. */
function strangers(from: RegExp, allowed: readonly RegExp[], of: 'values' | 'all' = 'values'): string[] {
  return imports
    .filter((edge) => from.test(edge.from) && (of === 'all' || !edge.isType))
    .filter(({ to }) => !allowed.some((pattern) => pattern.test(to)))
    .map((edge) => `${edge.from} imports ${edge.to}`);
}

const npm = /^npm:/;

describe('the layers', () => {
  it('are read from real imports', () => expect(imports.length).toBeGreaterThan(500));

  it('let lib/core import nothing of ours', () => {
    expect(strangers(/^lib\/core\//, [npm, /^lib\/core\//], 'all')).toEqual([]);
  });

  it('never let lib import components or entrypoints', () => {
    expect(strangers(/^lib\//, [npm, /^lib\//], 'all')).toEqual([]);
  });

  it.each(['auth', 'contact', 'crm', 'ghl', 'messaging', 'outbox', 'query', 'sites', 'storage'])(
    'let only types cross from other folders into lib/%s, but for lib/core and lib/storage',
    (folder) => {
      const own = new RegExp(`^lib/${folder}/`);
      expect(strangers(own, [npm, own, /^lib\/core\//, /^lib\/storage\//])).toEqual([]);
    },
  );

  it('keep the browser and the settings out of the services', () => {
    const services = /^lib\/(auth|contact|crm|ghl|outbox)\//;
    expect(strangers(services, [/^npm:(?!wxt)/, /^lib\/(?!storage\/items)/])).toEqual([]);
  });

  it('give components the world through lib/query only', () => {
    const allowed = [
      /^npm:(#i18n|react|@tanstack\/react-query|lucide-react|htmlparser2|lexical|@lexical\/[a-z-]+)$/,
      /^components\//,
      /^lib\/(core|query)\//,
      /^lib\/outbox\/overlay\.ts$/,
      // What a contact's fields are and how they differ: pure, and the panel's forms are about nothing else.
      /^lib\/contact\/(fields|custom-fields|changes|compare|transforms)\.ts$/,
    ];
    expect(strangers(/^components\//, allowed)).toEqual([]);
  });

  it("bring no package into a CRM's page but the messaging", () => {
    const allowed = [
      /^npm:wxt\/utils\/define-unlisted-script$/,
      /^lib\/(crm|core)\//,
      /^lib\/messaging\/(content|form|teach|page-side)\.ts$/,
    ];
    expect(files.filter((file) => file.endsWith('.page.ts')).length).toBeGreaterThan(5);
    expect(strangers(/^lib\/crm\/|\.page\.ts$/, allowed)).toEqual([]);
    expect(strangers(/^lib\/messaging\/(content|teach)\.ts$/, [/^npm:@webext-core\/messaging$/])).toEqual([]);
    expect(strangers(/^lib\/messaging\/(form|page-side)\.ts$/, [])).toEqual([]);
  });
});
