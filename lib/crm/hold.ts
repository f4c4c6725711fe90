import type { Detection } from './adapter.ts';
import { hasId, isMixture, isSame, type Shown, sharesCompany, sharesValue } from './echo.ts';

/** How long the page before may stay drawn after the address has changed (seen: up to 5 s). */
export const STALE_MS = 5_000;
/** The same where nothing on the page proves that it shows the record of the address: a slow connection is not to show the wrong person. */
export const UNPROVEN_MS = 10_000;
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
export interface Memory {
  /** Who was told last, and where. */
  before?: (Here & { readonly shown: Shown }) | undefined;
  move?: Move;
  isSettled: boolean;
  /** Since when it has not been clear what the page shows. */
  unclearSince?: number | undefined;
  standing: { readonly as: string; readonly since: number };
}

/** What is looked at. */
export interface Here {
  readonly route: string;
  readonly title: string;
}

export interface Now extends Here {
  readonly at: number;
  /** The adapter proves that a record with an id of its own is that of the address. */
  readonly isProven: boolean;
}

const left = (since: number, ms: number, at: number) => Math.max(0, since + ms - at);
/** Milliseconds that are left of so many since the page moved. */
export const sinceMove = ({ move }: Memory, ms: number, at: number) => (move ? left(move.at, ms, at) : 0);

/** Milliseconds for which a detection is not believed: 0 for one that is, infinite for one that has to change first. */
export function holdBack(memory: Memory, detection: Detection, now: Now): number {
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
