import { labelKey } from '../generic/labels.ts';
import { type Control, isOpen, type Slot } from './controls.ts';
import type { FilledValue, LabelledValue } from './field.ts';

const TRUE = /^(?:true|yes|on|1|x|checked)$/i;
const FALSE = /^(?:false|no|off|0|unchecked)?$/i;

/**
 * Puts values into the controls with those labels, so that the page's own scripts take them for typed; nothing is pressed.
 * The first one that was filled has the focus afterwards.
 */
export function fillSlots(slots: readonly Slot[], fields: readonly LabelledValue[]): readonly FilledValue[] {
  let first: Control | undefined;
  const outcomes = fields.map(({ label, value }): FilledValue => {
    const found = slotsCalled(slots, label);
    // What the page made of the value before may have taken the place of this one.
    const [slot, ...more] = found.filter(({ control }) => control.isConnected && isOpen(control));
    if (found.length === 0) return { label, outcome: 'missing' };
    if (slot === undefined || more.length > 0 || !fillControl(slot.control, value)) return { label, outcome: 'refused' };
    first ??= slot.control;
    return { label, outcome: 'filled' };
  });
  first?.focus();
  return outcomes;
}

/** By the words of its label; else by its technical name; else by what the label is known to announce. */
function slotsCalled(slots: readonly Slot[], label: string): readonly Slot[] {
  const asked = wordsOf(label);
  const key = labelKey(label);
  const announces = (text: string) => key !== undefined && labelKey(text) === key && ordinal(text) === ordinal(label);
  const ways: readonly ((slot: Slot) => boolean)[] = [
    ({ labels }) => labels.some((text) => wordsOf(text) === asked && asked !== ''),
    ({ names }) => names.some((text) => wordsOf(text) === asked && asked !== ''),
    ({ labels }) => labels.some(announces),
    ({ names, control }) => [...names, control.type].some(announces),
  ];
  for (const way of ways) {
    const found = slots.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** Letters and digits alone, without case and accents: `Address 1` is not `Address 2`, and a sign on a letter that is its vowel stays. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{M}\p{N}]|[\u0300-\u036f]/gu, '')
    .toLowerCase();
}

/** Which of several of a kind a text means: `email2` the second. Longer numbers are a framework's. */
function ordinal(text: string): string {
  return /(?<!\d)[2-9](?!\d)/.exec(text)?.[0] ?? '';
}

/** Whether the control has the value now. */
function fillControl(control: Control, value: string): boolean {
  if ('options' in control) return choose(control, value);
  if (control.type === 'checkbox') return tick(control as HTMLInputElement, value); // by its type
  // Of a list to choose from, typing chooses nothing.
  if (control.type === 'radio' || (control.getAttribute('role') === 'combobox' && !control.hasAttribute('list'))) return false;
  if (control.maxLength >= 0 && value.length > control.maxLength) return false;
  const before = control.value;
  setNative(control, 'value', value);
  // An input of dates or numbers takes nothing else.
  if (!isTaken(control, value)) {
    setNative(control, 'value', before);
    return false;
  }
  announce(control);
  return isTaken(control, value);
}

/** A mask may write a number in its own way. */
function isTaken({ value: now, type }: Control, value: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  return (
    now === value ||
    now.trim() === value.trim() ||
    (type !== 'date' && digits(value).length > 4 && digits(now).endsWith(digits(value).slice(-7)))
  );
}

function choose(list: HTMLSelectElement, value: string): boolean {
  const isMeant = (text: string) => text.trim().toLowerCase() === value.trim().toLowerCase();
  const options = [...list.options].filter(({ disabled }) => !disabled);
  const option = options.find(({ text }) => isMeant(text)) ?? options.find((one) => isMeant(one.value));
  if (option === undefined || list.multiple) return false;
  setNative(list, 'value', option.value);
  announce(list);
  return list.value === option.value;
}

function tick(box: HTMLInputElement, value: string): boolean {
  if (!TRUE.test(value.trim()) && !FALSE.test(value.trim())) return false;
  const isWanted = TRUE.test(value.trim());
  // A click is what every framework listens to.
  if (box.checked !== isWanted) box.click();
  return box.checked === isWanted;
}

/** Frameworks put a setter of their own on the element to see what scripts write: the browser's stands behind it. */
function setNative(control: Control, name: 'value', value: string): void {
  for (let at: object | null = Object.getPrototypeOf(control); at; at = Object.getPrototypeOf(at)) {
    const set = Object.getOwnPropertyDescriptor(at, name)?.set;
    if (set) {
      set.call(control, value);
      return;
    }
  }
}

/** What a browser tells of somebody who types, goes on and leaves. */
function announce(control: Control): void {
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  control.dispatchEvent(new FocusEvent('blur', { composed: true }));
  control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}
