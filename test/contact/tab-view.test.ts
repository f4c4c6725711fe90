import { describe, expect, it } from 'vitest';
import { type TabFacts, tabView } from '@/lib/contact/tab-view.ts';
import type { PageFacts } from '@/lib/messaging/page-facts.ts';
import type { SiteView } from '@/lib/sites/site.ts';

const url = 'https://harbor.lightning.force.com/lightning/r/Contact/003A/view';
const contact = { crm: 'salesforce', recordId: '003A', emails: [], phones: [] };
const facts: PageFacts = { crm: 'salesforce', url, detection: { status: 'contact', contact } };
const site: SiteView = { id: 'salesforce', label: 'Salesforce', kind: 'built-in', state: 'on', patterns: [], failing: [] };
const loaded: TabFacts = { url, status: 'complete' };
const salesforce = { id: 'salesforce', label: 'Salesforce' };

const viewOf = (tab: TabFacts, shown: PageFacts | undefined, whose: SiteView | undefined = site) =>
  tabView(tab, { site: whose, looksLike: undefined }, shown);
const ofNobody = (tab: TabFacts, looksLike?: typeof salesforce) => tabView(tab, { site: undefined, looksLike }, undefined);

describe('what a tab shows', () => {
  it('is what its page reported about the very address it is on', () => {
    expect(viewOf(loaded, facts)).toEqual({ status: 'contact', contact, reasons: [], site });
    expect(viewOf({ ...loaded, url: `${url}#top` }, facts)).toMatchObject({ status: 'contact' });
  });

  it('comes with the reasons the page gave', () => {
    const reasons = [{ field: 'email', source: 'field', label: 'Email' }] as const;
    const detection = { ...facts.detection, reasons } as PageFacts['detection'];
    expect(viewOf(loaded, { ...facts, detection })).toMatchObject({ status: 'contact', reasons });
  });

  it.each<PageFacts['detection']>([
    { status: 'unknown', missing: ['email', 'phone'] },
    { status: 'ambiguous', people: [contact, { ...contact, recordId: '003B' }] },
    { status: 'none' },
    { status: 'pending' },
  ])('is just as doubtful as the page: $status', (detection) => {
    expect(viewOf(loaded, { ...facts, detection })).toEqual({ ...detection, site });
  });

  it('is pending, never the old contact, when the address has moved on', () => {
    expect(viewOf({ ...loaded, url: url.replace('003A', '003B') }, facts)).toEqual({ status: 'pending', site });
    expect(viewOf({ ...loaded, url: `${url}?ws=other` }, facts)).toEqual({ status: 'pending', site });
  });

  it('is pending while it loads, where a record is known by e-mail or phone alone and the browser tells no documents apart', () => {
    const loading = { ...loaded, status: 'loading' };
    const keyed = (recordId: string): PageFacts => ({ ...facts, detection: { status: 'contact', contact: { ...contact, recordId } } });
    for (const id of ['email:maria@bayside.test', 'phone:+14155550142']) {
      expect(viewOf(loading, keyed(id)), id).toEqual({ status: 'pending', site });
      expect(viewOf(loaded, keyed(id)), id).toMatchObject({ status: 'contact' });
      expect(tabView(loading, { site, looksLike: undefined }, { ...keyed(id), documentId: 'D' }), id).toMatchObject({ status: 'contact' });
    }
    expect(viewOf(loading, facts)).toMatchObject({ status: 'contact' });
    expect(viewOf({ ...loaded, isDoubtful: true }, facts)).toEqual({ status: 'pending', site });
  });

  it('tells routes behind the # apart', () => {
    const at = (id: string) => `https://harbor.lightning.force.com/one/one.app#/sObject/${id}/view`;
    expect(viewOf({ ...loaded, url: at('003A') }, { ...facts, url: at('003A') })).toMatchObject({ status: 'contact' });
    expect(viewOf({ ...loaded, url: at('003B') }, { ...facts, url: at('003A') })).toEqual({ status: 'pending', site });
  });

  it.each(['off', 'paused', 'blocked'] as const)('is %s with its site, whatever was reported before', (state) => {
    const resting = { ...site, state };
    expect(viewOf(loaded, facts, resting)).toEqual({ status: state, site: resting });
    // Without the permission the browser does not tell the address; the last report does.
    expect(viewOf({ status: 'complete' }, facts, resting)).toEqual({ status: state, site: resting });
  });

  it('is unsupported where we may not know the address, though a report of a site that is on remains', () => {
    expect(viewOf({ status: 'complete' }, facts)).toEqual({ status: 'unsupported' });
  });

  it('is unsupported on a site that nobody switched on, with its origin when it can be one', () => {
    expect(ofNobody({ url: 'https://crm.acme.example/contacts/7?tab=1' })).toEqual({
      status: 'unsupported',
      origin: 'https://crm.acme.example',
    });
    for (const address of ['http://crm.acme.example/', 'chrome://settings/', 'about:blank', undefined]) {
      expect(ofNobody({ url: address }, salesforce)).toEqual({ status: 'unsupported' });
    }
  });

  it('says which CRM the address looks like', () => {
    expect(ofNobody({ url: 'https://crm.acme.example/lightning/r/003A/view' }, salesforce)).toMatchObject({ looksLike: salesforce });
  });

  it('is silent when a loaded page never reported, and pending while it loads', () => {
    expect(viewOf(loaded, undefined)).toEqual({ status: 'silent', site });
    expect(viewOf({ ...loaded, status: 'loading' }, undefined)).toEqual({ status: 'pending', site });
  });

  it('shows nothing that another site reported from there', () => {
    const taught: SiteView = { ...site, id: 'https://harbor.lightning.force.com', kind: 'taught' };
    expect(viewOf(loaded, facts, taught)).toEqual({ status: 'silent', site: taught });
  });
});
