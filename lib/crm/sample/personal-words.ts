import { openRoots } from '../dom.ts';
import { isCodeWord, isLabel } from './kept-words.ts';

/** Words of addresses that name no person: providers' and the like are scrubbed as text, but may well be parts of classes. */
const COMMON = new Set(
  'com,org,net,info,mail,test,email,office,support,help,sales,team,contact,admin,hello,www,active,main,app,web'.split(','),
);

/**
 * Words that may name somebody on this page, in lower case: those of e-mail addresses, of the title and of headings.
 * Elsewhere they are replaced with all other text; in names given by developers, such as classes, only these are.
 */
export function personalWords(document: Document): ReadonlySet<string> {
  const roots = openRoots(document);
  const of = (selector: string) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const names = [...of('h1,h2,h3').map((heading) => heading.textContent), ...document.title.split(/\s\|\s/)];
  const places = [
    ...roots.map((root) => ('body' in root ? root.body?.textContent : root.textContent) ?? ''),
    ...of('a[href^="mailto:" i]').map((link) => link.getAttribute('href') ?? ''),
    ...of('input').map((input) => (input as HTMLInputElement).value), // the selector asks for inputs
  ];
  const addresses = places.flatMap((text) => text.match(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu) ?? []);
  const words = [...names.filter((text) => !isLabel(text)), ...addresses].join(' ').match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word) && !isCodeWord(word)));
}
