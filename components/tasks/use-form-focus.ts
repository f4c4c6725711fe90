import { type RefObject, useLayoutEffect } from 'react';

/** Gives the field the focus when its form opens, and sends it back when the form goes away under it. */
export function useFormFocus(field: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => field.current?.focus(), [field]);
  useReturnFocus(field);
}

/** When the form around this goes away under the focus, that goes to the form's row, or to the section's first button. */
export function useReturnFocus(inside: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const form = inside.current?.closest('form');
    const next = form?.closest<HTMLElement>('[data-row]') ?? form?.closest('section')?.querySelector('button');
    return () => {
      if (form?.contains(document.activeElement)) next?.focus();
    };
  }, [inside]);
}
