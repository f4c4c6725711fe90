import { type KeyboardEvent, useState } from 'react';

interface ActiveChoice {
  readonly isOpen: boolean;
  /** The place of the choice that the arrow keys have reached; -1: none. */
  readonly active: number;
  open(): void;
  close(): void;
  /** Moves through the list, or closes it; `true` when the key was for that. */
  press(event: KeyboardEvent): boolean;
}

/** The open list of a combobox, and where the arrow keys stand in it. `count`: how many choices it shows. */
export function useActiveChoice(count: number): ActiveChoice {
  const [isOpen, setOpen] = useState(false);
  const [reached, setReached] = useState(-1);
  const active = isOpen && reached < count ? reached : -1;
  function show(place: number) {
    setOpen(true);
    setReached(place);
  }
  function close() {
    setOpen(false);
    setReached(-1);
  }
  const moves: Record<string, () => void> = {
    ArrowDown: () => show(isOpen && active < count - 1 ? active + 1 : 0),
    ArrowUp: () => show(isOpen && active > 0 ? active - 1 : count - 1),
  };
  return {
    isOpen: isOpen && count > 0,
    active,
    open: () => show(-1),
    close,
    press(event) {
      const move = moves[event.key] ?? (event.key === 'Escape' && isOpen ? close : undefined);
      if (move === undefined || event.nativeEvent.isComposing) return false;
      event.preventDefault();
      // Escape closes the list, and nothing around it.
      event.stopPropagation();
      move();
      return true;
    },
  };
}
