import type { OutboxStore } from './store.ts';

/** What the browser forgets when it is closed, and only then. */
export interface BrowserSession {
  /** Nobody has noted since the browser's start that it runs. */
  isNew(): Promise<boolean>;
  begun(): Promise<void>;
}

/**
 * Parks what was held when the browser was closed: a person may have thought that nothing more happens. The session
 * counts as begun only after that, so that a background which dies or fails in between leaves it to the next one.
 */
export async function parkOnce(store: OutboxStore, { isNew, begun }: BrowserSession): Promise<void> {
  if (!(await isNew())) return;
  for (const entry of await store.list()) {
    if (entry.state === 'held') await store.transition(entry.opId, { type: 'parked' });
  }
  await begun();
}
