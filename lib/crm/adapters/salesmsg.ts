import type { CrmAdapter, DetectedContact, Detection } from '../adapter.ts';
import { keyOf, several } from '../engine.ts';
import { detectPerson, domOf, findSheet, peopleOn } from '../generic/detect.ts';
import { findFields, findThreadHead } from '../generic/scope.ts';

const id = 'salesmsg';
const NO_CONTACTS = /^\/(?:auth|login|register|settings|billing)?(?:\/|$)/;
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** The number that a link to a new conversation carries (`/conversations?phone=+14155550132`), digits only. */
const askedFor = ({ searchParams }: URL) => digitsOf(searchParams.get('phone') ?? '');

/**
 * Salesmsg: the person of the open conversation, known by their number. Routes as its help pages and links of other tools
 * use them; what the pages are built of was not seen, so nothing here relies on it.
 */
export const adapter: CrmAdapter = {
  id,
  label: 'Salesmsg',
  matches: ['https://app.salesmessage.com/*'],
  route(url) {
    if (url.hostname !== 'app.salesmessage.com' || NO_CONTACTS.test(url.pathname)) return undefined;
    const [, place, number] = /^\/([^/]+)(?:\/(\d+))?/.exec(url.pathname) ?? [];
    return [place, number ?? askedFor(url)].filter(Boolean).join('/');
  },
  detect(page): Detection {
    const dom = domOf(page);
    const asked = askedFor(page.url);
    const isConversation = asked !== '' || /^\/conversations\/\d/.test(page.url.pathname);
    const sheet = findSheet(dom, page, () => findFields(dom, page.document) ?? (isConversation ? findThreadHead(dom) : undefined));
    if (!sheet) return isConversation ? { status: 'unknown', missing: ['phone'] } : { status: 'none' };
    const found = detectPerson(sheet, id, 'phone');
    return asked === '' || found.status === 'ambiguous' ? canonical(found) : whoWasAskedFor(found, peopleOn(sheet, id, 'phone'), asked);
  },
};

/** The address names the number and the page shows it: that is who it is. As long as the page shows others only, the address is ahead. */
function whoWasAskedFor(found: Detection, people: readonly DetectedContact[], asked: string): Detection {
  const isAsked = ({ phones }: DetectedContact) => phones.some((phone) => isSameNumber(asked, digitsOf(phone)));
  if (found.status === 'contact') return isAsked(found.contact) ? canonical(found) : { status: 'pending' };
  const [person, ...others] = people.filter(isAsked);
  if (!person) return people.length > 0 ? { status: 'pending' } : found;
  if (others.some((other) => withKey(other).recordId !== withKey(person).recordId)) return canonical(several([person, ...others]));
  // Whose name stands before a number in a thread is not certain.
  const { name: _name, ...contact } = person;
  return canonical({ status: 'contact', contact, reasons: [{ field: 'phone', source: 'address' }] });
}

/** Shortest number that is one with another that has the country's or the area's code before it. */
const SHORTEST = 7;

/** Either may be written without its country's code. */
function isSameNumber(asked: string, shown: string): boolean {
  const [short = '', long = ''] = [asked, shown].sort((one, other) => one.length - other.length);
  return short.length >= SHORTEST && long.endsWith(short);
}

/** Numbers of North America are shown with and without their country code. */
function canonical(found: Detection): Detection {
  if (found.status === 'ambiguous') return { ...found, people: found.people.map(withKey) };
  return found.status === 'contact' ? { ...found, contact: withKey(found.contact) } : found;
}

function withKey(contact: DetectedContact): DetectedContact {
  const [phone = ''] = contact.phones;
  const isShort = !phone.startsWith('+') && digitsOf(phone).length === 10;
  return { ...contact, recordId: keyOf('phone', isShort ? `1${phone}` : phone) };
}
