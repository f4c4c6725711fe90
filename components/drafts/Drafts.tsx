import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useConnectionQuery } from '@/lib/query/connection.tsx';
import { useServices } from '@/lib/query/services.tsx';
import type { Draft } from './draft.ts';
import { createDraftKeeper } from './draft-keeper.ts';

interface Drafts {
  readonly all: readonly Draft[];
  get(key: string): Draft | undefined;
  put(draft: Draft): void;
  drop(draft: Draft): void;
  /** What is typed is not kept over the closing of the panel; said until `dismiss`. */
  readonly isAlone: boolean;
  dismiss(): void;
}

const DraftsContext = createContext<Drafts | null>(null);

/** Keeps what is being typed while the panel moves from contact to contact, and while panel and browser are closed. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const { gateway } = useServices();
  const [keeper] = useState(() => createDraftKeeper(gateway.drafts));
  const { drafts, isAlone } = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const isDisconnected = useConnectionQuery().data === null;
  useEffect(() => keeper.follow(), [keeper]);
  useEffect(() => {
    if (isDisconnected) keeper.forget();
  }, [keeper, isDisconnected]);
  const value = useMemo<Drafts>(() => {
    const { put, drop, dismiss } = keeper;
    return { all: [...drafts.values()], get: (key) => drafts.get(key), put, drop, isAlone, dismiss };
  }, [keeper, drafts, isAlone]);
  return <DraftsContext value={value}>{children}</DraftsContext>;
}

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('A form of the panel stands outside DraftsProvider.');
  return drafts;
}
