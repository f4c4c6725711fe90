import type { CrmPage, Detection } from '../adapter.ts';
import { flatText, isReadable } from '../dom.ts';
import { type RecordPlan, readRecord, type Source } from '../engine.ts';
import { asText } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { isLabelOf } from './labels.ts';
import { emailWith, found, phoneWith, planOf, single, source } from './plan.ts';

type Read = (element: Element) => string | undefined;
type Page = Source<Document>;

/** Ids of Classic's fields: the same in every language, agreed upon by ten published test suites; of people's accounts, assumed. */
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

const all = (document: Document, selector: string) => [...document.querySelectorAll(selector)].filter(isReadable);

/** The text of an element; of an input what it held before anybody typed. */
const textOf: Read = (element) => asText(element.localName === 'input' ? (element as HTMLInputElement).defaultValue : flatText(element)); // by its name

/** The text without its links: "[View Hierarchy]" stands behind names. */
const bareText: Read = (element) => {
  if (element.localName === 'input') return textOf(element);
  return asText([...element.childNodes].flatMap((node) => (node.nodeType === 3 ? node.nodeValue : [])).join(''));
};

/** A contact's account is a link, a lead's company text with links behind it. */
const companyOf: Read = (element) => {
  const account = element.querySelector('a[href*="/001"]');
  return account ? textOf(account) : bareText(element);
};

const emailIn = emailWith(textOf);
const emailOf: Read = (element) => emailIn(element.querySelector('a') ?? element);
const phoneOf = phoneWith(textOf);

/** The label stands in the table cell before the value's own. */
const labelOf: Read = (element) => {
  const cell = element.closest('.dataCol')?.previousElementSibling;
  return cell ? textOf(cell) : undefined;
};

const values = (kind: Page['kind'], strength: Page['strength'], selector: string, read: Read) =>
  source<Document>(kind, (document) => found(all(document, selector), read, labelOf), strength);

/** A field as it is shown, where fields can be edited in place, or on an edit page. */
const field = (id: string, read: Read): readonly Page[] => [
  values('field', 'strong', `#${id}_ileinner`, read),
  values('input', 'strong', `input#${id}`, read),
];

function nameSources(id: string): readonly Page[] {
  return [
    ...field(id, bareText),
    source('input', (document) => {
      const name = asText(all(document, `#name_first${id},#name_last${id}`).map(textOf).join(' '));
      return name ? [{ value: name }] : [];
    }),
    values('heading', 'weak', 'h2.pageDescription', textOf),
    // `Contact: Maria Gomez ~ Salesforce - …`, the first word translated.
    source('title', ({ title }) => [...title.matchAll(/[:：]\s*(.+?) ~ /g)].map(([, name = '']) => ({ value: name })), 'weak'),
  ];
}

/** Without ids, an address counts that is the only one of the details, and stands beside the field's own label. */
const inDetails = source<Document>('label', (document) => {
  if (document.querySelector('[id$="_ileinner"],input[id^="name_last"]')) return [];
  const cells = all(document, '.detailList td.dataCol');
  const only = single(found(cells, (cell) => emailIn(cell.querySelector('a') ?? cell), labelOf));
  return only.filter(({ label }) => isLabelOf('email', label));
});

function classicPlan(record: RecordAddress, kind: 'person' | 'company'): RecordPlan<Document> {
  const { name, company, email, phones } = IDS[record.object];
  const numbers = phones.flatMap((id) => field(id, phoneOf));
  return planOf(record, kind, 'unknown', {
    name: nameSources(name),
    company: company ? field(company, companyOf) : [],
    email: [...field(email, emailOf), inDetails],
    phone: [source('field', (document) => numbers.flatMap(({ read }) => read(document)))],
  });
}

/** Whose account it is: only those of people have fields named so. Undefined where fields have no ids. */
function accountKind(document: Document): 'person' | 'company' | undefined {
  if (document.querySelector('[id^="Person"][id$="_ileinner"],input[id^="Person"],#name_lastacc2')) return 'person';
  return document.querySelector('#acc2_ileinner,input#acc2') && !document.querySelector('[id^="Person"]') ? 'company' : undefined;
}

/** Reads a record page of Salesforce Classic, which comes from the server in one piece. */
export function readClassic({ document }: CrmPage, record: RecordAddress): Detection {
  // Ids are unique, so a field that is there twice is on two pages.
  const fields = all(document, '[id$="_ileinner"],input[id]').map(({ id }) => id);
  const isWhole = document.readyState !== 'loading' && new Set(fields).size === fields.length;
  if (!isWhole || !document.querySelector('body.sfdcBody,#bodyCell')) return { status: 'pending' };
  const kind = record.object === 'Account' ? accountKind(document) : 'person';
  return kind ? readRecord(classicPlan(record, kind), document) : { status: 'unknown', missing: ['company'] };
}
