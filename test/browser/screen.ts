import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A screen that nobody sees, with a keyboard: for the browser's own questions, which no page and no protocol reaches. */
export interface Screen {
  /** As in `DISPLAY`. */
  readonly display: string;
  /** Presses a key, by its X name, in the window that is in front. */
  press(key: string): void;
  close(): void;
}

/** Whether this machine has what such a screen is made of: Xvfb and xdotool. */
export function hasScreens(): boolean {
  try {
    for (const tool of ['Xvfb', 'xdotool']) execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1300x900x24'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const display = `:${await firstLine(server)}`;
  return {
    display,
    press: (key) => void execFileSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY: display } }),
    close: () => void server.kill(),
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once.')));
    if (server.stdout) createInterface(server.stdout).once('line', (line) => resolve(line.trim()));
  });
}
