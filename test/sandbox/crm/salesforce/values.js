/** Field values as Lightning draws them. */

import { component, el } from './elements.js';
import { find, formatPhone, fullName, recordPath } from './records.js';

const OUTPUT = { 'data-output-element-id': 'output-field' };

export const text = (value) => component('lightning-formatted-text', OUTPUT, () => [value]);
export const name = (record) => component('lightning-formatted-name', OUTPUT, () => [fullName(record)]);

export const phone = (number) =>
  component('lightning-formatted-phone', OUTPUT, () => [el('a', { href: `tel:${number}` }, formatPhone(number))]);

/** The icon's label is glued to the address in the text, as in the real thing. */
export function email(address) {
  const icon = component('lightning-icon', {}, () => [el('span', { class: 'slds-assistive-text' }, 'Email')]);
  return component('lightning-formatted-email', OUTPUT, () => [el('a', { href: `mailto:${address}` }, icon, address)]);
}

/** A link to another record, with the button of its preview. */
export function lookup(id) {
  const record = find(id);
  if (!record) return text('');
  const link = el('a', { href: recordPath(record), 'data-recordid': record.id, 'data-preview': record.id }, el('span', {}, record.name));
  const label = `Open ${record.name} Preview`;
  const button = el(
    'button',
    { class: 'slds-button preview', type: 'button', title: label },
    el('span', { class: 'slds-assistive-text' }, label),
  );
  return component('force-lookup', OUTPUT, () => [component('records-hoverable-link', {}, () => [link, button])]);
}
