/** Longest wait for the browser to have time: a page that never rests is read all the same. */
const PATIENCE_MS = 100;

/**
 * Runs it once the browser has drawn and has time, so that it neither holds up the page nor makes it lay itself out twice;
 * at once where the browser cannot tell. Returns how to call it off.
 */
export function whenIdle(window: Window, run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    run();
    return () => {};
  }
  const id = window.requestIdleCallback(run, { timeout: PATIENCE_MS });
  return () => window.cancelIdleCallback(id);
}
