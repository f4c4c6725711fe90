/** The record a Lightning address names. */
export interface RecordAddress {
  /** 18 characters, the form that is stored. */
  readonly id: string;
  readonly object: 'Contact' | 'Lead';
}

const OBJECTS: Readonly<Record<string, RecordAddress['object']>> = { '003': 'Contact', '00Q': 'Lead' };
/** The object segment is optional and may lie (owner links say `/r/Name/005…`), so only the id is read. */
const RECORD_PATH = /^\/lightning\/r\/(?:[A-Za-z]\w*\/)?([A-Za-z0-9]{15})(?:[A-Za-z0-9]{3})?(?:\/(?:view|edit))?\/?$/;
/** The old form, shown for a moment while the app starts. */
const LEGACY_HASH = /^#\/sObject\/([A-Za-z0-9]{15})(?:[A-Za-z0-9]{3})?\/view/;

/** The contact or lead an address names, decided by the id's prefix; undefined for every other page. */
export function recordAddress(url: URL): RecordAddress | undefined {
  const match = url.pathname.startsWith('/one/one.app') ? LEGACY_HASH.exec(url.hash) : RECORD_PATH.exec(url.pathname);
  const id = match?.[1];
  const object = id && OBJECTS[id.slice(0, 3)];
  return object ? { id: longId(id), object } : undefined;
}

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form: three characters that say which of the 15 are capitals, five at a time. */
export function longId(id15: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const chunk = [...id15.slice(start, start + 5)];
    return SUFFIX[chunk.reduce((bits, char, at) => (/[A-Z]/.test(char) ? bits | (1 << at) : bits), 0)];
  });
  return id15 + suffix.join('');
}
