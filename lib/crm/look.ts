import type { CrmAdapter, DetectedContact, Detection } from './adapter.ts';
import type { Root } from './dom.ts';

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
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (href: string, roots: readonly Root[]) => Sight {
  let url = '';
  let last: DetectedContact | undefined;
  let move: { readonly title: string; readonly staleUntil: number } | undefined;

  return (href, roots) => {
    const hasMoved = url !== '' && url !== href;
    if (hasMoved) move = { title: document.title, staleUntil: now() + STALE_MS };
    url = href;
    const wait = move ? move.staleUntil - now() : 0;
    const detection = adapter.detect({ url: new URL(href), document, roots, ...(move && wait > 0 && { staleTitle: move.title }) });
    if (detection.status !== 'contact')
      return { detections: [detection], ...(detection.status === 'pending' && wait > 0 && { againIn: wait }) };
    if (move && wait > 0 && document.title === move.title && isEcho(detection.contact, last))
      return { detections: [{ status: 'pending' }], againIn: wait };
    const isOther = hasMoved && last?.recordId !== detection.contact.recordId;
    last = detection.contact;
    return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
  };
}

/** Whether a record shows what the one before showed: a page that draws its parts one by one may still hold the old values. */
function isEcho(contact: DetectedContact, before: DetectedContact | undefined): boolean {
  if (!before || before.recordId === contact.recordId) return false;
  if (contact.emails.length > 0) return contact.emails.some((email) => before.emails.includes(email));
  return JSON.stringify({ ...before, recordId: contact.recordId }) === JSON.stringify(contact);
}
