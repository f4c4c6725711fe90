import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatTable, round } from './table.ts';

/** What one context loads, in bytes; `gzip` is the sum of the files compressed one by one. */
interface Size {
  readonly context: string;
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
}

/** What each context of a built extension loads: files it shares with another are counted in both. */
export function measureSizes(build: string): readonly Size[] {
  const manifest = JSON.parse(readFileSync(path.join(build, 'manifest.json'), 'utf8'));
  const sum = (context: string, files: readonly string[]) => sizeOf(build, context, files);
  const everything = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(build, path.join(entry.parentPath, entry.name)));
  return [
    ...pageScripts(build, manifest.background.service_worker).map((file) => sum(`page script ${file}`, [file])),
    sum('background', withImports(build, manifest.background.service_worker)),
    sum('side panel, scripts', scriptsOf(build, 'sidepanel.html')),
    sum('side panel, styles', stylesOf(build, 'sidepanel.html')),
    sum('options, scripts', scriptsOf(build, 'options.html')),
    sum('options, styles', stylesOf(build, 'options.html')),
    ...laterScripts(build, manifest.background.service_worker).map((file) => sum(`later, ${withoutHash(file)}`, [file])),
    sum('everything that ships', everything),
  ];
}

/** The scripts that stand beside the manifest: all but the background's are put into pages. */
function pageScripts(build: string, background: string): readonly string[] {
  return readdirSync(build).filter((file) => file.endsWith('.js') && file !== background);
}

/** What the panel or the options load when something is opened: nothing loads these at its start. */
function laterScripts(build: string, background: string): readonly string[] {
  const early = [...withImports(build, background), ...scriptsOf(build, 'sidepanel.html'), ...scriptsOf(build, 'options.html')];
  const chunks = readdirSync(path.join(build, 'chunks')).map((file) => path.join('chunks', file));
  return chunks.filter((file) => file.endsWith('.js') && !early.includes(file));
}

/** The bundler writes `chunks/<name>-<hash>.js`. */
function withoutHash(file: string): string {
  return path.basename(file, '.js').replace(/-[^-]{8}$/, '');
}

export function printSizes(sizes: readonly Size[]): string {
  const kilobytes = (bytes: number) => round(bytes / 1000, 1).toFixed(1);
  return formatTable(
    ['Bytes shipped', 'files', 'raw kB', 'gzip kB'],
    sizes.map(({ context, files, raw, gzip }) => [context, files, kilobytes(raw), kilobytes(gzip)]),
  );
}

function sizeOf(build: string, context: string, files: readonly string[]): Size {
  const contents = files.map((file) => readFileSync(path.join(build, file)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    context,
    files: files.length,
    raw: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

function scriptsOf(build: string, page: string): readonly string[] {
  const html = readFileSync(path.join(build, page), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file ?? '');
  return [...new Set(entries.flatMap((entry) => withImports(build, entry)))];
}

function stylesOf(build: string, page: string): readonly string[] {
  const html = readFileSync(path.join(build, page), 'utf8');
  return [...html.matchAll(/href="\/([^"]+\.css)"/g)].map(([, file]) => file ?? '');
}

/** A module and all it imports, as the bundler writes imports; a loop ends at what is known already. */
function withImports(build: string, entry: string, known = new Set<string>()): readonly string[] {
  if (known.has(entry)) return [];
  known.add(entry);
  const code = readFileSync(path.join(build, entry), 'utf8');
  for (const [, target = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
    withImports(build, path.join(path.dirname(entry), target), known);
  }
  return [...known];
}
