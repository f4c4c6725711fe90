import { describe, expect, it } from 'vitest';
import { selectionText } from '@/entrypoints/background/selection.ts';

describe('the text of a selection', () => {
  it('has the lines that the page shows and the browser leaves out', () => {
    expect(selectionText('Call back about Friday', { text: 'Call back\nabout Friday', isList: false })).toBe('Call back\nabout Friday');
  });

  it('has bullets where it runs over a list, but no second ones', () => {
    const answer = { text: 'To do\n• Call back\n\nSend the quote', isList: true };
    expect(selectionText('To do • Call back Send the quote', answer)).toBe('- To do\n• Call back\n- Send the quote');
  });

  it.each([
    ['other words', { text: 'Pay me', isList: true }],
    ['nothing', undefined],
    ['no text', { text: 7, isList: true }],
    ['an empty text', { text: ' ', isList: false }],
  ])('is what the browser said when the page says %s', (_what, answer) => {
    expect(selectionText('Call back', answer)).toBe('Call back');
  });
});
