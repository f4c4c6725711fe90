import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface ShownContact {
  /** Whether the panel shows a contact, so that there is something by date. */
  readonly isThere: boolean;
  arrive(): () => void;
}

const ShownContactContext = createContext<ShownContact | null>(null);

/** Knows whether there is a contact on screen: only who shows one can tell. */
export function ShownContactProvider({ children }: { readonly children: ReactNode }) {
  const [count, setCount] = useState(0);
  const arrive = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  }, []);
  const isThere = count > 0;
  const shown = useMemo(() => ({ isThere, arrive }), [isThere, arrive]);
  return <ShownContactContext value={shown}>{children}</ShownContactContext>;
}

export function useIsContactShown(): boolean {
  return useShownContact().isThere;
}

/** Said by what shows a contact, as long as it does. */
export function useTellShown(isShown: boolean): void {
  const { arrive } = useShownContact();
  useEffect(() => (isShown ? arrive() : undefined), [isShown, arrive]);
}

function useShownContact(): ShownContact {
  const shown = useContext(ShownContactContext);
  if (shown === null) throw new Error('A contact is shown outside ShownContactProvider.');
  return shown;
}
