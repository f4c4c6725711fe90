import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';

/** What a single key, or a command of the browser's, can do in the panel. */
export type KeyAction = 'task' | 'note' | 'tag' | 'appointment' | 'complete' | 'next' | 'previous' | 'find' | 'mine' | 'timeline' | 'help';

interface KeyActions {
  /** Offers to carry an action out, until the returned function is called; the last offer counts. */
  offer(action: KeyAction, run: () => void): () => void;
  /** Carries it out; `false` when nobody offers to. */
  run(action: KeyAction): boolean;
}

const KeyActionsContext = createContext<KeyActions | null>(null);

/** Knows who carries out which action: what is on screen offers, keys and commands ask. */
export function KeyActionsProvider({ children }: { readonly children: ReactNode }) {
  const actions = useMemo(createKeyActions, []);
  return <KeyActionsContext value={actions}>{children}</KeyActionsContext>;
}

export function useKeyActions(): KeyActions {
  const actions = useContext(KeyActionsContext);
  if (actions === null) throw new Error('A component of the panel stands outside KeyActionsProvider.');
  return actions;
}

/** Offers an action while this component is on screen. */
export function useKeyAction(action: KeyAction, run: () => void): void {
  const { offer } = useKeyActions();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => offer(action, () => latest.current()), [offer, action]);
}

function createKeyActions(): KeyActions {
  const offers = new Map<KeyAction, (() => void)[]>();
  return {
    offer(action, run) {
      offers.set(action, [...(offers.get(action) ?? []), run]);
      return () =>
        void offers.set(
          action,
          (offers.get(action) ?? []).filter((other) => other !== run),
        );
    },
    run(action) {
      const run = offers.get(action)?.at(-1);
      run?.();
      return run !== undefined;
    },
  };
}
