import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

const SHOWN_MS = 4_000;
const RED = '#b42318';

/** A tick on the tab's badge: the act is in the outbox. */
export async function badgeDone(tabId: number): Promise<void> {
  await show(tabId, '✓', '#1a7f4b', i18n.t('badge.done'));
}

/** A question mark on the tab's badge: nothing was written, the panel asks. */
export async function badgeUnsure(tabId: number): Promise<void> {
  await show(tabId, '?', RED, i18n.t('badge.unsure'));
}

/** How many writes wait for a person's decision; shown on every tab until there are none. */
export async function badgeNeedsPerson(count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: RED });
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
}

async function show(tabId: number, text: string, color: string, title: string): Promise<void> {
  // A tab that was closed meanwhile has no badge to show.
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
    setTimeout(() => void clear(tabId), SHOWN_MS);
  } catch {}
}

async function clear(tabId: number): Promise<void> {
  try {
    // `null` (MDN and Chrome: action.setBadgeText) gives the tab the badge of all tabs back; an empty text would hide it.
    await browser.action.setBadgeText({ tabId, text: null as unknown as string });
    await browser.action.setBadgeBackgroundColor({ tabId, color: RED });
    await browser.action.setTitle({ tabId, title: i18n.t('manifest.open') });
  } catch {}
}
