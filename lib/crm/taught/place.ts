import type { RecordIdSource, TaughtRule } from './rule.ts';

/** The parts of an address that say which page it is. */
export interface AddressParts {
  readonly path: readonly string[];
  /** Segments of a route kept in the hash (`#/contact/12`, `#!/contact/12`); empty where the hash is no route. */
  readonly hash: readonly string[];
}

/** Longest record id; what pages report is bounded to 256 characters, and wildcards may stand before it. */
const MAX_ID = 200;
/** Pages beside the records, under addresses of the same form. */
const NO_RECORD = /^(?:new|create|add|edit|list|all|search|import|undefined|null)$/i;

export function addressParts(url: URL): AddressParts {
  return { path: segments(url.pathname), hash: /^#!?\//.test(url.hash) ? segments(url.hash.replace(/^#!?/, '')) : [] };
}

const segments = (path: string) => path.replace(/\?.*$/s, '').split('/').filter(Boolean);

/** The part of the address that names the record; `undefined` when there is none. */
export function idAt(source: RecordIdSource, url: URL): string | undefined {
  const id = source.from === 'query' ? url.searchParams.get(source.name) : addressParts(url)[source.from][source.at];
  return id && id.length <= MAX_ID && !NO_RECORD.test(id) ? id : undefined;
}

/**
 * Where an address leads by a rule; `undefined` when it is none of the rule's record pages. `recordId` is absent when the
 * address does not name the record. `key` tells the places apart.
 */
export function placeOf(rule: Pick<TaughtRule, 'origin' | 'path' | 'recordId'>, url: URL): { recordId?: string; key: string } | undefined {
  if (url.origin !== rule.origin) return undefined;
  const [path = '', hash] = rule.path.split('#');
  const parts = addressParts(url);
  const inPath = wildcards(segments(path), parts.path);
  const inHash = hash === undefined ? [] : wildcards(segments(hash), parts.hash);
  if (!inPath || !inHash) return undefined;
  if (rule.recordId === null) return { key: url.pathname + url.search + url.hash };
  const id = idAt(rule.recordId, url);
  if (id === undefined) return undefined;
  const before = [...inPath, ...inHash].join('/').slice(0, 50);
  const recordId = before ? `${before}/${id}` : id;
  return { recordId, key: recordId };
}

/**
 * What stands where the template says `*`, as far as it comes before the id: it may be the record's kind, and a lead with
 * the number of a contact is somebody else. What comes after the id is a view of the same record.
 */
function wildcards(template: readonly string[], actual: readonly string[]): readonly string[] | undefined {
  if (template.length !== actual.length) return undefined;
  if (!template.every((part, at) => part === ':id' || part === '*' || part === actual[at])) return undefined;
  const end = template.indexOf(':id');
  return actual.filter((_, at) => template[at] === '*' && (end < 0 || at < end));
}
