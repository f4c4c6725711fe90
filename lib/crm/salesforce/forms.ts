import { closestFlat, type PageDom } from '../dom.ts';
import type { RecordAddress } from './address.ts';
import type { RecordReader } from './fields.ts';
import { isSameName, nameInField } from './names.ts';
import type { RecordScope } from './scope.ts';

/** `sfdc:RecordField.…` is unchanged since 2020; dynamic forms also carry `data-field-id` (an admin may have renamed it). */
export function hook(object: string, api: string): string {
  return `[data-target-selection-name="sfdc:RecordField.${object}.${api}"],flexipage-field[data-field-id="Record${api}Field"]`;
}

/** A layout's form. A page may hold several, e.g. one of the manager beside the contact's own. */
const FORMS = 'records-lwc-detail-panel,records-base-record-form';

/**
 * Tells forms of this record from forms of related records, which carry the same hooks. A form that names the record is
 * its own; one without a name counts only while it stands alone.
 */
export function createFormCheck(
  dom: PageDom,
  own: RecordReader['own'],
  scope: RecordScope,
  object: RecordAddress['object'],
): (element: Element) => boolean {
  const formOf = (element: Element) => closestFlat(element, (at) => at.matches(FORMS), scope.element);
  const forms = new Set(
    own(`[data-target-selection-name^="sfdc:RecordField.${object}."],flexipage-field[data-field-id^="Record"]`).map(formOf),
  );
  const names = own(hook(object, 'Name')).flatMap((name) => ({ form: formOf(name), text: nameInField(dom, name) }));
  const isOurs = ({ text }: { text: string }) => scope.name !== undefined && isSameName(text, scope.name);
  const ours = new Set(names.filter(isOurs).map(({ form }) => form));
  if (ours.size > 0) return (element) => ours.has(formOf(element));
  const isAlone = forms.size === 1 && (scope.name === undefined || names.every(({ text }) => !text));
  return () => isAlone;
}
