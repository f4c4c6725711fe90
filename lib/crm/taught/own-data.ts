/** Shorter pieces are part of too many words to say anything. */
const SHORTEST = 3;

/**
 * Knows texts that speak of the record itself: its values, words of its address, the ids in its URL. Another record has
 * others there, so nothing is found again by them.
 */
export function createOwnData(values: readonly string[], url: URL): (text: string) => boolean {
  const ids = `${url.pathname}/${url.search}/${url.hash}`.split(/[/?&=#!]+/).filter((part) => /\d/.test(part));
  const pieces = values.flatMap((value) => [
    value,
    ...value.split('@', 1).flatMap((local) => (value.includes('@') ? local.split(/[^\p{L}]+/u) : [])),
  ]);
  const own = [...ids, ...pieces].map(fold).filter((piece) => piece.length >= SHORTEST);
  return (text) => own.some((piece) => fold(text).includes(piece));
}

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
