import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { beginTeaching, type Teaching, type TeachingStart } from './teaching-state.ts';

interface Teachings {
  readonly all: ReadonlyMap<number, Teaching>;
  start(tabId: number, how: TeachingStart): void;
  /** Changes a teaching that is still going on. */
  change(tabId: number, id: number, change: Partial<Teaching>): void;
  end(tabId: number): void;
}

const TeachingContext = createContext<Teachings | null>(null);

/** Keeps what is being taught, by tab, while the panel is open. */
export function TeachingProvider({ children }: { readonly children: ReactNode }) {
  const [all, setAll] = useState<ReadonlyMap<number, Teaching>>(new Map());
  // No id comes twice: what was learnt of a page is kept by it.
  const lastId = useRef(0);
  const value = useMemo<Teachings>(
    () => ({
      all,
      start: (tabId, how) => {
        const teaching = beginTeaching(++lastId.current, how);
        setAll((before) => new Map(before).set(tabId, teaching));
      },
      change: (tabId, id, change) =>
        setAll((before) => {
          const teaching = before.get(tabId);
          return teaching?.id === id ? new Map(before).set(tabId, { ...teaching, ...change }) : before;
        }),
      end: (tabId) => setAll((before) => new Map([...before].filter(([key]) => key !== tabId))),
    }),
    [all],
  );
  return <TeachingContext value={value}>{children}</TeachingContext>;
}

/** What is being taught of a tab's page; `undefined` when nothing is. */
export function useTeaching(tabId: number) {
  const teachings = useContext(TeachingContext);
  if (teachings === null) throw new Error('A component that teaches stands outside TeachingProvider.');
  const teaching = teachings.all.get(tabId);
  return {
    teaching,
    start: (how: TeachingStart) => teachings.start(tabId, how),
    change: (change: Partial<Teaching>) => teaching && teachings.change(tabId, teaching.id, change),
    end: () => teachings.end(tabId),
  };
}
