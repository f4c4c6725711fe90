/** What a single key, or a command of the browser's, can do in the panel. */
export type KeyAction =
  | 'task'
  | 'note'
  | 'tag'
  | 'appointment'
  | 'complete'
  | 'next'
  | 'previous'
  | 'find'
  | 'mine'
  | 'timeline'
  | 'help'
  /** The macro that has the digit for its key. */
  | `macro:${number}`;

export interface KeyActions {
  /** Offers to carry an action out, until the returned function is called; the last offer counts, of those that are not hidden. */
  offer(action: KeyAction, run: () => void, isHidden?: () => boolean): () => void;
  /** Carries it out; `false` when nobody offers to. */
  run(action: KeyAction): boolean;
  /** Carries it out, now or as soon as somebody offers to, until the returned function is called. */
  want(action: KeyAction): () => void;
  /** Something that was hidden is not any more. */
  retry(): void;
}

interface Offer {
  readonly run: () => void;
  readonly isHidden: () => boolean;
}

export function createKeyActions(): KeyActions {
  const offers = new Map<KeyAction, readonly Offer[]>();
  let wanted: KeyAction | undefined;

  function run(action: KeyAction): boolean {
    const offer = offers.get(action)?.findLast(({ isHidden }) => !isHidden());
    offer?.run();
    return offer !== undefined;
  }

  function retry(): void {
    if (wanted !== undefined && run(wanted)) wanted = undefined;
  }

  return {
    run,
    retry,
    offer(action, carryOut, isHidden = () => false) {
      const offer = { run: carryOut, isHidden };
      offers.set(action, [...(offers.get(action) ?? []), offer]);
      retry();
      return () => void offers.set(action, offers.get(action)?.filter((other) => other !== offer) ?? []);
    },
    want(action) {
      wanted = action;
      retry();
      return () => {
        wanted = undefined;
      };
    },
  };
}
