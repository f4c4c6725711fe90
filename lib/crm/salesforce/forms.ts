import { closestFlat, type PageDom } from '../dom.ts';
import type { RecordAddress } from './address.ts';
import { isSameName, nameInField } from './names.ts';

/** `sfdc:RecordField.…` is unchanged since 2020; dynamic forms also carry `data-field-id` (an admin may have renamed it). */
export function hook(object: string, api: string): string {
  return `[data-target-selection-name="sfdc:RecordField.${object}.${api}"],flexipage-field[data-field-id="Record${api}Field"]`;
}

const LAYOUTS = 'records-lwc-detail-panel,records-base-record-form';
/** A form in a component of the customer's own: it may show any record, so it has to name the one it shows. */
const CUSTOM = 'lightning-record-view-form,lightning-record-edit-form,lightning-record-form';
/** A form of fields. A page may hold several, e.g. one of the manager beside the contact's own. */
export const FORMS = `${LAYOUTS},${CUSTOM}`;

/** Whether the element is in a form of a component of the customer's own. */
const isInCustomForm = (element: Element) => closestFlat(element, (at) => at.matches(CUSTOM)) !== undefined;

/**
 * Tells forms of this record from forms of related records, which carry the same hooks. A form that names the record is
 * its own; one without a name counts only while it stands alone under the record's heading. `expected` is the name to
 * look for: the heading's, else the title's.
 */
export function createFormCheck(
  dom: PageDom,
  own: (selector: string) => readonly Element[],
  object: RecordAddress['object'],
  { heading, expected }: { readonly heading: string | undefined; readonly expected: string | undefined },
): (element: Element) => boolean {
  const formOf = (element: Element) => closestFlat(element, (at) => at.matches(FORMS));
  const fields = `[data-target-selection-name^="sfdc:RecordField.${object}."],[data-target-reveals],flexipage-field[data-field-id^="Record"],records-record-layout-item`;
  const names = own(hook(object, 'Name')).map((name) => ({ form: formOf(name), text: nameInField(dom, name) }));
  const ours = new Set(names.filter(({ text }) => isSameName(text, expected ?? '')).map(({ form }) => form));
  if (ours.size > 0) return (element) => ours.has(formOf(element));
  const forms = new Set(
    own(fields)
      .filter((field) => !isInCustomForm(field))
      .map(formOf),
  );
  const isAlone = heading !== undefined && forms.size === 1 && names.every(({ text }) => !text);
  return (element) => isAlone && !isInCustomForm(element);
}
