/** The dialog that "Edit" opens over a record page, as Lightning has it: layout items with inputs, Cancel and Save. */

import { component, el } from './elements.js';
import { find } from './records.js';

const INPUTS = {
  Contact: [
    ['Phone', 'Phone', 'phone'],
    ['MobilePhone', 'Mobile', 'mobile'],
    ['Email', 'Email', 'email'],
    ['Title', 'Title', 'title'],
    ['MailingAddress', 'Mailing City', 'city'],
  ],
  Lead: [
    ['Phone', 'Phone', 'phone'],
    ['Company', 'Company', 'company'],
    ['Email', 'Email', 'email'],
    ['Title', 'Title', 'title'],
  ],
  Account: [
    ['Phone', 'Phone', 'phone'],
    ['BillingAddress', 'Billing City', 'city'],
  ],
};

let ids = 0;

/** An input that keeps what it is told of by events, as components do; what is only written into it is not known to the form. */
function input(label, name, value, keep) {
  const id = `input-${++ids}`;
  const field = el('input', { id, name, class: 'slds-input', type: 'text' });
  field.value = value ?? '';
  field.addEventListener('input', () => keep(field.value));
  return component('lightning-input', { class: 'slds-form-element' }, () => [
    el('label', { class: 'slds-form-element__label', for: id }, label),
    el('div', { class: 'slds-form-element__control' }, field),
  ]);
}

function item(object, api, label, ...inputs) {
  const box = el('div', { role: 'listitem', 'data-target-selection-name': `sfdc:RecordField.${object}.${api}` }, ...inputs);
  return component('records-record-layout-item', { 'field-label': label }, () => [box]);
}

function nameItem({ object, name }, draft) {
  const words = name.split(' ');
  const [first, last] = [words.slice(0, -1).join(' '), words.at(-1)];
  const keep = (part) => (value) => {
    draft[part] = value;
  };
  const inputs = [input('First Name', 'firstName', first, keep('first')), input('Last Name', 'lastName', last, keep('last'))];
  return item(
    object,
    'Name',
    'Name',
    component('lightning-input-name', {}, () => [el('fieldset', {}, el('legend', {}, 'Name'), ...inputs)]),
  );
}

function saved(record, { first, last, ...values }) {
  const words = record.name.split(' ');
  Object.assign(record, values);
  if (first !== undefined || last !== undefined) record.name = `${first ?? words.slice(0, -1).join(' ')} ${last ?? words.at(-1)}`;
}

const button = (label, act) => {
  const made = el('button', { class: 'slds-button slds-button_neutral', type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
};

/** Opens the form of a record; `onSaved` once the person pressed Save. */
export function openEdit(id, onSaved) {
  const record = find(id);
  const draft = {};
  const own = INPUTS[record.object].map(([api, label, key]) =>
    item(
      record.object,
      api,
      label,
      input(label, api, record[key], (value) => Object.assign(draft, { [key]: value })),
    ),
  );
  const items = record.object === 'Account' ? own : [nameItem(record, draft), ...own];
  const close = () => wrapper.remove();
  const save = () => {
    saved(record, draft);
    close();
    onSaved();
  };
  const form = component('records-lwc-detail-panel', {}, () => [component('records-base-record-form', {}, () => items)]);
  const panel = component('records-modal-lwc-detail-panel-wrapper', {}, () => [
    el('h2', {}, `Edit ${record.name}`),
    form,
    el('div', { class: 'modal-footer' }, button('Cancel', close), button('Save', save)),
  ]);
  const dialog = el('div', { class: 'slds-modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': `Edit ${record.name}` }, panel);
  const wrapper = el('div', { class: 'oneRecordActionWrapper isModal active' }, dialog);
  document.body.append(wrapper);
}
