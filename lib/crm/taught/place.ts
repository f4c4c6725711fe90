import { idParameters, isPlain } from './id-parameters.ts';
import type { RecordIdSource, TaughtRule } from './rule.ts';

/** The parts of an address that say which page it is. */
export interface AddressParts {
  readonly path: readonly string[];
  /** Segments of a route kept in the hash (`#/contact/12`, `#!/contact/12`); empty where the hash is no route. */
  readonly hash: readonly string[];
}

/** Longest part that is an id. */
const MAX_ID = 200;
/** Longest record id; what pages report is bounded to 256 characters. A part of one would be several records'. */
const MAX_RECORD_ID = 250;
/** What stands after an id for a view of the same record. */
const VIEW =
  /^(?:view|edit|details?|overview|summary|profile|info|general|notes?|calls?|e?mails?|messages?|tasks?|activit(?:y|ies)|timeline|history|files|documents|deals|related)$/i;
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
 * address does not name the record, or may name another one with it. `key` tells the places apart: whatever of the address
 * may name a record is in it.
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
  const recordId = [...inPath, ...inHash, id].join('/');
  const key = [recordId, ...idParameters(url).map((parameter) => parameter.join('='))].join(' ');
  return recordId.length > MAX_RECORD_ID || !isPlain(rule.recordId, url) ? { key } : { recordId, key };
}

/**
 * What stands where the template says `*`: it may be the record's kind, and a lead with the number of a contact is somebody
 * else, or the person within what the id names. Only a known view of the same record does not count, after the id.
 */
function wildcards(template: readonly string[], actual: readonly string[]): readonly string[] | undefined {
  if (template.length !== actual.length) return undefined;
  if (!template.every((part, at) => part === ':id' || part === '*' || part === actual[at])) return undefined;
  const id = template.indexOf(':id');
  return actual.filter((part, at) => template[at] === '*' && (id < 0 || at < id || !VIEW.test(part)));
}
