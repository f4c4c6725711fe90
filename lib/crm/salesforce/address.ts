/** The record an address names. */
export interface RecordAddress {
  /** 18 characters, the form that is stored. */
  readonly id: string;
  readonly object: 'Contact' | 'Lead' | 'Account';
  /** The page is one of Salesforce Classic; else of Lightning. */
  readonly isClassic?: true;
}

const OBJECTS: Readonly<Record<string, RecordAddress['object']>> = { '003': 'Contact', '00Q': 'Lead', '001': 'Account' };
const ID = '([A-Za-z0-9]{15})(?:[A-Za-z0-9]{3})?';
/** The object segment is optional and may lie (owner links say `/r/Name/005…`), so only the id is read. */
const RECORD_PATH = new RegExp(`^/lightning/r/(?:[A-Za-z]\\w*/)?${ID}(?:/(?:view|edit))?/?$`);
/** The old form, shown for a moment while the app starts. */
const LEGACY_HASH = new RegExp(`^#/sObject/${ID}/view`);
const CLASSIC_PATH = new RegExp(`^/${ID}(?:/e)?$`);

/** The contact, lead or account an address names, decided by the id's prefix; undefined for every other page. */
export function recordAddress(url: URL): RecordAddress | undefined {
  const lightning = url.pathname.startsWith('/one/one.app') ? LEGACY_HASH.exec(url.hash)?.[1] : RECORD_PATH.exec(url.pathname)?.[1];
  const id = lightning ?? classicId(url);
  const object = id && OBJECTS[id.slice(0, 3)];
  return object ? { id: longId(id), object, ...(!lightning && { isClassic: true }) } : undefined;
}

/** The first 15 characters of the id in the address of any Classic record page, also of records that are nobody. */
export function classicId({ hostname, pathname }: URL): string | undefined {
  return hostname.includes('.lightning.') ? undefined : CLASSIC_PATH.exec(pathname)?.[1];
}

/** Whether the address is of the Classic console, which shows records in frames and names none of them itself. */
export function isClassicConsole({ hostname, pathname }: URL): boolean {
  return pathname === '/console' && !hostname.includes('.lightning.');
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
