import type { CrmAdapter, DetectedContact, Detection } from './adapter.ts';

/** What one look at the page has to say, in this order. */
export interface Sight {
  readonly detections: readonly Detection[];
  /** The page may still be the one before: look again even if nothing moves. */
  readonly isUnsure: boolean;
}

/** How long the page before may stay drawn after the address has changed (seen: up to 5 s). */
const STALE_MS = 5_000;
const PENDING: Detection = { status: 'pending' };

/**
 * Looks at the page with the memory of what it showed before. A move to another record always says `pending` first, so
 * that nobody goes on showing the old one.
 */
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (href: string) => Sight {
  let url = '';
  let movedAt = Number.NEGATIVE_INFINITY;
  let shown: DetectedContact | undefined;

  return (href) => {
    const hasMoved = url !== '' && url !== href;
    if (hasMoved) movedAt = now();
    url = href;
    const detection = adapter.detect({ url: new URL(href), document });
    if (detection.status !== 'contact') return { detections: [detection], isUnsure: false };
    const before = shown;
    if (before && now() - movedAt < STALE_MS && isLeftover(before, detection.contact)) return { detections: [PENDING], isUnsure: true };
    shown = detection.contact;
    const isOther = hasMoved && before?.recordId !== detection.contact.recordId;
    return { detections: isOther ? [PENDING, detection] : [detection], isUnsure: false };
  };
}

/** The same person under a new id, just after a move, is more likely the page before, still drawn. */
function isLeftover(before: DetectedContact, after: DetectedContact): boolean {
  return before.recordId !== after.recordId && JSON.stringify({ ...before, recordId: after.recordId }) === JSON.stringify(after);
}
