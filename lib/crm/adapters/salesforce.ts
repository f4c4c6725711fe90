import type { CrmAdapter, CrmPage, Detection } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { readRecord } from '../engine.ts';
import { accountKind } from '../salesforce/account.ts';
import { isClassicConsole, type RecordAddress, recordAddress } from '../salesforce/address.ts';
import { readClassic } from '../salesforce/classic.ts';
import { readConsole } from '../salesforce/console.ts';
import { lightningPlan } from '../salesforce/fields.ts';
import { titleName } from '../salesforce/names.ts';
import { createRecordReader } from '../salesforce/reader.ts';
import { findScope } from '../salesforce/scope.ts';

/** Salesforce, Lightning and Classic: record pages of contacts, leads and accounts. */
export const adapter: CrmAdapter = {
  id: 'salesforce',
  label: 'Salesforce',
  matches: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  hasCustomHosts: true,
  tellingPath: '/lightning/',
  provesAddress: true,
  readsFrames: true,
  route: (url) => (isClassicConsole(url) ? 'console' : recordAddress(url)?.id),
  detect(page): Detection {
    if (isClassicConsole(page.url)) return readConsole(page);
    const record = recordAddress(page.url);
    if (!record) return { status: 'none' };
    return record.isClassic ? readClassic(page, record) : readLightning(page, record);
  },
};

function readLightning(page: CrmPage, record: RecordAddress): Detection {
  const { document } = page;
  // Frames show other pages, e.g. Classic ones within Lightning.
  const roots = (page.roots ?? openRoots(document)).filter((root) => root === document || root.ownerDocument === document);
  const dom = createPageDom(roots);
  const scope = findScope(dom, page, record);
  if (!scope) return { status: 'pending' };
  const reader = createRecordReader(dom, scope, record.object, titleName(page));
  const kind = record.object === 'Account' ? accountKind(reader, scope, record) : 'person';
  return kind ? readRecord(lightningPlan(record, kind), reader) : { status: 'pending' };
}
