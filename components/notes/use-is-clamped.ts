import { type RefObject, useEffect, useState } from 'react';

/** Whether a clamped element hides part of its text; looked at again when the text or the panel's width changes. */
export function useIsClamped(element: RefObject<HTMLElement | null>, text: string): boolean {
  const [isClamped, setClamped] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the element's height
  useEffect(() => {
    const measure = () => {
      const { scrollHeight = 0, clientHeight = 0 } = element.current ?? {};
      setClamped(scrollHeight > clientHeight + 1);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [element, text]);
  return isClamped;
}
