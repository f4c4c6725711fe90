import { expect, type Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';

export interface MenuClick {
  readonly menuItemId: string;
  readonly selectionText?: string;
  readonly linkUrl?: string;
  readonly frameId?: number;
  /** The page of the click, when the tab has moved on since. */
  readonly pageUrl?: string;
}

/** The event of a click in the native menu, which no test can open without a screen. */
export async function clickMenu(browser: ExtensionBrowser, page: Page, click: MenuClick): Promise<void> {
  const worker = await browser.background();
  const url = page.url();
  // A click comes long after a page is read: without its report nothing would be written for that reason alone.
  await expect
    .poll(() =>
      worker.evaluate(async (address) => {
        const [tab] = await chrome.tabs.query({ url: address });
        return JSON.stringify(await chrome.storage.session.get(`tab:${tab?.id}`));
      }, url),
    )
    .toContain('"status":"contact"');
  await worker.evaluate(
    async ({ address, clicked }) => {
      const [tab] = await chrome.tabs.query({ url: address });
      // `dispatch` is what Chromium itself calls; the types leave it out.
      const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object | undefined): void };
      event.dispatch({ editable: false, pageUrl: address, ...clicked }, tab);
    },
    { address: url, clicked: click },
  );
}
