import type { Detection } from '@/lib/crm/adapter.ts';
import type { PageFacts } from '@/lib/messaging/page-facts.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import type { TabView } from './types.ts';

/** What the browser says of a tab; `url` is only known for hosts we may read, and after a click on our button. */
export interface TabFacts {
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

/** Whose page it is; both are looked up by the tab's address, or else by that of the last report. */
export interface TabSite {
  readonly site: SiteView | undefined;
  /** Asked only about a page of no site that is known. */
  readonly looksLike: Pick<SiteView, 'id' | 'label'> | undefined;
}

/**
 * What a tab shows, from the browser's word and the page's last report. A report about another address than the tab's
 * is out of date, so nothing of it is shown.
 */
export function tabView(tab: TabFacts, { site, looksLike }: TabSite, facts: PageFacts | undefined): TabView {
  if (site === undefined) return unsupported(tab.url, looksLike);
  if (site.state !== 'on') return { status: site.state, site };
  if (tab.url === undefined) return { status: 'unsupported' };
  if (facts === undefined || facts.crm !== site.id) return { status: tab.status === 'loading' ? 'pending' : 'silent', site };
  if (!isSamePage(facts.url, tab.url)) return { status: 'pending', site };
  return { ...shown(facts.detection), site };
}

function unsupported(address: string | undefined, looksLike: TabSite['looksLike']): TabView {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== 'https:') return { status: 'unsupported' };
  return { status: 'unsupported', origin: url.origin, ...(looksLike === undefined ? {} : { looksLike }) };
}

function shown(detection: Detection) {
  return detection.status === 'contact' ? { ...detection, reasons: detection.reasons ?? [] } : detection;
}

/** Whether two addresses are of one page: a place on it does not count, but a route that is kept behind the `#` does. */
export function isSamePage(one: string, other: string): boolean {
  return withoutPlace(one) === withoutPlace(other);
}

function withoutPlace(url: string): string {
  return url.replace(/#(?!!?\/).*$/s, '');
}
