import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type BadgeFace, createBadgeCounts } from './badge-counts.ts';

const SHOWN_MS = 4_000;
const RED = '#b42318';
const GREY = '#5d6673';
const counts = createBadgeCounts({ session: () => browser.storage.session, paint });
/** What the button says where no tab says anything else. */
let title = i18n.t('manifest.open');

/** A tick on the tab's badge: the act is in the outbox. */
export async function badgeDone(tabId: number): Promise<void> {
  await show(tabId, '✓', '#1a7f4b', i18n.t('badge.done'));
}

/** A question mark on the tab's badge: nothing was written, the panel asks. */
export async function badgeUnsure(tabId: number): Promise<void> {
  await show(tabId, '?', RED, i18n.t('badge.unsure'));
}

/** How many writes wait for a person's decision; shown on every tab until there are none. */
export const badgeNeedsPerson = counts.needsPerson;

/** How many of the reader's tasks are overdue; shown on every tab while no write needs them. */
export const badgeOverdue = counts.overdue;

async function paint({ text, why, count }: BadgeFace): Promise<void> {
  title = wordsOf(why, count);
  await browser.action.setBadgeBackgroundColor({ color: why === 'overdue' ? GREY : RED });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}

function wordsOf(why: BadgeFace['why'], count: number): string {
  switch (why) {
    case 'needsPerson':
      return i18n.t('badge.needsPerson', count);
    case 'overdue':
      return i18n.t('badge.overdue', count);
    case 'nothing':
      return i18n.t('manifest.open');
  }
}

async function show(tabId: number, text: string, color: string, words: string): Promise<void> {
  // A tab that was closed meanwhile has no badge to show.
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title: words });
    setTimeout(() => void clear(tabId), SHOWN_MS);
  } catch {}
}

async function clear(tabId: number): Promise<void> {
  try {
    // `null` (MDN and Chrome: action.setBadgeText) gives the tab the badge of all tabs back; an empty text would hide it.
    await browser.action.setBadgeText({ tabId, text: null as unknown as string });
    await browser.action.setBadgeBackgroundColor({ tabId, color: await browser.action.getBadgeBackgroundColor({}) });
    await browser.action.setTitle({ tabId, title });
  } catch {}
}
