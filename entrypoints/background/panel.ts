import { browser } from 'wxt/browser';

/** The toolbar button opens the panel, in the browser's own way. */
export function setupPanel(): void {
  if (import.meta.env.FIREFOX) {
    // Firefox has a sidebar, and opens it only straight from the button's own event.
    browser.action.onClicked.addListener(() => void firefoxSidebar().toggle());
  } else {
    browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true }).catch(console.error);
    // Only called until that has taken effect: a click right after the installation counts too.
    browser.action.onClicked.addListener(openPanel);
  }
}

/**
 * Opens the panel in the tab's window. Must be called synchronously in an event that carries a user gesture; without
 * one browsers refuse, and the panel just stays as it is.
 */
export function openPanel(tab: { windowId: number }): void {
  const opening = import.meta.env.FIREFOX ? firefoxSidebar().open() : browser.sidePanel.open({ windowId: tab.windowId });
  opening.catch(() => undefined);
}

/** The types of `browser` are Chromium's; Firefox's `sidebarAction` (MDN) is not among them. */
function firefoxSidebar(): { open(): Promise<void>; toggle(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void>; toggle(): Promise<void> } }).sidebarAction;
}
