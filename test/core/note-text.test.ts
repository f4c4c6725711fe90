import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { noteBody, noteFromSelection } from '@/lib/core/note-text.ts';

/** What a browser shows of HTML, lines apart: any tag is lost. */
function shownOf(html: string): string {
  const shown: string[] = [];
  new Parser({ ontext: (text) => void shown.push(text) }).end(html);
  return shown.join('');
}

describe("a plain text as a note's body", () => {
  it.each([
    ['Fees: 3 < 4 & "fine"', 'Fees: 3 < 4 & "fine"'],
    ['AT&T > Verizon\nsecond line', 'AT&T > Verizon\nsecond line'],
    ['Use <b> for bold & so on', 'Use &lt;b> for bold &amp; so on'],
    ['if qty<min', 'if qty&lt;min'],
    ['write &amp; there', 'write &amp;amp; there'],
    ['see ?a=1&copy=2', 'see ?a=1&amp;copy=2'],
    ['<!-- no comment -->', '&lt;!-- no comment -->'],
  ])('%j goes as %j', (typed, sent) => expect(noteBody(typed)).toBe(sent));

  it('shows as typed, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '</',
        '<b',
        '>',
        '&',
        '&amp',
        '&lt;',
        '&#60;',
        '&#x3c',
        '&copy',
        '&notit;',
        '<!--',
        '<?',
        ' ',
        '\n',
        '"',
        "'",
        '=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const typed = pieces.join('');
        expect(shownOf(noteBody(typed))).toBe(typed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a selection as a note', () => {
  it('has the title and the address of its page under it', () => {
    expect(noteFromSelection(' Call\r\nback ', 'Maria\n Gomez ', 'https://crm.test/003?x=1')).toBe(
      'Call\nback\n\nMaria Gomez\nhttps://crm.test/003?x=1',
    );
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'about:blank',
    '',
    `https://x.test/${'a'.repeat(2_000)}`,
  ])('leaves out an address like %.40s', (url) => expect(noteFromSelection('Text', '', url)).toBe('Text'));

  it('is bounded', () => {
    const body = noteFromSelection('x'.repeat(20_000), 'y'.repeat(20_000), 'https://crm.test/');
    expect(body.length).toBeLessThan(5_300);
    expect(body).toContain('x…\n\ny');
  });

  it('shows markup of the page as text', () => {
    expect(shownOf(noteFromSelection('<b>bold</b>', '<i>', 'https://crm.test/'))).toBe('<b>bold</b>\n\n<i>\nhttps://crm.test/');
  });
});
