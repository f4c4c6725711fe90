import type { CrmAdapter } from '../adapter.ts';
import { detectGeneric } from '../generic/detect.ts';

const id = 'salesnexus';
const IDS = /^(?:contact[-_]?id|cid|id)$/i;

/**
 * SalesNexus: its hosts are known, its pages are not, so they are read like any unknown page. Numbers in the address may
 * name the contact or something else: they tell one place from another, and never who it is.
 */
export const adapter: CrmAdapter = {
  id,
  label: 'SalesNexus',
  matches: ['https://*.salesnexus.com/*', 'https://*.salesnex.us/*'],
  readsFrames: true,
  route({ hostname, pathname, hash, searchParams }) {
    if (!/(?:^|\.)(?:salesnexus\.com|salesnex\.us)$/.test(hostname) || /^(?:www|api)\.|^sales(?:nexus\.com|nex\.us)$/.test(hostname))
      return undefined;
    // A company's own address is nobody's.
    if (/log-?(?:in|out)|sign-?(?:in|up)|\/auth\b|\/(?:company|companies|organi[sz]ations?)\b/i.test(pathname)) return undefined;
    const ids = [...searchParams].filter(([name]) => IDS.test(name)).map(([, value]) => value);
    return [pathname, hash.replace(/\?.*/, ''), ...ids].filter(Boolean).join(' ');
  },
  detect: (page) => detectGeneric(page, id),
};
