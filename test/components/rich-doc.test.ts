import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/components/ui/rich-text-plain.ts';
import { readRichDoc } from '@/components/ui/rich-text-read.ts';
import { writeRichDoc } from '@/components/ui/rich-text-write.ts';
import { richDoc } from './rich-doc-arbitrary.ts';
import { payloads } from './xss-payloads.ts';

describe('a rich document', () => {
  it('is read from its own HTML exactly as it was', () => {
    fc.assert(
      fc.property(richDoc, (doc) => {
        expect(readRichDoc(writeRichDoc(doc))).toMatchObject({ doc, lost: new Set() });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['<p>One <b>two</b>\n three</p>\n<p><br></p><p></p><div>Four<br></div>', '<p>One <strong>two</strong> three</p><p><br></p><p>Four</p>'],
    ['<ul><li><p>a</p></li><li>b<ol><li>c</li></ol></li></ul>', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>'],
    ['<h2>Big</h2><blockquote><p>x</p><p>y</p></blockquote>', '<h2>Big</h2><blockquote><p>x</p><p>y</p></blockquote>'],
    ['a <i>b</i>\nc', '<p>a <em>b</em><br>c</p>'],
    ['<b><p>x</p></b>y', '<p><strong>x</strong></p><p>y</p>'],
    ['<p>1&nbsp;000 &lt;b&gt; &amp;amp;</p>', '<p>1&nbsp;000 &lt;b&gt; &amp;amp;</p>'],
    [
      '<a href="https://a.test/?x=1&amp;y=&quot;">go <b>on</b></a>',
      '<p><a href="https://a.test/?x=1&amp;y=%22">go <strong>on</strong></a></p>',
    ],
    ['<p>x<a href="javascript:alert(1)">y</a></p>', '<p>xy</p>'],
  ])('of %s is written as %s', (html, written) => expect(writeRichDoc(readRichDoc(html).doc)).toBe(written));

  it('keeps nothing of hostile HTML that could act', () => {
    for (const payload of payloads) {
      const written = writeRichDoc(readRichDoc(payload).doc);
      const tags = written.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        expect(tag).toMatch(/^<\/?(p|h[1-6]|blockquote|ul|ol|li|br|strong|em|u|s|code|a)( href="(https?:\/\/|mailto:|tel:)[^"<>]*")?>$/);
      }
    }
  });
});

describe('what an editor could not keep', () => {
  it.each([
    ['<table><tr><td>1</td><td>2</td></tr></table>', ['table']],
    ['<p>x</p><img src="a.png">', ['media']],
    ['<p style="margin: 0">x</p><p class="y">z</p>', []],
    ['<p style="color: red">x</p>', ['look']],
    ['<a href="javascript:x">y</a><a name="z">here</a>', ['link']],
    ['<p>x</p><hr>', ['other']],
    ['<script>x</script><style>y</style>plain', []],
    ['<b>bold</b> and <a href="tel:+14155550100">call</a>', []],
  ])('of %s is named', (html, lost) => expect([...readRichDoc(html).lost]).toEqual(lost));
});

describe('plain text', () => {
  it('is told from formatted, and is as it was typed', () => {
    expect(readRichDoc('3 < 4\r\n  two  blanks').plain).toBe('3 < 4\n  two  blanks');
    expect(readRichDoc('Tom &amp; Jerry').plain).toBe('Tom & Jerry');
    expect(readRichDoc('').plain).toBe('');
    expect(readRichDoc('a<br>b').plain).toBeUndefined();
    expect(readRichDoc('<p>a</p>').plain).toBeUndefined();
  });

  it('of formatted text has a line for each line, and marks the items of lists', () => {
    expect(plainText('<p>Agreed:</p><ul><li>X-rays<br>by e-mail</li><li>Invoice<ol><li>in May</li></ol></li></ul><p>End&nbsp;1</p>')).toBe(
      'Agreed:\n- X-rays\n  by e-mail\n- Invoice\n  - in May\nEnd 1',
    );
    expect(plainText('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>')).toBe('A · B\n1 · 2');
  });
});
