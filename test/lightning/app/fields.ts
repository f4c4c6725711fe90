import type { SalesforceRecord } from '../../sandbox/crm/salesforce-records.ts';
import { type Label, labels } from './labels.ts';
import { all, find, org, recordPath } from './org.ts';

/** One field as a layout shows it: exactly one of the kinds is true. */
export interface FieldView {
  readonly key: string;
  /** The API name, which is not translated. */
  readonly api: string;
  readonly label: string;
  /** What marks the field's container: `sfdc:RecordField.<object>.<API name>`. */
  readonly selectionName: string;
  /** What marks it where an administrator placed it by itself. */
  readonly fieldId: string;
  readonly text: string;
  readonly isEditable: boolean;
  readonly isInput: boolean;
  readonly [kind: string]: unknown;
}

interface Value {
  readonly text: string;
  readonly [kind: string]: unknown;
}

const text = (value = ''): Value => ({ text: value, isText: true });
const phone = (value = ''): Value => ({ text: value, ...(org.hasTelephone ? { isDial: true } : { isPhone: true }) });
const url = (value = ''): Value => ({ text: value, isUrl: true });

function email(value = '', kind = 'isEmail'): Value {
  const shown = org.isMasked ? value.replace(/(?<=^.).*(?=@)/, '*****') : value;
  return { text: shown, [kind]: true, inputMode: 'email' };
}

function lookup(id: string | undefined): Value {
  const record = find(id);
  return record ? { text: record.name, href: recordPath(record), recordId: record.id, isLookup: true } : text();
}

/** A person's name in its parts; a company's whole. */
export function nameOf(record: SalesforceRecord): Value {
  if (record.object === 'Account' && !record.isPerson) return text(record.name);
  const [lastName = '', ...others] = record.name.split(' ').toReversed();
  return { text: record.name, isName: true, salutation: record.salutation, firstName: others.toReversed().join(' '), lastName };
}

type Row = readonly [api: string, label: Label, value: Value];

const byKind: Readonly<Record<string, (record: SalesforceRecord) => readonly Row[]>> = {
  Contact: (record) => [
    ['OwnerId', 'OwnerId', lookup(all('User')[0]?.id)],
    ['Phone', 'Phone', phone(record.phone)],
    ['Name', 'Name', nameOf(record)],
    ['MobilePhone', 'MobilePhone', phone(record.mobile)],
    ['AccountId', 'AccountName', lookup(record.accountId)],
    ['Email', 'Email', email(record.email, 'isEmailOfContact')],
    ['Title', 'Title', text(record.title)],
    ['ReportsToId', 'ReportsToId', lookup(record.reportsToId)],
    ['Fax', 'Fax', phone(record.fax)],
    ['AssistantPhone', 'AssistantPhone', phone(record.assistantPhone)],
    ['CreatedById', 'CreatedById', lookup(all('User')[0]?.id)],
  ],
  Lead: (record) => [
    ['OwnerId', 'OwnerId', lookup(all('User')[0]?.id)],
    ['Phone', 'Phone', phone(record.phone)],
    ['Name', 'Name', nameOf(record)],
    ['MobilePhone', 'MobilePhone', phone(record.mobile)],
    ['Company', 'Company', text(record.company)],
    ['Email', 'Email', email(record.email, 'isEmailOfLead')],
    ['Title', 'Title', text(record.title)],
    ['Website', 'Website', url('https://marlowfinch.test/')],
  ],
  Account: (record) => [
    ['OwnerId', 'OwnerId', lookup(all('User')[0]?.id)],
    ['Phone', 'Phone', phone(record.phone)],
    ['Name', 'AccountName', nameOf(record)],
    ['Website', 'Website', url(`https://${record.id.slice(9, 14).toLowerCase()}.test/`)],
  ],
  Person: (record) => [
    ['OwnerId', 'OwnerId', lookup(all('User')[0]?.id)],
    ['Phone', 'Phone', phone(record.phone)],
    ['Name', 'AccountName', nameOf(record)],
    ['PersonMobilePhone', 'MobilePhone', phone(record.mobile)],
    ['PersonEmail', 'Email', email(record.email, 'isEmailOfAccount')],
    ['PersonTitle', 'Title', text(record.title)],
  ],
  User: (record) => [
    ['Name', 'Name', nameOf(record)],
    ['Email', 'Email', email(record.email)],
  ],
};

/** The fields of a record's layout, in its order. */
export function fieldsOf(record: SalesforceRecord): readonly FieldView[] {
  const rows = byKind[record.isPerson ? 'Person' : record.object]?.(record) ?? [];
  return rows.map(([api, label, value]) => fieldView(record, api, label, value));
}

function fieldView(record: SalesforceRecord, api: string, label: Label, value: Value): FieldView {
  const isReadOnly = api === 'OwnerId' || api === 'CreatedById';
  return {
    key: api,
    api,
    label: labels[label],
    selectionName: `sfdc:RecordField.${record.object}.${api}`,
    fieldId: `Record${api}Field`,
    isEditable: !isReadOnly && !org.isDynamic,
    isInput: value.isName === undefined && value.isLookup === undefined,
    ...value,
  };
}

/** What the highlights panel shows: several numbers are one button with a list, as in the default layouts. */
export function highlightsOf(record: SalesforceRecord): readonly FieldView[] {
  const fields = fieldsOf(record);
  const numbers = [record.phone, record.mobile].filter(Boolean).length;
  const shown = ['Title', 'PersonTitle', 'AccountId', 'Company', 'Phone', 'Email', 'PersonEmail', 'Website', 'OwnerId'];
  return shown.flatMap((api) => {
    const field = fields.find((one) => one.api === api);
    if (!field) return [];
    if (api !== 'Phone' || numbers < 2) return [{ ...field, ...(field.inputMode ? plainEmail(field) : {}) }];
    return [{ ...field, isPhone: undefined, isDial: undefined, isMany: true, label: `${field.label} (${numbers})` }];
  });
}

function plainEmail(field: FieldView): Partial<FieldView> {
  return { isEmailOfContact: undefined, isEmailOfLead: undefined, isEmailOfAccount: undefined, isEmail: true, text: field.text };
}
