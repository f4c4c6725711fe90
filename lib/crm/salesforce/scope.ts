import type { CrmPage } from '../adapter.ts';
import { closestFlat, flatText, isShown, isWithin, type PageDom } from '../dom.ts';
import type { RecordAddress } from './address.ts';
import { HOMES, isForeign, isForeignBox, tagOf } from './foreign.ts';
import { headingName, isSameName, nameInField, nameInTitle, speaksOf, titleName } from './names.ts';

/** The part of the page that shows the record, and what its heading says. */
export interface RecordScope {
  readonly element: Element;
  readonly heading?: Element;
  readonly name?: string;
}

/** What heads a record page: its name, and a few of its fields. */
export const HIGHLIGHTS = 'records-lwc-highlights-panel,records-highlights2,force-highlights2,record_flexipage-dynamic-highlights2';
const HOSTS = '.lafPageHost,.oneContent,.oneConsoleTab,main,[role="main"]';
/** Pages kept in the DOM behind the one in use: standard navigation minimises them, consoles take `active` away. */
const STALE = '.windowViewMode-minimized,.lafPageHost:not(.active),.oneConsoleTab:not(.active),.oneWorkspace:not(.active)';

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
  // A text that an admin wrote on the page may have a heading of its own.
  const inFront = [...named].filter(([, heading]) => closestFlat(heading, (at) => at.matches(HIGHLIGHTS), element));
  const [only, ...others] = named.size === 1 ? named : inFront;
  return only?.[0] && others.length === 0 ? { element, name: only[0], heading: only[1] } : { element };
}

/**
 * Whether something other than the address says that this part shows the record. Plain links to it prove nothing: the
 * page before may have held one (that is how one gets from a contact to their manager).
 */
function isBound(dom: PageDom, page: CrmPage, scope: RecordScope, record: RecordAddress): boolean {
  if (isOfOther(page, scope)) return false;
  const id15 = record.id.slice(0, 15);
  const title = titleName(page);
  const isTitled = title !== undefined && scope.name !== undefined && isSameName(title, scope.name);
  // Any page may link to an account, so only where one is looked for do accounts count, and then the page has to be one.
  const isAccount = record.object === 'Account';
  const subject = isAccount ? /^00[13Q]/ : /^00[3Q]/;
  const subjects = new Set([...relatedIds(dom, scope.element), ...ownerIds(scope.element)].filter((id) => subject.test(id)));
  const isKnown = subjects.size > 0;
  if (isKnown ? !subjects.has(id15) || (subjects.size > 1 && !isTitled) : isStale(page)) return false;
  if ((isAccount || !isKnown) && !isOfKind(dom, scope, record.object)) return false;
  return isKnown || isTitled || (title === undefined && isInTabOf(dom, scope, id15));
}

/** Whether the title is a record's, the one of the page before; a title that names nobody says nothing of any page. */
function isStale({ document: { title }, staleTitle }: CrmPage): boolean {
  return title === staleTitle && nameInTitle(title) !== undefined;
}

/**
 * Whether the heading is that of the page before, or not of the record that the title names. Then links to this record's
 * lists are links on another page, e.g. beside a contact's manager.
 */
function isOfOther(page: CrmPage, { name }: RecordScope): boolean {
  const title = nameInTitle(page.document.title);
  if (title === undefined) return false;
  // Two records of one name in a row have one title.
  if (isStale(page)) return page.hasJustMoved === true && (name === undefined || speaksOf(title, name));
  return name !== undefined && !speaksOf(title, name);
}

/** Whether the part is drawn as a page of the object: by the tag generated for its layout, else by its own Name field. */
function isOfKind(dom: PageDom, { element, heading, name = '' }: RecordScope, object: RecordAddress['object']): boolean {
  const layout = (heading && closestFlat(heading, (at) => at.localName.startsWith('forcegenerated-')))?.localName ?? '';
  if (new RegExp(`_(person)?${object.toLowerCase()}__(_|view)`).test(layout)) return true;
  // A layout names its object, and a page's outer tag ends with it; else a page may be named after anything.
  if (layout.endsWith('recordlayout2')) return false;
  const page = new RegExp(`^forcegenerated-.*___(person)?${object.toLowerCase()}___view$`);
  if (heading && closestFlat(heading, (at) => page.test(at.localName))) return true;
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
  return closestFlat(link, (at) => at.matches(cards) || /record-hover|modal|popover/.test(tagOf(at)), scope) !== undefined;
}

/** Record ids that the scope or what holds it is labelled with. */
function ownerIds(scope: Element): readonly string[] {
  const holder = closestFlat(scope, (at) => at.hasAttribute('data-recordid') || at.hasAttribute('data-record-id'));
  const id = holder?.getAttribute('data-recordid') ?? holder?.getAttribute('data-record-id');
  return id ? [id.slice(0, 15)] : [];
}

/** Whether the selected console tab whose panel holds the scope is of the record: by its address, and by its text, as the tab is lit before its page is drawn. */
function isInTabOf(dom: PageDom, { element, name = '' }: RecordScope, id15: string): boolean {
  const tabs = dom.all('a[role="tab"][aria-controls][aria-selected="true"]').filter((tab) => /\/r\//.test(tab.getAttribute('href') ?? ''));
  const inner = tabs.findLast((tab) => closestFlat(element, (at) => at.id !== '' && at.id === tab.getAttribute('aria-controls')));
  const isOfRecord = /\/r\/(?:\w+\/)?([A-Za-z0-9]{15})/.exec(inner?.getAttribute('href') ?? '')?.[1] === id15;
  return isOfRecord && inner !== undefined && speaksOf(flatText(inner) || (inner.getAttribute('title') ?? ''), name);
}
