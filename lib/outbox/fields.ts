import type { ContactFieldName } from '@/lib/contact/fields.ts';
import type { FieldChange, FieldValue, Operation } from './entry.ts';
import { isEmpty } from './same.ts';

/** The operations that change fields of a record. */
export type Update = Extract<Operation, { readonly changes: readonly FieldChange[] }>;

const CONTACT_FIELDS: Readonly<Record<ContactFieldName, true>> = {
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  address1: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
  website: true,
  timezone: true,
  dateOfBirth: true,
  source: true,
  assignedTo: true,
};

/**
 * The only keys each update may send. HighLevel refuses a whole request for one key it does not expect (`companyName`,
 * `gender`, `locationId`), and would replace all of a contact's tags by `tags`.
 */
const FIELDS: { readonly [K in Update['kind']]: readonly string[] } = {
  updateTask: ['title', 'body', 'dueDate', 'assignedTo'],
  updateNote: ['body', 'title', 'color', 'pinned'],
  updateAppointment: ['startTime', 'endTime', 'appointmentStatus', 'title', 'assignedUserId', 'description', 'address'],
  updateAppointmentNote: ['body'],
  updateBusiness: ['name', 'phone', 'email', 'website', 'address', 'city', 'state', 'postalCode', 'country', 'description'],
  updateBusinessFields: [],
  updateContact: Object.keys(CONTACT_FIELDS),
};

/** The updates that change custom fields. */
const WITH_CUSTOM: ReadonlySet<Update['kind']> = new Set(['updateBusinessFields', 'updateContact']);

/** What a custom field's name begins with; HighLevel's id of it follows. */
export const CUSTOM = 'custom:';

/** Whether an update of this kind may change this field. */
export function mayChange(kind: Update['kind'], field: string): boolean {
  return FIELDS[kind].includes(field) || (WITH_CUSTOM.has(kind) && field.startsWith(CUSTOM) && field.length > CUSTOM.length);
}

/** Changes that change something, of fields that may be changed; of several for one field the last. */
export function realChanges({ kind, changes }: Update): FieldChange[] {
  const byField = new Map(changes.map((change) => [change.field, change]));
  return [...byField.values()].filter(({ field, from, to }) => mayChange(kind, field) && !isUnchanged(from, to));
}

/** Exactly the same, or empty in two forms: HighLevel does not tell `null`, "" and an empty list apart. */
export function isUnchanged(from: FieldValue, to: FieldValue): boolean {
  return (isEmpty(from) && isEmpty(to)) || JSON.stringify(from) === JSON.stringify(to);
}

/**
 * An update's own part of the body of its call: changed fields only, a cleared one with an empty text. `I`: what the call
 * takes; its schema holds the values against it before anything is sent.
 */
export function bodyOf<I>(update: Exclude<Update, { readonly kind: 'updateContact' }>): Partial<I> {
  // The fields of each kind are those of its call, which the compiler cannot see in a list of changes.
  return Object.fromEntries(realChanges(update).map(({ field, to }) => [field, isEmpty(to) ? '' : to])) as Partial<I>;
}

/** As `bodyOf`, for a contact: `null` empties a standard field, an empty value a custom one. */
export function contactBodyOf<I>(update: Extract<Update, { readonly kind: 'updateContact' }>): I {
  const changes = realChanges(update);
  const custom = changes.filter(({ field }) => field.startsWith(CUSTOM));
  const standard = changes.filter(({ field }) => !field.startsWith(CUSTOM));
  const customFields = custom.map(({ field, from, to }) => ({ id: field.slice(CUSTOM.length), fieldValue: customValue(from, to) }));
  const body = Object.fromEntries(standard.map(({ field, to }) => [field, isEmpty(to) ? null : to]));
  // As above.
  return { ...body, ...(customFields.length > 0 && { customFields }) } as I;
}

/** As `bodyOf`, for custom fields of a business: by their keys. */
export function customBodyOf<I>(update: Extract<Update, { readonly kind: 'updateBusinessFields' }>): I {
  // As above.
  return Object.fromEntries(realChanges(update).map(({ field, to }) => [field.slice(CUSTOM.length), isEmpty(to) ? '' : to])) as I;
}

/** A choice of several is emptied by an empty list. */
function customValue(from: FieldValue, to: FieldValue): FieldValue {
  if (isEmpty(to)) return Array.isArray(from) ? [] : '';
  return typeof to === 'boolean' ? String(to) : to;
}
