import type { SalesforceRecord } from '../../sandbox/crm/salesforce-records.ts';

/** The org's data, as the server put it into the page. */
const records: readonly SalesforceRecord[] = JSON.parse(document.getElementById('records')?.textContent ?? '[]');
const asked = new URLSearchParams(location.search);

/** How this page of the org behaves; all of it stays in the address while one moves about. */
export const org = {
  /** Milliseconds from a changed address to the changed page. */
  swap: Number(asked.get('swap') ?? 300),
  /** Milliseconds until the highlights of a drawn page appear; its details take as long again. */
  slow: Number(asked.get('slow') ?? 0),
  isConsole: asked.get('app') === 'console',
  isJapanese: asked.get('lang') === 'ja',
  /** Pages of single fields, as administrators build them, instead of one detail panel. */
  isDynamic: asked.get('forms') === 'dynamic',
  /** A telephone is connected: numbers are not links. */
  hasTelephone: asked.get('telephone') === 'on',
  /** Addresses are masked for this user. */
  isMasked: asked.get('mask') === 'on',
} as const;

const KEPT = ['shadow', 'swap', 'slow', 'app', 'lang', 'forms', 'telephone', 'mask'];

/** The address with what says how the org behaves. */
export function withOptions(target: URL): URL {
  for (const name of KEPT) {
    const value = asked.get(name);
    if (value !== null) target.searchParams.set(name, value);
  }
  return target;
}

export const find = (id: string | undefined) => records.find((record) => id !== undefined && record.id.slice(0, 15) === id.slice(0, 15));
export const all = (object: string) => records.filter((record) => record.object === object);
export const recordPath = (record: SalesforceRecord) => `/lightning/r/${record.object}/${record.id}/view`;
export const relatedPath = (record: SalesforceRecord, list: string) => `/lightning/r/${record.object}/${record.id}/related/${list}/view`;
