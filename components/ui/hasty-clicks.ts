/** What a press is for. */
const CONTROL = 'a, button, input, select, textarea, label, summary, [role="option"]';

/**
 * Keeps the later clicks of a double click from what the first one was not for: a form closes, or a row moves up, and
 * something else stands under the pointer. What only turns on and off and is clicked twice at once was meant once.
 * Ends with `signal`.
 */
export function ignoreHastyClicks(root: Document, signal: AbortSignal): void {
  let first: Element | null = null;
  let isHasty = false;
  const press = (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest(CONTROL) : null;
    isHasty = event.detail > 1 && (control !== first || isToggle(control));
    if (event.detail <= 1) first = control;
  };
  const click = (event: MouseEvent) => {
    // Clicks of the keyboard's, and those a label hands on, have no press of their own.
    if (!isHasty || event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener('mousedown', press, { capture: true, signal });
  root.addEventListener('click', click, { capture: true, signal });
}

function isToggle(control: Element | null): boolean {
  const field = control instanceof HTMLLabelElement ? control.control : control;
  return field?.matches('input[type="checkbox"], summary, button[aria-expanded], button[aria-pressed]') === true;
}
