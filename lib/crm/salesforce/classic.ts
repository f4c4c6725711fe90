import type { CrmPage, Detection } from '../adapter.ts';
import { flatText, isReadable } from '../dom.ts';
import { type Found, type RecordPlan, readRecord, type Source } from '../engine.ts';
import { asEmail, asPhone, asText } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { emailOf } from './fields.ts';

/** Ids of Classic's fields: the same in every language, agreed upon by ten published test suites. */
const IDS = {
  Contact: { name: 'con2', company: 'con4', email: 'con15', phones: ['con12', 'con10', 'con13', 'con14'] },
  Lead: { name: 'lea2', company: 'lea3', email: 'lea11', phones: ['lea9', 'lea8'] },
  Account: {
    name: 'acc2',
    company: '',
    email: 'PersonEmail',
    phones: ['PersonMobilePhone', 'acc10', 'PersonHomePhone', 'PersonOtherPhone'],
  },
} as const;

type Read = Source<Document>['read'];
const source = (kind: Source<Document>['kind'], strength: Source<Document>['strength'], read: Read) => ({ kind, strength, read });

const all = (document: Document, selector: string) => [...document.querySelectorAll(selector)].filter(isReadable);

/** Reads values out of elements, each with the label in the table cell before its own. */
const labelled = <E extends Element>(elements: readonly E[], read: (element: E) => string | undefined): readonly Found[] =>
  elements.flatMap((element) => {
    const value = read(element);
    const cell = element.closest('td')?.previousElementSibling;
    const label = cell && asText(flatText(cell));
    return value ? [{ value, ...(label && { label }) }] : [];
  });

/** A field as it is shown; the element is there where fields can be edited in place. */
const shown = (id: string, read: (element: Element) => string | undefined) =>
  source('field', 'strong', (document) => labelled(all(document, `#${id}_ileinner`), read));

/** A field on an edit page, as it was before anybody typed. */
const saved = (id: string, read: (text: string) => string | undefined) =>
  source('input', 'strong', (document) =>
    labelled(all(document, `input#${id}`) as HTMLInputElement[], (input) => read(input.defaultValue)),
  ); // the selector asks for inputs

/** The text without its links: "[View Hierarchy]" stands behind names. */
const bareText = (element: Element) =>
  asText([...element.childNodes].flatMap((node) => (node.nodeType === 3 ? node.nodeValue : [])).join(''));

const namePlan = (id: string) => ({
  sources: [
    shown(id, bareText),
    source('input', 'strong', (document) => {
      const parts = all(document, `input#name_first${id},input#name_last${id},input#${id}`) as HTMLInputElement[]; // the selectors ask for inputs
      const name = asText(parts.map((input) => input.defaultValue).join(' '));
      return name ? [{ value: name }] : [];
    }),
    source('heading', 'weak', (document) => labelled(all(document, 'h2.pageDescription'), (heading) => asText(flatText(heading)))),
    // `Contact: Maria Gomez ~ Salesforce - …`, the first word translated.
    source('title', 'weak', ({ title }) => [{ value: /[:：]\s*(.+?) ~ /.exec(title)?.[1] ?? '' }].filter(({ value }) => value)),
  ],
});

/** Without ids, an address counts that is the only one of the details, both as a link's target and as what a cell says. */
const inDetails = (selector: string, read: (element: Element) => string | undefined) => (document: Document) => {
  if (document.querySelector('[id$="_ileinner"],input[id^="name_last"]')) return [];
  const found = labelled(all(document, `.detailList ${selector}`), read);
  return new Set(found.map(({ value }) => value.toLowerCase())).size > 1 ? [] : found;
};

/** A contact's account is a link, a lead's company text with links behind it. */
const companyIn = (cell: Element) => {
  const account = cell.querySelector('a[href*="/001"]');
  return account ? asText(flatText(account)) : bareText(cell);
};

const firstLink = (cell: Element) => cell.querySelector('a') ?? cell;

function classicPlan({ id, object }: RecordAddress, isCompany: boolean): RecordPlan<Document> {
  const ids = IDS[object];
  const shared = { crm: 'salesforce', recordId: () => id, contradiction: 'pending', empty: 'unknown' } as const;
  const name = namePlan(ids.name);
  if (isCompany) return { ...shared, kind: 'company', needs: ['company'], fields: { company: name } };
  const company = { sources: [shown(ids.company, companyIn), saved(ids.company, asText)] };
  const email = {
    sources: [
      shown(ids.email, (cell) => emailOf(firstLink(cell))),
      saved(ids.email, asEmail),
      source('link', 'weak', inDetails('a[href^="mailto:" i]', emailOf)),
      source(
        'label',
        'weak',
        inDetails('td.dataCol', (cell) => asEmail(flatText(firstLink(cell)))),
      ),
    ],
  };
  const phones = ids.phones.flatMap((field) => [shown(field, (cell) => asPhone(flatText(cell))), saved(field, asPhone)]);
  const phone = { isMany: true, sources: [source('field', 'strong', (document) => phones.flatMap(({ read }) => read(document)))] };
  return { ...shared, needs: ['name', 'email', 'phone'], fields: { name, ...(ids.company && { company }), email, phone } };
}

/** Whose account it is: only those of people have fields named so. Undefined where fields have no ids. */
function accountKind(document: Document): 'person' | 'company' | undefined {
  if (document.querySelector('[id^="Person"][id$="_ileinner"],input[id^="Person"],#name_lastacc2')) return 'person';
  return document.querySelector('#acc2_ileinner,input#acc2') && !document.querySelector('[id^="Person"]') ? 'company' : undefined;
}

/** Reads a record page of Salesforce Classic, which comes from the server in one piece. */
export function readClassic({ document }: CrmPage, record: RecordAddress): Detection {
  if (document.readyState === 'loading' || !document.querySelector('body.sfdcBody,#bodyCell')) return { status: 'pending' };
  // Ids are unique, so a field that is there twice is on two pages.
  const fields = all(document, '[id$="_ileinner"],input[id]').map(({ id }) => id);
  if (new Set(fields).size < fields.length) return { status: 'pending' };
  const kind = record.object === 'Account' ? accountKind(document) : 'person';
  return kind ? readRecord(classicPlan(record, kind === 'company'), document) : { status: 'unknown', missing: ['company'] };
}
