import { createConsoleStage } from './console.ts';
import { el } from './dom.ts';
import { labels } from './labels.ts';
import { org, withOptions } from './org.ts';
import { closePreview, setupOverlays } from './overlays.ts';
import { createStandardStage } from './standard.ts';

/**
 * The app around the pages. In Lightning this half is Aura's and has no shadow; the pages in it are LWC's. The address
 * changes first and the page later, which is what a content script has to cope with.
 */
function header(): HTMLElement {
  const sections: readonly (readonly [label: string, href: string])[] = [
    ['Home', '/lightning/page/home'],
    [`${labels.Lead}s`, '/lightning/o/Lead/list'],
    [`${labels.Account}s`, '/lightning/o/Account/list'],
    [`${labels.Contact}s`, '/lightning/o/Contact/list'],
  ];
  const links = sections.map(([label, href]) => el('a', { href, class: 'nav-tab' }, label));
  return el('one-appnav', {}, el('nav', { 'aria-label': 'Global' }, el('h1', { class: 'appName' }, el('span', {}, 'Sales')), ...links));
}

const main = el('div', { role: 'main', class: 'mainContentMark' });
const help = el('a', { href: 'mailto:help@harborgroup.test' }, 'help@harborgroup.test');
document.body.append(
  el(
    'header',
    { role: 'banner', class: 'slds-global-header' },
    el('div', { role: 'search' }, el('input', { type: 'search', 'aria-label': 'Search' })),
  ),
  header(),
  el('section', { class: 'stage panelSlide' }, el('div', { class: 'viewport' }, main)),
  el('div', { class: 'DESKTOP uiContainerManager' }),
  el('div', { class: 'oneUtilityBarPanel', role: 'dialog', style: 'display: none' }, help),
);
const stage = org.isConsole ? createConsoleStage(main) : createStandardStage(main);

let swap: ReturnType<typeof setTimeout> | undefined;
function moved(): void {
  stage.announce();
  clearTimeout(swap);
  swap = setTimeout(() => stage.show(), org.swap);
}

/** A link within a console's record opens a subtab of its workspace; everywhere else, a page or a workspace. */
function targetOf(link: HTMLAnchorElement, path: readonly EventTarget[]): URL {
  const target = withOptions(new URL(link.href));
  const isInRecord = path.some((node) => node instanceof Element && node.localName === 'one-record-home-flexipage2');
  const workspace = new URLSearchParams(location.search).get('ws') ?? location.pathname;
  if (org.isConsole && isInRecord && target.pathname !== workspace) target.searchParams.set('ws', workspace);
  return target;
}

function follow(event: MouseEvent): void {
  const path = event.composedPath();
  const link = path.find((node) => node instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  if (new URL(link.href).origin !== location.origin) return;
  event.preventDefault();
  closePreview();
  history.pushState(null, '', targetOf(link, path));
  moved();
}

document.addEventListener('click', follow);
addEventListener('popstate', moved);
setupOverlays();
stage.show();
