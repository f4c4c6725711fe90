import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { useIsContactShown } from '@/components/shell/ShownContact.tsx';
import { useSettingValue } from '@/lib/query/settings.ts';
import { useKeyAction, useKeyActions } from './KeyActions.tsx';
import type { KeyAction } from './key-actions.ts';
import { actionOf, isForPanel } from './shortcuts.ts';
import { walkRows } from './walk-rows.ts';

/** What begins something in the contact view, wherever one is. */
const IN_CONTACT_VIEW = new Set<KeyAction>(['task', 'note', 'tag', 'appointment']);

/** A key that writes at once, hit again within this time, was hit twice by haste. */
const HASTE_MS = 500;

/** Single keys act, unless they are switched off or somebody types. */
export function Keyboard() {
  const isOn = useSettingValue('shortcuts') === true;
  const { show } = usePanelViews();
  const isContactShown = useIsContactShown();
  const { run } = useKeyActions();
  useKeyAction('next', () => walkRows(1));
  useKeyAction('previous', () => walkRows(-1));
  useKeyAction('mine', () => show('mine'));
  useKeyAction('find', () => show('find'));
  useKeyAction('timeline', () => isContactShown && show('timeline'));
  const [pressed, setPressed] = useState<{ readonly action: KeyAction }>();
  // After the view that it needs is on screen.
  useLayoutEffect(() => void (pressed && run(pressed.action)), [pressed, run]);
  const press = useRef((_event: KeyboardEvent) => {});
  const last = useRef<KeyboardEvent>(undefined);
  useEffect(() => {
    press.current = (event) => {
      const action = isOn && isForPanel(event) ? actionOf(event.key) : undefined;
      const isWalk = action === 'next' || action === 'previous';
      if (action === undefined || (event.repeat && !isWalk)) return;
      // The letter must not land in the field that the act gives the focus to.
      event.preventDefault();
      const before = last.current;
      last.current = event;
      if (writesAtOnce(action) && before !== undefined && isAgain(event, before)) return;
      if (IN_CONTACT_VIEW.has(action)) show('contact');
      setPressed({ action });
    };
  });
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => press.current(event), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return null;
}

function writesAtOnce(action: KeyAction): boolean {
  return action === 'complete' || action.startsWith('macro:');
}

function isAgain(event: KeyboardEvent, before: KeyboardEvent): boolean {
  return event.key === before.key && event.target === before.target && event.timeStamp - before.timeStamp < HASTE_MS;
}
