import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useShownRecord } from '@/lib/query/page.ts';

/** What the panel shows: the page's contact, the same by date, the reader's own tasks, or a search. */
export type PanelView = 'contact' | 'timeline' | 'mine' | 'find';

/** A contact that was opened by hand: it is shown in place of the page's until it is closed or the page shows another record. */
export interface OpenedContact {
  readonly contactId: string;
  readonly name: string;
}

interface PanelViews {
  readonly view: PanelView;
  show(view: PanelView): void;
  readonly opened: OpenedContact | null;
  /** Shows a contact whom the page does not show, in the contact view. */
  openContact(contact: OpenedContact): void;
  closeContact(): void;
  /** What is being searched for; kept while the panel is open, and nowhere else. */
  readonly words: string;
  setWords(words: string): void;
}

const PanelViewsContext = createContext<PanelViews | null>(null);

/** Where a contact was opened: what the panel stood beside. */
interface Opening {
  readonly contact: OpenedContact;
  readonly tabId: number | null | undefined;
  readonly record: string | undefined;
}

/** Which of its views the panel shows. */
export function PanelViewsProvider({ children }: { readonly children: ReactNode }) {
  const [view, show] = useState<PanelView>('contact');
  const [words, setWords] = useState('');
  const [opening, setOpening] = useState<Opening | null>(null);
  const { tabId, record } = useShownRecord();
  const isStillThere = opening !== null && opening.tabId === tabId && (record === undefined || opening.record === record);
  // For good: who comes back to a tab must not write to somebody they no longer think of.
  if (opening !== null && !isStillThere) setOpening(null);
  const opened = isStillThere ? opening.contact : null;
  const views = useMemo<PanelViews>(
    () => ({
      view,
      show,
      opened,
      openContact(contact) {
        setOpening({ contact, tabId, record });
        show('contact');
      },
      closeContact: () => setOpening(null),
      words,
      setWords,
    }),
    [view, opened, tabId, record, words],
  );
  return <PanelViewsContext value={views}>{children}</PanelViewsContext>;
}

export function usePanelViews(): PanelViews {
  const views = useContext(PanelViewsContext);
  if (views === null) throw new Error('A component of the panel stands outside PanelViewsProvider.');
  return views;
}
