/** A list and a page for each person, in web components. */

import { data, el, fullName, later, option, route } from '/assets/page.js';

const look = new URLSearchParams(location.search).get('look');
const swapMs = option('swap', 150);
/** Names that a build makes anew each time. */
const volatile = () => `css-${Math.random().toString(36).slice(2, 8)}`;
const volatileId = () => `:r${Math.random().toString(36).slice(2, 5)}:`;

/** A component whose template stands in an open root. */
function component(tag, attributes, ...inside) {
  const host = el(tag, attributes);
  host.attachShadow({ mode: 'open' }).append(...inside);
  return host;
}

function shell() {
  const account = el('a', { href: `mailto:${data.user.email}`, class: volatile() }, data.user.email);
  return component(
    'hp-header',
    {},
    el('header', {}, el('strong', {}, 'Harbor People'), el('a', { href: '/app/people' }, 'People'), ' ', account),
  );
}

/** A label and its value, each in a component of its own. */
function field(key, label, value) {
  const id = volatileId();
  return component(
    'hp-field',
    { 'data-field': key },
    el('span', { id, class: volatile() }, label),
    component('hp-value', { 'aria-labelledby': id }, el('span', { class: volatile() }, value)),
  );
}

const mail = (person) => el('a', { href: `mailto:${person.email}` }, person.email);
const work = (person) => el('iframe', { src: `/app/people/${person.id}/work`, title: 'Work', class: volatile() });

function record(person) {
  return component(
    'hp-person',
    { id: volatileId(), class: volatile() },
    el('div', { class: volatile() }, el('h1', { class: volatile() }, fullName(person))),
    field('email', 'Email', mail(person)),
    field('role', 'Role', person.title),
    work(person),
    editButton(person),
    el(
      'section',
      {},
      el('h3', {}, 'Colleagues'),
      ...data.people
        .filter((other) => other !== person)
        .slice(0, 2)
        .map(colleague),
    ),
  );
}

/** "Edit" puts a form below the record; Save keeps what the form heard by events, in this page alone. */
function editButton(person) {
  const button = el('button', { type: 'button' }, 'Edit');
  button.addEventListener('click', () => main.append(editForm(person)));
  return button;
}

function editForm(person) {
  const draft = {};
  const field = (key, label) => {
    const input = el('input', { id: volatileId(), class: volatile() });
    input.value = person[key];
    input.addEventListener('input', () => Object.assign(draft, { [key]: input.value }));
    return el('p', {}, el('label', { for: input.id }, label), input);
  };
  const save = el('button', { type: 'button' }, 'Save');
  save.addEventListener('click', () => {
    Object.assign(person, draft);
    show();
  });
  return component('hp-form', {}, field('email', 'Email'), field('phone', 'Phone'), field('title', 'Role'), save);
}

const colleague = (person) => el('p', {}, el('a', { href: `/app/people/${person.id}` }, fullName(person)), ' ', mail(person));

/** After the redesign: no labels, no links, other elements; the colleagues' addresses are where the person's was. */
function newRecord(person) {
  return el(
    'article',
    { class: volatile() },
    component(
      'hp-team',
      {},
      ...data.people
        .filter((other) => other !== person)
        .slice(0, 2)
        .map(colleague),
    ),
    el(
      'p',
      { class: volatile() },
      `${fullName(person)} is ${person.title} at ${person.company}. Write to ${person.email}, call ${person.phone}.`,
    ),
  );
}

/** After another one: other words, other elements, other names, and the colleagues before the person. */
function nextRecord(person) {
  const fact = (key, label, value) => component('hp-fact', { 'data-fact': key }, el('b', {}, label), el('i', { class: volatile() }, value));
  return el(
    'article',
    { class: volatile() },
    component(
      'hp-team',
      {},
      ...data.people
        .filter((other) => other !== person)
        .slice(0, 2)
        .map(colleague),
    ),
    el('h2', { class: volatile() }, fullName(person)),
    fact('mail', 'Write to', person.email),
    fact('job', 'Works as', person.title),
  );
}

const records = { new: newRecord, next: nextRecord };

function list() {
  const rows = data.people.map((person) =>
    el('li', {}, el('a', { href: `/app/people/${person.id}` }, fullName(person)), ` ${person.email} ${person.phone}`),
  );
  return component('hp-list', {}, el('h1', {}, 'People'), el('ul', {}, ...rows));
}

const main = el('main', { id: volatileId() });

function show() {
  const [, id] = /^\/app\/people\/(\d+)/.exec(location.pathname) ?? [];
  const person = data.people.find((one) => String(one.id) === id);
  main.replaceChildren(person ? (records[look] ?? record)(person) : list());
  document.title = `${person ? fullName(person) : 'People'} – Harbor People`;
}

document.body.append(shell(), main);
route(() => later(swapMs, show));
show();
