import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Builds the extension for Chromium as it ships, into `.output/chrome-mv3`; the error holds what the build said. */
export async function buildExtension(): Promise<void> {
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  try {
    await promisify(execFile)(process.execPath, [wxt, 'build'], { cwd: ROOT });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // what execFile adds to its errors
    throw new Error(`wxt build failed:\n${stdout}${stderr}`, { cause: error });
  }
}
