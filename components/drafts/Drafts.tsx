import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Draft } from './draft.ts';
import { keyOf } from './draft.ts';

interface Drafts {
  readonly all: readonly Draft[];
  get(key: string): Draft | undefined;
  put(draft: Draft): void;
  drop(draft: Draft): void;
}

const DraftsContext = createContext<Drafts | null>(null);

/** Keeps what is being typed while the panel moves from contact to contact. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const value = useMemo<Drafts>(
    () => ({
      all: [...drafts.values()],
      get: (key) => drafts.get(key),
      put: (draft) => setDrafts((before) => new Map(before).set(keyOf(draft), draft)),
      drop: (draft) => setDrafts((before) => new Map([...before].filter(([key]) => key !== keyOf(draft)))),
    }),
    [drafts],
  );
  return <DraftsContext value={value}>{children}</DraftsContext>;
}

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('A form of the panel stands outside DraftsProvider.');
  return drafts;
}
