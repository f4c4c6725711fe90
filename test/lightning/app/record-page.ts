import { createElement } from 'lwc';
import RecordHome from 'one/recordHomeFlexipage2';
import type { SalesforceRecord } from '../../sandbox/crm/salesforce-records.ts';
import { labels } from './labels.ts';
import { org } from './org.ts';
import { freshState, type PageState, pageView, type Tab } from './view.ts';

/** A page of the app: what stands in its host, and how its title is told. */
export interface DrawnPage {
  readonly content: HTMLElement;
  /** Whenever the page is in front and knows its name. */
  readonly title: () => string | undefined;
}

type RecordHomeElement = HTMLElement & { page: object };

/** A record page with LWC's live engine. With `slow`, first its frame, then the highlights, then the details are drawn. */
export function recordPage(record: SalesforceRecord, onNamed: () => void): DrawnPage {
  const isLate = org.slow > 0;
  let state: PageState = { ...freshState(record), hasHighlights: !isLate, hasDetails: !isLate };
  // LWC's own properties are set on the element, which it types as a plain one.
  const home = createElement('one-record-home-flexipage2', { is: RecordHome }) as unknown as RecordHomeElement;
  const set = (change: Partial<PageState>) => {
    state = { ...state, ...change };
    home.page = pageView(record, state);
  };
  set({});
  home.addEventListener('opentab', (event) => {
    const tab: Tab = (event as CustomEvent<Tab>).detail; // what the tab set sends
    set({ tab, openedTabs: [...state.openedTabs, tab] });
  });
  home.addEventListener('editfields', () => set({ isEdited: true }));
  home.addEventListener('closeform', () => set({ isEdited: false }));
  if (isLate) {
    setTimeout(() => {
      set({ hasHighlights: true });
      onNamed();
    }, org.slow);
    setTimeout(() => set({ hasDetails: true }), 2 * org.slow);
  }
  return { content: home, title: () => (state.hasHighlights ? `${record.name} | ${labels[record.object]} | Salesforce` : undefined) };
}
