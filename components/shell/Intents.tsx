import { useEffect, useRef } from 'react';
import { useKeyActions } from '@/components/keyboard/KeyActions.tsx';
import { useIntents } from '@/lib/query/intents.ts';
import { useAskedTasks } from './AskedTasks.tsx';
import { usePanelViews } from './PanelViews.tsx';

/** Goes on with what the person asked for outside the panel, while it stands beside that tab. */
export function Intents({ tabId }: { readonly tabId: number }) {
  const { show, setWords, closeContact } = usePanelViews();
  const { want } = useKeyActions();
  const { ask } = useAskedTasks();
  const stopWanting = useRef(() => {});
  useEffect(() => () => stopWanting.current(), []);
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
    stopWanting.current = want(intent.kind);
  });
  return null;
}
