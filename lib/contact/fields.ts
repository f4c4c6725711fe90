import type { FieldValue } from '@/lib/outbox/entry.ts';

/**
 * The standard fields of a contact that may be edited, under the names that HighLevel's body uses (HighLevel OpenAPI
 * contacts-v3, update contact). `companyName`, `gender` and `locationId` are refused there, `tags` would replace all tags.
 */
export type ContactFieldName =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'address1'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country'
  | 'website'
  | 'timezone'
  | 'dateOfBirth'
  | 'source'
  | 'assignedTo';

/** A field of a contact: a standard one, or `custom:<id>`. */
export type ContactFieldRef = ContactFieldName | `custom:${string}`;

/** What a contact's fields are read from; a contact as HighLevel has it is one. */
export type ContactFields = { readonly [N in ContactFieldName]?: string | undefined } & {
  /** What was remembered by an older version may not have it. */
  readonly customFields?: readonly { readonly id: string; readonly value?: unknown }[];
};

/** Which control a field is edited with, and what counts as the same value. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'email'
  | 'phone'
  | 'website'
  | 'number'
  | 'date'
  | 'choice'
  | 'choices'
  | 'country'
  | 'timeZone'
  | 'owner';

/** The standard fields in the order in which they are shown. */
export const CONTACT_FIELDS: readonly { readonly field: ContactFieldName; readonly kind: FieldKind }[] = [
  { field: 'firstName', kind: 'text' },
  { field: 'lastName', kind: 'text' },
  { field: 'email', kind: 'email' },
  { field: 'phone', kind: 'phone' },
  { field: 'assignedTo', kind: 'owner' },
  { field: 'address1', kind: 'text' },
  { field: 'city', kind: 'text' },
  { field: 'state', kind: 'text' },
  { field: 'postalCode', kind: 'text' },
  { field: 'country', kind: 'country' },
  { field: 'website', kind: 'website' },
  { field: 'timezone', kind: 'timeZone' },
  { field: 'dateOfBirth', kind: 'date' },
  { field: 'source', kind: 'text' },
];

/** Whether a write may name this field: anything else would lose HighLevel's whole request. */
export function isContactField(field: string): field is ContactFieldRef {
  return /^custom:./s.test(field) || CONTACT_FIELDS.some((known) => known.field === field);
}

/** A field's value as HighLevel has it; `null` when it is empty or of a shape that no control of ours shows. */
export function fieldValue(contact: ContactFields, field: ContactFieldRef): FieldValue {
  if (!isCustom(field)) return contact[field] || null;
  return asFieldValue(contact.customFields?.find(({ id }) => `custom:${id}` === field)?.value);
}

function isCustom(field: ContactFieldRef): field is `custom:${string}` {
  return field.startsWith('custom:');
}

function asFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return null;
  const items = value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String);
  return items.length === 0 ? null : items;
}
