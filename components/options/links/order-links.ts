import type { ContactLink } from '@/lib/contact/types.ts';

/** Links by the site of their record, in the order in which each site comes first. */
export function bySite(links: readonly ContactLink[]): readonly { readonly crm: string; readonly links: readonly ContactLink[] }[] {
  return [...Map.groupBy(links, ({ crm }) => crm)].map(([crm, ofSite]) => ({ crm, links: ofSite }));
}

/** Whether all of the words are in what is shown of a link. */
export function fits({ name = '', recordId, contactId, crm, reason }: ContactLink, words: string): boolean {
  const text = [name, recordId, contactId, crm, reason && 'value' in reason ? reason.value : ''].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A record's id as its page has it: what is kept of a taught site says by which rule it was read, too. */
export function shownRecord({ crm, recordId }: Pick<ContactLink, 'crm' | 'recordId'>): string {
  return crm.includes(':') ? recordId.replace(/ [0-9a-f]{12}$/, '') : recordId;
}
