import { closestFlat, flatText, isReadable, type PageDom } from '../dom.ts';
import { asEmail, asPhone, asText, distinct, linkTarget } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { createFormCheck, hook } from './forms.ts';
import { isForeign, type RecordScope } from './scope.ts';

/** What can be read of one record, from its own part of the page only. */
export interface RecordReader {
  /** Elements of the record's own part that match, without those that show someone else. */
  own(selector: string): Element[];
  /** Whether an element of the record's own part shows this record and not someone else. */
  isOwn(element: Element): boolean;
  /** What matches within a container, wherever shadow roots and slots put it. */
  inside(container: Element, selector: string): Element[];
  /** The containers of one field by its API name: the same in every language. */
  field(api: string): Element[];
}

export function createRecordReader(dom: PageDom, scope: RecordScope, object: RecordAddress['object'], title?: string): RecordReader {
  const isOwn = (element: Element) => !isForeign(element, scope.element);
  const own = (selector: string) => dom.all(selector, scope.element).filter(isOwn);
  const inside = (container: Element, selector: string) => dom.all(selector, container);
  const isOwnForm = createFormCheck(dom, own, object, { heading: scope.name, expected: scope.name ?? title });
  const field = (api: string) => own(hook(object, api)).filter((container) => isUsable(container) && isOwnForm(container));
  return { own, isOwn, inside, field };
}

/** Shown, or on a tab of the same record that is not in front. Hidden for any other reason is not to be trusted. */
function isUsable(container: Element): boolean {
  return isReadable(container) || closestFlat(container, isTabBehind) !== undefined;
}

function isTabBehind(element: Element): boolean {
  return element.matches('flexipage-tab2,[role="tabpanel"]') && !isReadable(element);
}

const HIGHLIGHTS = 'records-lwc-highlights-panel,records-highlights2,force-highlights2,record_flexipage-dynamic-highlights2';

/** Elements of the highlights panel that a person can read and that no other field claims. */
function highlighted(reader: RecordReader, selector: string, ownHook: string): Element[] {
  const panels = reader.own(HIGHLIGHTS);
  const found = new Set(panels.flatMap((panel) => reader.inside(panel, selector)));
  return [...found].filter((element) => isReadable(element) && reader.isOwn(element) && !isOtherField(element, ownHook));
}

function isOtherField(element: Element, ownHook: string): boolean {
  const container = closestFlat(element, (at) => at.matches('[data-target-selection-name^="sfdc:RecordField."]'));
  return container !== undefined && !container.matches(ownHook);
}

/** What a record's details are made of, whether or not their hooks are there. */
const DETAILS = 'records-lwc-detail-panel,records-base-record-form,records-record-layout-item,flexipage-field';

/** The record's e-mail; `conflict` when the page says two different things of one field. */
export function readEmails(reader: RecordReader, object: RecordAddress['object']): readonly string[] | 'conflict' {
  const fields = reader.field('Email');
  const own = emailsIn(fields.flatMap((field) => reader.inside(field, 'a')));
  if (own.length > 1) return 'conflict';
  if (own.length === 1) return own;
  const inputs = fields.flatMap((field) => reader.inside(field, 'input[name="Email"]'));
  if (inputs.length > 0)
    return distinct(
      inputs.flatMap((input) => asEmail(settledValue(input)) ?? []),
      lower,
    );
  // The highlights may show any mail field, so they count only while the details are not drawn and there is one address.
  if (reader.own(DETAILS).length > 0) return [];
  const shown = emailsIn(highlighted(reader, 'a[href^="mailto:" i],a.emailuiFormattedEmail', hook(object, 'Email')));
  return shown.length === 1 ? shown : [];
}

const lower = (text: string) => text.toLowerCase();

/** Addresses of mail links. The text may be masked, cut or glued to an icon's label, so it counts only without a target. */
function emailsIn(links: readonly Element[]): string[] {
  const addresses = links.map((link) => {
    const href = link.getAttribute('href') ?? '';
    return asEmail(/^mailto:/i.test(href) ? linkTarget(href) : flatText(link));
  });
  return distinct(
    addresses.filter((address) => address !== undefined),
    lower,
  );
}

/** What an input holds, unless it is being typed in: half an address may be another person's. */
function settledValue(input: Element): string {
  const root = input.getRootNode() as Document | ShadowRoot; // an attached node's root is one of these
  return root.activeElement === input ? '' : (input as HTMLInputElement).value; // the selector asks for inputs
}

const PHONES = ['MobilePhone', 'Phone', 'HomePhone', 'OtherPhone'];
const PHONE_TEXT =
  'lightning-formatted-phone,lightning-click-to-dial,records-output-phone,.uiOutputPhone,[data-output-element-id="output-field"]';

/** The record's numbers, mobile first. Fax and assistant's phone are not the person's. */
export function readPhones(reader: RecordReader, object: RecordAddress['object']): readonly string[] {
  const fields = PHONES.map((api) => ({ api, containers: reader.field(api) })).filter(({ containers }) => containers.length > 0);
  const numbers = fields.flatMap(({ api, containers }) => containers.flatMap((field) => phonesIn(reader, field, api)));
  if (fields.length > 0) return unique(numbers);
  const hooks = PHONES.map((api) => hook(object, api)).join(',');
  return unique(highlighted(reader, 'a[href^="tel:" i],lightning-click-to-dial a', hooks).flatMap((link) => phoneOf(link) ?? []));
}

const unique = (numbers: readonly string[]) => distinct(numbers, (number) => number.replace(/\D/g, ''));

function phonesIn(reader: RecordReader, field: Element, api: string): readonly string[] {
  const links = reader.inside(field, 'a').flatMap((link) => phoneOf(link) ?? []);
  if (links.length > 0) return links;
  const texts = reader.inside(field, PHONE_TEXT).flatMap((element) => asPhone(flatText(element)) ?? []);
  const inputs = reader.inside(field, `input[name="${api}"]`).flatMap((input) => asPhone(settledValue(input)) ?? []);
  return [...texts.slice(0, 1), ...inputs];
}

/** A dialler of the call centre replaces the link's target by a script, so then its text or title counts. */
function phoneOf(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  if (/^tel:/i.test(href)) return asPhone(linkTarget(href));
  return asPhone(flatText(link)) ?? asPhone(link.getAttribute('title') ?? '');
}

/** The name by its field, empty if it is not drawn. */
export function readName(reader: RecordReader): string {
  const values = reader.field('Name').flatMap((field) => reader.inside(field, 'lightning-formatted-name'));
  const names = distinct(values.map(flatText), lower);
  return names.length === 1 ? (names[0] ?? '') : '';
}

/** The contact's account or the lead's company. Only the link's text: a "Preview" button stands beside it. */
export function readCompany(reader: RecordReader, object: RecordAddress['object']): string | undefined {
  const api = object === 'Contact' ? 'AccountId' : 'Company';
  const selector = object === 'Contact' ? 'a[href*="/001"]' : 'lightning-formatted-text,[data-output-element-id="output-field"]';
  const fields = reader.field(api);
  const values = fields.flatMap((field) => reader.inside(field, selector));
  if (fields.length === 0 && object === 'Contact') values.push(...highlighted(reader, selector, hook(object, api)));
  const [company, ...others] = distinct(
    values.flatMap((value) => asText(flatText(value)) ?? []),
    lower,
  );
  return others.length === 0 ? company : undefined;
}
