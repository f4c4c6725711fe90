import { everything, insideOf, isHidden, type Mutator, recordBox, type Stage } from './stage.ts';
import { box, fieldOf, formOf, mailLink, phoneLink, stranger } from './stranger.ts';

/** Somebody else on the page, as CRMs show people beside the one whose record it is. */
export const peopleMutators: Readonly<Record<string, Mutator>> = {
  'a hover card of someone': (stage) => void document.body.append(hoverCard(stage)),
  'a hover card inside the record': (stage) => put(stage, hoverCard(stage)),
  'a related list with people': (stage) => put(stage, relatedList(stage)),
  'a related list above the fields': (stage) => put(stage, relatedList(stage), 'first'),
  'an activity timeline': (stage) => put(stage, timeline(stage)),
  'an e-mail thread': (stage) => put(stage, thread(stage)),
  'a card of the owner': (stage) => put(stage, ownerCard(stage)),
  'a card of the owner above the fields': (stage) => put(stage, ownerCard(stage), 'first'),
  'a form of the manager': (stage) => put(stage, manager(stage)),
  'a modal form': (stage) => modal(stage, document.body),
  'a modal form inside the main part': (stage) =>
    modal(stage, everything('main,[role="main"]').findLast((one) => !isHidden(one)) ?? document.body),
  'a drawer with a list of people': (stage) => void document.body.append(list(stage)),
  'a message in the corner': () => void document.body.append(toast()),
  'search results with people': () => void document.body.prepend(searchResults()),
};

const isSalesforce = ({ fixture }: Stage) => fixture.file.startsWith('salesforce');
const crmOf = ({ fixture }: Stage) => fixture.file.split('--')[0] ?? '';

/** Puts it into the record's own part of the page. */
function put(stage: Stage, element: Element, where: 'first' | 'last' = 'last'): void {
  const inside = insideOf(recordBox(stage));
  if (where === 'first') inside.prepend(element);
  else inside.append(element);
}

function hoverCard(stage: Stage): Element {
  if (isSalesforce(stage)) return box('records-record-hover-preview', { class: 'forceHoverPanel slds-popover' }, formOf('salesforce'));
  return box('div', { role: 'tooltip', class: 'popover hover-card' }, box('strong', {}, stranger.name), formOf(crmOf(stage)));
}

function relatedList(stage: Stage): Element {
  const heading = box('h2', {}, box('a', { href: `/lightning/r/Account/001Hr00003BaySdIAJ/related/Contacts/view` }, 'Related contacts'));
  const row = () => box('tr', {}, box('td', {}, stranger.name), box('td', {}, mailLink()), box('td', {}, phoneLink()));
  const head = box('tr', {}, ...['Name', 'Email', 'Phone'].map((label) => box('th', {}, label)));
  const table = box('table', {}, box('thead', {}, head), box('tbody', {}, row()));
  const tag = isSalesforce(stage) ? 'lst-related-list-single-container' : 'section';
  return box(tag, {}, box('article', { class: 'slds-card' }, isSalesforce(stage) ? heading : box('h3', {}, 'Related contacts'), table));
}

function timeline(stage: Stage): Element {
  const item = box('li', {}, 'E-mail to ', mailLink(), ' and a call to ', phoneLink());
  const tag = isSalesforce(stage) ? 'runtime_sales_activities-activity-timeline' : 'section';
  return box(tag, {}, box('h3', {}, 'Activity'), box('ul', { role: 'feed' }, item));
}

function thread(stage: Stage): Element {
  const lines = [
    `From: ${stranger.name} <${stranger.email}>`,
    `To: ${stage.own.emails[0] ?? 'us@harborgroup.test'}`,
    `Call me: ${stranger.phone}`,
  ];
  const tag = isSalesforce(stage) ? 'emailui-email-thread' : 'section';
  return box(
    tag,
    { 'aria-label': 'Conversation' },
    box('h3', {}, 'Messages'),
    ...lines.map((line) => box('p', {}, line)),
    box('p', {}, mailLink()),
  );
}

function ownerCard(stage: Stage): Element {
  const label = isSalesforce(stage) ? 'Contact Owner' : 'Owner';
  const owner = box(
    'div',
    { class: 'field' },
    box('span', {}, label),
    box('span', {}, box('a', { href: '/lightning/r/User/005Hr00000UsPriIAF/view' }, stranger.name), ' ', mailLink()),
  );
  return box('div', { class: 'slds-card owner' }, owner);
}

function manager(stage: Stage): Element {
  const label = isSalesforce(stage) ? 'Reports To' : 'Manager';
  return box(
    'section',
    { class: 'slds-card' },
    box('h3', {}, label),
    isSalesforce(stage) ? formOf('salesforce') : fieldOf('', '', label, mailLink()),
  );
}

function modal(stage: Stage, where: Element): void {
  const attributes = { role: 'dialog', 'aria-modal': 'true', class: isSalesforce(stage) ? 'isModal active lafPageHost' : 'modal' };
  where.append(box('div', attributes, box('h2', {}, 'Edit contact'), formOf(crmOf(stage))));
}

function list(stage: Stage): Element {
  const rows = [stranger.email, 'third.person@elsewhere.test', 'fourth.person@elsewhere.test'].map((email) =>
    box('li', {}, `${email.split('@')[0]} `, email),
  );
  const tag = isSalesforce(stage) ? 'runtime_thp_learning-side-panel' : 'aside';
  return box(tag, { class: 'drawer', 'aria-label': 'People' }, box('h2', {}, 'People'), box('ul', {}, ...rows));
}

const toast = () => box('div', { class: 'toastContainer toast', role: 'status' }, `${stranger.name} (${stranger.email}) was saved.`);

function searchResults(): Element {
  const options = [stranger.email, 'third.person@elsewhere.test'].map((email) => box('div', { role: 'option' }, email));
  return box('div', { role: 'search', class: 'search' }, box('div', { role: 'listbox' }, ...options));
}
