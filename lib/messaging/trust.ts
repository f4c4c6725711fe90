/** The facts of a sender that decide whether to listen; a subset of `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Pages of ours that may ask for everything. */
const OWN_PAGES = ['/sidepanel.html', '/options.html'];

/**
 * Whether a message comes from a page of ours. An extension page framed by a hostile site carries our id, origin and
 * url too, so it must also be a top frame: the side panel and the options page always are.
 */
export function isOwnPage(sender: Sender, own: { id: string; origin: string }): boolean {
  if (sender.id !== own.id || sender.url === undefined) return false;
  const url = URL.parse(sender.url);
  // `URL.origin` is opaque for extension schemes in some engines, so it is put together here.
  if (url === null || `${url.protocol}//${url.host}` !== own.origin || !OWN_PAGES.includes(url.pathname)) return false;
  // Firefox leaves `origin` out for some senders; where it is given it has to be ours.
  if (sender.origin !== undefined && sender.origin !== own.origin) return false;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return false;
  return sender.frameId === undefined || sender.frameId === 0;
}

/** Where a content script speaks from, by the browser's word. */
export interface PageSender {
  readonly tabId: number;
  readonly url: URL;
  /** Not every browser tells it. */
  readonly documentId?: string;
}

/** The tab of a content script in a top frame of an https page, or `undefined` when the sender is anything else. */
export function contentScriptTab(sender: Sender, ownId: string): PageSender | undefined {
  if (sender.id !== ownId || sender.frameId !== 0 || sender.tab?.id === undefined || sender.url === undefined) return undefined;
  const url = URL.parse(sender.url);
  if (url?.protocol !== 'https:') return undefined;
  return { tabId: sender.tab.id, url, ...(sender.documentId === undefined ? {} : { documentId: sender.documentId }) };
}
