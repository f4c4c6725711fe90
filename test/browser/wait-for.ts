const EVERY_MS = 50;

/** Asks until the answer is yes; throws after `timeoutMs`. For what no event tells. */
export async function waitFor(isSo: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain.`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
