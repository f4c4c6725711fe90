import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Builds the extension for Chromium as it ships, into `.output/chrome-mv3`; prints what the build said when it fails. */
export async function buildExtension(): Promise<void> {
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  try {
    await promisify(execFile)(process.execPath, [wxt, 'build'], { cwd: ROOT });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // what execFile adds to its errors
    console.error(`${stdout}${stderr}`);
    throw new Error('the build failed, as said above', { cause: error });
  }
}
