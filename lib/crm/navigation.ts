const POLL_MS = 500;

/**
 * Calls `onMove` when the page may have changed its address without loading. The navigation API fires in a content
 * script for the page's own pushState, replaceState and back (patching `history` there is never called: other world);
 * where it is missing the address is polled.
 */
export function followNavigation(window: Window, onMove: () => void, signal: AbortSignal): void {
  const navigation: unknown = Reflect.get(window, 'navigation');
  if (navigation instanceof EventTarget) {
    for (const type of ['currententrychange', 'navigatesuccess']) navigation.addEventListener(type, onMove, { signal });
    return;
  }
  window.addEventListener('popstate', onMove, { signal });
  const poll = setInterval(onMove, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(poll), { once: true });
}
