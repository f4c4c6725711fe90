import type { Overlay } from './overlay.ts';
import type { Choice } from './resolve-pick.ts';

export interface PickerOptions {
  /** The page's window and those of its frames that we may read. */
  readonly windows: readonly Window[];
  readonly overlay: Overlay;
  /** What would be taken at an element. */
  choose(element: Element): Choice | undefined;
  /** All that can be taken, in the order in which Tab walks. */
  choices(): readonly Choice[];
  readonly words: { readonly start: string; readonly nothing: string; say(value: string): string };
  /** Ends the picking without an answer. */
  readonly signal: AbortSignal;
}

/** What a page must not see while somebody points at it: nothing is pressed, opened or typed there. */
const KEPT_FROM_PAGE = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchstart', 'touchend', 'dragstart', 'keydown', 'keypress', 'keyup', 'beforeinput'],
];
const STEPS: Readonly<Record<string, 1 | -1>> = { Tab: 1, ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Lets the person point at a value with the mouse or walk to it with the keyboard. Answers with what they took, `undefined`
 * when they gave up. Only events of a person count: a page cannot click for them. The overlay is gone when this answers.
 */
export function pickOnPage(options: PickerOptions): Promise<Choice | undefined> {
  const { overlay, words, signal } = options;
  const done = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Choice | undefined>();
  const pointer = createPointer(options);

  function end(choice?: Choice): void {
    done.abort();
    overlay.remove();
    resolve(choice);
  }

  function press({ key, shiftKey }: KeyboardEvent): void {
    const step = STEPS[key];
    const current = pointer.current();
    if (key === 'Escape') end();
    else if (key === 'Enter' && current) end(current);
    else if (step) pointer.walk(key === 'Tab' && shiftKey ? -1 : step);
  }

  function handle(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === 'pointermove') {
      pointer.point(event);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'keydown') press(event as KeyboardEvent); // by its type
    if (isTaking(event)) take(event);
  }

  function take(event: Event): void {
    pointer.point(event);
    const current = pointer.current();
    if (current) end(current);
  }

  listen(options, handle, AbortSignal.any([done.signal, signal]));
  if (signal.aborted) end();
  signal.addEventListener('abort', () => end(), { once: true, signal: done.signal });
  if (!done.signal.aborted) overlay.show(undefined, words.start);
  return promise;
}

function listen({ windows, overlay }: PickerOptions, handle: (event: Event) => void, signal: AbortSignal): void {
  const options = { capture: true, passive: false, signal };
  for (const window of windows) {
    for (const type of [...KEPT_FROM_PAGE, 'pointermove']) window.addEventListener(type, handle, options);
    for (const type of ['scroll', 'resize']) window.addEventListener(type, overlay.follow, { ...options, passive: true });
  }
}

/** What is pointed at: shown in the page as long as it is. */
function createPointer({ overlay, choose, choices, words }: PickerOptions) {
  let current: Choice | undefined;
  let walked: readonly Choice[] | undefined;

  function show(choice: Choice | undefined): void {
    current = choice;
    overlay.show(choice?.holder, choice ? words.say(choice.value) : words.nothing);
  }

  return {
    current: () => current,
    point(event: Event): void {
      const [target] = event.composedPath();
      // Elements of frames are of another window, so `instanceof` knows them not.
      if (target && 'localName' in target) show(choose(target as Element));
    },
    walk(step: 1 | -1): void {
      walked ??= choices();
      const at = walked.findIndex(({ holder }) => holder === current?.holder);
      const next = walked.at(at < 0 && step < 0 ? -1 : (at + step) % Math.max(1, walked.length));
      next?.holder.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      show(next);
    },
  };
}

/** A click; on a disabled control there is none, so there it is the end of the press. */
function isTaking({ type, target }: Event): boolean {
  return type === 'click' || (type === 'pointerup' && target !== null && 'matches' in target && (target as Element).matches(':disabled')); // elements match
}
