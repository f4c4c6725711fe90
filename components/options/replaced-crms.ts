import type { SiteView } from '@/lib/sites/site.ts';

/** The built-in CRMs that are no longer read on an origin once something is taught of it. */
export function replacedCrms(origin: string, sites: readonly SiteView[]): readonly SiteView[] {
  return sites.filter(({ kind, patterns }) => kind === 'built-in' && patterns.some((pattern) => covers(pattern, origin)));
}

/** Patterns of sites are `https://host/*` or `https://*.domain/*`, the domain itself included. */
function covers(pattern: string, origin: string): boolean {
  const [, wild, host = ''] = /^https:\/\/(\*\.)?([^/]+)\/\*$/.exec(pattern) ?? [];
  const own = URL.parse(origin)?.host ?? '';
  return own !== '' && (own === host || (wild !== undefined && own.endsWith(`.${host}`)));
}
