import type { Locator } from '@playwright/test';

/** What a step found, in a few words, from the sandbox's books or from the screen. */
type Step = () => Promise<string>;

/** Does a step and prints a line with its outcome. A step that fails throws what went wrong, and ends the demo. */
export async function report(title: string, step: Step): Promise<void> {
  try {
    console.log(`✓ ${title}: ${await step()}`);
  } catch (error) {
    throw new Error(`${title}: ${reasonOf(error)}`, { cause: error });
  }
}

/** The first line: what Playwright adds below it is its own log. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/\.$/, '');
}

const POLL_MS = 50;

/** Waits until `look` finds something; `what` ends the sentence "… within 10 s". */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until it is on the screen. */
export async function shown(locator: Locator | undefined, what: string): Promise<void> {
  await until(`the panel did not show ${what}`, async () => ((await locator?.first().isVisible()) ? true : undefined));
}
