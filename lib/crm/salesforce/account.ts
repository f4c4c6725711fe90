import { nameInField } from './names.ts';
import type { RecordReader } from './reader.ts';

/** Every section's heading lists its fields here, drawn or not (seen since 2020). */
const NAMED = '[data-target-selection-name*=".Account."],[data-target-reveals*=".Account."],flexipage-field[data-field-id]';
/** Only accounts of people have these: `PersonEmail`, `PersonTitle` …, and custom fields of people. A company's custom field ends in `__c`. */
const PERSON_FIELD = /\.Account\.(?:Person[A-Za-z]+|\w+__pc)(?:,|$)|^Record(?:Person[A-Za-z]+|\w+_pc)Field$/;

/** Whose account it is, by the fields of its layout; undefined while that is not certain. */
export function accountKind(reader: RecordReader): 'person' | 'company' | undefined {
  const marks = reader.own(NAMED).filter((element) => NAMES.some((name) => PERSON_FIELD.test(element.getAttribute(name) ?? '')));
  if (marks.length > 0) return marks.some(reader.isTrusted) ? 'person' : undefined;
  return reader.field('Name').some((field) => isCompanyName(reader, field)) ? 'company' : undefined;
}

const NAMES = ['data-target-selection-name', 'data-target-reveals', 'data-field-id'];

/** Drawn, and not in the parts that names of people have. */
function isCompanyName({ dom }: RecordReader, field: Element): boolean {
  return nameInField(dom, field) !== '' && dom.all('lightning-formatted-name,input[name="lastName"]', field).length === 0;
}
