/** The band at the top of a record page. */

import { component, el } from './elements.js';
import { fullName, owner } from './records.js';
import { email, lookup, phone } from './values.js';

function pairsOf(record) {
  const pairs = {
    Contact: [
      ['Title', record.title],
      ['Account Name', lookup(record.accountId)],
      ['Phone', record.phone && phone(record.phone)],
      ['Email', record.email && email(record.email)],
      ['Contact Owner', lookup(owner.id)],
    ],
    Lead: [
      ['Title', record.title],
      ['Company', record.company],
      ['Phone', record.phone && phone(record.phone)],
      ['Email', record.email && email(record.email)],
    ],
    Account: [
      ['Phone', record.phone && phone(record.phone)],
      ['Billing City', record.city],
      ['Account Owner', lookup(owner.id)],
    ],
    User: [['Email', record.email && email(record.email)]],
  };
  return pairs[record.object];
}

function pair([label, value]) {
  return component('records-highlights-details-item', { role: 'listitem' }, () => [
    el('div', {}, el('p', { class: 'highlight-label', title: label }, label), el('p', { class: 'highlight-value' }, value ?? '')),
  ]);
}

const action = (label) => el('button', { class: 'slds-button slds-button_neutral', type: 'button' }, label);
const editAction = ({ id }) => el('button', { class: 'slds-button slds-button_neutral', type: 'button', 'data-edit': id }, 'Edit');

/** `withFields` false draws the name alone, as while the fields are being fetched. */
export function highlights(record, withFields) {
  const name = component('lightning-formatted-name', {}, () => [fullName(record)]);
  const label = component('records-entity-label', {}, () => [record.object]);
  const panel = component(
    'records-highlights2',
    {},
    (slot) => [
      el(
        'div',
        { class: 'slds-page-header' },
        el(
          'div',
          { class: 'highlight-top' },
          el('span', { class: `entity-icon entity-${record.object.toLowerCase()}`, 'aria-hidden': 'true' }),
          el('h1', {}, el('div', { class: 'entityNameTitle' }, label), slot('primaryField')),
          el('div', { class: 'highlight-actions' }, action('Follow'), editAction(record), action('New Opportunity')),
        ),
        el('div', { class: 'highlight-fields', role: 'list' }, ...(withFields ? pairsOf(record).map(pair) : [])),
      ),
    ],
    { primaryField: [name] },
  );
  const tag = `forcegenerated-highlightspanel_${record.object.toLowerCase()}___012000000000000aaa___compact___view___recordlayout2`;
  return component('records-lwc-highlights-panel', {}, () => [
    component('records-lwc-record-layout', {}, () => [component(tag, { class: 'forcegenerated-record-layout2' }, () => [panel])]),
  ]);
}
