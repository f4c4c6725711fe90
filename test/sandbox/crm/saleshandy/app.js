/** Prospects with a drawer, inbox, settings. */

import { data, el, fullName, later, option, route } from '/assets/page.js';

const asked = new URLSearchParams(location.search);
const isFrench = asked.get('lang') === 'fr';
/** The drawer is always there and slides in and out by its class alone. */
const isSliding = asked.get('drawer') === 'slides';
/** The fields of the person before stay until the new ones arrive. */
const keepsFields = asked.has('keep');
const LABELS = isFrench
  ? ['Prénom', 'Nom', 'E-mail', 'Numéro de téléphone', 'Entreprise', 'Poste']
  : ['First Name', 'Last Name', 'Email', 'Phone Number', 'Company', 'Job Title'];
const FIELDS = ['firstName', 'lastName', 'email', 'phone', 'company', 'title'];
const DETAILS = isFrench ? 'Détails du prospect' : 'Prospect Details';
const swapMs = option('swap', 200);
const slowMs = option('slow', 200);

const header = el(
  'header',
  { class: 'shd-topbar' },
  el('strong', {}, 'Saleshandy'),
  el('a', { href: '/sequence/1207/prospects' }, isFrench ? 'Séquences' : 'Sequences'),
  el('a', { href: '/conversations' }, isFrench ? 'Boîte de réception' : 'Inbox'),
  el('a', { href: '/settings' }, isFrench ? 'Paramètres' : 'Settings'),
  el('span', { class: 'shd-account' }, data.user.email),
);
const main = el('main', { class: 'shd-page' });

/** A person's part; the name first, the fields when they arrive. */
function details(tag, attributes) {
  const name = el('h2', { class: 'shd-typography' });
  const fields = el('div', { class: 'shd-fields' });
  const box = el(tag, attributes, el('p', { class: 'shd-caption' }, DETAILS), name, fields);
  const show = (person) => {
    name.textContent = fullName(person);
    if (!keepsFields) fields.replaceChildren(el('div', { class: 'skeleton' }));
    later(slowMs, () => fields.replaceChildren(...pairs(person)));
  };
  return { box, show };
}

const pairs = (person) =>
  FIELDS.map((field, at) => el('div', { class: 'pair shd-pair' }, el('span', {}, LABELS[at]), el('span', {}, person[field])));

function prospects() {
  const drawer = details('aside', { class: 'drawer shd-drawer', role: 'dialog', 'aria-label': DETAILS });
  const close = el('button', { type: 'button', 'aria-label': 'Close' }, '×');
  close.addEventListener('click', () => (isSliding ? drawer.box.classList.remove('is-open') : drawer.box.remove()));
  drawer.box.prepend(close);
  if (isSliding) drawer.box.classList.add('slides');
  const rows = data.people.map((person) => {
    const row = el(
      'tr',
      { 'aria-selected': 'false' },
      el('td', {}, fullName(person)),
      el('td', {}, person.email),
      el('td', {}, person.company),
    );
    row.addEventListener('click', () => {
      for (const other of rows) other.setAttribute('aria-selected', String(other === row));
      // The drawer keeps showing the person before until the new one arrives.
      later(swapMs, () => {
        if (!drawer.box.isConnected) main.append(drawer.box);
        drawer.show(person);
        // Once it has a place off the screen, so that it has a way to go.
        if (isSliding) requestAnimationFrame(() => requestAnimationFrame(() => drawer.box.classList.add('is-open')));
      });
    });
    return row;
  });
  const head = el('tr', {}, ...['Prospect', LABELS[2], LABELS[4]].map((label) => el('th', {}, label)));
  main.replaceChildren(el('h1', {}, 'Dentists, spring'), el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)));
}

function inbox() {
  const isAlone = asked.get('contact') === 'closed';
  const panel = details('aside', { class: 'shd-side-panel' });
  const thread = el('section', { class: 'shd-thread', 'aria-label': 'Conversation' });
  const items = data.people.map((person) => {
    const item = el('button', { type: 'button', 'aria-current': 'false' }, `${fullName(person)} — Re: Your visit`);
    item.addEventListener('click', () => {
      for (const other of items) other.setAttribute('aria-current', String(other === item));
      later(swapMs, () => {
        thread.replaceChildren(el('h2', {}, 'Re: Your visit'), ...messages(person), reply());
        panel.show(person);
      });
    });
    return item;
  });
  main.replaceChildren(
    el('div', { class: 'columns' }, el('nav', { 'aria-label': 'Conversations' }, ...items), thread, ...(isAlone ? [] : [panel.box])),
  );
  items[0].click();
}

/** What a thread holds: the user's own sending address, the person's, and somebody in copy. */
function messages(person) {
  const sender = `tom@reach-harbor.test`;
  return [
    el('div', { class: 'message' }, `From: ${data.user.name} <${sender}>  To: ${person.email}`),
    el('div', { class: 'message' }, `From: ${fullName(person)} <${person.email}>  To: ${sender}  Cc: frontdesk@elsewhere.test`),
  ];
}

function reply() {
  return el('div', {}, el('textarea', { 'aria-label': 'Reply' }), el('button', { type: 'button' }, 'Send'));
}

function settings() {
  const account = el('div', { class: 'pair' }, el('span', {}, LABELS[2]), el('span', {}, data.user.email));
  main.replaceChildren(el('h1', {}, isFrench ? 'Paramètres' : 'Settings'), account);
}

function show() {
  const pages = [
    [/^\/conversations/, inbox],
    [/^\/settings/, settings],
  ];
  const [, draw] = pages.find(([path]) => path.test(location.pathname)) ?? [undefined, prospects];
  draw();
}

document.body.append(header, main);
route(show);
show();
