/** A contact as the pages below show it. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const RECORD_TYPE = '012000000000000AAA';

/** One field of the details, hooks and all. */
export const item = (api: string, label: string, value: string) =>
  `<records-record-layout-item field-label="${label}"><div role="listitem" data-target-selection-name="sfdc:RecordField.Contact.${api}">
    <span class="test-id__field-label">${label}</span><slot name="outputField"><div data-output-element-id="output-field">${value}</div></slot>
  </div></records-record-layout-item>`;

export const mail = (address: string) =>
  `<emailui-formatted-email-contact><a href="mailto:${address}">${address}</a></emailui-formatted-email-contact>`;
export const tel = (number: string) => `<lightning-formatted-phone><a href="tel:${number}">${number}</a></lightning-formatted-phone>`;
export const nameOf = (name: string) => `<lightning-formatted-name>${name}</lightning-formatted-name>`;
export const account = (name: string) => `<span><a href="/lightning/r/Account/001Hs00001/view">${name}</a></span>`;

const layout = (kind: string, body: string) => `<forcegenerated-${kind}>${body}</forcegenerated-${kind}>`;
const ofContact = (panel: string) => `${panel}_contact___${RECORD_TYPE}___full___view___recordlayout2`;

export const details = (body: string) =>
  `<records-lwc-detail-panel><records-base-record-form>${layout(ofContact('detailpanel'), body)}</records-base-record-form></records-lwc-detail-panel>`;

export const pair = (label: string, value: string) =>
  `<records-highlights-details-item><div><p title="${label}">${label}</p><p class="fieldComponent">${value}</p></div></records-highlights-details-item>`;

/** A heading; `after`: what stands behind the name in it. */
export const heading = (name: string, after = '') =>
  `<h1><div class="entityNameTitle"><records-entity-label>Contact</records-entity-label></div><slot name="primaryField">${nameOf(name)}</slot>${after}</h1>`;

export const highlights = (head: string, pairs = '') =>
  `<records-lwc-highlights-panel>${layout(ofContact('highlightspanel'), `<records-highlights2>${head}${pairs}</records-highlights2>`)}</records-lwc-highlights-panel>`;

export const component = (id: string, body: string) =>
  `<flexipage-component2 data-component-id="${id}"><slot>${body}</slot></flexipage-component2>`;

/** Links to a record's related lists. */
export const related = (id: string, holder = 'lst-related-list-quick-links-container') =>
  `<${holder}><a href="/lightning/r/Contact/${id}/related/Opportunities/view">Opportunities</a></${holder}>`;

/** A record page; `name` is the one that an admin gave it. */
export function recordPage(top: string, main: string, name = 'contact_record_page'): string {
  const inner = layout(`flexipage_${name}__view_js___lmt___1741872340000`, component('force_highlightsPanel', top) + main);
  return `<one-record-home-flexipage2>${layout(`adgrollup_component___forcegenerated__flexipage_record_page___${name}___contact___view`, inner)}</one-record-home-flexipage2>`;
}

/** The application around a page in use. */
export const inApp = (page: string, over = '') =>
  `<div class="viewport"><section><div class="windowViewMode-normal oneContent active lafPageHost"><main>${page}</main></div>${over}</section></div>`;

export const headOf = ({ name, email }: Person) =>
  highlights(heading(`Ms. ${name}`), pair('Account Name', account('Bay Bistro')) + pair('Email', mail(email)));

export const detailsOf = ({ name, email, phone }: Person) =>
  details(
    item('Name', 'Name', nameOf(`Ms. ${name}`)) +
      item('AccountId', 'Account Name', account('Bay Bistro')) +
      item('Email', 'Email', mail(email)) +
      item('Phone', 'Phone', tel(phone)),
  );

/** The whole page of a contact. */
export const contactPage = (person: Person, more = '') => inApp(recordPage(headOf(person), detailsOf(person) + more));

/** A console with two tabs, of which the first is in front. */
export const consolePage = (tabs: readonly { readonly id: string; readonly text: string }[], front: string) =>
  `<div class="oneConsole">${tabs
    .map(
      ({ id, text }, at) =>
        `<a role="tab" aria-selected="${at === 0}" aria-controls="p${at}" href="/lightning/r/Contact/${id}/view?ws=x">${text}</a>`,
    )
    .join('')}<section id="p0" class="oneConsoleTab active">${front}</section></div>`;

/** A page of Classic: rows of label and value, as where inline editing is off. */
export const classicPage = (name: string, rows: Readonly<Record<string, string>>) =>
  `<div id="bodyCell"><h2 class="pageDescription">${name}</h2><table class="detailList">${Object.entries(rows)
    .map(([label, value]) => `<tr><td class="labelCol">${label}</td><td class="dataCol">${value}</td></tr>`)
    .join('')}</table></div>`;
