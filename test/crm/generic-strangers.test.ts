// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectOn } from '@/lib/crm/engine.ts';
import { adapterFor } from '@/lib/crm/registry.ts';
import { type Fixture, readFixtures, showPage } from './page.ts';

const EMAIL = 'somebody.else@elsewhere.test';
const PHONE = '+1 212 555 9999';

/** Somebody else, as pages show people who are not the record's. */
const everywhere: Readonly<Record<string, string>> = {
  'a list item': `<ul><li>Somebody Else <a href="mailto:${EMAIL}">${EMAIL}</a> <a href="tel:${PHONE}">${PHONE}</a></li></ul>`,
  'a list of nothing but addresses': `<ul><li><a href="mailto:${EMAIL}">Write</a></li><li>${PHONE}</li></ul>`,
  'a table row': `<table><thead><tr><th>Email</th><th>Phone</th></tr></thead><tbody><tr><td>${EMAIL}</td><td>${PHONE}</td></tr></tbody></table>`,
  'a hover card': `<div role="tooltip"><b>Somebody Else</b><p>${EMAIL}</p><p>${PHONE}</p></div>`,
  'an open form': `<div role="dialog" aria-modal="true"><h2>Somebody Else</h2><dl><dt>Email</dt><dd>${EMAIL}</dd><dt>Phone</dt><dd>${PHONE}</dd></dl></div>`,
  'a message of a thread': `<div><div>From: Somebody Else &lt;${EMAIL}&gt;</div><div>Call me: ${PHONE}</div></div>`,
  'the owner': `<div><span>Owner</span><span>Somebody Else</span><span>${EMAIL}</span><span>${PHONE}</span></div>`,
  'a sentence': `<p>Somebody Else wrote from ${EMAIL}, ${PHONE}</p>`,
  'the navigation': `<nav><a href="/me">${EMAIL}</a><span>${PHONE}</span></nav>`,
};
/** Cards look like a record of their own: they are only told apart where there is a record. */
const besideRecords: Readonly<Record<string, string>> = {
  'a card with labels': `<div><div>Somebody Else</div><div><span>Email</span><span>${EMAIL}</span></div><div><span>Phone</span><span>${PHONE}</span></div></div>`,
  'a card with a heading': `<section><h3>Somebody Else</h3><dl><dt>Email</dt><dd>${EMAIL}</dd><dt>Phone</dt><dd>${PHONE}</dd></dl></section>`,
};

const fixtures = readFixtures().filter(({ file }) => /^sales(?:handy|msg|nexus)--/.test(file));
const expectationOf = ({ file, expect: { [file.split('--')[0] ?? '']: expected } }: Fixture) => expected;

function everything(root: ParentNode = document.body): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
}

const isBox = (element: Element) =>
  element.childElementCount > 0 && !element.shadowRoot && !element.closest('table,dl,select,ul,nav,button,label,header');

/** Puts the stranger into the n-th box of the page. */
function put(html: string, nth: number, where: 'prepend' | 'append'): void {
  const boxes = [document.body, ...everything().filter(isBox)];
  const stranger = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (stranger) boxes[nth % boxes.length]?.[where](stranger);
}

/** Takes away what the record's own fields say, so that nothing but the stranger's remain. */
function emptyAddresses(): void {
  for (const element of everything()) {
    const text = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('');
    if (element instanceof HTMLInputElement) element.value = element.value.replace(/.*(?:@|\d{3}).*/, '');
    else if (/@|\d{3}.?\d{3}/.test(text) || /^(?:mailto|tel):/.test(element.getAttribute('href') ?? '')) element.replaceChildren();
  }
}

function tellsNobodyElse(fixture: Fixture): void {
  const adapter = adapterFor(fixture.url);
  const found = adapter && detectOn(adapter, { url: fixture.url, document });
  if (found?.status !== 'contact') return;
  const expected = expectationOf(fixture);
  expect(JSON.stringify(found.contact)).not.toMatch(/omebody|elsewhere|9999/);
  expect(expected).toMatchObject({ status: 'contact', contact: { recordId: found.contact.recordId } });
}

test('addresses that only stand in lists, threads, forms, navigation or sentences are never told', () => {
  const changes = fc.tuple(
    fc.constantFrom(...fixtures),
    fc.constantFrom(...Object.values(everywhere)),
    fc.nat(60),
    fc.constantFrom('prepend', 'append'),
  );
  fc.assert(
    fc.property(changes, fc.boolean(), ([fixture, stranger, nth, where], isEmptied) => {
      showPage(fixture.html);
      if (isEmptied) emptyAddresses();
      put(stranger, nth, where);
      tellsNobodyElse(fixture);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a card of somebody else beside a record is never taken for it', () => {
  // Which of two panels without a name counts cannot be told by anybody.
  const records = fixtures.filter((fixture) => {
    const expected = expectationOf(fixture);
    return expected?.status === 'contact' && expected.contact.name !== undefined;
  });
  const changes = fc.tuple(
    fc.constantFrom(...records),
    fc.constantFrom(...Object.values(besideRecords)),
    fc.nat(60),
    fc.constantFrom('prepend', 'append'),
  );
  fc.assert(
    fc.property(changes, ([fixture, stranger, nth, where]) => {
      showPage(fixture.html);
      put(stranger, nth, where);
      tellsNobodyElse(fixture);
    }),
    { numRuns: 100 },
  );
}, 60_000);
