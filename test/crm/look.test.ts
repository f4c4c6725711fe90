// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import type { CrmAdapter, DetectedContact, Detection } from '@/lib/crm/adapter.ts';
import { createLook } from '@/lib/crm/look.ts';

const UNTIL_CHANGE = undefined;

/** A person known by the address or number only, as where the CRM names no record. */
function keyed(name: string, email = `${name.toLowerCase()}@bay.test`): DetectedContact {
  return { crm: 'plain', recordId: `email:${email}`, ...(name && { name }), emails: [email], phones: [] };
}

const texter = (name: string, phone: string): DetectedContact => ({
  crm: 'plain',
  recordId: `phone:${phone}`,
  name,
  emails: [],
  phones: [phone],
});

/** A record whose id is in its address. */
const named = (id: string, name: string, email: string): DetectedContact => ({
  crm: 'plain',
  recordId: id,
  name,
  emails: [email],
  phones: [],
});

const shows = (contact: DetectedContact): Detection => ({ status: 'contact', contact });
const severalOf = (...people: DetectedContact[]): Detection => ({ status: 'ambiguous', people });

const none: Detection = { status: 'none' };
const pending: Detection = { status: 'pending' };
const unknown: Detection = { status: 'unknown', missing: ['email'] };
const ann = shows(keyed('Ann'));
const ben = shows(keyed('Ben'));
const annAndBen = severalOf(keyed('Ann'), keyed('Ben'));

/** One look: when, at which route, what the page shows, whether it was redrawn since; what is said of it, and when again. */
interface Step {
  readonly at: number;
  readonly route: string;
  readonly page: Detection;
  readonly redrawn?: true;
  readonly title?: string;
  readonly says: readonly Detection[];
  readonly againIn?: number | undefined;
}

const redrawn = true;
const start = (page: Detection): Step => ({ at: 0, route: 'a', page, says: [page] });

const STORIES: Readonly<Record<string, readonly Step[]>> = {
  'the same person at another address is not believed until the page has drawn something': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 90_000, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
  ],
  'the same person at another address is believed ten seconds after the move, if the page has drawn something': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 400, route: 'b', page: ann, redrawn, says: [pending], againIn: 9_700 },
    { at: 10_099, route: 'b', page: ann, says: [pending], againIn: 1 },
    { at: 10_100, route: 'b', page: ann, says: [ann] },
    { at: 10_200, route: 'b', page: ann, redrawn, says: [ann] },
  ],
  'a page that starts to draw after ten seconds has a second to bring another person': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 12_000, route: 'b', page: ann, redrawn, says: [pending], againIn: 1_000 },
    { at: 12_400, route: 'b', page: ben, redrawn, says: [ben] },
  ],
  'the same person is believed at once after the page has shown nobody in between': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'b', page: none, redrawn, says: [none] },
    { at: 300, route: 'b', page: ann, redrawn, says: [ann] },
  ],
  'the same person at the address of before is believed at once': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'a', page: ann, says: [ann] },
  ],
  'another person drawn after the move is believed at once': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'b', page: ben, redrawn, says: [ben] },
  ],
  'a slow network never shows the person before under a new phone thread': [
    start(shows(texter('Ann', '15550001'))),
    { at: 100, route: 'b', page: shows(texter('Ann', '15550001')), says: [pending], againIn: UNTIL_CHANGE },
    { at: 150, route: 'b', page: shows(texter('Ann', '15550001')), redrawn, says: [pending], againIn: 9_950 },
    { at: 9_000, route: 'b', page: shows(texter('Ben', '15550002')), redrawn, says: [shows(texter('Ben', '15550002'))] },
  ],
  'whoever stands there when the address changes must stand for a second': [
    start(ann),
    { at: 100, route: 'c', page: ben, redrawn, says: [pending], againIn: 1_000 },
    { at: 900, route: 'c', page: shows(keyed('Cy')), redrawn, says: [shows(keyed('Cy'))] },
  ],
  'after a page that was left before it showed anybody, its late person must stand for three seconds': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 300, route: 'c', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 400, route: 'c', page: ben, redrawn, says: [pending], againIn: 3_000 },
    { at: 1_500, route: 'c', page: ben, says: [pending], againIn: 1_900 },
    { at: 1_700, route: 'c', page: shows(keyed('Cy')), redrawn, says: [pending], againIn: 3_000 },
    { at: 4_700, route: 'c', page: shows(keyed('Cy')), says: [shows(keyed('Cy'))] },
  ],
  'after a page that did show its person, the next is believed at once, however soon': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'b', page: ben, redrawn, says: [ben] },
    { at: 300, route: 'c', page: ben, says: [pending], againIn: UNTIL_CHANGE },
    { at: 400, route: 'c', page: shows(keyed('Cy')), redrawn, says: [shows(keyed('Cy'))] },
  ],
  'a mixture that stood before the address changed must stand anew': [
    start(ann),
    { at: 100, route: 'a', page: shows(keyed('Ann', 'ben@bay.test')), redrawn, says: [pending], againIn: 3_000 },
    { at: 600, route: 'b', page: shows(keyed('Ann', 'ben@bay.test')), says: [pending], againIn: 3_000 },
  ],
  'fields may be drawn three seconds late after each move': [
    { at: 0, route: 'a', page: unknown, says: [pending], againIn: 3_000 },
    { at: 2_000, route: 'b', page: unknown, says: [pending], againIn: 3_000 },
  ],
  'fields may be drawn three seconds late after the first look': [
    { at: 0, route: 'a', page: unknown, says: [pending], againIn: 3_000 },
    { at: 2_000, route: 'a', page: unknown, redrawn, says: [pending], againIn: 1_000 },
    { at: 2_500, route: 'a', page: ann, redrawn, says: [ann] },
  ],
  'fields that stay missing for three seconds after a move are said to be missing': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'b', page: unknown, redrawn, says: [pending], againIn: 3_000 },
    { at: 3_200, route: 'b', page: unknown, says: [unknown] },
  ],
  'a person who is redrawn in place is awaited, not said to be missing': [
    start(ann),
    { at: 1_000, route: 'a', page: unknown, redrawn, says: [pending], againIn: 3_000 },
    { at: 1_200, route: 'a', page: ann, redrawn, says: [ann] },
    { at: 9_000, route: 'a', page: unknown, redrawn, says: [pending], againIn: 3_000 },
  ],
  'the same several people at another address are not believed before the page has drawn': [
    start(annAndBen),
    { at: 100, route: 'b', page: annAndBen, says: [pending], againIn: UNTIL_CHANGE },
    { at: 300, route: 'b', page: annAndBen, redrawn, says: [pending], againIn: 9_800 },
    { at: 10_100, route: 'b', page: annAndBen, says: [annAndBen] },
  ],
  'other people at another address are believed once they are drawn': [
    start(annAndBen),
    { at: 100, route: 'b', page: annAndBen, says: [pending], againIn: UNTIL_CHANGE },
    { at: 300, route: 'b', page: severalOf(keyed('Cy')), redrawn, says: [severalOf(keyed('Cy'))] },
  ],
  'a drawer that closes shows nobody, and one that opens shows its person at once': [
    start(ann),
    { at: 100, route: 'a', page: none, redrawn, says: [none] },
    { at: 200, route: 'a', page: ben, redrawn, says: [ben] },
  ],
  'a drawer that changes its person as a whole is believed at once': [start(ann), { at: 100, route: 'a', page: ben, redrawn, says: [ben] }],
  'a new name over the old address is awaited': [
    start(ann),
    { at: 100, route: 'a', page: shows(keyed('Ben', 'ann@bay.test')), redrawn, says: [pending], againIn: 3_000 },
    { at: 2_150, route: 'a', page: ben, redrawn, says: [ben] },
  ],
  'a new address under the old name is awaited': [
    start(ann),
    { at: 100, route: 'a', page: shows(keyed('Ann', 'ben@bay.test')), redrawn, says: [pending], againIn: 3_000 },
    { at: 2_150, route: 'a', page: ben, redrawn, says: [ben] },
  ],
  'a new name that stays over the old address is a name that was corrected': [
    start(ann),
    { at: 100, route: 'a', page: shows(keyed('Anna', 'ann@bay.test')), redrawn, says: [pending], againIn: 3_000 },
    { at: 3_100, route: 'a', page: shows(keyed('Anna', 'ann@bay.test')), says: [shows(keyed('Anna', 'ann@bay.test'))] },
  ],
  'a new name over the old number is awaited': [
    start(shows(texter('Ann', '15550001'))),
    { at: 100, route: 'a', page: shows(texter('Ben', '15550001')), redrawn, says: [pending], againIn: 3_000 },
  ],
  'a new name and address over the old number are awaited': [
    start(shows({ ...keyed('Ann'), phones: ['15550001'] })),
    { at: 100, route: 'a', page: shows({ ...keyed('Ben'), phones: ['15550001'] }), redrawn, says: [pending], againIn: 3_000 },
    {
      at: 700,
      route: 'a',
      page: shows({ ...keyed('Ben'), phones: ['15550002'] }),
      redrawn,
      says: [shows({ ...keyed('Ben'), phones: ['15550002'] })],
    },
  ],
  'the person of before who comes back after a skeleton is not believed under another address': [
    start(ann),
    { at: 100, route: 'b', page: ann, says: [pending], againIn: UNTIL_CHANGE },
    { at: 200, route: 'b', page: unknown, redrawn, says: [pending], againIn: 3_000 },
    { at: 350, route: 'b', page: ann, redrawn, says: [pending], againIn: 9_750 },
  ],
  'a number that is drawn again in another form is the same': [
    start(shows({ ...texter('Ann', '14155550001'), phones: ['(415) 555-0001'] })),
    {
      at: 100,
      route: 'a',
      page: shows({ ...texter('Ann', '14155550001'), phones: ['+14155550001'] }),
      redrawn,
      says: [shows({ ...texter('Ann', '14155550001'), phones: ['+14155550001'] })],
    },
  ],
  'a name that comes late belongs to the address that is there': [
    start(shows(keyed('', 'ann@bay.test'))),
    { at: 100, route: 'a', page: ann, redrawn, says: [ann] },
  ],
  'fields of a record that the address names may change one by one': [
    start(shows(named('1', 'Ann', 'ann@bay.test'))),
    { at: 100, route: 'a', page: shows(named('1', 'Anna', 'ann@bay.test')), redrawn, says: [shows(named('1', 'Anna', 'ann@bay.test'))] },
    { at: 200, route: 'a', page: shows(named('1', 'Anna', 'anna@bay.test')), redrawn, says: [shows(named('1', 'Anna', 'anna@bay.test'))] },
  ],
  'the record that the address names is believed at once at another address of it': [
    { ...start(shows(named('1', 'Ann', 'ann@bay.test'))), title: 'Ann' },
    { at: 100, route: 'a/notes', page: shows(named('1', 'Ann', 'ann@bay.test')), says: [shows(named('1', 'Ann', 'ann@bay.test'))] },
  ],
  'another record with the address of the one before is awaited while the title is that of before': [
    { ...start(shows(named('1', 'Ann', 'ann@bay.test'))), title: 'Ann' },
    { at: 100, route: 'b', page: shows(named('2', 'Ben', 'ann@bay.test')), says: [pending], againIn: 10_000 },
    { at: 200, route: 'b', page: shows(named('2', 'Ben', 'ben@bay.test')), redrawn, says: [shows(named('2', 'Ben', 'ben@bay.test'))] },
  ],
  'another record with the number of the one before is awaited for five seconds': [
    { ...start(shows({ ...named('1', 'Ann', 'ann@bay.test'), phones: ['15550001'] })), title: 'Ann' },
    { at: 100, route: 'b', page: pending, says: [pending], againIn: 5_000 },
    {
      at: 200,
      route: 'b',
      page: shows({ ...named('2', 'Ben', 'ben@bay.test'), phones: ['15550001'] }),
      redrawn,
      title: 'Ben',
      says: [pending],
      againIn: 4_900,
    },
    { at: 2_500, route: 'b', page: shows(named('2', 'Ben', 'ben@bay.test')), redrawn, says: [shows(named('2', 'Ben', 'ben@bay.test'))] },
  ],
  'another record that mixes the one before into its own is awaited although the title is its own': [
    { ...start(shows(named('1', 'Ann', 'ann@bay.test'))), title: 'Ann' },
    { at: 100, route: 'b', page: pending, says: [pending], againIn: 5_000 },
    { at: 200, route: 'b', page: shows(named('2', 'Ben', 'ann@bay.test')), redrawn, title: 'Ben', says: [pending], againIn: 4_900 },
    { at: 2_300, route: 'b', page: shows(named('2', 'Ben', 'ben@bay.test')), redrawn, says: [shows(named('2', 'Ben', 'ben@bay.test'))] },
  ],
  'another record that stands there at once is said after pending': [
    start(shows(named('1', 'Ann', 'ann@bay.test'))),
    { at: 100, route: 'b', page: shows(named('2', 'Ben', 'ben@bay.test')), says: [pending, shows(named('2', 'Ben', 'ben@bay.test'))] },
  ],
};

/** Where nothing but the address tells one record from another, as on a site that was taught. */
const UNPROVEN: Readonly<Record<string, readonly Step[]>> = {
  'an id in the address alone does not make the person before another, whatever the title': [
    { ...start(shows(named('1', 'Ann', 'ann@bay.test'))), title: 'Ann' },
    { at: 100, route: 'b', page: shows(named('2', 'Ann', 'ann@bay.test')), title: 'Ben', says: [pending], againIn: UNTIL_CHANGE },
    { at: 300, route: 'b', page: shows(named('2', 'Ann', 'ann@bay.test')), redrawn, says: [pending], againIn: 9_800 },
    { at: 6_000, route: 'b', page: shows(named('2', 'Ben', 'ben@bay.test')), redrawn, says: [shows(named('2', 'Ben', 'ben@bay.test'))] },
  ],
  'a company that is the one of before may be drawn late': [
    start(shows({ ...named('1', 'Ann', 'ann@bay.test'), company: 'Bay' })),
    { at: 200, route: 'c', page: pending, says: [pending], againIn: 5_000 },
    { at: 300, route: 'c', page: shows({ ...named('2', 'Ben', 'b@hill.test'), company: 'Bay' }), redrawn, says: [pending], againIn: 1_000 },
    { at: 900, route: 'c', page: shows(named('2', 'Ben', 'b@hill.test')), redrawn, says: [shows(named('2', 'Ben', 'b@hill.test'))] },
  ],
  'two records of one person are told apart after ten seconds': [
    start(shows(named('1', 'Ann', 'ann@bay.test'))),
    { at: 100, route: 'b', page: shows(named('2', 'Ann', 'ann@bay.test')), redrawn, says: [pending], againIn: 10_000 },
    { at: 10_100, route: 'b', page: shows(named('2', 'Ann', 'ann@bay.test')), says: [shows(named('2', 'Ann', 'ann@bay.test'))] },
  ],
};

/** What the adapter is told of the title of before, look by look. */
const TITLES: Readonly<Record<string, readonly { at: number; route: string; title: string; stale: string | undefined }[]>> = {
  'the title of the record before is stale for as long as it stands': [
    { at: 0, route: 'a', title: 'Ann', stale: undefined },
    { at: 100, route: 'b', title: 'Ann', stale: 'Ann' },
    { at: 60_000, route: 'b', title: 'Ann', stale: 'Ann' },
  ],
  'a title that was never told of anybody is stale for ten seconds': [
    { at: 0, route: 'a', title: 'Ann', stale: undefined },
    { at: 100, route: 'b', title: 'Ben', stale: 'Ben' },
    { at: 10_099, route: 'b', title: 'Ben', stale: 'Ben' },
    { at: 10_100, route: 'b', title: 'Ben', stale: undefined },
  ],
  'back at the record before, its title is its own': [
    { at: 0, route: 'a', title: 'Ann', stale: undefined },
    { at: 100, route: 'b', title: 'Ann', stale: 'Ann' },
    { at: 200, route: 'a', title: 'Ann', stale: undefined },
  ],
};

test.each(Object.entries(TITLES))('%s', (_story, steps) => {
  let seen: string | undefined;
  const detect: CrmAdapter['detect'] = ({ staleTitle, url }) => {
    seen = staleTitle;
    return url.pathname === '/a' ? shows(named('1', 'Ann', 'ann@bay.test')) : pending;
  };
  const look = createLook({ ...adapter, provesAddress: true, detect }, document, () => time);
  let from: string | undefined;
  for (const { at, route, title, stale } of steps) {
    [time, document.title] = [at, title];
    look({ href: `https://crm.test/${route}`, route, hasMoved: from !== undefined && from !== route, hasChanged: false }, [document]);
    from = route;
    expect({ at, stale: seen }).toEqual({ at, stale });
  }
});

let time = 0;
let page: Detection = none;
const adapter: CrmAdapter = { id: 'plain', label: 'Plain', matches: [], route: (url) => url.pathname, detect: () => page };

beforeEach(() => {
  time = 0;
  document.title = '';
});

test.each(Object.entries(STORIES))('%s', (_story, steps) => tell(steps, { ...adapter, provesAddress: true }));
test.each(Object.entries(UNPROVEN))('%s', (_story, steps) => tell(steps, adapter));

function tell(steps: readonly Step[], told: CrmAdapter): void {
  const look = createLook(told, document, () => time);
  let from: string | undefined;
  for (const step of steps) {
    ({ at: time, page } = step);
    document.title = step.title ?? document.title;
    const hasMoved = from !== undefined && from !== step.route;
    from = step.route;
    const place = { href: `https://crm.test/${step.route}`, route: step.route, hasMoved, hasChanged: step.redrawn === true };
    const { detections, againIn } = look(place, [document]);
    expect({ at: time, says: detections, againIn }).toEqual({ at: time, says: step.says, againIn: step.againIn });
  }
}
