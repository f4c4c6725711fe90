/** Whom mutations bring into a page: somebody else, who must never be told. */
export const stranger = {
  name: 'Somebody Else',
  first: 'Somebody',
  last: 'Else',
  company: 'Elsewhere Holding',
  email: 'somebody.else@elsewhere.test',
  phone: '+12125559999',
  id: '003Hr00009ZzZzZIAV',
} as const;

/** An element with attributes and children. */
export function box(tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const mailLink = () => box('a', { href: `mailto:${stranger.email}` }, stranger.email);
export const phoneLink = () => box('a', { href: `tel:${stranger.phone}` }, stranger.phone);

/** Label and value as the page's CRM draws them. */
export function fieldOf(crm: string, object: string, label: string, value: Node | string): HTMLElement {
  if (crm !== 'salesforce') return box('div', { class: 'field' }, box('span', {}, label), box('span', {}, value));
  const api = `sfdc:RecordField.${object}.${label === 'Account Name' ? 'AccountId' : label}`;
  return box(
    'records-record-layout-item',
    { 'field-label': label },
    box(
      'div',
      { role: 'listitem', 'data-target-selection-name': api },
      box('span', { class: 'test-id__field-label' }, label),
      box('span', { class: 'test-id__field-value' }, box('span', { 'data-output-element-id': 'output-field' }, value)),
    ),
  );
}

/** A whole form of the stranger's. */
export function formOf(crm: string, object = 'Contact'): HTMLElement {
  const tag = crm === 'salesforce' ? 'records-lwc-detail-panel' : 'div';
  const name = crm === 'salesforce' ? box('lightning-formatted-name', {}, stranger.name) : stranger.name;
  return box(
    tag,
    {},
    fieldOf(crm, object, 'Name', name),
    fieldOf(crm, object, 'Email', mailLink()),
    fieldOf(crm, object, 'Phone', phoneLink()),
  );
}
