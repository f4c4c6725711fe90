/**
 * What a browser would take for markup in a text: the beginning of a tag, an end tag, a comment or a declaration, and a
 * character reference, of which some old ones need no semicolon (HTML Standard, 13.2.5 and 13.5).
 */
const LIKE_HTML =
  /<[a-z/!?]|&#x?[\da-f]|&[a-z][a-z\d]*;|&(?:[lg]t|amp|quot|nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|copy|ord[fm]|laquo|not|shy|reg|macr|deg|plusmn|sup[123]|acute|micro|para|middot|cedil|raquo|frac|iquest|times|divide|szlig|thorn|eth|[aeiouyn](?:grave|acute|circ|tilde|uml|ring|slash|cedil)|aring|ccedil|aelig)/i;

/**
 * A plain text as the body of a note that HighLevel shows as it was typed. A body is one string (HighLevel OpenAPI,
 * contacts.json, NotesDTO) without a word on its format: the web editor puts HTML there, other apps plain text. So a text
 * that would be read as HTML goes as HTML, escaped; any other goes as it is, and is right wherever bodies are shown raw.
 */
export function noteBody(text: string): string {
  return LIKE_HTML.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text;
}

const MOST_SELECTION = 5_000;
const MOST_TITLE = 200;
const MOST_URL = 2_000;

/**
 * A selection as the body of a note, with the title of its page and the address under it, where that is one of the web. What
 * comes from a page is cut where it is longer than people write.
 */
export function noteFromSelection(text: string, title: string, url: string): string {
  const source = [cut(title.replace(/\s+/g, ' ').trim(), MOST_TITLE), webAddress(url)].filter((line) => line !== '');
  const parts = [cut(text.replace(/\r\n?/g, '\n').trim(), MOST_SELECTION), source.join('\n')];
  return noteBody(parts.filter((part) => part !== '').join('\n\n'));
}

/** Addresses with a name in front of the host deceive, and may hold a password. */
function webAddress(raw: string): string {
  if (raw.length > MOST_URL || !URL.canParse(raw)) return '';
  const { protocol, username, password, href } = new URL(raw);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : '';
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
