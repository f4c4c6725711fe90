import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { FieldChange, Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';

type ChangeKind = Extract<Operation, { readonly changes: readonly FieldChange[] }>['kind'];
type Changing<K extends ChangeKind> = Extract<Operation, { readonly kind: K }>;

/** What can open the form again that a write came from; `false` when the write is not of this form. */
type Reopen = (entry: OutboxEntry) => (() => void) | undefined;

const offers = new Set<() => Reopen>();
const listeners = new Set<() => void>();
let version = 0;

/**
 * Offers, while this component is on screen, to open its form again for a write that HighLevel did not accept. `reopen`
 * answers what does it, or `undefined` when the write is not one of this form's. The form starts with the values that the
 * write's changes ask for; what is saved then takes the place of the write that failed. `isReady`: what the form needs is there.
 */
export function useReopens(reopen: Reopen, isReady = true): void {
  const latest = useRef(reopen);
  useLayoutEffect(() => {
    latest.current = reopen;
  });
  useEffect(() => {
    if (!isReady) return;
    const offer = () => latest.current;
    offers.add(offer);
    announce();
    return () => {
      offers.delete(offer);
      announce();
    };
  }, [isReady]);
}

/** What opens the form again that a write came from; `undefined` where no form on screen can. */
export function useEditAgain(entry: OutboxEntry): (() => void) | undefined {
  useSyncExternalStore(subscribe, () => version);
  // What the forms know of HighLevel may be newer by the time of the click.
  return opened(entry) && (() => opened(entry)?.());
}

function opened(entry: OutboxEntry): (() => void) | undefined {
  for (const offer of offers) {
    const open = offer()(entry);
    if (open !== undefined) return open;
  }
  return undefined;
}

/** What a write changes fields of, when it was made for this contact; `undefined` for any other write. */
export function changesFor<K extends ChangeKind>(kind: K, entry: OutboxEntry, { locationId, contactId }: Target): Changing<K> | undefined {
  const isOfIt = entry.target.locationId === locationId && entry.target.contactId === contactId;
  // The kind was compared, which does not narrow a generic one.
  return isOfIt && entry.operation.kind === kind ? (entry.operation as Changing<K>) : undefined;
}

/** The value that a write asks for a field, as text in a form; `undefined` when it does not change the field. */
export function wishedText(changes: readonly FieldChange[], field: string): string | undefined {
  const change = changes.find((one) => one.field === field);
  return change && String(change.to ?? '');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  version += 1;
  for (const listener of listeners) listener();
}
