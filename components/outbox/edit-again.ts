import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';

/** What can open the form again that a write came from; `false` when the write is not of this form. */
type Reopen = (entry: OutboxEntry) => (() => void) | undefined;

const offers = new Set<() => Reopen>();
const listeners = new Set<() => void>();
let version = 0;

/**
 * Offers, while this component is on screen, to open its form again for a write that HighLevel did not accept. `reopen`
 * answers what does it, or `undefined` when the write is not one of this form's. The form starts with the values that the
 * write's changes ask for; what is saved then takes the place of the write that failed.
 */
export function useReopens(reopen: Reopen): void {
  const latest = useRef(reopen);
  useEffect(() => {
    latest.current = reopen;
  });
  useEffect(() => {
    const offer = () => latest.current;
    offers.add(offer);
    announce();
    return () => {
      offers.delete(offer);
      announce();
    };
  }, []);
}

/** What opens the form again that a write came from; `undefined` where no form on screen can. */
export function useEditAgain(entry: OutboxEntry): (() => void) | undefined {
  useSyncExternalStore(subscribe, () => version);
  for (const offer of offers) {
    const open = offer()(entry);
    if (open !== undefined) return open;
  }
  return undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  version += 1;
  for (const listener of listeners) listener();
}
