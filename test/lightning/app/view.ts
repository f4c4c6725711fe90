import type { SalesforceRecord } from '../../sandbox/crm/salesforce-records.ts';
import { type FieldView, fieldsOf, highlightsOf, nameOf } from './fields.ts';
import { labels } from './labels.ts';
import { all, org, recordPath, relatedPath } from './org.ts';

/** A list of records, as Salesforce's own table takes it. */
export interface ListView {
  readonly key: string;
  readonly label: string;
  readonly view: string;
  readonly href: string;
  readonly columns: readonly object[];
  readonly rows: readonly object[];
}

const TABS = ['activity', 'details', 'related'] as const;
export type Tab = (typeof TABS)[number];

/** What a record page has drawn so far, and what its user did to it. */
export interface PageState {
  readonly hasHighlights: boolean;
  readonly hasDetails: boolean;
  readonly isEdited: boolean;
  readonly tab: Tab;
  /** Tabs are drawn when they are first opened, and stay. */
  readonly openedTabs: readonly Tab[];
}

/** Leads open on their activity, all else on the details. */
export function freshState(record: SalesforceRecord): PageState {
  const tab = record.object === 'Lead' ? 'activity' : 'details';
  return { hasHighlights: true, hasDetails: true, isEdited: false, tab, openedTabs: [tab] };
}

/** All that the components of a record page show. */
export function pageView(record: SalesforceRecord, state: PageState): object {
  const fields = fieldsOf(record);
  return {
    ...state,
    object: record.object.toLowerCase(),
    entityLabel: labels[record.object],
    title: `${labels.edit} ${record.name}`,
    heading: nameOf(record),
    locale: org.isJapanese ? 'ja' : 'en-US',
    nameFields: ['salutation', 'firstName', 'lastName'],
    salutations: ['Mr.', 'Ms.', 'Dr.'].map((value) => ({ label: value, value })),
    highlights: highlightsOf(record),
    fields,
    sections: [sectionOf(record, fields)],
    isDynamic: org.isDynamic,
    ...tabsOf(record, state),
    ...aroundOf(record),
    labels,
  };
}

function sectionOf(record: SalesforceRecord, fields: readonly FieldView[]): object {
  const pairs = Array.from({ length: Math.ceil(fields.length / 2) }, (_, at) => fields.slice(at * 2, at * 2 + 2));
  return {
    key: record.id,
    label: labels.details,
    reveals: fields.map(({ selectionName }) => selectionName).join(','),
    rows: pairs.map((pair) => ({ key: pair[0]?.key, fields: pair })),
  };
}

function tabsOf(record: SalesforceRecord, { tab, openedTabs }: PageState): object {
  const order: readonly Tab[] = record.object === 'Lead' ? ['activity', 'details', 'related'] : ['details', 'related', 'activity'];
  return {
    tabs: order.map((name) => ({ name, label: labels[name], selected: String(name === tab) })),
    opened: Object.fromEntries(TABS.map((name) => [name, openedTabs.includes(name)])),
    styles: Object.fromEntries(TABS.map((name) => [name, name === tab ? 'display: block' : 'display: none'])),
  };
}

/** Other people on the page: colleagues, and who wrote the mails. */
function aroundOf(record: SalesforceRecord): object {
  const accountId = record.object === 'Account' ? record.id : record.accountId;
  const people = all('Contact').filter((other) => accountId !== undefined && other.accountId === accountId && other.id !== record.id);
  const name = record.object === 'Account' ? 'contacts' : 'colleagues';
  const colleagues = listView({ key: name, label: labels[name], href: relatedPath(record, 'Contacts') }, people);
  const opportunities = listView({ key: 'opportunities', label: labels.opportunities, href: relatedPath(record, 'Opportunities') }, []);
  const mails = all('Contact').filter(({ email }) => email !== undefined);
  return {
    lists: [opportunities],
    sideLists: [colleagues, { ...opportunities, key: 'side' }],
    mails: mails.slice(-2).map(({ id, email }) => ({ key: id, subject: 'Re: spring cases', from: email, to: all('User')[0]?.email })),
  };
}

/** A list of records with their addresses and numbers. */
export function listView(
  head: { readonly key: string; readonly label: string; readonly href: string },
  records: readonly SalesforceRecord[],
): ListView {
  return {
    ...head,
    view: labels.recent,
    columns: [
      { label: labels.Name, fieldName: 'href', type: 'url', typeAttributes: { label: { fieldName: 'name' } } },
      { label: labels.Phone, fieldName: 'phone', type: 'phone' },
      { label: labels.Email, fieldName: 'email', type: 'email' },
      { type: 'button', typeAttributes: { label: labels.edit, name: 'edit', variant: 'base' } },
    ],
    rows: records.map((record) => ({ ...record, href: recordPath(record) })),
  };
}
