import type { FilledValue, LabelledValue, MeantRecord } from '@/lib/crm/form/field.ts';

/**
 * What the panel asks of the form script, which it puts into the tab whose record it shows. `null`: the page does not show
 * the record that is meant. Answers come from a page: they are checked by schema before anything is made of them.
 */
export interface FormProtocol {
  readForm(data: { record: MeantRecord }): readonly LabelledValue[] | null;
  fillForm(data: { record: MeantRecord; fields: readonly LabelledValue[] }): readonly FilledValue[] | null;
}

/**
 * The line over which the script tells that the record's values may have changed: the panel's first message on it is the
 * record (`MeantRecord`), each of the script's is news.
 */
export const FORM_LINE = 'form';
