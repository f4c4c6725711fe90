import { i18n } from '#i18n';
import type { KeyAction } from './key-actions.ts';

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  t: 'task',
  n: 'note',
  g: 'tag',
  b: 'appointment',
  x: 'complete',
  j: 'next',
  k: 'previous',
  '/': 'find',
  m: 'mine',
  l: 'timeline',
  '?': 'help',
};

/** What a key does, by what it writes: on every keyboard the key that has the letter on it. */
export function actionOf(key: string): KeyAction | undefined {
  if (/^[1-9]$/.test(key)) return `macro:${Number(key)}`;
  const letter = key.toLowerCase();
  return Object.hasOwn(ACTIONS, letter) ? ACTIONS[letter] : undefined;
}

/** Every key and what it does, in words. */
export function shortcutList(): readonly { readonly key: string; readonly what: string }[] {
  return [
    { key: 'T', what: i18n.t('keyboard.task') },
    { key: 'N', what: i18n.t('keyboard.note') },
    { key: 'G', what: i18n.t('keyboard.tag') },
    { key: 'B', what: i18n.t('keyboard.appointment') },
    { key: 'J', what: i18n.t('keyboard.next') },
    { key: 'K', what: i18n.t('keyboard.previous') },
    { key: 'X', what: i18n.t('keyboard.complete') },
    { key: '1–9', what: i18n.t('keyboard.macro') },
    { key: '/', what: i18n.t('keyboard.find') },
    { key: 'M', what: i18n.t('keyboard.mine') },
    { key: 'L', what: i18n.t('keyboard.timeline') },
    { key: '?', what: i18n.t('keyboard.help') },
  ];
}

/** Whether a key press is one for the panel, and not for what has the focus or for the browser. */
export function isForPanel(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  // A click on a dialog's words leaves the focus on the body: what stands behind the dialog is not to act then.
  if (document.querySelector('dialog[open]') !== null) return false;
  return !(target instanceof Element) || !(isField(target) || target.closest('[popover]:popover-open') !== null);
}

const KEYLESS_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/** Whether letters that are typed there mean something to it. */
function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !KEYLESS_INPUTS.has(element.type);
  const editable = element.closest('[contenteditable]:not([contenteditable="false" i])');
  return (
    editable !== null || element.closest('select, textarea, [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]') !== null
  );
}
