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

/** What is remembered from one look to the next. */
interface Memory {
  before?: { readonly route: string; readonly shown: Shown } | undefined;
  move?: Move;
  isSettled: boolean;
  /** Since when it has not been clear what the page shows. */
  unclearSince?: number | undefined;
  standing: { readonly as: string; readonly since: number };
}

/**
 * Looks at the page with the memory of what it showed before. A move to another record always says `pending` first, so
 * that nobody goes on showing the old one, and goes on saying it while the page may still draw the record before.
 */
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (place: Place, roots: readonly Root[]) => Sight {
  const memory: Memory = { isSettled: false, standing: { as: '', since: 0 } };
  return (place, roots) => {
    const at = now();
    arrive(memory, place, { at, title: document.title });
    const { move } = memory;
    const page: CrmPage = { url: new URL(place.href), document, roots };
    const detection = adapter.detect(move && staleFor(memory, at) > 0 ? { ...page, staleTitle: move.title } : page);
    notice(memory, detection, at);
    const wait = holdBack(memory, detection, { route: place.route, title: document.title, at, isProven: adapter.provesAddress === true });
    if (wait === 0) return accept(memory, detection, place);
    return { detections: [{ status: 'pending' }], ...(Number.isFinite(wait) && { againIn: wait }) };
  };
}

const left = (since: number, ms: number, at: number) => Math.max(0, since + ms - at);
const staleFor = ({ move }: Memory, at: number) => (move ? left(move.at, STALE_MS, at) : 0);

function arrive(memory: Memory, { hasMoved, hasChanged }: Place, here: { readonly at: number; readonly title: string }): void {
  if (hasMoved) {
    memory.move = { ...here, isHasty: staleFor(memory, here.at) > 0 && !memory.isSettled };
    memory.isSettled = false;
    memory.unclearSince = undefined;
    memory.standing = { as: '', since: 0 };
  }
  if (memory.move && hasChanged) memory.move.changedAt ??= here.at;
}

function notice(memory: Memory, detection: Detection, at: number): void {
  const { status } = detection;
  // Who was shown is gone from the page: whoever stands there next has been drawn anew.
  if ((status === 'none' || status === 'unknown') && (!memory.move || memory.move.changedAt !== undefined)) memory.before = undefined;
  memory.unclearSince = status === 'pending' || status === 'unknown' ? (memory.unclearSince ?? at) : undefined;
  const as = idOf(detection);
  if (as !== memory.standing.as) memory.standing = { as, since: at };
}

interface Now {
  readonly route: string;
  readonly title: string;
  readonly at: number;
  /** The adapter proves that a record with an id of its own is that of the address. */
  readonly isProven: boolean;
}

/** Milliseconds for which a detection is not believed: 0 for one that is, infinite for one that has to change first. */
function holdBack(memory: Memory, detection: Detection, now: Now): number {
  const { before, move, isSettled, standing } = memory;
  const { at } = now;
  const stale = staleFor(memory, at);
  if (detection.status === 'none') return 0;
  if (detection.status === 'pending') return stale || Number.POSITIVE_INFINITY;
  if (detection.status === 'unknown') return left(memory.unclearSince ?? 0, LATE_MS, at);
  const isProven = now.isProven && hasId(detection);
  const isAsBefore = before !== undefined && isSame(detection, before.shown);
  const isStillThere = isAsBefore && before?.route !== now.route;
  // Nothing but the address says that this is another record, so it may still be the one before, on a slow connection.
  if (isStillThere && !isProven)
    return move?.changedAt === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(left(move.at, UNPROVEN_MS, at), left(move.changedAt, DOUBT_MS, at));
  if (isStillThere && now.title === move?.title && stale > 0) return stale;
  // What stood there when the address changed may be of the page before, or of one that was left before it was drawn.
  const isLeftover = move !== undefined && !isSettled && !isProven && !isAsBefore && (move.isHasty || standing.since === move.at);
  return isLeftover || isMixture(detection, before?.shown) ? left(standing.since, DOUBT_MS, at) : 0;
}

function accept(memory: Memory, detection: Detection, { route, hasMoved }: Place): Sight {
  const isOther = hasMoved && detection.status === 'contact' && recordOf(memory.before?.shown) !== detection.contact.recordId;
  if (detection.status === 'contact' || detection.status === 'ambiguous') memory.before = { route, shown: detection };
  memory.isSettled = true;
  return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
}

const recordOf = (shown: Shown | undefined) => (shown?.status === 'contact' ? shown.contact.recordId : undefined);
