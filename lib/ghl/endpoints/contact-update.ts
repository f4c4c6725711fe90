import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { oneIn } from '../envelope.ts';
import { contactSchema } from '../models.ts';

const id = z.string().min(1);
/** `null` empties the field. */
const field = z.string().nullable().exactOptional();

/** Nothing but these passes: a key that HighLevel does not know loses the whole request, and `tags` would replace all tags. */
const fields = z
  .strictObject({
    firstName: field,
    lastName: field,
    email: field,
    /** E.164. */
    phone: field,
    address1: field,
    city: field,
    state: field,
    postalCode: field,
    /** ISO 3166, two letters. */
    country: field,
    website: field,
    /** IANA name. */
    timezone: field,
    /** YYYY-MM-DD. */
    dateOfBirth: field,
    source: field,
    /** A user's id. */
    assignedTo: field,
    customFields: z
      .array(z.strictObject({ id, fieldValue: z.union([z.string(), z.number(), z.array(z.string()).readonly()]) }))
      .min(1)
      .readonly()
      .exactOptional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'Nothing to change.');

/** The fields for which HighLevel's files allow no `null`. */
const NEVER_NULL: ReadonlySet<string> = new Set(['postalCode', 'country']);

function toBody(given: z.output<typeof fields>): Record<string, unknown> {
  const entries = Object.entries(given).map(([key, value]) => [key, value === null && NEVER_NULL.has(key) ? '' : value]);
  return Object.fromEntries(entries);
}

/** Changing a contact. Source: HighLevel OpenAPI contacts-v3, update contact. */
export const contactUpdateEndpoints = {
  /** Only the fields that change. Answers `duplicate_contact` when another contact has the e-mail or phone. */
  'contacts.update': defineEndpoint({
    method: 'PUT',
    path: ({ contactId }) => path`/contacts/${contactId}`,
    body: ({ fields: given }) => toBody(given),
    scope: 'contacts.write',
    effect: 'write',
    input: z.strictObject({ contactId: id, fields }),
    output: oneIn('contact', contactSchema),
  }),
};
