import type { CrmAdapter, CrmPage, Detection } from './adapter.ts';
import type { Root } from './dom.ts';
import { hasId, idOf, isMixture, isSame, type Shown, sharesCompany, sharesValue } from './echo.ts';

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
/** How long a person must stand unchanged who looks like the one of the page before, or of one that was left in a hurry. */
const DOUBT_MS = 1_000;
/** The same for a person who looks like a mixture of two: parts of a page that load apart (seen up to 2 s). */
const MIXTURE_MS = 3_000;

interface Move {
  readonly at: number;
  readonly title: string;
  /** Whose that title is: of the record told last, which has been left or come back to, or of nobody known. One of before is stale as long as it stands. */
  readonly titleOf: 'before' | 'here' | 'unknown';
  /** The page before had not shown anybody yet: what it was waiting for may be drawn here. */
  readonly isHasty: boolean;
  /** When the page was first seen to draw something since. */
  changedAt?: number;
}

/** What is remembered from one look to the next. */
interface Memory {
  /** Who was told last, and where. */
  before?: (Here & { readonly shown: Shown }) | undefined;
  move?: Move;
  isSettled: boolean;
  /** Since when it has not been clear what the page shows. */
  unclearSince?: number | undefined;
  standing: { readonly as: string; readonly since: number };
}

interface Here {
  readonly route: string;
  readonly title: string;
}

interface Now extends Here {
  readonly at: number;
  /** The adapter proves that a record with an id of its own is that of the address. */
  readonly isProven: boolean;
}

/**
 * Looks at the page with the memory of what it showed before. A move to another record always says `pending` first, so
 * that nobody goes on showing the old one, and goes on saying it while the page may still draw the record before.
 */
export function createLook(adapter: CrmAdapter, document: Document, now: () => number): (place: Place, roots: readonly Root[]) => Sight {
  const memory: Memory = { isSettled: false, standing: { as: '', since: 0 } };
  return (place, roots) => {
    const here = { route: place.route, title: document.title, at: now(), isProven: adapter.provesAddress === true };
    arrive(memory, place, here);
    const detection = adapter.detect({ url: new URL(place.href), document, roots, ...traces(memory, here) });
    notice(memory, detection, here.at);
    const wait = holdBack(memory, detection, here);
    if (wait === 0) return accept(memory, detection, place.hasMoved, here);
    return { detections: [{ status: 'pending' }], ...(Number.isFinite(wait) && { againIn: wait }) };
  };
}

const left = (since: number, ms: number, at: number) => Math.max(0, since + ms - at);
const sinceMove = ({ move }: Memory, ms: number, at: number) => (move ? left(move.at, ms, at) : 0);

function arrive(memory: Memory, { hasMoved, hasChanged }: Place, { at, title, route }: Now): void {
  const { before } = memory;
  if (hasMoved) {
    const titleOf = before?.title !== title ? 'unknown' : before.route === route ? 'here' : 'before';
    memory.move = { at, title, titleOf, isHasty: sinceMove(memory, STALE_MS, at) > 0 && !memory.isSettled };
    memory.isSettled = false;
    memory.unclearSince = undefined;
    memory.standing = { as: '', since: 0 };
  }
  if (memory.move && hasChanged) memory.move.changedAt ??= at;
}

/** What the page may still have of the one before. */
function traces(memory: Memory, { at, isProven }: Now): Pick<CrmPage, 'staleTitle' | 'hasJustMoved'> {
  const { move } = memory;
  if (!move) return {};
  const hasJustMoved = sinceMove(memory, UNPROVEN_MS, at) > 0;
  const isStale = isProven && move.titleOf === 'before' ? true : hasJustMoved && move.titleOf !== 'here';
  return { ...(isStale && { staleTitle: move.title }), ...(hasJustMoved && { hasJustMoved }) };
}

function notice(memory: Memory, detection: Detection, at: number): void {
  const { status } = detection;
  // Who was shown is gone from the page: whoever stands there next has been drawn anew. A skeleton may still be filled from a cache.
  const isGone = status === 'none' || (status === 'unknown' && sinceMove(memory, STALE_MS, at) === 0);
  if (isGone && (!memory.move || memory.move.changedAt !== undefined)) memory.before = undefined;
  memory.unclearSince = status === 'pending' || status === 'unknown' ? (memory.unclearSince ?? at) : undefined;
  const as = idOf(detection);
  if (as !== memory.standing.as) memory.standing = { as, since: at };
}

/** Milliseconds for which a detection is not believed: 0 for one that is, infinite for one that has to change first. */
function holdBack(memory: Memory, detection: Detection, now: Now): number {
  const { before, move, isSettled, standing } = memory;
  const { at } = now;
  if (detection.status === 'none') return 0;
  if (detection.status === 'pending')
    return sinceMove(memory, STALE_MS, at) || sinceMove(memory, UNPROVEN_MS, at) || Number.POSITIVE_INFINITY;
  if (detection.status === 'unknown') return left(memory.unclearSince ?? 0, LATE_MS, at);
  const isProven = now.isProven && hasId(detection);
  const remains = holdRemains(memory, detection, { ...now, isProven });
  if (remains > 0) return remains;
  if (isMixture(detection, before?.shown)) return left(standing.since, MIXTURE_MS, at);
  const isAsBefore = before !== undefined && isSame(detection, before.shown);
  // What stood there when the address changed may be of the page before, or of one that was left before it was drawn.
  const isLeftover = move !== undefined && !isSettled && !isProven && !isAsBefore && (move.isHasty || standing.since === move.at);
  return isLeftover ? left(standing.since, move.isHasty ? MIXTURE_MS : DOUBT_MS, at) : 0;
}

/** The same for a record at another address than the one told before that shows something of it. */
function holdRemains({ before, move, standing }: Memory, shown: Shown, { route, title, at, isProven }: Now): number {
  if (!before || !move || before.route === route) return 0;
  const isStillThere = isSame(shown, before.shown);
  // Nothing but the address says that this is another record, so it may still be the one before, on a slow connection.
  if (isStillThere && !isProven)
    return move.changedAt === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(left(move.at, UNPROVEN_MS, at), left(move.changedAt, DOUBT_MS, at));
  // Two records may have a number in common, but so soon after the move it is one that is drawn late.
  if (isStillThere || sharesValue(shown, before.shown)) return left(move.at, title === move.title ? UNPROVEN_MS : STALE_MS, at);
  return !isProven && sharesCompany(shown, before.shown) ? left(standing.since, DOUBT_MS, at) : 0;
}

function accept(memory: Memory, detection: Detection, hasMoved: boolean, { route, title }: Here): Sight {
  const isOther = hasMoved && detection.status === 'contact' && recordOf(memory.before?.shown) !== detection.contact.recordId;
  if (detection.status === 'contact' || detection.status === 'ambiguous') memory.before = { route, title, shown: detection };
  memory.isSettled = true;
  return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
}

const recordOf = (shown: Shown | undefined) => (shown?.status === 'contact' ? shown.contact.recordId : undefined);
