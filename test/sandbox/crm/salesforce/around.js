/** What a record page shows of other people: related lists, activity, hover cards. */

import { component, el } from './elements.js';
import { detailPanel } from './fields.js';
import { all, find, owner, recordPath, relatedPath } from './records.js';
import { email, phone } from './values.js';

function personRow(record) {
  const link = el('a', { href: recordPath(record), 'data-recordid': record.id, 'data-preview': record.id }, record.name);
  return el(
    'li',
    { class: 'related-row' },
    link,
    el('span', {}, record.title ?? ''),
    record.email ? email(record.email) : '',
    record.phone ? phone(record.phone) : '',
  );
}

/** A card of the Related tab; its heading links to the full list of this record. */
function relatedList(record, list, rows) {
  const heading = el('h2', {}, el('a', { href: relatedPath(record, list) }, `${list} (${rows.length})`));
  return component('lst-related-list-single-container', {}, () => [
    component('laf-progressive-container', { 'aria-busy': 'false' }, () => [
      el('article', { class: 'slds-card', 'aria-label': list }, heading, el('ul', {}, ...rows)),
    ]),
  ]);
}

/** The people around a contact (same account), a lead (none) or an account (its contacts). */
export function peopleAround(record) {
  const accountId = record.object === 'Account' ? record.id : record.accountId;
  const others = accountId ? all('Contact').filter((other) => other.accountId === accountId && other !== record) : [];
  return relatedList(record, record.object === 'Account' ? 'Contacts' : 'Colleagues', others.map(personRow));
}

export const opportunities = (record) =>
  relatedList(record, 'Opportunities', [
    el('li', { class: 'related-row' }, el('span', {}, 'Aligner programme'), el('span', {}, 'Proposal'), el('span', {}, '$18,400')),
  ]);

function entry(kind, title, when, ...details) {
  return el(
    'li',
    { class: `timeline-item timeline-${kind}` },
    el('div', { class: 'timeline-title' }, title, el('span', { class: 'timeline-when' }, when)),
    el('div', { class: 'timeline-details' }, ...details),
  );
}

/** Mail and calls with others: their addresses are on the page, and are not the record's. */
export function activity() {
  const sender = find('003Hr00002QwNiN');
  return component('runtime_sales_activities-activity-timeline', {}, () => [
    el(
      'div',
      { class: 'slds-card' },
      el('h2', {}, 'Activity'),
      el(
        'ul',
        { class: 'slds-timeline' },
        entry('task', 'Send updated fee schedule', 'Tomorrow', `${owner.name} has an upcoming task`),
        entry('email', 'Re: claim for the spring cases', 'Yesterday', 'From ', email(sender.email), ' to ', email(owner.email)),
        entry('call', 'Call with the front desk', 'Nov 12', phone('+12125550100')),
      ),
    ),
  ]);
}

/** The card that appears over a link: another record's form, at the end of the body. */
export function hoverCard(record, { x, y }) {
  const preview = component('records-record-hover-preview', {}, () => [
    el('h1', {}, record.name),
    detailPanel(record),
    el('a', { href: relatedPath(record, 'Opportunities') }, 'Opportunities'),
  ]);
  const card = el('div', { class: 'forceHoverPanel slds-popover', role: 'dialog' }, preview);
  card.style.left = `${x + 12}px`;
  card.style.top = `${y + 12}px`;
  return card;
}
