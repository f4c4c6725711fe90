/** The app: global header, navigation, and one page in use with the old ones kept hidden behind it. */

import { hoverCard } from './around.js';
import { openEdit } from './edit.js';
import { el, loadLook } from './elements.js';
import { pageOf } from './pages.js';
import { find } from './records.js';

const KEPT = ['shadow', 'swap', 'slow'];
const MAX_OLD_PAGES = 3;
const options = new URLSearchParams(location.search);
const swapMs = Number(options.get('swap') ?? 300);
const slowMs = Number(options.get('slow') ?? 0);

const TABS = [
  ['Home', '/lightning/page/home'],
  ['Leads', '/lightning/o/Lead/list'],
  ['Accounts', '/lightning/o/Account/list'],
  ['Contacts', '/lightning/o/Contact/list'],
];

const stage = el('div', { class: 'viewport', role: 'main' });

function header() {
  const search = el(
    'div',
    { role: 'search', class: 'global-search' },
    el('input', { type: 'search', placeholder: 'Search...', 'aria-label': 'Search' }),
  );
  const tabs = TABS.map(([label, href]) => el('a', { href, class: 'nav-tab' }, label));
  const navigation = el(
    'one-appnav',
    {},
    el(
      'nav',
      { 'aria-label': 'Global' },
      el('span', { class: 'app-launcher', 'aria-hidden': 'true' }),
      el('h1', { class: 'appName' }, 'Sales'),
      ...tabs,
    ),
  );
  return [
    el(
      'header',
      { role: 'banner', class: 'slds-global-header' },
      el('span', { class: 'org-logo', 'aria-hidden': 'true' }),
      search,
      el('span', { class: 'avatar', 'aria-hidden': 'true' }),
    ),
    navigation,
  ];
}

/** Puts the page of the address in front; the one before is minimised, not removed. */
function show() {
  for (const old of stage.querySelectorAll('.lafPageHost.active')) old.className = 'windowViewMode-minimized oneContent lafPageHost';
  const { title, content } = pageOf(location.pathname, slowMs);
  stage.append(el('div', { class: 'windowViewMode-normal oneContent active lafPageHost' }, ...content));
  while (stage.childElementCount > MAX_OLD_PAGES + 1) stage.firstElementChild.remove();
  document.title = title;
  for (const tab of document.querySelectorAll('.nav-tab')) tab.classList.toggle('current', isOf(tab));
}

function isOf(tab) {
  const section = (path) => /^\/lightning\/[or]\/(\w+)\//.exec(path)?.[1] ?? path;
  return section(new URL(tab.href).pathname) === section(location.pathname);
}

let swap;
/** The address first, the page later: what a content script has to cope with. */
function showLater() {
  clearTimeout(swap);
  swap = setTimeout(show, swapMs);
}

function follow(event) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  const target = new URL(link.href);
  if (target.origin !== location.origin) return;
  event.preventDefault();
  for (const name of KEPT) if (options.has(name)) target.searchParams.set(name, options.get(name));
  history.pushState(null, '', target);
  showLater();
}

/** Opens the form of the record whose "Edit" was pressed. */
function edit(event) {
  const id = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset.edit)?.dataset.edit;
  if (id !== undefined) openEdit(id, show);
}

function preview(event) {
  document.querySelector('.forceHoverPanel')?.remove();
  const link = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset.preview);
  const record = link && find(link.dataset.preview);
  if (record && event.type === 'mouseover') document.body.append(hoverCard(record, event));
}

await loadLook();
document.body.append(
  ...header(),
  el('section', { class: 'stage' }, stage),
  el(
    'div',
    { class: 'oneUtilityBarPanel', role: 'dialog', hidden: '' },
    el('a', { href: 'mailto:help@harborgroup.test' }, 'help@harborgroup.test'),
  ),
);
document.addEventListener('click', follow);
document.addEventListener('click', edit);
document.addEventListener('mouseover', preview);
document.addEventListener('mouseout', preview);
addEventListener('popstate', showLater);
show();
