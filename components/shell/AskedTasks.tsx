import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** Lines that were selected on the page of a record, and for whom they may become tasks. */
interface Asked {
  readonly tabId: number;
  /** The CRM's. */
  readonly recordId: string;
  readonly text: string;
}

interface AskedTasks {
  ask(asked: Asked): void;
  /** What was asked for on the page of that record. */
  of(tabId: number, recordId: string): string | undefined;
  done(): void;
}

const AskedTasksContext = createContext<AskedTasks | null>(null);

/** Keeps a selection until its contact is known and the person has said which lines become tasks. */
export function AskedTasksProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const value = useMemo<AskedTasks>(
    () => ({
      ask: setAsked,
      of: (tabId, recordId) => (asked?.tabId === tabId && asked.recordId === recordId ? asked.text : undefined),
      done: () => setAsked(undefined),
    }),
    [asked],
  );
  return <AskedTasksContext value={value}>{children}</AskedTasksContext>;
}

export function useAskedTasks(): AskedTasks {
  const asked = useContext(AskedTasksContext);
  if (asked === null) throw new Error('A component of the panel stands outside AskedTasksProvider.');
  return asked;
}
