// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameWords } from '@/lib/core/person-name.ts';
import type { CrmAdapter, DetectedContact, Detection } from '@/lib/crm/adapter.ts';
import { detectOn, keyOf } from '@/lib/crm/engine.ts';
import { adapters } from '@/lib/crm/registry.ts';
import { fieldMutators } from './mutators/fields.ts';
import { ownValues, peopleOf } from './mutators/own-values.ts';
import { createRandom, seedOf } from './mutators/stage.ts';
import { mutators } from './mutators.ts';
import { type Fixture, readFixtures, showPage } from './page.ts';

const names = Object.keys(mutators);
/** Computed styles of the page as it stands: they are asked for again and again, and jsdom is slow to say them. */
let styles = new WeakMap<Element, CSSStyleDeclaration>();
const compute = window.getComputedStyle.bind(window);

beforeAll(() => {
  window.getComputedStyle = (element) => {
    const style = styles.get(element) ?? compute(element);
    styles.set(element, style);
    return style;
  };
});
/** Pairs of changes tried on each page, beside every single one. */
const PAIRS = 8;

/** One page with one or two changes. */
interface Case {
  readonly fixture: Fixture;
  readonly changes: readonly string[];
}

const fixtures = readFixtures();
/** Rendered pages are large and many, so each takes every fourth change, and among them all changes come many times. */
const isLarge = ({ html }: Fixture) => html.length > 30_000;

function casesOf(fixture: Fixture): readonly Case[] {
  const at = fixtures.indexOf(fixture);
  const single = isLarge(fixture) ? names.filter((_name, index) => index % 4 === at % 4) : names;
  const pairs = Array.from({ length: isLarge(fixture) ? PAIRS / 4 : PAIRS }, (_none, nth) =>
    pairOf(createRandom(seedOf(`${fixture.file} ${nth}`))),
  );
  return [...single.map((name) => [name]), ...pairs].map((changes) => ({ fixture, changes }));
}

function pairOf(random: () => number): readonly string[] {
  const one = names[Math.floor(random() * names.length)] ?? '';
  const others = names.filter((name) => name !== one);
  return [one, others[Math.floor(random() * others.length)] ?? ''];
}

const expectationOf = ({ fixture }: { readonly fixture: Fixture }): Detection => Object.values(fixture.expect)[0] ?? { status: 'none' };

type Reader = Pick<CrmAdapter, 'route' | 'detect'>;

const crmOf = ({ fixture }: Case) => fixture.file.split('--')[0] ?? '';

/** Shows the page as changed, and reads it. */
function read({ fixture, changes }: Case, reader?: Reader): Detection {
  showPage(fixture.html);
  styles = new WeakMap();
  const random = createRandom(seedOf(`${fixture.file} ${changes.join()}`));
  const own = ownValues(peopleOf(expectationOf({ fixture })));
  for (const name of changes) {
    mutators[name]?.({ fixture, own, random });
    styles = new WeakMap();
  }
  const adapter = reader ?? adapters.find(({ id }) => id === crmOf({ fixture, changes }));
  return adapter ? detectOn(adapter, { url: fixture.url, document }) : { status: 'none' };
}

const isPart = <T>(some: readonly T[], all: readonly T[]) => some.every((one) => all.includes(one));

/** The person with at most the values that the page is known to show of them, none of them changed. */
function isLessOf(found: DetectedContact, known: DetectedContact): boolean {
  const keys = [...known.emails.map((email) => keyOf('email', email)), ...known.phones.map((phone) => keyOf('phone', phone))];
  return (
    found.kind === known.kind &&
    [known.recordId, ...keys].includes(found.recordId) &&
    isPart(nameWords(found.name ?? ''), nameWords(known.name ?? '')) &&
    [known.company, undefined].includes(found.company) &&
    isPart(found.emails, known.emails) &&
    isPart(found.phones, known.phones)
  );
}

/**
 * Right, or less than right: anything but one contact is doubt. A page of several people that lost what it shows of the
 * others is of the one who is left.
 */
function isRightOrDoubt(found: Detection, { fixture, changes }: Case): boolean {
  if (found.status !== 'contact') return true;
  const expected = expectationOf({ fixture });
  const isOfFewer = expected.status === 'ambiguous' && changes.some((name) => name in fieldMutators);
  const known = expected.status === 'contact' || isOfFewer ? peopleOf(expected) : [];
  return known.some((person) => isLessOf(found.contact, person));
}

interface Share {
  readonly cases: number;
  readonly recognised: number;
  readonly whole: number;
  readonly wrong: number;
}
const shares = new Map<string, Share>(adapters.map(({ id }) => [id, { cases: 0, recognised: 0, whole: 0, wrong: 0 }]));
let tried = 0;

/** Counts a case; the shares are of the pages that show a contact. */
function count(one: Case, found: Detection): void {
  tried++;
  const expected = expectationOf(one);
  const crm = crmOf(one);
  const before = shares.get(crm);
  if (!before) return;
  const isRight = isRightOrDoubt(found, one);
  const wrong = before.wrong + (isRight ? 0 : 1);
  if (expected.status !== 'contact') return void shares.set(crm, { ...before, wrong });
  const isFound = isRight && found.status === 'contact';
  const isWhole = isFound && JSON.stringify(found.contact) === JSON.stringify(expected.contact);
  const recognised = before.recognised + (isFound ? 1 : 0);
  shares.set(crm, { cases: before.cases + 1, recognised, whole: before.whole + (isWhole ? 1 : 0), wrong });
}

test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))(
  '%s becomes nobody else, however it is changed',
  (_file, fixture) => {
    const wrong = casesOf(fixture).flatMap((one) => {
      const found = read(one);
      count(one, found);
      return isRightOrDoubt(found, one) ? [] : [`${one.changes.join(' + ')}: ${JSON.stringify(found)}`];
    });
    expect(wrong).toEqual([]);
  },
  60_000,
);

describe('all of it', () => {
  test('was at least five hundred cases', () => expect(tried).toBeGreaterThanOrEqual(500));

  test('would catch whoever takes the first address of a page', () => {
    const careless: Reader = {
      route: () => '',
      detect(): Detection {
        const [link] = document.querySelectorAll('a[href^="mailto:"]');
        const email = link?.getAttribute('href')?.slice(7);
        return email
          ? { status: 'contact', contact: { crm: '', recordId: keyOf('email', email), emails: [email], phones: [] } }
          : { status: 'none' };
      },
    };
    const caught = fixtures
      .filter((fixture) => !isLarge(fixture) && expectationOf({ fixture }).status === 'contact')
      .slice(0, 6)
      .flatMap(casesOf)
      .filter((one) => !isRightOrDoubt(read(one, careless), one));
    expect(caught.length).toBeGreaterThan(50);
  }, 60_000);

  test.each(adapters.map(({ id }) => id))('%s still recognises most of its people', (id) => {
    const { cases, recognised } = shares.get(id) ?? { cases: 0, recognised: 0 };
    expect(cases).toBeGreaterThan(0);
    expect(recognised / cases).toBeGreaterThan(0.6);
  });
});

afterAll(() => {
  window.getComputedStyle = compute;
  const rows = [...shares].map(([crm, { cases, recognised, whole, wrong }]) => [
    crm,
    { 'wrong persons': wrong, 'pages of a contact': cases, recognised: percent(recognised, cases), whole: percent(whole, cases) },
  ]);
  console.info(`Mutations: ${tried} cases over ${fixtures.length} pages`);
  console.table(Object.fromEntries(rows));
});

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
