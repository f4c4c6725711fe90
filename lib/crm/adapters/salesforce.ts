import type { CrmAdapter, Detection } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { recordAddress } from '../salesforce/address.ts';
import { createRecordReader, readCompany, readEmails, readName, readPhones } from '../salesforce/fields.ts';
import { titleName } from '../salesforce/names.ts';
import { findScope } from '../salesforce/scope.ts';
import { asText } from '../values.ts';

/** Salesforce Lightning: record pages of contacts and leads. */
export const adapter: CrmAdapter = {
  id: 'salesforce',
  label: 'Salesforce',
  matches: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  route: (url) => recordAddress(url)?.id,
  detect(page): Detection {
    const record = recordAddress(page.url);
    if (!record) return { status: 'none' };
    const dom = createPageDom(page.roots ?? openRoots(page.document));
    const scope = findScope(dom, page, record);
    if (!scope) return { status: 'pending' };
    const reader = createRecordReader(dom, scope, record.object, titleName(page));
    const emails = readEmails(reader, record.object);
    if (emails === 'conflict') return { status: 'pending' };
    const name = asText(scope.name ?? readName(reader));
    const company = readCompany(reader, record.object);
    const phones = readPhones(reader, record.object);
    if (!name && emails.length === 0 && phones.length === 0) return { status: 'pending' };
    return {
      status: 'contact',
      contact: { crm: 'salesforce', recordId: record.id, ...(name && { name }), ...(company && { company }), emails, phones },
    };
  },
};
