import { flatText } from '../dom.ts';
import type { RecordAddress } from './address.ts';
import { DETAILS } from './fields.ts';
import { nameInField } from './names.ts';
import type { RecordReader } from './reader.ts';
import { listsRelated, type RecordScope } from './scope.ts';

/** Every section's heading lists its fields here, drawn or not (seen since 2020). */
const NAMED = '[data-target-selection-name*=".Account."],[data-target-reveals*=".Account."],flexipage-field[data-field-id]';
/** Only accounts of people have these: `PersonEmail`, `PersonTitle` …, and custom fields of people. A company's custom field ends in `__c`. */
const PERSON_FIELD = /\.Account\.(?:Person[A-Za-z]+|\w+__pc)(?:,|$)|^Record(?:Person[A-Za-z]+|\w+_pc)Field$/;

/** How an e-mail field of an account is drawn in the highlights, where nothing says which field it is. */
const MAIL = 'emailui-formatted-email-account';

/** Whose account it is, by the fields of its layout; undefined while that is not certain. */
export function accountKind(reader: RecordReader, scope: RecordScope, record: RecordAddress): 'person' | 'company' | undefined {
  const marks = reader.own(NAMED).filter((element) => NAMES.some((name) => PERSON_FIELD.test(element.getAttribute(name) ?? '')));
  if (marks.length > 0) return marks.some(reader.isTrusted) ? 'person' : undefined;
  if (reader.field('Name').some((field) => isCompanyName(reader, field))) return 'company';
  return isCompanyHead(reader, scope) && listsRelated(reader.dom, scope.element, record, 'Contacts') ? 'company' : undefined;
}

const NAMES = ['data-target-selection-name', 'data-target-reveals', 'data-field-id'];

/** Drawn, and not in the parts that names of people have. */
function isCompanyName({ dom }: RecordReader, field: Element): boolean {
  return nameInField(dom, field) !== '' && dom.all('lightning-formatted-name,input[name="lastName"]', field).length === 0;
}

/**
 * Whether the heading draws the name as one text, which names of people are not, on a page whose details are not drawn and
 * that has nothing of a person's. Not enough alone; a list of contacts, which people's accounts do not have, has to agree.
 */
function isCompanyHead({ dom, own }: RecordReader, { element, heading, name }: RecordScope): boolean {
  if (!heading || own(DETAILS).length > 0 || dom.all('lightning-formatted-name', heading).length > 0) return false;
  const isOfPerson = (one: Element) => one.matches(MAIL) || NAMES.some((attribute) => PERSON_FIELD.test(one.getAttribute(attribute) ?? ''));
  if (dom.all(`${NAMED},${MAIL}`, element).some(isOfPerson)) return false;
  return dom.all('lightning-formatted-text', heading).some((text) => flatText(text) === name);
}
