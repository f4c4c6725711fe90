/** Inbox, thread and contact. */

import { data, el, formatPhone, later, option, route } from '/assets/page.js';

const swapMs = option('swap', 200);
const slowMs = option('slow', 200);

const nameOf = (person) => person.name ?? formatPhone(person.phone);
const titleOf = (thread) => thread.people.map(nameOf).join(', ');

const header = el(
  'header',
  {},
  el('strong', {}, 'Salesmsg'),
  el('a', { href: '/conversations' }, 'Inbox'),
  el('span', { class: 'inbox-number' }, `Harbor Dental ${formatPhone(data.user.phone)}`),
  el('span', {}, data.user.email),
);
const items = data.threads.map((thread) =>
  el(
    'a',
    { href: `/conversations/${thread.id}`, class: 'conversation-item' },
    el(
      'div',
      { class: 'message' },
      el('strong', {}, titleOf(thread)),
      el('div', {}, formatPhone(thread.people[0].phone)),
      el('div', {}, 'See you on Monday'),
    ),
  ),
);
const inbox = el('aside', { class: 'at-left', 'aria-label': 'Conversations' }, ...items);
const threadBox = el('section', { class: 'thread', 'aria-label': 'Conversation' });
const panel = el('aside', { class: 'contact-panel at-right', 'aria-label': 'Contact' });

function drawThread(thread) {
  threadBox.replaceChildren(
    el(
      'div',
      { class: 'thread-header' },
      el('h2', {}, titleOf(thread)),
      el('span', {}, thread.people.map(({ phone }) => formatPhone(phone)).join(', ')),
    ),
    el('div', { class: 'message' }, 'Can I come at nine? My brother is on +1 646 555 0177.'),
    el('div', { class: 'message' }, `Yes. This is ${data.user.name}, (212) 555-0100.`),
    el('div', { class: 'composer' }, el('textarea', { placeholder: 'Type a message', 'aria-label': 'Message' }), el('button', {}, 'Send')),
  );
}

function drawPanel(thread) {
  const title = thread.people.length > 1 ? `Participants (${thread.people.length})` : 'Contact';
  panel.replaceChildren(el('h3', {}, title), ...thread.people.flatMap(personPart));
}

function personPart(person) {
  const pair = (label, value) => el('div', { class: 'pair' }, el('span', {}, label), value);
  return [
    el('h4', {}, nameOf(person)),
    pair('Phone', el('a', { href: `tel:${person.phone}` }, formatPhone(person.phone))),
    pair('Email', el('span', {}, person.email ?? '—')),
  ];
}

/** The address and the list at once, the thread later, the contact last. */
function show() {
  const [, id] = /^\/conversations\/(\d+)/.exec(location.pathname) ?? [];
  const thread = data.threads.find((one) => String(one.id) === id);
  for (const [at, item] of items.entries()) {
    if (data.threads[at] === thread) item.setAttribute('aria-current', 'true');
    else item.removeAttribute('aria-current');
  }
  if (!thread) {
    later(0, () => threadBox.replaceChildren(el('p', {}, 'Choose a conversation')));
    panel.replaceChildren();
    return;
  }
  later(swapMs, () => {
    drawThread(thread);
    panel.replaceChildren(el('div', { class: 'skeleton' }));
    later(slowMs, () => drawPanel(thread));
  });
}

// The layout puts the columns where they belong, not their order.
document.body.append(header, el('div', { class: 'columns' }, panel, el('main', {}, threadBox), inbox));
route(show);
show();
