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
  if (withoutHash(facts.url) !== withoutHash(tab.url)) return { status: 'pending' };
  return facts.detection;
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
