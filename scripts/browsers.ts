import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const BROWSERS = {
  chromium: { variable: 'CHROMIUM_PATH', names: ['chromium', 'chromium-browser', 'google-chrome-for-testing'], package: 'chromium' },
  firefox: { variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'], package: 'firefox-esr' },
} as const;

export type BrowserName = keyof typeof BROWSERS;

/**
 * The path of an installed browser: from its environment variable, else from PATH. On Debian as root a missing one is
 * installed; elsewhere the error says in one sentence what to do.
 */
export function findBrowser(name: BrowserName): string {
  const { variable, names, package: debianPackage } = BROWSERS[name];
  const configured = process.env[variable];
  if (configured !== undefined) {
    if (isExecutable(configured)) return configured;
    throw new Error(`${variable} names ${configured}, which cannot be run: set it to a ${name} executable.`);
  }
  const found = onPath(names) ?? (installOnDebian(debianPackage) ? onPath(names) : undefined);
  if (found !== undefined) return found;
  throw new Error(`No ${name} was found: install it (on Debian: apt-get install ${debianPackage}) or set ${variable} to its path.`);
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installOnDebian(debianPackage: string): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`Installing ${debianPackage} with apt-get (once)…`);
  const run = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', debianPackage);
    return true;
  } catch {
    return false;
  }
}
