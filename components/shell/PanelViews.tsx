import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

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
}

const PanelViewsContext = createContext<PanelViews | null>(null);

/** Which of its views the panel shows. */
export function PanelViewsProvider({ children }: { readonly children: ReactNode }) {
  const [view, show] = useState<PanelView>('contact');
  const [opened, setOpened] = useState<OpenedContact | null>(null);
  const views = useMemo<PanelViews>(
    () => ({
      view,
      show,
      opened,
      openContact(contact) {
        setOpened(contact);
        show('contact');
      },
      closeContact: () => setOpened(null),
    }),
    [view, opened],
  );
  return <PanelViewsContext value={views}>{children}</PanelViewsContext>;
}

export function usePanelViews(): PanelViews {
  const views = useContext(PanelViewsContext);
  if (views === null) throw new Error('A component of the panel stands outside PanelViewsProvider.');
  return views;
}
