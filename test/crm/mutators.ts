/** Ways a page may differ from its fixture without showing another person. `seed` makes each repeatable. */
export type Mutator = (seed: number) => void;

const OTHER = { email: 'somebody.else@elsewhere.test', phone: '+12125559999', id: '003Hr00009ZzZzZIAV', name: 'Somebody Else' };
const FIELD = 'data-target-selection-name';

export const mutators: Readonly<Record<string, Mutator>> = {
  'classes renamed': (seed) => {
    for (const element of document.querySelectorAll('[class]')) element.className = `c${seed % 997}-${element.className.length}`;
  },
  'data attributes dropped': () => {
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) if (name.startsWith('data-')) element.removeAttribute(name);
    }
  },
  'labels in another language': () => {
    for (const label of document.querySelectorAll('.test-id__field-label, p[title], records-entity-label')) label.textContent = '項目';
    for (const item of document.querySelectorAll('[field-label]')) item.setAttribute('field-label', '項目');
  },
  'fields emptied': (seed) => {
    const fields = [...document.querySelectorAll(`[${FIELD}] .test-id__field-value`)];
    for (const [at, field] of fields.entries()) if ((seed >> (at % 16)) & 1) field.replaceChildren();
  },
  'fields in another order': () => {
    for (const row of document.querySelectorAll('records-record-layout-row, [role="list"]')) row.append(...[...row.children].reverse());
  },
  'a field drawn late': (seed) => {
    const items = document.querySelectorAll('records-record-layout-item');
    items[seed % Math.max(items.length, 1)]?.remove();
  },
  'page host duplicated, hidden': () => duplicateHost('display: none'),
  'page host duplicated, in sight': () => duplicateHost(''),
  'a hover card of someone': () => document.body.append(box('div', 'forceHoverPanel slds-popover', [layoutOf(OTHER.name)])),
  'a hover card inside the record': () => inRecord(box('records-record-hover-preview', '', [layoutOf(OTHER.name)])),
  'a related list with people': () =>
    inRecord(box('lst-related-list-single-container', '', [box('article', 'slds-card', [mailLink(), phoneLink()])])),
  'an activity timeline': () => inRecord(box('runtime_sales_activities-activity-timeline', '', [mailLink(), phoneLink()])),
  'an e-mail thread': () => inRecord(box('emailui-email-thread', '', [mailLink()])),
  'a card of the owner': () => inRecord(box('div', 'slds-card', [box('lightning-formatted-email', '', [mailLink()]), phoneLink()])),
  'a form of the manager': () => inRecord(box('div', 'slds-card', [layoutOf(OTHER.name)])),
  'a modal form': () => {
    const modal = box('div', 'isModal active lafPageHost', [layoutOf(OTHER.name)]);
    modal.setAttribute('aria-modal', 'true');
    document.querySelector('[role="main"]')?.append(modal);
  },
  'a hidden decoy field': () => {
    const decoy = field('Contact.Email', mailLink());
    decoy.style.display = 'none';
    inRecord(decoy);
  },
};

/** What must never be reported: the person every mutation brings in. */
export const stranger = OTHER;

function inRecord(element: Element): void {
  (document.querySelector('flexipage-record-home-template-desktop2') ?? document.querySelector('[role="main"]'))?.prepend(element);
}

function duplicateHost(style: string): void {
  const hosts = [...document.querySelectorAll<HTMLElement>('.lafPageHost, [role="main"] > div')];
  const host = hosts.findLast((one) => !one.closest('[style*="none"]'));
  const copy = host?.cloneNode(true);
  if (!(copy instanceof HTMLElement) || !host) return;
  for (const link of copy.querySelectorAll('a[href^="mailto:"]')) replaceLink(link, mailLink());
  for (const link of copy.querySelectorAll('a[href^="tel:"]')) replaceLink(link, phoneLink());
  copy.style.cssText = style;
  host.before(copy);
}

function replaceLink(link: Element, other: Element): void {
  link.replaceWith(other);
}

function layoutOf(name: string): Element {
  const title = box('lightning-formatted-name', '', []);
  title.textContent = name;
  return box('records-lwc-detail-panel', '', [
    field('Contact.Name', title),
    field('Contact.Email', mailLink()),
    field('Contact.Phone', phoneLink()),
  ]);
}

function field(api: string, value: Element): HTMLElement {
  const container = box('div', '', [value]);
  container.setAttribute(FIELD, `sfdc:RecordField.${api}`);
  return container;
}

const mailLink = () => link(`mailto:${OTHER.email}`, OTHER.email);
const phoneLink = () => link(`tel:${OTHER.phone}`, OTHER.phone);

function link(href: string, text: string): HTMLElement {
  const anchor = box('a', '', []);
  anchor.setAttribute('href', href);
  anchor.textContent = text;
  return anchor;
}

function box(tag: string, className: string, children: readonly Element[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
