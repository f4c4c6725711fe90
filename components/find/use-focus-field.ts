import { type RefObject, useEffect } from 'react';

/** Gives a field the focus when it appears, with what stands in it ready to be replaced. */
export function useFocusField(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);
}
