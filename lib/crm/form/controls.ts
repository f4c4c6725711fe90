import { closestFlat, flatText, isReadable, type PageDom } from '../dom.ts';

/** What a form's value stands in. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Inputs whose value is a field of a record: no buttons, files, secrets or sliders. */
const CONTROLS = `input:not(${['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image', 'search', 'range', 'color']
  .map((type) => `[type="${type}"]`)
  .join()}),textarea,select`;
/** What is asked for once, or pays; words of a section or an address may stand before. */
const SECRET = /(?:^|\s)(?:cc-|one-time-code|current-password|new-password)/i;

/** A control of a form, with all it is called. */
export interface Slot {
  readonly control: Control;
  /** In words, as the page writes them; best first. */
  readonly labels: readonly string[];
  /** Technical names, which no language changes. */
  readonly names: readonly string[];
}

/** The controls in an element that a person can see. */
export function controlsIn(dom: PageDom, within: Element): readonly Control[] {
  const found = dom.all(CONTROLS, within) as Control[]; // the selector asks for controls
  return found.filter((control) => isReadable(control) && !SECRET.test(control.getAttribute('autocomplete') ?? ''));
}

/** The control with what it is called; `around`: the label of the field that holds this control alone. */
export function slotOf(control: Control, around?: string): Slot {
  const labels = [
    ...labelTexts(control),
    ...(around === undefined ? [] : [around]),
    ...cellLabel(control),
    control.getAttribute('placeholder'),
  ];
  const names = ['name', 'autocomplete', 'id'].map((name) => control.getAttribute(name));
  const told = (texts: readonly (string | null | undefined)[]) => texts.flatMap((text) => text?.trim() || []);
  return { control, labels: told(labels), names: told(names) };
}

function labelTexts(control: Control): readonly (string | null | undefined)[] {
  const root = control.getRootNode() as Document | ShadowRoot; // what is shown hangs in a tree
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = ids.map((id) => root.getElementById(id)).map((element) => element && flatText(element));
  return [...[...(control.labels ?? [])].map(ownText), ...named, control.getAttribute('aria-label')];
}

/** A label's text without what the control in it shows: the options of a list. */
function ownText(label: Element): string {
  const texts = [...label.childNodes].map((node) => (node.nodeType === 1 ? readLabel(node as Element) : (node.nodeValue ?? ''))); // nodeType 1 is an element
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

const readLabel = (element: Element) =>
  element.matches('input,textarea,select') || element.querySelector('select') ? '' : flatText(element);

/** Before the days of labels, the table's cell before the control's own was one; so is the term of a definition. */
function cellLabel(control: Control): readonly string[] {
  const cell = closestFlat(control, (at) => at.matches('td,dd'));
  const before = cell?.previousElementSibling;
  return before?.matches('th,td,dt') && before.querySelector('input,textarea,select') === null ? [flatText(before)] : [];
}

/** What stands in a control; `undefined` while somebody types in it, as half a value may be another one. */
export function controlValue(control: Control): string | undefined {
  const root = control.getRootNode() as Document | ShadowRoot; // as above
  if ('options' in control) return [...control.selectedOptions].map(({ text }) => text.trim()).join('; ');
  if (control.type === 'checkbox') return String((control as HTMLInputElement).checked); // by its type
  if (control.type === 'radio') return undefined;
  return root.activeElement === control && control.ownerDocument.hasFocus() ? undefined : control.value;
}

/** Whether a person could change it. */
export function isOpen(control: Control): boolean {
  const isLocked =
    control.matches(':disabled,[aria-disabled="true"],[aria-readonly="true"]') || ('readOnly' in control && control.readOnly);
  return !isLocked && closestFlat(control, (at) => at.matches('[inert],[aria-hidden="true"]')) === undefined;
}
