import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { createKeyActions, type KeyAction, type KeyActions } from './key-actions.ts';

const KeyActionsContext = createContext<KeyActions | null>(null);

/** Knows who carries out which action: what is on screen offers, keys and commands ask. */
export function KeyActionsProvider({ children }: { readonly children: ReactNode }) {
  const actions = useMemo(createKeyActions, []);
  return <KeyActionsContext value={actions}>{children}</KeyActionsContext>;
}

/** While it is shut, nothing that stands in it carries anything out: it is hidden, or it is not certain whom it shows. */
export function KeyActionsGate({ isShut, children }: { readonly isShut: boolean; readonly children: ReactNode }) {
  const outer = useKeyActions();
  const shut = useRef(isShut);
  const { offer, retry } = outer;
  useLayoutEffect(() => {
    shut.current = isShut;
    if (!isShut) retry();
  }, [isShut, retry]);
  const inner = useMemo<KeyActions>(
    () => ({ ...outer, offer: (action, run, isHidden) => offer(action, run, () => shut.current || isHidden?.() === true) }),
    [outer, offer],
  );
  return <KeyActionsContext value={inner}>{children}</KeyActionsContext>;
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
