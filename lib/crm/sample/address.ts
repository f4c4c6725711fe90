import { isRouteWord } from './kept-words.ts';

/** The parts of a CRM's own hosts that say which product it is; what stands before them names the customer. */
const KNOWN_HOST =
  /(?:^|\.)((?:lightning|vf|visual|visualforce|my)\.(?:force|salesforce)\.com|salesforce\.com|my\.saleshandy\.com|app\.salesmessage\.com|salesnexus\.com|salesnex\.us)$/;

/** Which of the CRMs we know a host belongs to, for a file's name. */
export function productOf(host: string): string {
  const [, known = ''] = KNOWN_HOST.exec(host) ?? [];
  return /salesforce|saleshandy|salesmessage|salesnex/.exec(known.replace('force.com', 'salesforce.com'))?.[0] ?? 'crm';
}

export interface AddressScrubber {
  /** An absolute address, e.g. the page's own: scheme, the product's host and words known from routes stay. */
  absolute(address: string): string;
  /** What a link holds: also relative, `mailto:`, `tel:` or a script. */
  link(target: string): string;
}

/** `raw` scrubs a piece of text of which nothing is known. */
export function createAddressScrubber(raw: (text: string) => string): AddressScrubber {
  const piece = (text: string) => (isRouteWord(text) ? text : raw(text));

  function host(name: string): string {
    const [, known] = KNOWN_HOST.exec(name) ?? [];
    const before = (known === undefined ? name : name.slice(0, -known.length)).split('.').filter(Boolean);
    const made = before.map((part) => (isRouteWord(part) ? part : raw(part)));
    return [...(known === undefined ? [...made.slice(0, -1), 'test'] : [...made, known])].join('.');
  }

  function path(text: string): string {
    return text
      .split('/')
      .map((part) => encodeURIComponent(piece(decoded(part))))
      .join('/');
  }

  /** Of a query only pairs stay; a value may be a path again, as the console's `ws`. */
  function query(text: string): string {
    const pairs = [...new URLSearchParams(text)].slice(0, 20);
    return new URLSearchParams(pairs.map(([key, value]) => [piece(key), value.startsWith('/') ? whole(value) : piece(value)])).toString();
  }

  /** Path, query and fragment. */
  function whole(text: string): string {
    const [, before = '', search, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
    const fragment = hash === undefined ? '' : `#${hash.startsWith('/') ? whole(hash) : encodeURIComponent(piece(decoded(hash)))}`;
    return `${path(before)}${search === undefined ? '' : `?${query(search)}`}${fragment}`;
  }

  function absolute(address: string): string {
    const [, scheme, name, port, rest] = /^([a-z]+):\/\/(?:[^/?#@]*@)?([^/?#:]+)(:\d+)?(.*)$/is.exec(address) ?? [];
    if (!scheme || !name) return raw(address);
    return `${scheme}://${host(name.toLowerCase())}${port === undefined ? '' : ':5555'}${whole(rest ?? '')}`;
  }

  function link(target: string): string {
    const [, scheme, rest = ''] = /^\s*([a-z][a-z0-9+.-]*):(.*)$/is.exec(target) ?? [];
    if (scheme === undefined) return target.startsWith('//') ? absolute(`https:${target}`).slice(6) : whole(target.trim());
    if (/^(?:https?|wss?)$/i.test(scheme)) return absolute(target.trim());
    if (/^(?:mailto|tel|sms|callto|sip)$/i.test(scheme)) return `${scheme}:${recipient(rest)}`;
    return /^javascript$/i.test(scheme) ? 'javascript:void(0)' : `${raw(scheme)}:`;
  }

  /** Its parameters hold subjects and texts: only that there were some is kept. */
  function recipient(rest: string): string {
    const [to = '', ...more] = rest.split(/[?;]/);
    return `${raw(decoded(to))}${more.length > 0 ? '?subject=x' : ''}`;
  }

  return { absolute, link };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
