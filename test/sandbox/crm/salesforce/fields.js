/** The fields of each object, by API name. */

import { component, el } from './elements.js';
import { owner } from './records.js';
import { email, lookup, name, phone, text } from './values.js';

const optional = (value, draw) => (value ? draw(value) : text(''));

const FIELDS = {
  Contact: (record) => [
    ['OwnerId', 'Contact Owner', lookup(owner.id)],
    ['Phone', 'Phone', optional(record.phone, phone)],
    ['Name', 'Name', name(record)],
    ['MobilePhone', 'Mobile', optional(record.mobile, phone)],
    ['AccountId', 'Account Name', lookup(record.accountId)],
    ['Email', 'Email', optional(record.email, email)],
    ['Title', 'Title', text(record.title ?? '')],
    ['ReportsToId', 'Reports To', lookup(record.reportsToId)],
    ['Fax', 'Fax', optional(record.fax, phone)],
    ['AssistantPhone', 'Asst. Phone', optional(record.assistantPhone, phone)],
    ['MailingAddress', 'Mailing Address', text(record.city ?? '')],
    ['CreatedById', 'Created By', lookup(owner.id)],
  ],
  Lead: (record) => [
    ['OwnerId', 'Lead Owner', lookup(owner.id)],
    ['Phone', 'Phone', optional(record.phone, phone)],
    ['Name', 'Name', name(record)],
    ['Company', 'Company', text(record.company ?? '')],
    ['Email', 'Email', optional(record.email, email)],
    ['Title', 'Title', text(record.title ?? '')],
  ],
  Account: (record) => [
    ['OwnerId', 'Account Owner', lookup(owner.id)],
    ['Phone', 'Phone', optional(record.phone, phone)],
    ['Name', 'Account Name', text(record.name)],
    ['BillingAddress', 'Billing Address', text(record.city ?? '')],
  ],
  User: (record) => [
    ['Name', 'Name', name(record)],
    ['Email', 'Email', optional(record.email, email)],
  ],
};

const fieldsOf = (record) => FIELDS[record.object](record);

/** One field of the Details tab. */
function item(object, [api, label, value]) {
  return component(
    'records-record-layout-item',
    { 'field-label': label },
    (slot) => [
      el(
        'div',
        { role: 'listitem', 'data-target-selection-name': `sfdc:RecordField.${object}.${api}` },
        el(
          'div',
          { class: 'slds-form-element test-id__output-root' },
          el('div', { class: 'slds-form-element__label' }, el('span', { class: 'test-id__field-label' }, label)),
          el('div', { class: 'slds-form-element__control' }, el('span', { class: 'test-id__field-value' }, slot('outputField'))),
        ),
      ),
    ],
    { outputField: [value] },
  );
}

/** The form of the Details tab. */
export function detailPanel(record) {
  const { object } = record;
  const fields = fieldsOf(record);
  const reveals = fields.map(([api]) => `sfdc:RecordField.${object}.${api}`).join(',');
  const heading = el('h3', { class: 'section-heading', 'data-target-reveals': reveals }, `${object} Information`);
  const row = component('records-record-layout-row', {}, (slot) => [el('div', { class: 'layout-row', role: 'list' }, slot())], {
    '': fields.map((field) => item(object, field)),
  });
  const section = component('records-record-layout-section', {}, () => [heading, row]);
  const tag = `forcegenerated-detailpanel_${object.toLowerCase()}___012000000000000aaa___full___view___recordlayout2`;
  const layout = component(tag, { class: 'forcegenerated-record-layout2' }, () => [
    component('records-record-layout-block', {}, () => [section]),
  ]);
  return component('records-lwc-detail-panel', {}, () => [
    component('records-base-record-form', {}, () => [component('records-lwc-record-layout', {}, () => [layout])]),
  ]);
}
