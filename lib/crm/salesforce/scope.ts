import type { CrmPage } from '../adapter.ts';
import { closestFlat, isShown, isWithin, type PageDom } from '../dom.ts';
import type { RecordAddress } from './address.ts';
import { headingName, isSameName, nameInField, titleName } from './names.ts';

/** The part of the page that shows the record, and what its heading says. */
export interface RecordScope {
  readonly element: Element;
  readonly heading?: Element;
  readonly name?: string;
}

/** A record page (Lightning since 2020); its tag survives renamed classes. */
const HOMES = 'one-record-home-flexipage2';
const HOSTS = '.lafPageHost,.oneContent,.oneConsoleTab,main,[role="main"]';
/** Pages kept in the DOM behind the one in use: standard navigation minimises them, consoles take `active` away. */
const STALE = '.windowViewMode-minimized,.lafPageHost:not(.active),.oneConsoleTab:not(.active),.oneWorkspace:not(.active)';

/** What shows other people: dialogs, hover cards, related lists, activity and mail, utility bar, navigation, messages. */
const FOREIGN = [
  '.isModal,.uiModal,.slds-modal,[aria-modal="true"],lightning-overlay-container',
  '.forceHoverPanel,.slds-popover,.slds-popover_panel,[role="tooltip"]',
  '.oneUtilityBarPanel,.forceDockingPanel,.forceToastManager,.toastContainer',
  '.forceRelatedListSingleContainer,[data-component-id*="related" i],li.forceRecordLayout',
  '.activityTimeline,.forceActivityTimeline,.forceChatterFeed,[role="feed"],[data-component-id*="activity" i]',
  'table,[role="grid"],header[role="banner"],nav,[role="search"],aside',
].join(',');
/** The same by tag, which survives renamed classes: `lst-related-list-…`, `runtime_sales_activities-…`, `records-modal-…` … */
const FOREIGN_TAG =
  /related|timeline|activit|record-hover|hover-?pa|modal|popover|tooltip|side-panel|chatter|-feed|emailui-(?!formatted-email)|^lst-|^one-app/;

/** Whether the element shows someone else: it is inside something foreign, or inside another page within the scope. */
export function isForeign(element: Element, scope: Element): boolean {
  return closestFlat(element, (at) => isForeignBox(at) || at.matches(`${HOMES},.lafPageHost`), scope) !== undefined;
}

function isForeignBox(element: Element): boolean {
  if (FOREIGN_TAG.test(element.localName) || element.matches(FOREIGN)) return true;
  // A card headed by a link to a related list is that list, whatever its tag.
  return element.localName === 'article' && element.querySelector('a[href*="/related/"]') !== null;
}

/** The one visible part of the page that provably shows this record; undefined while there is none, or more than one. */
export function findScope(dom: PageDom, page: CrmPage, record: RecordAddress): RecordScope | undefined {
  const bound = candidates(dom)
    .map((element) => withName(dom, element))
    .filter((scope) => isBound(dom, page, scope, record));
  return bound.length === 1 ? bound[0] : undefined;
}

function candidates(dom: PageDom): readonly Element[] {
  const homes = dom.all(HOMES).filter(isInUse);
  if (homes.length > 0) return homes;
  const hosts = dom.all(HOSTS).filter(isInUse);
  return hosts.filter((host) => !hosts.some((other) => other !== host && isWithin(other, host)));
}

function isInUse(element: Element): boolean {
  return isShown(element) && !closestFlat(element, (at) => at.matches(STALE) || isForeignBox(at));
}

function withName(dom: PageDom, element: Element): RecordScope {
  const headings = dom.all('h1', element).filter((heading) => !isForeign(heading, element) && isShown(heading));
  const named = new Map(headings.map((heading) => [headingName(heading), heading]));
  named.delete(undefined);
  const [only] = named;
  return named.size === 1 && only?.[0] ? { element, name: only[0], heading: only[1] } : { element };
}

/**
 * Whether something other than the address says that this part shows the record. Plain links to it prove nothing: the
 * page before may have held one (that is how one gets from a contact to their manager).
 */
function isBound(dom: PageDom, page: CrmPage, scope: RecordScope, record: RecordAddress): boolean {
  const id15 = record.id.slice(0, 15);
  const title = titleName(page);
  const isTitled = title !== undefined && scope.name !== undefined && isSameName(title, scope.name);
  // Any page may link to an account, so only where one is looked for do accounts count, and then the page has to be one.
  const isAccount = record.object === 'Account';
  const subject = isAccount ? /^00[13Q]/ : /^00[3Q]/;
  const subjects = new Set([...relatedIds(dom, scope.element), ...ownerIds(scope.element)].filter((id) => subject.test(id)));
  const isKnown = subjects.size > 0;
  if (isKnown ? !subjects.has(id15) || (subjects.size > 1 && !isTitled) : page.document.title === page.staleTitle) return false;
  if ((isAccount || !isKnown) && !isOfKind(dom, scope, record.object)) return false;
  return isKnown || isTitled || (title === undefined && tabPanelOf(dom, scope.element) === id15);
}

/** Whether the part is drawn as a page of the object: by the tag generated for its layout, else by its own Name field. */
function isOfKind(dom: PageDom, { element, heading, name = '' }: RecordScope, object: RecordAddress['object']): boolean {
  const layout = (heading && closestFlat(heading, (at) => at.localName.startsWith('forcegenerated-')))?.localName ?? '';
  if (new RegExp(`_(person)?${object.toLowerCase()}__(_|view)`).test(layout)) return true;
  // A layout names its object; a page may be named after anything.
  if (layout.endsWith('recordlayout2')) return false;
  const fields = dom
    .all(`[data-target-selection-name="sfdc:RecordField.${object}.Name"]`, element)
    .filter((field) => !isForeign(field, element));
  return fields.some((field) => isSameName(nameInField(dom, field), name));
}

/** Whether the part of the page has the record's own list of that name (`/lightning/r/Account/<id>/related/Contacts/view`). */
export function listsRelated(dom: PageDom, scope: Element, { id, object }: RecordAddress, list: string): boolean {
  const own = new RegExp(`/${object}/${id.slice(0, 15)}(?:[A-Za-z0-9]{3})?/related/${list}/`);
  return dom.all(`a[href*="/related/${list}/"]`, scope).some((link) => own.test(link.getAttribute('href') ?? '') && !isInCard(link, scope));
}

/** Ids in links to a record's own related lists (`/lightning/r/Contact/<id>/related/Cases/view`), which name the record itself. */
function relatedIds(dom: PageDom, scope: Element): readonly string[] {
  const links = dom.all('a[href*="/related/"]', scope).filter((link) => !isInCard(link, scope));
  return links.flatMap((link) => /\/([A-Za-z0-9]{15})(?:[A-Za-z0-9]{3})?\/related\//.exec(link.getAttribute('href') ?? '')?.[1] ?? []);
}

/** Whether a link hangs in a hover card or dialog, or in a page nested in the scope: there it speaks of someone else. */
function isInCard(link: Element, scope: Element): boolean {
  const cards = `${HOMES},.lafPageHost,.isModal,.slds-modal,[aria-modal="true"],.forceHoverPanel,.slds-popover`;
  return closestFlat(link, (at) => at.matches(cards) || /record-hover|modal|popover/.test(at.localName), scope) !== undefined;
}

/** Record ids that the scope or what holds it is labelled with. */
function ownerIds(scope: Element): readonly string[] {
  const holder = closestFlat(scope, (at) => at.hasAttribute('data-recordid') || at.hasAttribute('data-record-id'));
  const id = holder?.getAttribute('data-recordid') ?? holder?.getAttribute('data-record-id');
  return id ? [id.slice(0, 15)] : [];
}

/** The record id in the address of the selected console tab whose panel holds the scope, if it has one. */
function tabPanelOf(dom: PageDom, scope: Element): string | undefined {
  const tabs = dom.all('a[role="tab"][aria-controls][aria-selected="true"]');
  const panels = tabs.filter((tab) => closestFlat(scope, (at) => at.id !== '' && at.id === tab.getAttribute('aria-controls')));
  return panels.map((tab) => /\/r\/(?:\w+\/)?([A-Za-z0-9]{15})/.exec(tab.getAttribute('href') ?? '')?.[1]).findLast(Boolean);
}
