import { flatText } from '../dom.ts';
import type { RecordPlan, Source } from '../engine.ts';
import { asText } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { isLabelOf } from './labels.ts';
import { emailWith, found, phoneWith, planOf, single, source } from './plan.ts';
import { labelOf, type RecordReader } from './reader.ts';

type Read = (element: Element) => string | undefined;

/** The text of an element. An input that is being typed in says nothing: half an address may be another person's. */
const textOf: Read = (element) => {
  if (element.localName !== 'input') return asText(flatText(element));
  const root = element.getRootNode() as Document | ShadowRoot; // an attached node's root is one of these
  return root.activeElement === element ? undefined : asText((element as HTMLInputElement).value); // by its name
};
const emailOf = emailWith(textOf);
const phoneOf = phoneWith(textOf);

const read = (reader: RecordReader, elements: readonly Element[], value: Read) =>
  found(elements, value, (element) => labelOf(reader, element));

/** What matches in the containers of a field. */
const inField = (kind: 'field' | 'input', api: string, selector: string, value: Read) =>
  source<RecordReader>(kind, (reader) =>
    read(
      reader,
      reader.field(api).flatMap((field) => reader.dom.all(selector, field)),
      value,
    ),
  );

/** The field's input, while the record is edited in place. */
const input = (api: string, value: Read) => inField('input', api, `input[name="${api}"]`, value);

const VALUE = '[data-output-element-id="output-field"]';

/** What a record's details are made of, whether or not their hooks are there. */
export const DETAILS = 'records-lwc-detail-panel,records-base-record-form,records-record-layout-item,flexipage-field';

type Key = 'email' | 'phone' | 'company';

/**
 * What the highlights show of fields that are not drawn themselves. They may show any field, e.g. the owner's address, so
 * a value counts only with its field's own mark or label.
 */
const highlights = (key: Key, apis: readonly string[], selector: string, value: Read) =>
  source<RecordReader>('highlights', (reader) => {
    if (apis.some((api) => reader.field(api).length > 0)) return [];
    const shown = reader.highlighted(selector, apis);
    return read(
      reader,
      shown.filter((element) => reader.isMarked(element, apis) || isLabelOf(key, labelOf(reader, element))),
      value,
    );
  });

function emailSources(api: string): readonly Source<RecordReader>[] {
  const shown = highlights('email', [api], 'a[href^="mailto:" i],a.emailuiFormattedEmail', emailOf);
  return [
    inField('field', api, 'a', emailOf),
    input(api, emailOf),
    // A layout may show it as a mere text.
    inField('field', api, VALUE, emailOf),
    source('highlights', (reader) => single(shown.read(reader))),
  ];
}

const PHONE_TEXT = `lightning-formatted-phone,lightning-click-to-dial,records-output-phone,.uiOutputPhone,${VALUE}`;

/** The record's numbers, in the order of the fields: mobile first. Fax and assistant's phone are not the person's. */
function phoneSources(apis: readonly string[]): readonly Source<RecordReader>[] {
  return [
    source('field', (reader) =>
      apis.flatMap((api) => reader.field(api).flatMap((field) => read(reader, phonesIn(reader, field, api), phoneOf))),
    ),
    highlights('phone', apis, 'a[href^="tel:" i],lightning-click-to-dial a', phoneOf),
  ];
}

function phonesIn({ dom }: RecordReader, field: Element, api: string): readonly Element[] {
  const links = dom.all('a', field).filter(phoneOf);
  if (links.length > 0) return links;
  return [...dom.all(PHONE_TEXT, field).filter(phoneOf).slice(0, 1), ...dom.all(`input[name="${api}"]`, field)];
}

const ACCOUNT_LINK = 'a[href*="/001"]';
const COMPANIES = {
  /** Only the account's link: a "Preview" button stands beside it. */
  Contact: [
    inField('field', 'AccountId', ACCOUNT_LINK, textOf),
    // While it is edited, what was chosen stands in an input that cannot be typed in.
    inField('input', 'AccountId', 'input[role="combobox"][readonly]', textOf),
    highlights('company', ['AccountId'], ACCOUNT_LINK, textOf),
  ],
  Lead: [inField('field', 'Company', `lightning-formatted-text,${VALUE}`, textOf), input('Company', textOf)],
  Account: [],
} as const;

/** How a record is read of which the part of the page is known. */
export function lightningPlan(record: RecordAddress, kind: 'person' | 'company'): RecordPlan<RecordReader> {
  const person = record.object === 'Account' ? 'Person' : '';
  return planOf(record, kind, 'pending', {
    name: [
      source('heading', ({ name }) => (name ? [{ value: name }] : [])),
      inField('field', 'Name', kind === 'person' ? 'lightning-formatted-name' : VALUE, textOf),
    ],
    company: COMPANIES[record.object],
    email: emailSources(`${person}Email`),
    phone: phoneSources([`${person}MobilePhone`, 'Phone', `${person}HomePhone`, `${person}OtherPhone`]),
  });
}
