import { useEffect, useLayoutEffect, useRef } from 'react';
import { useKeyActions } from '@/components/keyboard/KeyActions.tsx';
import { useIntents } from '@/lib/query/intents.ts';
import { useShownRecord } from '@/lib/query/page.ts';
import { useAskedTasks } from './AskedTasks.tsx';
import { usePanelViews } from './PanelViews.tsx';

/** Goes on with what the person asked for outside the panel, while it stands beside that tab. */
export function Intents({ tabId }: { readonly tabId: number }) {
  const { show, setWords, closeContact } = usePanelViews();
  const { want } = useKeyActions();
  const { ask } = useAskedTasks();
  const { record } = useShownRecord();
  const stopWanting = useRef(() => {});
  const wantedBeside = useRef<string>(undefined);
  useEffect(() => () => stopWanting.current(), []);
  // Before what shows the next record offers anything: what was wanted for one is not begun for another.
  useLayoutEffect(() => {
    if (record === undefined) return;
    if (wantedBeside.current !== undefined && wantedBeside.current !== record) stopWanting.current();
    wantedBeside.current = record;
  }, [record]);
  useIntents(tabId, (intent) => {
    stopWanting.current();
    if (intent.kind === 'find') {
      setWords(intent.query);
      return show('find');
    }
    show('contact');
    if (intent.kind === 'tasks') {
      closeContact();
      return ask({ tabId, recordId: intent.recordId, text: intent.text });
    }
    wantedBeside.current = record;
    stopWanting.current = want(intent.kind);
  });
  return null;
}
