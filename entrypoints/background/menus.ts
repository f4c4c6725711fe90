import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Sites } from '@/lib/sites/sites.ts';
import { settings } from '@/lib/storage/items.ts';
import { type Clicked, type MenuAct, type MenuSearch, menuId, parseMenuId } from './menu-acts.ts';
import { openPanel } from './panel.ts';
import { createRunner } from './runner.ts';
import { selectionInPage, selectionText } from './selection.ts';

/** What a click in the context menu sets off; `act` reports by badge and panel, and never throws. */
export interface MenuActs {
  readonly sites: Pick<Sites, 'readable'>;
  act(act: MenuAct, at: ClickPlace): Promise<void>;
  /** Has the panel of that tab search. */
  search(search: MenuSearch, tabId: number): Promise<void>;
}

/** Where a click was: the tab, and the page that it showed then. */
export interface ClickPlace {
  readonly tabId: number;
  readonly url: string;
  readonly title?: string | undefined;
}

const MOST_TAGS = 12;
type Item = Browser.contextMenus.CreateProperties;

/** The context menu on pages of sites that are on. It acts on the contact of the tab that was clicked in. */
export function setupMenus({ act, search, sites }: MenuActs): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const url = info.pageUrl ?? tab?.url;
    if (tab?.id === undefined || url === undefined) return;
    const [id, tabId] = [String(info.menuItemId), tab.id];
    // Opened before anything is awaited: browsers allow it only inside the click's own event.
    void openPanel(tab);
    void withLines(info, tabId).then((clicked) => {
      const asked = parseMenuId(id, clicked);
      if (asked?.kind === 'find') return search(asked, tabId);
      return asked && act(asked, { tabId, url, title: tab.title });
    });
  });
  // Two rebuilds at once would create every item twice.
  const rebuild = createRunner(() => buildMenus(sites)).run;
  browser.runtime.onInstalled.addListener(rebuild);
  browser.runtime.onStartup.addListener(rebuild);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(rebuild);
  const { favouriteTags, recentTags, automationTags, crms, customHosts, taughtSites } = settings;
  for (const setting of [favouriteTags, recentTags, automationTags, crms, customHosts, taughtSites]) setting.watch(rebuild);
}

/** A click with the line breaks of its selection: what browsers say of one may be without. */
async function withLines({ selectionText: said, linkUrl, frameId }: Browser.contextMenus.OnClickData, tabId: number): Promise<Clicked> {
  if (said === undefined) return { linkUrl };
  const target = { tabId, ...(frameId === undefined ? {} : { frameIds: [frameId] }) };
  const answers = await browser.scripting.executeScript({ target, func: selectionInPage }).catch(() => []);
  return { linkUrl, selectionText: selectionText(said, answers[0]?.result) };
}

async function buildMenus(sites: MenuActs['sites']): Promise<void> {
  const reaches = Object.values(await sites.readable());
  const documentUrlPatterns = [...new Set(reaches.flatMap(({ matches }) => matches))];
  const { favouriteTags, recentTags, automationTags } = settings;
  const [favourites, recent, starting] = await Promise.all([favouriteTags.get(), recentTags.get(), automationTags.get()]);
  const tags = [...new Set([...favourites, ...recent])].slice(0, MOST_TAGS).map((tag) => ({ tag, starts: isAmong(starting, tag) }));
  await browser.contextMenus.removeAll();
  if (documentUrlPatterns.length === 0) return;
  for (const item of menuItems(tags)) browser.contextMenus.create({ ...item, documentUrlPatterns }, () => void browser.runtime.lastError);
}

function isAmong(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}

function menuItems(tags: readonly { readonly tag: string; readonly starts: boolean }[]): Item[] {
  const everywhere = ['page', 'selection', 'link', 'editable', 'image'] satisfies Item['contexts'];
  const parentId = 'alongside';
  const onSelection = { parentId, contexts: ['selection' as const] } satisfies Partial<Item>;
  return [
    { id: parentId, title: i18n.t('menu.parent'), contexts: everywhere },
    { id: menuId({ kind: 'note', text: '' }), title: i18n.t('menu.saveAsNote'), ...onSelection },
    { id: menuId({ kind: 'task', text: '' }), title: i18n.t('menu.createTask'), ...onSelection },
    { id: 'search', title: i18n.t('menu.search'), ...onSelection },
    { id: 'lookup', parentId, title: i18n.t('menu.lookup'), contexts: ['link'], targetUrlPatterns: ['mailto:*', 'tel:*'] },
    { id: 'tags', parentId, title: i18n.t('menu.tagContact'), contexts: everywhere },
    ...tags.map(({ tag, starts }) => {
      const title = escapeTitle(starts ? i18n.t('menu.startsAutomation', { tag }) : tag);
      return { id: menuId({ kind: 'tag', tag }), parentId: 'tags', title, contexts: everywhere };
    }),
    ...(tags.length > 0 ? [] : [{ id: 'no-tags', parentId: 'tags', title: i18n.t('menu.noTags'), enabled: false, contexts: everywhere }]),
    { id: 'open', parentId, title: i18n.t('menu.openPanel'), contexts: everywhere },
  ];
}

/** In a menu title `%s` means the selection and `&` an access key. */
function escapeTitle(text: string): string {
  return text.replaceAll('&', '&&').replaceAll('%s', '% s');
}
