// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Detection } from '@/lib/crm/adapter.ts';
import { adapter } from '@/lib/crm/adapters/salesforce.ts';
import { openRoots } from '@/lib/crm/dom.ts';
import { createLook } from '@/lib/crm/look.ts';
import {
  account,
  classicPage,
  component,
  consolePage,
  contactPage,
  details,
  detailsOf,
  heading,
  headOf,
  highlights,
  inApp,
  item,
  mail,
  nameOf,
  type Person,
  pair,
  recordPage,
  related,
  tel,
} from './attack-pages.ts';
import { showPage } from './page.ts';

const MARIA_ID = '003Hs00004XyZaBIAV';
const BEN_ID = '003Hs00009BenBaIAJ';
const maria: Person = { name: 'Maria Gomez', email: 'maria@bay.test', phone: '4155550142' };
const ben: Person = { name: 'Ben Bay', email: 'ben@bay.test', phone: '2125550001' };
const BOSS = mail('boss@bay.test');
const viewOf = (id: string) => `https://acme.lightning.force.com/lightning/r/Contact/${id}/view`;
const titleOf = ({ name }: Person) => `${name} | Contact | Salesforce`;

const whole = { name: 'Ms. Maria Gomez', company: 'Bay Bistro', emails: ['maria@bay.test'], phones: ['4155550142'] };
const inHead = { ...whole, phones: [] };
type Told = Omit<Partial<typeof whole>, 'name'> & { readonly name: string };

/** What is told of a page at the address of Maria. */
function detect(body: string, title = titleOf(maria), url = viewOf(MARIA_ID)): Detection {
  showPage(`<title>${title}</title><body>${body}</body>`);
  return adapter.detect({ url: new URL(url), document });
}

const named = (name: string) => inApp(recordPage(headOf(maria), detailsOf(maria), name));
const headed = (after: string) =>
  inApp(recordPage(highlights(heading('Ms. Maria Gomez', after), pair('Email', mail(maria.email))), detailsOf(maria)));
/** The highlights alone, details not drawn. */
const shownInHead = (pairs: string, more = '') =>
  inApp(recordPage(highlights(heading('Ms. Maria Gomez'), pairs), related(MARIA_ID) + more));
const managerCard = component(
  'c_managerCard',
  `<c-manager-card><lightning-record-view-form>${item('Email', 'Email', BOSS)}</lightning-record-view-form></c-manager-card>`,
);
/** A field that is edited in place. */
const input = (api: string, names: Readonly<Record<string, string>>) =>
  `<div data-target-selection-name="sfdc:RecordField.Contact.${api}">${Object.entries(names)
    .map(([name, value]) => `<input name="${name}" value="${value}">`)
    .join('')}</div>`;
const dynamicField = (api: string, value: string) =>
  `<flexipage-field data-field-id="Record${api}Field">${item(api, api, value)}</flexipage-field>`;

const PAGES: Readonly<Record<string, readonly [page: string, told: Told, title?: string]>> = {
  'a page that an admin named after activities': [named('activities_first'), whole],
  'a page named after related lists': [named('contact_with_related_lists'), whole],
  'a page named after a modal': [named('modal_contact_page'), whole],
  'a tab set named after activities': [
    inApp(recordPage(headOf(maria), component('flexipage_tabset_activityAndDetails', detailsOf(maria)))),
    whole,
  ],
  'a heading with words for screen readers behind the name': [headed('<span class="slds-assistive-text">Press Enter</span>'), whole],
  'a heading with a button behind the name': [headed('<x-hierarchy><button>View Hierarchy</button></x-hierarchy>'), whole],
  'a heading with a badge behind the name': [headed('<lightning-badge>VIP</lightning-badge>'), whole],
  'a heading in a text that an admin wrote': [contactPage(maria, '<div class="richText"><h1>Call script</h1></div>'), whole],
  'a name of four parts that is edited in place': [
    inApp(
      recordPage(
        highlights(heading('Ms. Maria Luz Gomez Jr.')),
        details(
          input('Name', { firstName: 'Maria', middleName: 'Luz', lastName: 'Gomez', suffix: 'Jr.' }) +
            input('Email', { Email: maria.email }),
        ),
      ),
    ),
    { name: 'Ms. Maria Luz Gomez Jr.', emails: [maria.email], phones: [] },
    'Maria Luz Gomez Jr. | Contact | Salesforce',
  ],
  'an address shown as a mere text': [
    inApp(
      recordPage(
        highlights(heading('Ms. Maria Gomez')),
        details(
          item('Name', 'Name', nameOf('Maria Gomez')) +
            item('Email', 'Email', '<lightning-formatted-text>maria@bay.test</lightning-formatted-text>'),
        ),
      ),
    ),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [] },
  ],
  'a title with a number of notifications': [contactPage(maria), whole, `(2) ${titleOf(maria)}`],
  'a title with the last name first': [contactPage(maria, related(MARIA_ID)), whole, 'Gomez, Maria | Contact | Salesforce'],
  'a title that names nobody, over a console tab that does': [
    consolePage([{ id: MARIA_ID, text: 'Maria Gomez' }], contactPage(maria)),
    whole,
    'Salesforce',
  ],
  'highlights of fields': [
    inApp(
      recordPage(
        `<record_flexipage-dynamic-highlights2>${heading('Ms. Maria Gomez')}${dynamicField('Email', mail(maria.email))}</record_flexipage-dynamic-highlights2>`,
        details(item('Name', 'Name', nameOf('Maria Gomez')) + item('Phone', 'Phone', tel(maria.phone))),
      ),
    ),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [maria.phone] },
  ],
  'highlights without fields, on a page of contacts': [
    inApp(
      recordPage(
        `<record_flexipage-dynamic-highlights2>${heading('Ms. Maria Gomez')}${pair('Email', mail(maria.email))}</record_flexipage-dynamic-highlights2>`,
        '',
      ),
    ),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [] },
  ],
  'highlights, details not drawn': [shownInHead(pair('Account Name', account('Bay Bistro')) + pair('Email', mail(maria.email))), inHead],
  'highlights in Japanese': [
    shownInHead(pair('メール', mail(maria.email)) + pair('電話', tel(maria.phone))),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [maria.phone] },
  ],
  'the address of the owner in the highlights': [
    shownInHead(pair('Email', '') + pair('Contact Owner Email', mail('olga@acme.test'))),
    { name: 'Ms. Maria Gomez', emails: [], phones: [] },
  ],
  'numbers of a fax and an assistant in the highlights': [
    shownInHead(pair('Email', mail(maria.email)) + pair('Asst. Phone', tel('2125559999')) + pair('Fax', tel('2125558888'))),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [] },
  ],
  'another account in the highlights': [
    shownInHead(pair('Account Name', '') + pair('Referred By Account', account('Referrer')) + pair('Email', mail(maria.email))),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [] },
  ],
  'a form of the manager beside fields that are blank': [
    inApp(
      recordPage(
        highlights(heading('Ms. Maria Gomez')),
        dynamicField('Name', nameOf('Maria Gomez')) + dynamicField('Email', '') + managerCard + related(MARIA_ID),
      ),
    ),
    { name: 'Ms. Maria Gomez', emails: [], phones: [] },
  ],
  'a form of the manager, details not drawn': [
    shownInHead(pair('Email', mail(maria.email)), managerCard),
    { name: 'Ms. Maria Gomez', emails: [maria.email], phones: [] },
  ],
};

test.each(Object.entries(PAGES))('tells Maria, and of her alone: %s', (_page, [body, told, title]) => {
  const found = detect(body, title);
  expect(found.status === 'contact' ? found.contact : found).toEqual({ crm: 'salesforce', recordId: MARIA_ID, ...told });
});

test('a console tab that is lit before its page is drawn tells nobody', () => {
  const tabs = [{ id: MARIA_ID, text: 'Maria Gomez' }];
  expect(detect(consolePage(tabs, contactPage(ben)), 'Salesforce')).toEqual({ status: 'pending' });
});

test('without ids, Classic tells only what stands beside the label of the field', () => {
  const link = (address: string) => `<a href="mailto:${address}">${address}</a>`;
  const at = [`Lead: Maria Gomez ~ Salesforce`, 'https://acme.my.salesforce.com/00QHs00002aBcDe'] as const;
  const page = (rows: Readonly<Record<string, string>>) => detect(classicPage('Maria Gomez', rows), ...at);
  expect(page({ Email: '', 'Owner mail': link('olga@acme.test') })).toMatchObject({ contact: { emails: [] } });
  expect(page({ Email: link(maria.email), Phone: '4155550142' })).toMatchObject({ contact: { emails: [maria.email] } });
});

interface Step {
  readonly at: number;
  readonly url?: string;
  readonly title?: string;
  readonly html?: string;
}

const LIST = 'https://acme.lightning.force.com/lightning/o/Contact/list';
const full = contactPage(maria);
const besideBen = contactPage(maria, component('force_relatedRecord', related(BEN_ID, 'records-related-record')));
const start = (html: string): Step => ({ at: 0, url: viewOf(MARIA_ID), title: titleOf(maria), html });
const toBen: Step = { at: 100, url: viewOf(BEN_ID) };
const headAlone = (name: string, pairs: string) => inApp(recordPage(highlights(heading(name), pairs), ''));
const phonePair = pair('Phone', tel(maria.phone));

/** Moves from Maria to Ben: whatever is told meanwhile must not show anything of hers. */
const MOVES: Readonly<Record<string, readonly Step[]>> = {
  'the old page stands for eight seconds': [start(full), toBen, { at: 5_200 }, { at: 7_900 }],
  'the old page stands, and something else on it changes': [
    start(full),
    toBen,
    { at: 5_200, html: `${full}<i>x</i>` },
    { at: 7_900, html: full },
  ],
  'the old page stands for an hour under an edit dialog': [
    start(full),
    { at: 100, url: viewOf(BEN_ID).replace('view', 'edit') },
    { at: 3_600_000, html: `${full}<div class="isModal active lafPageHost"><h1>Edit Ben Bay</h1></div>` },
  ],
  'over a list, the old page stands for eight seconds': [
    start(full),
    { at: 100, url: LIST, title: 'Recently Viewed | Contacts | Salesforce' },
    { at: 3_000, url: viewOf(BEN_ID), title: titleOf(maria), html: full },
    { at: 9_000 },
  ],
  'the old page holds the related lists of its manager Ben': [
    start(besideBen),
    toBen,
    { at: 150, html: `${besideBen}<i></i>` },
    { at: 5_200 },
  ],
  'the same, the title is first': [start(besideBen), toBen, { at: 150, title: titleOf(ben) }, { at: 300 }],
  'the lists of Ben are drawn first, and his title': [
    start(full),
    toBen,
    { at: 150, title: titleOf(ben), html: contactPage(maria, related(BEN_ID)) },
    { at: 300 },
  ],
  'the heading is first, the address two seconds later': [
    start(full),
    toBen,
    { at: 150, title: titleOf(ben), html: headAlone('Ben Bay', pair('Email', mail(maria.email))) },
    { at: 1_500 },
    { at: 2_500 },
  ],
  'the heading is first, the number two seconds later': [
    start(headAlone('Maria Gomez', phonePair)),
    toBen,
    { at: 150, title: titleOf(ben), html: headAlone('Ben Bay', phonePair) },
    { at: 1_500 },
  ],
  'heading and address are first, the number later': [
    start(full),
    toBen,
    { at: 150, title: titleOf(ben), html: headAlone('Ben Bay', pair('Email', mail(ben.email)) + phonePair) },
    { at: 600 },
  ],
  'a console tab is lit over the old page, titles name nobody': [
    { ...start(consolePage([{ id: MARIA_ID, text: 'Maria Gomez' }], full)), title: 'Salesforce' },
    { ...toBen, html: consolePage([{ id: BEN_ID, text: 'Ben Bay' }], full) },
    { at: 5_300 },
  ],
};

let time = 0;

/** Plays the steps and gives what was said last at each. */
function play(steps: readonly Step[]): readonly Detection[] {
  const look = createLook(adapter, document, () => time);
  let [href, from] = ['', undefined as string | undefined];
  return steps.map(({ at, url = href, title, html }) => {
    time = at;
    href = url;
    if (html !== undefined) document.body.innerHTML = html;
    document.title = title ?? document.title;
    const route = adapter.route(new URL(href));
    const hasMoved = from !== undefined && from !== route;
    from = route ?? '';
    if (route === undefined) return { status: 'none' };
    return (
      look({ href, route, hasMoved, hasChanged: html !== undefined }, openRoots(document, true)).detections.at(-1) ?? { status: 'none' }
    );
  });
}

describe('on the way to another contact', () => {
  beforeEach(() => document.body.replaceChildren());

  test.each(Object.entries(MOVES))('nothing of the one before is told: %s', (_story, steps) => {
    const said = JSON.stringify(play(steps).slice(1));
    for (const value of [maria.name, maria.email, maria.phone]) expect(said).not.toContain(value);
  });

  test('the other is told as soon as page and title are theirs', () => {
    const drawn = { at: 400, title: titleOf(ben), html: contactPage(ben) };
    expect(play([start(full), toBen, drawn]).at(-1)).toMatchObject({ contact: { recordId: BEN_ID, emails: [ben.email] } });
  });

  test('back at the one before, they are told at once', () => {
    expect(play([start(full), toBen, { at: 300, url: viewOf(MARIA_ID) }]).at(-1)).toMatchObject({ contact: { recordId: MARIA_ID } });
  });

  test('a namesake is told some time later if links to their own lists are there', () => {
    const other = contactPage({ ...ben, name: maria.name }, related(BEN_ID));
    const said = play([start(full), toBen, { at: 300, html: other }, { at: 10_100 }, { at: 13_100 }]);
    expect(said.map(({ status }) => status)).toEqual(['contact', 'pending', 'pending', 'pending', 'contact']);
    expect(said.at(-1)).toMatchObject({ contact: { recordId: BEN_ID, emails: [ben.email] } });
  });
});
