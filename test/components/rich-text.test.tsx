// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RichText } from '@/components/ui/RichText.tsx';
import { parseRichText } from '@/components/ui/rich-text.ts';
import { displayText } from '@/lib/core/display-text.ts';
import { payloads } from './xss-payloads.ts';

afterEach(cleanup);

/** The rendered body without the classes of our own stylesheet. */
function rendered(html: string): Element {
  const { container } = render(<RichText html={html} />);
  const body = container.firstElementChild;
  if (body === null) throw new Error('nothing was rendered');
  return body;
}

function markup(html: string): string {
  const body = rendered(html);
  for (const element of body.querySelectorAll('[class]')) element.removeAttribute('class');
  return body.innerHTML;
}

const ELEMENTS = 'DIV P BR STRONG EM U S UL OL LI A BLOCKQUOTE CODE PRE'.split(' ');
const ATTRIBUTES = ['class', 'dir', 'href', 'target', 'rel'];

function expectHarmless(body: Element): void {
  for (const element of [body, ...body.querySelectorAll('*')]) {
    expect(ELEMENTS).toContain(element.tagName);
    expect(ATTRIBUTES).toEqual(expect.arrayContaining(element.getAttributeNames()));
    if (element.tagName !== 'A') continue;
    expect(element.getAttribute('href')).toMatch(/^(https?:\/\/[^@]+$|mailto:|tel:)/);
    expect(element.getAttribute('rel')).toBe('noreferrer noopener');
    expect(element.getAttribute('target')).toBe('_blank');
  }
}

describe('formatting', () => {
  it.each([
    ['paragraphs', '<p>One</p>\n<p>Two</p>', '<p>One</p>\n<p>Two</p>'],
    [
      'emphasis',
      '<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><strike>f</strike>',
      '<strong>a</strong><strong>b</strong><em>c</em><em>d</em><u>e</u><s>f</s>',
    ],
    ['lines of the editor', '<div>One</div><div><br></div><div>Two</div>', '<p>One</p><p><br></p><p>Two</p>'],
    ['headings', '<h1>Big</h1><h6>Small</h6>', '<p><strong>Big</strong></p><p><strong>Small</strong></p>'],
    ['lists', '<ul>\n<li>a</li><li>b<ol><li>c</li></ol></li></ul>', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>'],
    ['lists without items', '<ul>a<b>c</b></ul>', '<ul><li>a</li><li><strong>c</strong></li></ul>'],
    [
      'quotes and code',
      '<blockquote>q</blockquote><code>c</code><pre>a\n b</pre>',
      '<blockquote>q</blockquote><code>c</code><pre>a\n b</pre>',
    ],
    [
      'tables, a row a line',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '<div><div>A · B</div><div>1 · 2</div></div>',
    ],
    ['entities', 'Tom &amp; Jerry &lt;3 &eacute;&#8364;', 'Tom &amp; Jerry &lt;3 é€'],
    ['what is not closed', '<p>a<b>b', '<p>a<strong>b</strong></p>'],
    ['paragraphs in paragraphs', '<b><p>a</p></b>', '<strong><p>a</p></strong>'],
    ['spans, fonts and dialects', '<span style="color:red">a</span><font size=7>b</font><o:p>c</o:p><x-y>d</x-y>', 'abcd'],
  ])('keeps %s', (_, html, expected) => {
    expect(markup(html)).toBe(expected);
  });

  it.each([
    ['https://a.test/x?y=1#z', 'https://a.test/x?y=1#z'],
    ['http://a.test', 'http://a.test/'],
    ['mailto:maria@bayside.test', 'mailto:maria@bayside.test'],
    ['tel:+14155550100', 'tel:+14155550100'],
  ])('keeps a link to %s', (href, expected) => {
    const body = rendered(`<a href="${href}" class=x onclick=y title=z>go</a>`);
    expectHarmless(body);
    expect(body.querySelector('a')?.getAttribute('href')).toBe(expected);
  });

  it('renders without a complaint from React, however elements are nested', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    rendered(
      '<a href="https://a.test"><b><a href="https://b.test">x</a></b></a><p><b><p>y<ul><p>z</p></ul></p></b></p><li>l</li><td>t</td><p>p<td>u</p><tr><li>m</li></tr>',
    );
    expect(complaint).not.toHaveBeenCalled();
  });
});

describe('plain text', () => {
  it.each([
    ['a < b and b > c', 'a < b and b > c'],
    ['if qty<min then call', 'if qty<min then call'],
    ['x<y and z>w', 'x<y and z>w'],
    ['From: Maria <maria@bayside.test>\nHi', 'From: Maria <maria@bayside.test>\nHi'],
    ['see <https://a.test/x>', 'see <https://a.test/x>'],
    ['see <https://a.test/?x=1>', 'see <https://a.test/?x=1>'],
    ['1 <2 & 3', '1 <2 & 3'],
    ['', ''],
  ])('%j stays as it is', (text, expected) => {
    expect(rendered(text).textContent).toBe(expected);
  });

  it('keeps its line breaks, with or without emphasis', () => {
    const lines = rendered('one\ntwo <b>three</b>\r\nfour');
    expect(lines.textContent).toBe('one\ntwo three\nfour');
    expect(lines.className).toMatch(/lines/);
    expect(rendered('<p>one\ntwo</p>').className).not.toMatch(/lines/);
  });

  it('loses characters that hide or reorder', () => {
    expect(rendered('abc\u202ecba\u200b').textContent).toBe('abccba');
  });
});

describe('hostile bodies', () => {
  it.each(payloads)('%j renders nothing that runs, loads or styles', (payload) => {
    expectHarmless(rendered(payload));
    expect(Reflect.get(globalThis, '__ran')).toBeUndefined();
  });

  it('are many', () => {
    expect(new Set(payloads).size).toBeGreaterThan(200);
  });

  it.each(['script', 'style', 'iframe', 'object', 'svg', 'math', 'template', 'noscript', 'head'])('lose what is in <%s>', (name) => {
    expect(rendered(`a<${name}>gone<p>gone</p></${name}>b`).textContent).toBe('ab');
  });

  it('keep the text of everything else', () => {
    expect(rendered('<p>before</p><video onplay=x>film</video><button>press</button><unknown x=1>text</unknown>').textContent).toBe(
      'beforefilmpresstext',
    );
  });

  it.each([
    ['10,000 nested paragraphs', `${'<div>'.repeat(10_000)}deep`],
    ['10,000 nested lists', `${'<ul><li>'.repeat(10_000)}deep`],
    ['700,000 nested emphases', '<b>'.repeat(700_000)],
    ['nesting with end tags that fit nothing', '<b>'.repeat(30_000) + '</i>'.repeat(25_000)],
    ['2 MB of line breaks', '<br>'.repeat(500_000)],
    ['2 MB of text', 'x'.repeat(2_000_000)],
    ['2 MB of angle brackets', '<'.repeat(2_000_000)],
    ['2 MB of one tag', `<a ${'x '.repeat(1_000_000)}`],
    ['2 MB of entities', '&amp;'.repeat(400_000)],
    ['2 MB of unknown tags', '<x>'.repeat(700_000)],
    ['2 MB of comments', '<!--'.repeat(500_000)],
  ])('do not stall the panel: %s', (_, html) => {
    const started = performance.now();
    const body = rendered(html);
    expect(body.querySelectorAll('*').length).toBeLessThan(12_000);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('are cut, visibly, where they are too long to be read', () => {
    const { textContent } = rendered('x'.repeat(2_000_000));
    expect(textContent).toMatch(/^x{100000}x*…$/);
    expect(textContent.length).toBeLessThan(300_000);
  });

  it('are read in about the time of harmless ones of their length', () => {
    const time = (html: string) => {
      const started = performance.now();
      parseRichText(html);
      return performance.now() - started;
    };
    const hostile = '<b>'.repeat(33_000) + '</i>'.repeat(25_000);
    const harmless = '<p>Left a <b>voicemail</b>.</p>'.repeat(hostile.length / 31);
    expect(time(hostile)).toBeLessThan(200 + 10 * time(harmless));
  });

  it('keep the text at the bottom of a deep nesting', () => {
    expect(rendered(`${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}after`).textContent.replace(/\s/g, '')).toBe('deepafter');
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href=https://a.test>',
    '</a>',
    '<li>',
    '<ul>',
    '<tr>',
    '<td>',
    '<br>',
    '<x>',
    '</x>',
    '<script>',
    '&amp;',
    '<',
    '>',
    '"',
    '=',
    ' ',
    '\n',
    'word',
  );

  it('never throws and renders nothing harmful', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragments).map((parts) => parts.join('')),
        ),
        (html) => {
          expectHarmless(rendered(html));
          cleanup();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is kept to the last character when it has no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(!/[<&]/.test(text));
        expect(rendered(text).textContent).toBe(displayText(text));
        cleanup();
      }),
    );
  });

  it('is kept inside formatting, in its order', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const tag = fc.constantFrom('p', 'b', 'i', 'div', 'span', 'ul', 'li', 'h1', 'table', 'tr', 'td', 'blockquote', 'a', 'center', 'x-foo');
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, word), { maxLength: 12 }), (parts) => {
        const html =
          parts.map(([name, text]) => `<${name}>${text}`).join('') +
          parts
            .map(([name]) => `</${name}>`)
            .reverse()
            .join('');
        expect(rendered(html).textContent.replace(/[ ·]/g, '')).toBe(parts.map(([, text]) => text).join(''));
        cleanup();
      }),
    );
  });
});
