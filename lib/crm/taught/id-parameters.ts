import type { RecordIdSource } from './rule.ts';

/** Parameters that hold an id of something: the record's, that of what it belongs to, or of a view. */
const NAMES = /(?:id|guid|key|pk)$|(?:^|[-_])(?:no|nr|num|ref)$|^(?:c|r|contact|record|person|lead|customer|client|number)$/i;
const END = '[-_]?(?:id|guid|key|pk|no|nr|num|ref)?$';
/** How surely a parameter is a person's, best first; of the last group nobody knows whether it is the person's or a company's. */
const RANKS = [
  ...['contact', 'person', 'lead'].map((word) => new RegExp(`^${word}${END}`, 'i')),
  new RegExp(`^(?:c|r|cid|id|guid|uuid|key|pk|number|(?:record|customer|client)${END})$`, 'i'),
];
/** Words for a person in the name: such a parameter outranks a number in the path. */
const PERSON = 3;

/** Parameters whose names say that they hold an id, of the query and of a route in the hash. */
export function idParameters(url: URL): readonly (readonly [name: string, value: string])[] {
  const inHash = /^#[^?]*\?(.*)$/s.exec(url.hash)?.[1] ?? '';
  return [...url.searchParams, ...new URLSearchParams(inHash)].filter(([name, value]) => value !== '' && NAMES.test(name));
}

/**
 * Whether the address leaves no doubt that this part of it is the record's: it does where another parameter may as well be
 * (`?companyid=5&contactid=9` is not the record of company 5).
 */
export function isPlain(source: RecordIdSource, url: URL): boolean {
  const limit = source.from === 'query' ? rankOf(source.name) : PERSON - 1;
  return idParameters(url).every(([name]) => (source.from === 'query' && name === source.name) || rankOf(name) > limit);
}

function rankOf(name: string): number {
  const rank = RANKS.findIndex((pattern) => pattern.test(name));
  return rank < 0 ? RANKS.length : rank;
}
