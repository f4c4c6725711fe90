import { browser } from 'wxt/browser';
import { tellNews } from '@/lib/messaging/news.ts';

/**
 * The toolbar button opens the panel. Opened by our own listener, not by the browser: only so does the click let us see
 * the tab's address (`activeTab`), and the panel knows on which site it stands.
 */
export function setupPanel(): void {
  if (!import.meta.env.FIREFOX) browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: false }).catch(console.error);
  browser.action.onClicked.addListener((tab) => {
    // Browsers open it only straight from the button's own event.
    if (import.meta.env.FIREFOX) void firefoxSidebar().toggle();
    else void openPanel(tab);
    if (tab.id !== undefined) tellNews({ about: 'tab', tabId: tab.id });
  });
}

/**
 * Opens the panel in the tab's window. Must be called synchronously in an event that carries a user gesture; without
 * one browsers refuse, and the panel just stays as it is: then it resolves to `false`.
 */
export async function openPanel(tab: { windowId: number } | undefined): Promise<boolean> {
  const opening = import.meta.env.FIREFOX ? firefoxSidebar().open() : tab && browser.sidePanel.open({ windowId: tab.windowId });
  return Promise.resolve(opening).then(
    () => opening !== undefined,
    () => false,
  );
}

/** Whether a panel is open in any window. */
export async function isPanelOpen(): Promise<boolean> {
  // Firefox's background is a page, and tells its views; Chromium's is none.
  if (import.meta.env.FIREFOX) {
    // The types know no document here, as Chromium's background has none.
    const views = browser.extension.getViews() as unknown as readonly { location: URL }[];
    return views.some(({ location }) => location.pathname === '/sidepanel.html');
  }
  return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
}

/** The types of `browser` are Chromium's; Firefox's `sidebarAction` (MDN) is not among them. */
function firefoxSidebar(): { open(): Promise<void>; toggle(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void>; toggle(): Promise<void> } }).sidebarAction;
}
