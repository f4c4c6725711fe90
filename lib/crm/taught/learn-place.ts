import { idParameters, isPlain } from './id-parameters.ts';
import { addressParts, idAt } from './place.ts';
import type { RecordIdSource, TaughtRule } from './rule.ts';

type Place = Pick<TaughtRule, 'path' | 'recordId'>;

const MAX_SEGMENTS = 30;
const MAX_PATH = 500;

/** Whether a part of an address looks like the id of something: a number, or letters with digits that are no word or version. */
function isIdLike(part: string): boolean {
  return /^\d+$/.test(part) || /^(?=.*\d)[\w.~-]{6,}$/.test(part) || /^[a-z\d]{20,}$/i.test(part);
}

/** The first guess, from one record's address alone. `undefined`: an address too long to keep. */
export function guessPlace(url: URL): Place | undefined {
  return placeBy(url, guessSource(url), () => false);
}

function guessSource(url: URL): RecordIdSource | null {
  const { path, hash } = addressParts(url);
  const inHash = hash.findLastIndex(isIdLike);
  if (inHash >= 0) return { from: 'hash', at: inHash };
  const inPath = path.findLastIndex(isIdLike);
  if (inPath >= 0) return { from: 'path', at: inPath };
  return (
    idParameters(url)
      .map(asSource)
      .find((source) => isNamed(source, url)) ?? null
  );
}

/**
 * What two records' addresses have in common: parts that are equal stay, the one that names the record is `:id`, others that
 * differ may be anything. `undefined`: they are pages of different kinds.
 */
export function comparePlaces(first: URL, second: URL): Place | undefined {
  const [one, other] = [addressParts(first), addressParts(second)];
  if (one.path.length !== other.path.length || one.hash.length !== other.hash.length) return undefined;
  const differs = (part: 'path' | 'hash', at: number) => one[part][at] !== other[part][at];
  return placeBy(first, differingSource(first, second, differs), differs);
}

function differingSource(first: URL, second: URL, differs: (part: 'path' | 'hash', at: number) => boolean): RecordIdSource | null {
  const parts = addressParts(first);
  const last = (part: 'path' | 'hash', passes: (text: string) => boolean): RecordIdSource | undefined => {
    const at = parts[part].findLastIndex((text, index) => differs(part, index) && passes(text));
    return at < 0 ? undefined : { from: part, at };
  };
  const inParts = last('hash', isIdLike) ?? last('path', isIdLike);
  const parameters = differingParameters(first, second);
  if (parameters.length === 0) return inParts ?? last('hash', any) ?? last('path', any) ?? null;
  const sure = parameters.map(asSource).find((source) => [first, second].every((url) => isNamed(source, url)));
  // Of several ids, the record's is one that says so; what differs in the path is kept beside it.
  return sure && (inParts === undefined || [first, second].every((url) => !isPlain(inParts, url))) ? sure : null;
}

const any = () => true;
const asSource = ([name]: readonly [string, ...unknown[]]): RecordIdSource => ({ from: 'query', name });
const isNamed = (source: RecordIdSource, url: URL) => idAt(source, url) !== undefined && isPlain(source, url);

/** Parameters with an id that is another one in the second address, or is in one of them only. */
function differingParameters(first: URL, second: URL): readonly (readonly [name: string])[] {
  const [one, other] = [first, second].map((url) => new Map(idParameters(url)));
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...names].filter((name) => one?.get(name) !== other?.get(name)).map((name) => [name] as const);
}

function placeBy(url: URL, recordId: RecordIdSource | null, isWild: (part: 'path' | 'hash', at: number) => boolean): Place | undefined {
  const parts = addressParts(url);
  const write = (part: 'path' | 'hash') =>
    parts[part].map((text, at) => {
      if (recordId?.from === part && recordId.at === at) return ':id';
      return isWild(part, at) ? '*' : text;
    });
  const hash = parts.hash.length > 0 ? `#/${write('hash').join('/')}` : '';
  const path = `/${write('path').join('/')}${hash}`;
  const isTooLong = path.length > MAX_PATH || Math.max(parts.path.length, parts.hash.length) > MAX_SEGMENTS;
  return isTooLong || (recordId !== null && idAt(recordId, url) === undefined) ? undefined : { path, recordId };
}
