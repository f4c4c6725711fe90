import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Sites } from '@/lib/sites/sites.ts';
import { settings } from '@/lib/storage/items.ts';
import { type MenuAct, menuId, parseMenuId } from './menu-acts.ts';
import { openPanel } from './panel.ts';
import { createRunner } from './runner.ts';

/** What a click in the context menu sets off; `act` reports by badge and panel, and never throws. */
export interface MenuActs {
  readonly sites: Pick<Sites, 'readable'>;
  act(act: MenuAct, at: { tabId: number; url: string }): Promise<void>;
}

const MOST_TAGS = 12;
type Item = Browser.contextMenus.CreateProperties;

/** The context menu on pages of sites that are on. It acts on the contact of the tab that was clicked in. */
export function setupMenus({ act, sites }: MenuActs): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const url = info.pageUrl ?? tab?.url;
    if (tab?.id === undefined || url === undefined) return;
    const clicked = parseMenuId(String(info.menuItemId), info.selectionText);
    // Opened before anything is awaited: browsers allow it only inside the click's own event.
    openPanel(tab);
    if (clicked !== undefined) void act(clicked, { tabId: tab.id, url });
  });
  // Two rebuilds at once would create every item twice.
  const rebuild = createRunner(() => buildMenus(sites)).run;
  browser.runtime.onInstalled.addListener(rebuild);
  browser.runtime.onStartup.addListener(rebuild);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(rebuild);
  const { favouriteTags, recentTags, crms, customHosts, taughtSites } = settings;
  for (const setting of [favouriteTags, recentTags, crms, customHosts, taughtSites]) setting.watch(rebuild);
}

async function buildMenus(sites: MenuActs['sites']): Promise<void> {
  const reaches = Object.values(await sites.readable());
  const documentUrlPatterns = [...new Set(reaches.flatMap(({ matches }) => matches))];
  const [favourites, recent] = await Promise.all([settings.favouriteTags.get(), settings.recentTags.get()]);
  const tags = [...new Set([...favourites, ...recent])].slice(0, MOST_TAGS);
  await browser.contextMenus.removeAll();
  if (documentUrlPatterns.length === 0) return;
  for (const item of menuItems(tags)) browser.contextMenus.create({ ...item, documentUrlPatterns }, () => void browser.runtime.lastError);
}

function menuItems(tags: readonly string[]): Item[] {
  const everywhere = ['page', 'selection', 'link', 'editable', 'image'] satisfies Item['contexts'];
  const parentId = 'alongside';
  const onSelection = { parentId, contexts: ['selection' as const] } satisfies Partial<Item>;
  return [
    { id: parentId, title: i18n.t('menu.parent'), contexts: everywhere },
    { id: menuId({ kind: 'note', text: '' }), title: i18n.t('menu.saveAsNote'), ...onSelection },
    { id: menuId({ kind: 'task', text: '' }), title: i18n.t('menu.createTask'), ...onSelection },
    { id: 'tags', parentId, title: i18n.t('menu.tagContact'), contexts: everywhere },
    ...tags.map((tag) => ({ id: menuId({ kind: 'tag', tag }), parentId: 'tags', title: escapeTitle(tag), contexts: everywhere })),
    ...(tags.length > 0 ? [] : [{ id: 'no-tags', parentId: 'tags', title: i18n.t('menu.noTags'), enabled: false, contexts: everywhere }]),
    { id: 'open', parentId, title: i18n.t('menu.openPanel'), contexts: everywhere },
  ];
}

/** In a menu title `%s` means the selection and `&` an access key. */
function escapeTitle(text: string): string {
  return text.replaceAll('&', '&&').replaceAll('%s', '% s');
}
