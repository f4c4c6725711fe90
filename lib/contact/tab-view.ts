import type { Detection } from '@/lib/crm/adapter.ts';
import type { KeptFacts } from '@/lib/messaging/page-facts.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import type { TabView } from './types.ts';

/** What the browser says of a tab; `url` is only known for hosts we may read, and after a click on our button. */
export interface TabFacts {
  readonly url?: string | undefined;
  readonly status?: string | undefined;
  /** It is not known whether the report is of the document that the tab shows now. */
  readonly isDoubtful?: true;
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
export function tabView(tab: TabFacts, { site, looksLike }: TabSite, facts: KeptFacts | undefined): TabView {
  if (site === undefined) return unsupported(tab.url, looksLike);
  if (site.state !== 'on') return { status: site.state, site };
  if (tab.url === undefined) return { status: 'unsupported' };
  if (facts === undefined || facts.crm !== site.id) return { status: tab.status === 'loading' ? 'pending' : 'silent', site };
  if (!isSamePage(facts.url, tab.url) || mayBeOfOtherDocument(tab, facts)) return { status: 'pending', site };
  return { ...shown(facts.detection), site };
}

/**
 * Where the browser does not tell documents apart, whoever is known by e-mail or phone alone may be somebody else once the
 * same address has loaded: no id in the address says that it is the same record.
 */
function mayBeOfOtherDocument({ status, isDoubtful }: TabFacts, { documentId, detection }: KeptFacts): boolean {
  if (isDoubtful || documentId !== undefined || status !== 'loading') return isDoubtful === true;
  if (detection.status === 'ambiguous') return true;
  return detection.status === 'contact' && /^(?:email|phone):/.test(detection.contact.recordId);
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
