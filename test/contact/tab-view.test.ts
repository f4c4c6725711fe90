import { describe, expect, it } from 'vitest';
import { tabView } from '@/lib/contact/tab-view.ts';
import type { PageFacts } from '@/lib/messaging/page-facts.ts';

const url = 'https://harbor.lightning.force.com/lightning/r/Contact/003A/view';
const facts: PageFacts = {
  crm: 'salesforce',
  url,
  detection: { status: 'contact', contact: { crm: 'salesforce', recordId: '003A', emails: [], phones: [] } },
};

describe('what a tab shows', () => {
  it('is what its page reported about the very address it is on', () => {
    expect(tabView({ url, status: 'complete' }, true, facts)).toEqual(facts.detection);
    expect(tabView({ url: `${url}#top`, status: 'complete' }, true, facts)).toEqual(facts.detection);
  });

  it('is pending, never the old contact, when the address has moved on', () => {
    expect(tabView({ url: url.replace('003A', '003B'), status: 'complete' }, true, facts)).toEqual({ status: 'pending' });
    expect(tabView({ url: `${url}?ws=other`, status: 'complete' }, true, facts)).toEqual({ status: 'pending' });
  });

  it('tells routes behind the # apart', () => {
    const at = (id: string) => `https://harbor.lightning.force.com/one/one.app#/sObject/${id}/view`;
    expect(tabView({ url: at('003A'), status: 'complete' }, true, { ...facts, url: at('003A') })).toEqual(facts.detection);
    expect(tabView({ url: at('003B'), status: 'complete' }, true, { ...facts, url: at('003A') })).toEqual({ status: 'pending' });
  });

  it('is unsupported when we may not know its address or it is no page of a switched-on CRM', () => {
    expect(tabView({ status: 'complete' }, true, facts)).toEqual({ status: 'unsupported' });
    expect(tabView({ url, status: 'complete' }, false, facts)).toEqual({ status: 'unsupported' });
  });

  it('is silent when a loaded page never reported, and pending while it loads', () => {
    expect(tabView({ url, status: 'complete' }, true, undefined)).toEqual({ status: 'silent' });
    expect(tabView({ url, status: 'loading' }, true, undefined)).toEqual({ status: 'pending' });
  });
});
