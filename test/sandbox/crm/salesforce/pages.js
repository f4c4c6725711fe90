/** The pages: record, list, related list, home. Each gives its title and its content. */

import { activity, opportunities, peopleAround } from './around.js';
import { component, el, wrap } from './elements.js';
import { detailPanel } from './fields.js';
import { highlights } from './highlights.js';
import { all, find, recordPath } from './records.js';

/** Tabs whose content is drawn when they are first opened, as in Lightning; the others stay, hidden. */
function tabset(tabs) {
  const panels = tabs.map(() => component('flexipage-tab2', { role: 'tabpanel' }, (slot) => [slot()]));
  const buttons = tabs.map(([label]) => el('button', { role: 'tab', type: 'button', class: 'slds-tabs__item' }, label));
  const open = (at) => {
    if (!panels[at].hasAttribute('data-drawn')) {
      panels[at].setAttribute('data-drawn', '');
      (panels[at].shadowRoot ?? panels[at]).replaceChildren(...tabs[at][1]());
    }
    for (const [index, panel] of panels.entries()) {
      panel.style.display = index === at ? 'block' : 'none';
      buttons[index].setAttribute('aria-selected', String(index === at));
    }
  };
  for (const [at, button] of buttons.entries()) button.addEventListener('click', () => open(at));
  open(0);
  return component('flexipage-tabset2', {}, () => [
    el('div', { class: 'slds-card' }, el('div', { class: 'slds-tabs', role: 'tablist' }, ...buttons), ...panels),
  ]);
}

function tabsOf(record) {
  const details = ['Details', () => [detailPanel(record)]];
  const related = ['Related', () => [opportunities(record), peopleAround(record)]];
  const news = ['Activity', () => [activity()]];
  return record.object === 'Lead' ? [news, details] : [details, related];
}

const part = (...children) => wrap('flexipage-component2', {}, ...children);

/** A record page; `slow` milliseconds pass until its fields are there. */
function recordPage(record, slow) {
  const template = el('div', { class: 'record-template' });
  const draw = (withFields) => {
    const main = withFields
      ? [tabset(tabsOf(record)), ...(record.object === 'Lead' ? [] : [opportunities(record)])]
      : [el('div', { class: 'slds-card stencil' })];
    template.replaceChildren(
      part(highlights(record, withFields)),
      el(
        'div',
        { class: 'record-columns' },
        el('div', {}, ...main.map((card) => part(card))),
        el('div', {}, ...(withFields ? [part(peopleAround(record)), part(activity())] : [])),
      ),
    );
  };
  draw(slow === 0);
  if (slow > 0) setTimeout(draw, slow, true);
  const object = record.object.toLowerCase();
  const page = component('one-record-home-flexipage2', {}, () => [
    component(`forcegenerated-flexipage_${object}_record_page_${object}__view_js`, { 'data-page-type': 'RecordPage' }, () => [
      component('record_flexipage-desktop-record-page-decorator', {}, () => [
        component('records-record-layout-event-broker', {}, () => [
          component('flexipage-record-home-template-desktop2', {}, () => [template]),
        ]),
      ]),
    ]),
  ]);
  return { title: `${record.name} | ${record.object} | Salesforce`, content: [page] };
}

function listPage(object) {
  const rows = all(object).map((record) =>
    el(
      'tr',
      { 'data-row-key-value': record.id },
      el(
        'th',
        { 'data-col-key-value': 'Name-customLink-1', scope: 'row' },
        el('a', { href: recordPath(record), title: record.name, 'data-recordid': record.id }, record.name),
      ),
      el('td', { 'data-col-key-value': 'Phone-phone-2' }, record.phone ? el('a', { href: `tel:${record.phone}` }, record.phone) : ''),
      el(
        'td',
        { 'data-col-key-value': 'Email-emailAction-3' },
        record.email ? el('a', { href: `mailto:${record.email}` }, record.email) : '',
      ),
    ),
  );
  const head = el('tr', {}, ...['Name', 'Phone', 'Email'].map((label) => el('th', { scope: 'col' }, label)));
  const grid = el('table', { role: 'grid', class: 'slds-table' }, el('thead', {}, head), el('tbody', {}, ...rows));
  const heading = el(
    'div',
    { class: 'slds-page-header' },
    el('h1', {}, el('span', { class: 'entityNameTitle' }, `${object}s`), el('span', {}, 'Recently Viewed')),
  );
  return { title: `Recently Viewed | ${object}s | Salesforce`, content: [heading, el('div', { class: 'slds-card' }, grid)] };
}

function relatedPage(record, list) {
  const trail = el('nav', { 'aria-label': 'Breadcrumbs' }, el('a', { href: recordPath(record) }, record.name));
  const heading = el('div', { class: 'slds-page-header' }, trail, el('h1', {}, list));
  return { title: `${list} | Salesforce`, content: [heading, el('div', { class: 'slds-card' }, opportunities(record))] };
}

function homePage() {
  const quarter = el('div', { class: 'slds-card' }, el('h2', {}, 'Quarterly Performance'), el('p', {}, 'Closed $42,100 of $60,000'));
  return { title: 'Home | Salesforce', content: [el('div', { class: 'slds-page-header' }, el('h1', {}, 'Seller Home')), quarter] };
}

/** The page of an address. */
export function pageOf(pathname, slow) {
  const [, id, list] = /^\/lightning\/r\/(?:\w+\/)?(\w{15,18})\/(?:view|related\/(\w+)\/view)/.exec(pathname) ?? [];
  const record = find(id);
  if (record) return list ? relatedPage(record, list) : recordPage(record, slow);
  const [, object] = /^\/lightning\/o\/(Contact|Lead|Account)\//.exec(pathname) ?? [];
  return object ? listPage(object) : homePage();
}
