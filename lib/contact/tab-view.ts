import type { PageFacts } from '@/lib/messaging/page-facts.ts';
import type { TabView } from './types.ts';

/** What the browser says of a tab; `url` is only known for hosts we may read. */
export interface TabFacts {
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

/**
 * What a tab shows, from the browser's word and the page's last report. A report about another address than the tab's
 * is out of date, so nothing of it is shown.
 */
export function tabView(tab: TabFacts, isCrmPage: boolean, facts: PageFacts | undefined): TabView {
  if (tab.url === undefined || !isCrmPage) return { status: 'unsupported' };
  if (facts === undefined) return { status: tab.status === 'loading' ? 'pending' : 'silent' };
  if (!isSamePage(facts.url, tab.url)) return { status: 'pending' };
  return facts.detection;
}

/** Whether two addresses are of one page: a place on it does not count, but a route that is kept behind the `#` does. */
export function isSamePage(one: string, other: string): boolean {
  return withoutPlace(one) === withoutPlace(other);
}

function withoutPlace(url: string): string {
  return url.replace(/#(?!!?\/).*$/s, '');
}
