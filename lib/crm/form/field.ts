/** A labelled value of the page, as it shows it. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** How one field of the open form took its value. */
export interface FilledValue {
  readonly label: string;
  /** `missing`: the form has no such field. `refused`: it has one that does not take the value, or several. */
  readonly outcome: 'filled' | 'missing' | 'refused';
}

/** The record that is meant: what another one shows is neither read nor filled. */
export interface MeantRecord {
  /** The adapter's id; the origin for a site that was taught. */
  readonly crm: string;
  readonly recordId: string;
  readonly name?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

const MAX_FIELDS = 200;
const MAX_LABEL = 200;
const MAX_VALUE = 2_000;

/** Each label once, where it came first with a value, in the page's order; bounded. */
export function boundedFields(found: readonly LabelledValue[]): readonly LabelledValue[] {
  const fields = new Map<string, string>();
  for (const { label, value } of found) {
    // What is that long is no label, whatever marks it ends with.
    if (label.length > 10 * MAX_LABEL) continue;
    const name = label.replace(/\s+/g, ' ').replace(/^\*\s*|[\s:：*]+$/g, '');
    if (name === '' || name.length > MAX_LABEL || (fields.size >= MAX_FIELDS && !fields.has(name))) continue;
    if (!fields.get(name)) fields.set(name, value.trim().slice(0, MAX_VALUE));
  }
  return [...fields].map(([label, value]) => ({ label, value }));
}
