import { longId } from '../salesforce/address.ts';
import { isSalutation } from './kept-words.ts';
import { digitsLike, runsOf, wordLike } from './letters.ts';

/** Replaces what a person could be known by; the same thing gets the same placeholder, different things different ones. */
export interface Placeholders {
  /** A run of letters, in any mixture of scripts. */
  word(word: string): string;
  /** A run of digits that is no phone number. */
  digits(digits: string): string;
  /** Ends in `.test`, which no real address does. */
  email(address: string): string;
  /** Up to ten digits become those of a number kept for fiction, `…555-01xx`; the country's code and the punctuation stay. */
  phone(number: string): string;
  /** A Salesforce id of 15 or 18 characters: the first three, which say what it is of, stay. */
  recordId(id: string): string;
}

/** Placeholders for one file; none of them leads back to what it replaced. */
export function createPlaceholders(): Placeholders {
  const runOf = createNames((run, nth) => wordLike(run, nth), sizeOf);
  const digitsOf = createNames(digitsLike, (digits) => `${digits.length}`);
  const phoneOf = createNames(fictionalNumber, () => '');
  const idOf = createNames(fictionalId, () => '');
  const emailOf = createNames(
    (address, nth) => emailLike(address, nth, word),
    (address) => emailLike(address, 0, word),
  );
  function word(text: string): string {
    if (isSalutation(text)) return text;
    return runsOf(text)
      .map((run) => withCapitals(runOf(run.toLowerCase()), run))
      .join('');
  }
  return {
    word,
    digits: digitsOf,
    email: (address) => emailOf(address.toLowerCase()),
    phone: (number) => fill(number, phoneOf(number.replace(/\D/g, '').slice(-9))),
    recordId: (id) => (id.length === 18 ? longId(idOf(id.slice(0, 15))) : idOf(id)),
  };
}

/** Hands out names, counting separately for each `group`, so that names of one group differ; none names itself. */
function createNames(make: (key: string, nth: number) => string, group: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    let nth = counts.get(group(key)) ?? 0;
    let name = make(key, nth++);
    if (name === key) name = make(key, nth++);
    counts.set(group(key), nth);
    known.set(key, name);
    return name;
  };
}

/** Words that could become the same: of one length, in one script. */
const sizeOf = (run: string) => wordLike(run, 0);

function withCapitals(made: string, like: string): string {
  const shape = [...like];
  return [...made].map((letter, at) => (shape[at] !== shape[at]?.toLowerCase() ? letter.toUpperCase() : letter)).join('');
}

/** Two addresses may have the same words (`a@b.com`, `a@b.org`): the second gets a number. */
function emailLike(address: string, nth: number, word: (text: string) => string): string {
  const at = address.lastIndexOf('@');
  const made = (text: string) => text.replace(/[\p{L}\p{M}]+/gu, word).replace(/\d/g, '5');
  const domain = made(address.slice(at + 1)).replace(/[^.]*$/, 'test');
  return `${made(address.slice(0, at))}${nth || ''}@${domain}`;
}

/** Ten digits, from (201) 555-0100 up: `555-01xx` is kept free for fiction in each area. */
function fictionalNumber(_key: string, nth: number): string {
  return `${201 + (Math.floor(nth / 100) % 700)}55501${String(nth % 100).padStart(2, '0')}`;
}

/** Puts the digits into the number's own punctuation, from the right, up to the country's code. */
function fill(number: string, digits: string): string {
  const [code = ''] = /^\s*\+(?:[17]|\d\d)/.exec(number) ?? [];
  const rest = [...digits];
  const filled = [...number.slice(code.length)].reverse().map((char) => (/\d/.test(char) ? (rest.pop() ?? char) : char));
  return `${code}${filled.reverse().join('')}`;
}

function fictionalId(id: string, nth: number): string {
  return `${id.slice(0, 3)}Xx0000000${nth.toString(36).toUpperCase().padStart(3, '0')}`;
}
