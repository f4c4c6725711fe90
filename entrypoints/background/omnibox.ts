import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Connection } from '@/lib/auth/types.ts';
import { createOmnibox, type OmniboxParts, type Said } from './omnibox-words.ts';
import { isPanelOpen, openPanel } from './panel.ts';

type Parts = Pick<OmniboxParts, 'findByText'> & {
  connection(): Promise<Connection | null>;
  /** Has the panel of a tab search. */
  search(query: string, tabId: number): Promise<void>;
};

/** What is known when somebody begins to type: Enter must not wait for it. */
interface Place {
  readonly connected: Connection | null;
  readonly tab: Browser.tabs.Tab | undefined;
}

/** The address bar's keyword `ghl`: people of the location by name, e-mail, phone or company. */
export function setupOmnibox({ connection, findByText, search }: Parts): void {
  const words = createOmnibox({
    connection,
    findByText,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isXml: !import.meta.env.FIREFOX,
    say,
    setDefault: (description) => browser.omnibox.setDefaultSuggestion({ description }),
  });
  let place: Place | undefined;
  const look = async () => {
    // What was known when somebody typed before may be another window's by now.
    place = undefined;
    const [connected, [tab]] = await Promise.all([connection(), browser.tabs.query({ active: true, lastFocusedWindow: true })]);
    place = { connected, tab };
    return place;
  };
  browser.omnibox.onInputStarted.addListener(() => void Promise.all([look(), words.begin()]).catch(console.error));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    words.suggest(text).then((found) => found && suggest([...found]), console.error);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const enter = ({ connected, tab }: Place) => {
      const entered = words.enter(text, connected);
      if (entered.kind === 'options') return browser.runtime.openOptionsPage();
      if (entered.kind === 'page') return openPage(entered.url, disposition);
      return openSearch(entered, tab);
    };
    // Without waiting where that is possible: browsers let the panel be opened in the event itself only. Chromium takes Enter in
    // the address bar for a person's act (seen in 156 with a real keyboard); Firefox is not documented to.
    (place ? enter(place) : look().then(enter)).catch(console.error);
  });

  /** A panel that is open hears of the search also where it cannot be opened; without one, HighLevel's own list is. */
  async function openSearch({ query, url }: { query: string; url: string }, tab: Browser.tabs.Tab | undefined): Promise<void> {
    const opening = openPanel(tab);
    if (tab?.id !== undefined) await search(query, tab.id);
    if (!(await opening) && !(await isPanelOpen())) await openPage(url, 'newForegroundTab');
  }
}

async function openPage(url: string, disposition: `${Browser.omnibox.OnInputEnteredDisposition}`): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

function say(what: Said, query = ''): string {
  switch (what) {
    case 'search':
      return i18n.t('omnibox.search');
    case 'searchFor':
      return i18n.t('omnibox.searchFor', { query });
    case 'notConnected':
      return i18n.t('omnibox.notConnected');
    case 'failed':
      return i18n.t('omnibox.failed', { query });
    case 'unnamed':
      return i18n.t('contact.unnamed');
  }
}
