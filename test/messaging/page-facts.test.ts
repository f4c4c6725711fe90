import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFactsSchema } from '@/lib/messaging/page-facts.ts';

const contact = { crm: 'salesforce', recordId: '003A', name: 'Maria', emails: ['maria@bayside.test'], phones: [] };
const facts = { crm: 'salesforce', url: 'https://x.lightning.force.com/', detection: { status: 'contact', contact } };

describe('what a page may report', () => {
  it('is a contact, none or pending', () => {
    expect(pageFactsSchema.parse(facts)).toEqual(facts);
    for (const status of ['none', 'pending']) expect(pageFactsSchema.safeParse({ ...facts, detection: { status } }).success).toBe(true);
  });

  it.each([
    ['a key we do not know', { ...facts, locationId: 'x' }],
    ['a key we do not know inside the contact', { ...facts, detection: { status: 'contact', contact: { ...contact, contactId: 'x' } } }],
    ['a status we do not know', { ...facts, detection: { status: 'admin' } }],
    ['an empty record id', { ...facts, detection: { status: 'contact', contact: { ...contact, recordId: '' } } }],
    ['too many addresses', { ...facts, detection: { status: 'contact', contact: { ...contact, emails: Array(21).fill('a@b.co') } } }],
    ['an endless address', { ...facts, detection: { status: 'contact', contact: { ...contact, emails: ['a'.repeat(513)] } } }],
    ['an endless url', { ...facts, url: `https://x/${'a'.repeat(5_000)}` }],
    ['nothing at all', undefined],
  ])('is refused with %s', (_name, report) => expect(pageFactsSchema.safeParse(report).success).toBe(false));

  it('never passes anything on that the schema does not name', () => {
    fc.assert(
      fc.property(fc.anything(), (report) => {
        const parsed = pageFactsSchema.safeParse(report);
        return !parsed.success || Object.keys(parsed.data).every((key) => ['crm', 'url', 'detection'].includes(key));
      }),
    );
  });
});
