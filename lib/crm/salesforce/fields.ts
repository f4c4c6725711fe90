import { flatText } from '../dom.ts';
import type { FieldPlan, Found, RecordPlan, Source } from '../engine.ts';
import { asEmail, asPhone, asText, linkTarget } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { highlightLabel, labelOf, type RecordReader, settledValue } from './reader.ts';

type Plan = FieldPlan<RecordReader>;

/** A source that decides alone: what is read here stands in the record's own part of the page. */
const strong = (kind: Source<RecordReader>['kind'], read: Source<RecordReader>['read']): Source<RecordReader> => ({
  kind,
  strength: 'strong',
  read,
});

/** The values with the label beside them, without what is no whole value. */
const labelled = (values: readonly (string | undefined)[], label: string | undefined): readonly Found[] =>
  values.flatMap((value) => (value ? [{ value, ...(label && { label }) }] : []));

/** What `read` finds in the containers of a field. */
const inField = (api: string, read: (all: (selector: string) => Element[]) => readonly (string | undefined)[]) => (reader: RecordReader) =>
  reader.field(api).flatMap((field) =>
    labelled(
      read((selector) => reader.dom.all(selector, field)),
      labelOf(reader, field),
    ),
  );

/** What highlights show, each with its own label. */
const withLabels = (elements: readonly Element[], read: (element: Element) => string | undefined) =>
  elements.flatMap((element) => labelled([read(element)], highlightLabel(element)));

const textOf = (element: Element) => asText(flatText(element));

/** What a record's details are made of, whether or not their hooks are there. */
const DETAILS = 'records-lwc-detail-panel,records-base-record-form,records-record-layout-item,flexipage-field';

function emailPlan(api: string): Plan {
  return {
    sources: [
      strong(
        'field',
        inField(api, (all) => all('a').map(emailOf)),
      ),
      strong(
        'input',
        inField(api, (all) => all(`input[name="${api}"]`).map((input) => asEmail(settledValue(input)))),
      ),
      strong('highlights', (reader) => {
        // The highlights may show any mail field, so they count only while the details are not drawn and there is one address.
        if (reader.own(DETAILS).length > 0) return [];
        const shown = withLabels(reader.highlighted('a[href^="mailto:" i],a.emailuiFormattedEmail', [api]), emailOf);
        return new Set(shown.map(({ value }) => value.toLowerCase())).size > 1 ? [] : shown;
      }),
    ],
  };
}

/** The address of a mail link. The text may be masked, cut or glued to an icon's label, so it counts only without a target. */
export function emailOf(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  return asEmail(/^mailto:/i.test(href) ? linkTarget(href) : flatText(link));
}

const PHONE_TEXT =
  'lightning-formatted-phone,lightning-click-to-dial,records-output-phone,.uiOutputPhone,[data-output-element-id="output-field"]';

/** The record's numbers, in the order of the fields: mobile first. Fax and assistant's phone are not the person's. */
function phonePlan(apis: readonly string[]): Plan {
  const fields = apis.map((api) => inField(api, (all) => phonesIn(all, api)));
  return {
    isMany: true,
    sources: [
      strong('field', (reader) => fields.flatMap((read) => read(reader))),
      strong('highlights', (reader) => {
        if (apis.some((api) => reader.field(api).length > 0)) return [];
        return withLabels(reader.highlighted('a[href^="tel:" i],lightning-click-to-dial a', apis), phoneOf);
      }),
    ],
  };
}

function phonesIn(all: (selector: string) => Element[], api: string): readonly (string | undefined)[] {
  const links = all('a').map(phoneOf);
  if (links.some(Boolean)) return links;
  const text = all(PHONE_TEXT).map((element) => asPhone(flatText(element)));
  return [text.find(Boolean), ...all(`input[name="${api}"]`).map((input) => asPhone(settledValue(input)))];
}

/** A dialler of the call centre replaces the link's target by a script, so then its text or title counts. */
function phoneOf(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  if (/^tel:/i.test(href)) return asPhone(linkTarget(href));
  return asPhone(flatText(link)) ?? asPhone(link.getAttribute('title') ?? '');
}

/** The name in the record's heading, else in its field. */
const namePlan = (tags: string): Plan => ({
  sources: [
    strong('heading', ({ name }) => labelled([name], undefined)),
    strong(
      'field',
      inField('Name', (all) => all(tags).map(textOf)),
    ),
  ],
});

const ACCOUNT_LINK = 'a[href*="/001"]';

/** A contact's account. Only the link's text: a "Preview" button stands beside it. */
const ACCOUNT: Plan = {
  sources: [
    strong(
      'field',
      inField('AccountId', (all) => all(ACCOUNT_LINK).map(textOf)),
    ),
    strong('highlights', (reader) => {
      return reader.field('AccountId').length > 0 ? [] : withLabels(reader.highlighted(ACCOUNT_LINK, ['AccountId']), textOf);
    }),
  ],
};

const COMPANY: Plan = {
  sources: [
    strong(
      'field',
      inField('Company', (all) => all('lightning-formatted-text,[data-output-element-id="output-field"]').map(textOf)),
    ),
    strong(
      'input',
      inField('Company', (all) => all('input[name="Company"]').map((input) => asText(settledValue(input)))),
    ),
  ],
};

const PHONES = ['MobilePhone', 'Phone', 'HomePhone', 'OtherPhone'];
const PERSON_PHONES = ['PersonMobilePhone', 'Phone', 'PersonHomePhone', 'PersonOtherPhone'];

/** How a record of the object is read; `isCompany`: an account that is not a person's. */
export function recordPlan({ id, object }: RecordAddress, isCompany: boolean): RecordPlan<RecordReader> {
  const shared = { crm: 'salesforce', recordId: () => id, contradiction: 'pending', empty: 'pending' } as const;
  if (isCompany)
    return { ...shared, kind: 'company', needs: ['company'], fields: { company: namePlan('[data-output-element-id="output-field"]') } };
  const isPerson = object === 'Account';
  const company = { Contact: ACCOUNT, Lead: COMPANY, Account: undefined }[object];
  return {
    ...shared,
    needs: ['name', 'email', 'phone'],
    fields: {
      name: namePlan('lightning-formatted-name'),
      ...(company && { company }),
      email: emailPlan(isPerson ? 'PersonEmail' : 'Email'),
      phone: phonePlan(isPerson ? PERSON_PHONES : PHONES),
    },
  };
}
