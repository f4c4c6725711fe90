// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { adapter } from '@/lib/crm/adapters/salesforce.ts';
import { readFixture } from './page.ts';

const url = new URL('https://harbor.my.salesforce.com/console');
const maria = readFixture('salesforce--classic-contact.html');
const john = readFixture('salesforce--classic-lead.html');
const list = readFixture('salesforce--classic-list.html');
const CASE = new URL('https://harbor.my.salesforce.com/500Hr00001CaSeO?isdtp=vw');

/** Opens a tab of the console: a frame of the same origin. jsdom loads none, so its address is set by hand. */
function openTab({ html, url }: { html: string; url: URL }, parent: ParentNode = document.body): HTMLIFrameElement {
  const frame = (parent.ownerDocument ?? document).createElement('iframe');
  parent.append(frame);
  const inner = frame.contentDocument;
  if (!inner) throw new Error('a frame without a document');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  inner.replaceChild(inner.adoptNode(parsed.documentElement), inner.documentElement);
  Object.defineProperty(inner, 'URL', { value: url.href });
  return frame;
}

const detect = () => adapter.detect({ url, document });
const person = ({ expect: { salesforce } }: typeof maria): DetectedContact | undefined =>
  salesforce?.status === 'contact' ? salesforce.contact : undefined;

afterEach(() => document.body.replaceChildren());

describe('the Classic console', () => {
  test('shows nobody while no tab is open', () => {
    expect(detect()).toEqual({ status: 'none' });
  });

  test('shows the contact of the tab in front, whatever the tabs behind hold', () => {
    openTab(john).style.display = 'none';
    openTab(maria);
    openTab(list);
    expect(detect()).toMatchObject({ status: 'contact', contact: person(maria) });
  });

  test('shows the other contact once the other tab is in front', () => {
    const one = openTab(john);
    openTab(maria).style.display = 'none';
    expect(detect()).toMatchObject({ contact: person(john) });
    one.style.display = 'none';
    expect(detect()).toEqual({ status: 'none' });
  });

  test('finds a record in a frame within a frame', () => {
    const outer = openTab({ html: '<p></p>', url: new URL('/ui/support/servicedesk/ServiceDeskPage', url) });
    const inner = outer.contentDocument?.body;
    if (inner) openTab(maria, inner);
    expect(detect()).toMatchObject({ contact: person(maria) });
  });

  test('shows nobody for sure while two records are in front', () => {
    openTab(maria);
    openTab({ html: '<p></p>', url: CASE });
    expect(detect()).toEqual({ status: 'ambiguous', people: [] });
  });

  test('shows nobody on a case', () => {
    openTab({ html: maria.html, url: CASE });
    expect(detect()).toEqual({ status: 'none' });
  });

  test('says nothing of frames that it may not look into', () => {
    const frame = openTab(maria);
    Object.defineProperty(frame, 'contentDocument', {
      get: () => {
        throw new DOMException('another origin', 'SecurityError');
      },
    });
    expect(detect()).toEqual({ status: 'none' });
  });
});
