import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Gives the focus back to where it was inside `place` before that was switched off for a moment. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, isOff: boolean): void {
  const kept = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (isOff) kept.current = activeElement instanceof HTMLElement && place.current?.contains(activeElement) ? activeElement : null;
    // Who has gone elsewhere meanwhile stays there.
    else if (kept.current?.isConnected && (activeElement === null || activeElement === body)) kept.current.focus();
  }, [isOff, place]);
}
