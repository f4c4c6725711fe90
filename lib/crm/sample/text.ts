import { isLabel } from './kept-words.ts';
import type { Placeholders } from './placeholders.ts';

const MAX_TEXT = 240;

/** What is replaced as a whole, most telling first: addresses of pages, e-mail, Salesforce ids, phone numbers, words, digits. */
const PARTS = new RegExp(
  [
    String.raw`(?<url>\b(?:https?|ftp|wss?):\/\/[^\s<>"']+)`,
    String.raw`(?<email>[\p{L}\p{M}\p{N}._%+*•'-]+@[\p{L}\p{M}\p{N}*•-]+(?:\.[\p{L}\p{M}\p{N}*•-]+)+)`,
    String.raw`(?<![\p{L}\p{N}])(?<id>(?:\d[A-Za-z0-9]|a\d)[A-Za-z0-9]{13}(?:[A-Za-z0-9]{3})?)(?![\p{L}\p{N}])`,
    String.raw`(?<phone>(?<![\p{L}\p{N}])(?:\+|\(|00)?\d(?:[\s()./-]{0,2}\d){6,14}(?![\p{L}\p{N}]))`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
    String.raw`(?<digits>\p{N}+)`,
  ].join('|'),
  'gu',
);

export interface TextScrubber {
  /** Any text, except that a whole label, one of several parted by `|`, or one before a colon stays as it is. */
  text(text: string): string;
  /** The same without regard to labels, and uncut. */
  raw(text: string): string;
}

/** `url` scrubs an address of a page found in a text. */
export function createTextScrubber(placeholders: Placeholders, url: (address: string) => string): TextScrubber {
  function raw(text: string): string {
    return text.normalize('NFC').replace(PARTS, (...match) => {
      const found: Readonly<Record<string, string | undefined>> = match.at(-1); // with named groups the last argument holds them
      if (found.url) return url(found.url);
      if (found.email) return placeholders.email(found.email);
      if (found.id) return /[A-Za-z]/.test(found.id) ? placeholders.recordId(found.id) : placeholders.phone(found.id);
      if (found.phone) return placeholders.phone(found.phone);
      return found.word ? placeholders.word(found.word) : placeholders.digits(found.digits ?? '');
    });
  }

  function text(original: string): string {
    const short = original.length > MAX_TEXT ? `${original.slice(0, MAX_TEXT)}…` : original;
    return short
      .split(/(\s\|\s)/)
      .map(labelled)
      .join('');
  }

  /** A label stays, also one before a colon. */
  function labelled(part: string): string {
    const [, label = '', value = ''] = /^([^:：]{1,40}[:：])(.*)$/s.exec(part) ?? [];
    if (isLabel(part)) return part;
    return isLabel(label) ? `${label}${raw(value)}` : raw(part);
  }

  return { text, raw };
}
