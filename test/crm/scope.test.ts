// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { detectGeneric, domOf } from '@/lib/crm/generic/detect.ts';
import { findFields, findPanels } from '@/lib/crm/generic/scope.ts';
import { showPage } from './page.ts';

// A layout of the page's own: what has `data-at="left top right bottom"` stands there, as does all in it that says nothing else.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left = 0, top = 0, right = innerWidth, bottom = innerHeight] =
      this.closest('[data-at]')?.getAttribute('data-at')?.split(' ').map(Number) ?? [];
    return new DOMRect(left, top, right - left, bottom - top);
  });
});
afterEach(() => vi.restoreAllMocks());

const page = { url: new URL('https://crm.example.com/contact?id=1'), document };
const fields = '<table data-at="0 100 300 200"><tr><th>Name</th><td>Ann Lee</td></tr><tr><th>Email</th><td>ann@x.test</td></tr></table>';
const aside = (name: string, at: string) =>
  `<aside id="${name}" data-at="${at}"><h3>${name}</h3><a href="mailto:${name}@x.test">m</a></aside>`;
const around = Array.from({ length: 8 }, (_none, at) => `<p data-at="0 ${at * 9} 90 ${at * 9 + 8}">Text ${at}</p>`).join('');

function show(body: string) {
  showPage(`<body>${body}</body>`);
  return domOf(page);
}

test('the column on the right is where it stands, not where it is written', () => {
  expect(findPanels(show(aside('ann', '700 0 1024 700') + aside('ben', '0 0 240 700'))).map(({ id }) => id)).toEqual(['ann']);
});

test('a drawer that has slid off the screen shows nobody', () => {
  expect(findPanels(show(aside('ann', '1024 0 1300 700')))).toEqual([]);
});

test('fields no wider than their texts are a record, fields in a column at the left are none', () => {
  const below = '<p data-at="400 300 900 400">History</p>';
  expect(findFields(show(around + fields + below), document)?.nodeName).toBe('TABLE');
  const beside = '<p data-at="400 100 900 400">Ben Ito</p>';
  expect(findFields(show(around + fields + beside), document)).toBeUndefined();
  expect(detectGeneric(page)).toEqual({ status: 'none' });
});
