import type { CrmAdapter, Detection } from '../adapter.ts';
import { several } from '../engine.ts';
import { detectPerson, domOf, findSheet, peopleOn } from '../generic/detect.ts';
import { readOutline } from '../generic/outline.ts';
import { ownValues } from '../generic/own.ts';
import { findFields, findMain, findThread } from '../generic/scope.ts';

const id = 'saleshandy';
/** Pages about the user, the user's own mailboxes or numbers, and a sequence's own texts, which are full of placeholders. */
const NO_CONTACTS =
  /^\/(?:login|signup|register|reset-password|settings|reports|email-accounts)?(?:\/|$)|^\/sequence\/\d+\/(?:steps|settings|schedule|reports)/;

/**
 * Saleshandy: prospects in a drawer, a task or the inbox. Routes as its own browser extension and public test suites use
 * them; what the pages are built of was not seen, so nothing here relies on it.
 */
export const adapter: CrmAdapter = {
  id,
  label: 'Saleshandy',
  matches: ['https://my.saleshandy.com/*'],
  route({ hostname, pathname }) {
    if (hostname !== 'my.saleshandy.com' || NO_CONTACTS.test(pathname)) return undefined;
    // The rest of the path names the tab that is open.
    const [, place, number] = /^\/([^/]+)(?:\/([\w-]*\d[\w-]*))?/.exec(pathname) ?? [];
    return number ? `${place}/${number}` : place;
  },
  detect(page): Detection {
    const dom = domOf(page);
    const isTask = /^\/tasks\/[^/]+/.test(page.url.pathname);
    const sheet = findSheet(dom, page, () => (isTask ? findMain(dom) : undefined) ?? findFields(dom, page.document));
    if (sheet) return detectPerson(sheet, id, 'email');
    if (isTask) return { status: 'unknown', missing: ['email'] };
    // A thread alone does not say who is meant; whoever stands behind "From" and "Cc" may be.
    const thread = /^\/conversations\b/.test(page.url.pathname) && findThread(dom);
    const people = thread ? peopleOn({ leaves: readOutline(thread, ownValues(dom, thread)) }, id, 'email') : [];
    if (people.length > 1) return several(people);
    return thread ? { status: 'unknown', missing: ['email'] } : { status: 'none' };
  },
};
