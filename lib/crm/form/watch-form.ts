import { createPace } from '../pace.ts';
import { createRootFinder } from '../roots.ts';
import type { MeantRecord } from './field.ts';
import { readForm } from './page-form.ts';

/** Calls `onChange` when what the page shows of the record is no longer what it was, until `signal` aborts. */
export function watchForm(window: Window, record: MeantRecord, onChange: () => void, signal: AbortSignal): void {
  const { document, location } = window;
  const findRoots = createRootFinder(document, Date.now, true);
  const pace = createPace(window, Date.now, look, signal);
  let before: string | undefined;

  function look(): void {
    pace.rest();
    if (signal.aborted || document.hidden) return;
    const page = findRoots(false);
    const now = JSON.stringify(readForm({ url: new URL(location.href), document, roots: page.roots }, record));
    const isNews = before !== undefined && now !== before;
    before = now;
    pace.follow(isNews, page);
    if (isNews) onChange();
  }

  document.addEventListener('visibilitychange', look, { signal });
  // What is typed into the page's own form changes no element.
  document.addEventListener('change', () => pace.plan(), { signal, capture: true });
  signal.addEventListener('abort', () => pace.rest(), { once: true });
  look();
}
