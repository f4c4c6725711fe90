import { asEmail, asPhone } from '../values.ts';
import { fold, labelKey } from './labels.ts';

/** Placeholders of templates, and addresses of which a part is hidden: `{{email}}`, `%EMAIL%@x.com`, `xxx@x.com`, `j...@x.com`. */
const NO_ADDRESS = /[{}%$#]|x{3}|_{3}|\.\.|^\.|\.@/i;
/** Dates look like numbers: `2026-11-21`, `21.11.2026`. */
const DATE = /^(?:\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2\d{2,4})(?!\d|[-/.]\d)/;

/** Whole, unmasked e-mail addresses in a text. */
export function emailsIn(text: string): readonly string[] {
  return text.split(/[\s<>()[\],;|]+|\.(?=\s|$)/).flatMap((token) => (NO_ADDRESS.test(token) ? [] : (asEmail(token) ?? [])));
}

/** The number a text is, if it is nothing else: not a name, a date or a count. */
export function phonesIn(text: string): readonly string[] {
  const phone = DATE.test(text) ? undefined : asPhone(text);
  return phone && phone.replace(/\D/g, '').length >= 7 ? [phone] : [];
}

/** Whether the text could be somebody's name: a few words of letters that are no label. */
export function isNameLike(text: string): boolean {
  return /^(?:\p{L}[\p{L}\p{M}.'’-]*[\s,・]*){1,5}$/u.test(text) && text.length < 60 && !labelKey(text);
}

/** Whether an address looks made from the name: one of its words of at least three letters stands before the `@`. */
export function fits(name: string, email: string): boolean {
  const local = fold(email.split('@')[0] ?? '');
  return wordsOf(name).some((word) => local.includes(word));
}

/** Whether two texts share a word. */
export function sharesWord(one: string, other: string): boolean {
  return wordsOf(one).some((word) => wordsOf(other).includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name
    .split(/[\s.,'’-]+/)
    .map(fold)
    .filter((word) => word.length > 2);
}
