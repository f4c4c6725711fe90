import type { CrmAdapter, Detection } from './adapter.ts';

/** What one look at the page has to say, in this order. */
export interface Sight {
  readonly detections: readonly Detection[];
  /** Milliseconds until another look may say more, even if nothing moves. */
  readonly againIn?: number;
}

/** How long the page before may stay drawn after the address has changed (seen: up to 5 s). */
const STALE_MS = 5_000;

/**
 * Looks at the page with the memory of what it showed before. A move to another record always says `pending` first, so
 * that nobody goes on showing the old one.
 */
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (href: string) => Sight {
  let url = '';
  let recordId: string | undefined;
  let move: { readonly title: string; readonly staleUntil: number } | undefined;

  return (href) => {
    const hasMoved = url !== '' && url !== href;
    if (hasMoved) move = { title: document.title, staleUntil: now() + STALE_MS };
    url = href;
    const wait = move ? move.staleUntil - now() : 0;
    const detection = adapter.detect({ url: new URL(href), document, ...(move && wait > 0 && { staleTitle: move.title }) });
    if (detection.status !== 'contact')
      return { detections: [detection], ...(detection.status === 'pending' && wait > 0 && { againIn: wait }) };
    const isOther = hasMoved && recordId !== detection.contact.recordId;
    recordId = detection.contact.recordId;
    return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
  };
}
