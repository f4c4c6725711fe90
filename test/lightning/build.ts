import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import { type Plugin, rollup } from 'rollup';
import { writeGenerated } from './generated.ts';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');
const OUTPUT = path.join(ROOT, '.output/lightning');

/** What a page of the org loads. Without `synthetic-shadow.js` before it, the app runs in native shadow. */
export interface LightningBundle {
  readonly app: string;
  readonly syntheticShadow: string;
}

let building: Promise<LightningBundle> | undefined;

/**
 * Salesforce's published components and our shells around them, compiled by LWC's own compiler. That takes some 15 s, so
 * the result is kept under the hash of all that went in; what was kept before is removed.
 */
export function lightningBundle(): Promise<LightningBundle> {
  building ??= readOrBuild();
  return building;
}

async function readOrBuild(): Promise<LightningBundle> {
  const file = path.join(OUTPUT, `app-${await hashOfSources()}.js`);
  if (!existsSync(file)) await build(file);
  const syntheticShadow = fileURLToPath(import.meta.resolve('@lwc/synthetic-shadow'));
  const shadow = (await readFile(syntheticShadow, 'utf8')).replaceAll('process.env.NODE_ENV', NODE_ENV);
  return { app: await readFile(file, 'utf8'), syntheticShadow: shadow };
}

/** Of our own files and of the versions of all packages. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(ROOT, 'package-lock.json')));
  const folders = [path.join(HERE, 'app'), path.join(HERE, 'modules')];
  for (const file of [path.join(HERE, 'build.ts'), path.join(HERE, 'generated.ts'), ...(await Promise.all(folders.map(filesIn))).flat()]) {
    hash.update(file.slice(HERE.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

async function build(file: string): Promise<void> {
  await rm(OUTPUT, { recursive: true, force: true });
  const generated = path.join(OUTPUT, 'modules');
  await mkdir(generated, { recursive: true });
  await writeGenerated(generated);
  const bundle = await rollup({
    input: path.join(HERE, 'app/main.ts'),
    plugins: [typescript(), replace({ preventAssignment: true, values: VALUES }), components(generated)],
    // The packages' own circular imports and unused names say nothing; a missing module would be missed in the page.
    onwarn: (warning) => {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  // Written elsewhere first: another process may be looking for it.
  await writeFile(`${file}.part`, output[0].code);
  await rename(`${file}.part`, file);
}

const NODE_ENV = JSON.stringify('production');
const VALUES = { 'process.env.NODE_ENV': NODE_ENV, 'import.meta.env.SSR': 'false' };

function components(generated: string): Plugin {
  return lwc({
    rootDir: path.join(HERE, 'modules'),
    modules: [{ dir: path.join(HERE, 'modules') }, { dir: generated }, { npm: 'lightning-base-components' }],
    enableDynamicComponents: true,
    exclude: [path.join(HERE, 'app/**')],
  });
}

function typescript(): Plugin {
  return {
    name: 'strip-types',
    transform: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : undefined),
  };
}
