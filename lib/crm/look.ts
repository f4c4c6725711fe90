import type { CrmAdapter, CrmPage, Detection } from './adapter.ts';
import type { Root } from './dom.ts';
import { hasId, idOf, isMixture, isSame, type Shown } from './echo.ts';

/** Where a look is taken, and what happened since the one before. */
export interface Place {
  readonly href: string;
  /** What the adapter's `route` says of the address. */
  readonly route: string;
  /** Whether the page came here from another route since. */
  readonly hasMoved: boolean;
  /** Whether the page may have changed what it draws since. */
  readonly hasChanged: boolean;
}

/** What one look at the page has to say, in this order. */
export interface Sight {
  readonly detections: readonly Detection[];
  /** Milliseconds until another look may say more, even if nothing moves. */
  readonly againIn?: number;
}

/** How long the page before may stay drawn after the address has changed (seen: up to 5 s). */
const STALE_MS = 5_000;
/** The same where nothing on the page proves that it shows the record of the address: a slow connection is not to show the wrong person. */
const UNPROVEN_MS = 10_000;
/** How long fields may be missing that are drawn late. */
const LATE_MS = 3_000;
/** How long a person must stand unchanged who looks like a mixture of two, or like the one of a page left in a hurry. */
const DOUBT_MS = 1_000;

interface Move {
  readonly at: number;
  readonly title: string;
  /** The page before had not shown anybody yet: what it was waiting for may be drawn here. */
  readonly isHasty: boolean;
  /** When the page was first seen to draw something since. */
  changedAt?: number;
}

/**
 * Looks at the page with the memory of what it showed before. A move to another record always says `pending` first, so
 * that nobody goes on showing the old one, and goes on saying it while the page may still draw the record before.
 */
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (place: Place, roots: readonly Root[]) => Sight {
  let before: { readonly route: string; readonly shown: Shown } | undefined;
  let move: Move | undefined;
  let isSettled = false;
  /** Since when it has not been clear what the page shows. */
  let unclearSince: number | undefined;
  let standing = { as: '', since: 0 };

  const left = (since: number, ms: number) => Math.max(0, since + ms - now());
  const staleFor = () => (move ? left(move.at, STALE_MS) : 0);

  function arrive({ hasMoved, hasChanged }: Place): void {
    if (hasMoved) {
      move = { at: now(), title: document.title, isHasty: staleFor() > 0 && !isSettled };
      isSettled = false;
      unclearSince = undefined;
      standing = { as: '', since: 0 };
    }
    if (move && hasChanged) move.changedAt ??= now();
  }

  function notice(detection: Detection): void {
    const { status } = detection;
    // Who was shown is gone from the page: whoever stands there next has been drawn anew.
    if ((status === 'none' || status === 'unknown') && (!move || move.changedAt !== undefined)) before = undefined;
    unclearSince = status === 'pending' || status === 'unknown' ? (unclearSince ?? now()) : undefined;
    const as = idOf(detection);
    if (as !== standing.as) standing = { as, since: now() };
  }

  /** Milliseconds for which a detection is not believed: 0 for one that is, infinite for one that has to change first. */
  function holdBack(detection: Detection, route: string): number {
    if (detection.status === 'none') return 0;
    if (detection.status === 'pending') return staleFor() || Number.POSITIVE_INFINITY;
    if (detection.status === 'unknown') return left(unclearSince ?? 0, LATE_MS);
    const isProven = adapter.provesAddress === true && hasId(detection);
    const isAsBefore = before !== undefined && isSame(detection, before.shown);
    const isStillThere = isAsBefore && before?.route !== route;
    // Nothing but the address says that this is another record, so it may still be the one before, on a slow connection.
    if (isStillThere && !isProven)
      return move?.changedAt === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(left(move.at, UNPROVEN_MS), left(move.changedAt, DOUBT_MS));
    if (isStillThere && document.title === move?.title && staleFor() > 0) return staleFor();
    // What stood there when the address changed may be of the page before, or of one that was left before it was drawn.
    const isLeftover = move !== undefined && !isSettled && !isProven && !isAsBefore && (move.isHasty || standing.since === move.at);
    return isLeftover || isMixture(detection, before?.shown) ? left(standing.since, DOUBT_MS) : 0;
  }

  function accept(detection: Detection, { route, hasMoved }: Place): Sight {
    const isOther = hasMoved && detection.status === 'contact' && recordOf(before?.shown) !== detection.contact.recordId;
    if (detection.status === 'contact' || detection.status === 'ambiguous') before = { route, shown: detection };
    isSettled = true;
    return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
  }

  return (place, roots) => {
    arrive(place);
    const page: CrmPage = { url: new URL(place.href), document, roots };
    const detection = adapter.detect(move && staleFor() > 0 ? { ...page, staleTitle: move.title } : page);
    notice(detection);
    const wait = holdBack(detection, place.route);
    if (wait === 0) return accept(detection, place);
    return { detections: [{ status: 'pending' }], ...(Number.isFinite(wait) && { againIn: wait }) };
  };
}

const recordOf = (shown: Shown | undefined) => (shown?.status === 'contact' ? shown.contact.recordId : undefined);
