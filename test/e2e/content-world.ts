import type { BrowserContext, Page } from '@playwright/test';

/** Where the extension's content script lives on a page: what an attacker who has taken over the page's process can use. */
export interface ContentWorld {
  /** Runs the body of an async function there; what it returns has to be JSON. */
  run<T>(body: string): Promise<T>;
}

/** Finds the extension's isolated world in the page's top frame. */
export async function contentWorldOf(context: BrowserContext, page: Page, extensionId: string): Promise<ContentWorld> {
  const session = await context.newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
      if (auxData?.type === 'isolated' && origin === `chrome-extension://${extensionId}`) resolve(id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await world;
  return {
    async run(body) {
      const expression = `(async () => { ${body} })()`;
      const answer = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      return answer.result.value;
    },
  };
}

/**
 * Counts the scripts of the extension that run in the page from now on. Scripts, not their worlds: a frame that once had
 * one gets it again with its next document, though nothing runs there.
 */
export async function watchOurScripts(page: Page, extensionId: string): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  const ours: string[] = [];
  // Those that ran before are told first, until the command is answered.
  await session.send('Debugger.enable');
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(`chrome-extension://${extensionId}/`)) ours.push(url);
  });
  return () => ours.length;
}
