import { closestFlat } from '../dom.ts';

/** A record page (Lightning since 2020); its tag survives renamed classes. */
export const HOMES = 'one-record-home-flexipage2';

/** What shows other people: dialogs, hover cards, related lists, activity and mail, utility bar, navigation, messages. */
const FOREIGN = [
  '.isModal,.uiModal,.slds-modal,[aria-modal="true"],lightning-overlay-container',
  '.forceHoverPanel,.slds-popover,.slds-popover_panel,[role="tooltip"]',
  '.oneUtilityBarPanel,.forceDockingPanel,.forceToastManager,.toastContainer',
  '.forceRelatedListSingleContainer,li.forceRecordLayout,.activityTimeline,.forceActivityTimeline,.forceChatterFeed,[role="feed"]',
  // Ids of tab sets and sections (`flexipage_…`) carry names that an admin gave them.
  ':is([data-component-id*="related" i],[data-component-id*="activity" i]):not([data-component-id^="flexipage_"])',
  'table,[role="grid"],header[role="banner"],nav,[role="search"],aside',
].join(',');
/** The same by tag, which survives renamed classes: `lst-related-list-…`, `runtime_sales_activities-…`, `records-modal-…` … */
const FOREIGN_TAG =
  /related|timeline|activit|record-hover|hover-?pa|modal|popover|tooltip|side-panel|chatter|-feed|emailui-(?!formatted-email)|^lst-|^one-app/;

/** Tags generated for a page carry the name that an admin gave it (`…flexipage_activities_first__view_js`), which says nothing. */
const PAGE_TAG = /^forcegenerated-.*flexipage_/;

/** What a tag says of what it shows. */
export const tagOf = ({ localName }: Element) => (PAGE_TAG.test(localName) ? '' : localName);

/** Whether the element shows someone else: it is inside something foreign, or inside another page within the scope. */
export function isForeign(element: Element, scope: Element): boolean {
  return closestFlat(element, (at) => isForeignBox(at) || at.matches(`${HOMES},.lafPageHost`), scope) !== undefined;
}

/** Whether the element itself is such a part. */
export function isForeignBox(element: Element): boolean {
  if (FOREIGN_TAG.test(tagOf(element)) || element.matches(FOREIGN)) return true;
  // A card headed by a link to a related list is that list, whatever its tag.
  return element.localName === 'article' && element.querySelector('a[href*="/related/"]') !== null;
}
