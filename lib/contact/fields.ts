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
