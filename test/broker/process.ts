import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for the database of one test; it goes with the process. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broker-'));
  folders.push(folder);
  return folder;
}

/** Starts `node broker/main.ts`; resolves when it says that it is ready, or has ended. */
export async function startProcess(env: Record<string, string>) {
  const child = spawn(process.execPath, ['broker/main.ts'], { env: { PATH: process.env.PATH ?? '', ...env } });
  const output: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      output.push(chunk.toString());
      if (output.join('').includes('Broker ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  await Promise.race([ready, ended]);
  return { output, ended, stop: () => stop(child, ended), kill: () => child.kill('SIGKILL') };
}

function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}
