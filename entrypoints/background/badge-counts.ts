import type { Browser } from 'wxt/browser';
import * as z from 'zod';

/** What the button of all tabs shows. */
export interface BadgeFace {
  /** Empty: no badge. */
  readonly text: string;
  readonly why: 'needsPerson' | 'overdue' | 'nothing';
  readonly count: number;
}

const countsSchema = z.object({ needsPerson: z.number(), overdue: z.number(), hasMore: z.boolean() });
type Counts = z.output<typeof countsSchema>;

interface Parts {
  /** Outlives this background, not the browser: one of the two counts is known sooner than the other. */
  readonly session: () => Pick<Browser.storage.StorageArea, 'get' | 'set'>;
  readonly paint: (face: BadgeFace) => Promise<void>;
}

const KEY = 'badge';
const NOTHING: Counts = { needsPerson: 0, overdue: 0, hasMore: false };

/** The two counts that share one badge: what needs the person goes before what is overdue. */
export function createBadgeCounts({ session, paint }: Parts) {
  let last: Promise<unknown> = Promise.resolve();
  function change(changed: Partial<Counts>): Promise<void> {
    const changing = last.then(async () => {
      const kept = countsSchema.safeParse((await session().get(KEY))[KEY]).data ?? NOTHING;
      const counts = { ...kept, ...changed };
      await session().set({ [KEY]: counts });
      await paint(faceOf(counts));
    });
    last = changing.catch(() => undefined);
    return changing;
  }
  return {
    /** How many writes wait for a person's decision. */
    needsPerson: (count: number) => change({ needsPerson: count }),
    /** How many tasks are overdue. `hasMore`: there are more than were counted. */
    overdue: (count: number, hasMore = false) => change({ overdue: count, hasMore }),
  };
}

function faceOf({ needsPerson, overdue, hasMore }: Counts): BadgeFace {
  if (needsPerson > 0) return { text: short(needsPerson, false), why: 'needsPerson', count: needsPerson };
  if (overdue > 0) return { text: short(overdue, hasMore), why: 'overdue', count: overdue };
  return { text: '', why: 'nothing', count: 0 };
}

/** A badge has room for about four characters. */
function short(count: number, hasMore: boolean): string {
  if (count > 99) return '99+';
  return hasMore ? `${count}+` : String(count);
}
