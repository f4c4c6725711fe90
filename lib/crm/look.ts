import type { CrmAdapter, CrmPage, Detection } from './adapter.ts';
import type { Root } from './dom.ts';
import { idOf, type Shown } from './echo.ts';
import { type Here, holdBack, type Memory, type Now, STALE_MS, sinceMove, UNPROVEN_MS } from './hold.ts';

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

function accept(memory: Memory, detection: Detection, hasMoved: boolean, { route, title }: Here): Sight {
  const isOther = hasMoved && detection.status === 'contact' && recordOf(memory.before?.shown) !== detection.contact.recordId;
  if (detection.status === 'contact' || detection.status === 'ambiguous') memory.before = { route, title, shown: detection };
  memory.isSettled = true;
  return { detections: isOther ? [{ status: 'pending' }, detection] : [detection] };
}

const recordOf = (shown: Shown | undefined) => (shown?.status === 'contact' ? shown.contact.recordId : undefined);
