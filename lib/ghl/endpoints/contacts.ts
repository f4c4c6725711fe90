import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, listIn, oneIn, pageIn } from '../envelope.ts';
import { contactSchema } from '../models.ts';

const id = z.string().min(1);
const words = z.array(z.string().min(1)).readonly();
const newContact = z.object({
  locationId: id,
  firstName: z.string().exactOptional(),
  lastName: z.string().exactOptional(),
  email: z.string().exactOptional(),
  /** E.164. */
  phone: z.string().exactOptional(),
  companyName: z.string().exactOptional(),
  /** What a new contact starts with: here there are no tags that this could replace. */
  tags: words.exactOptional(),
});

/** HighLevel searches at most this many characters of free text. */
const QUERY_LENGTH = 75;
const PAGE_LENGTH = 20;
/** The most that HighLevel answers of a business's contacts. */
const COLLEAGUES_LENGTH = 100;
/** The most that HighLevel links to a business in one call. */
const LINKED_AT_ONCE = 50;

/**
 * Contacts but for changing one (`contact-update.ts`). Two calls of HighLevel are left out on purpose: `POST
 * /contacts/upsert` replaces tags and may pick one of two people, and `GET /contacts/` is deprecated.
 * Source: HighLevel OpenAPI contacts-v3; the search body, which that leaves empty, is HighLevel's document
 * "Search Contacts Advanced". The search index lags writes by seconds: after a write read by id.
 */
export const contactEndpoints = {
  'contacts.get': defineEndpoint({
    method: 'GET',
    path: ({ contactId }) => path`/contacts/${contactId}`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ contactId: id }),
    output: oneIn('contact', contactSchema),
  }),
  /** Everyone with one of these e-mails or phones (E.164), up to 20. Additional phones cannot be searched. */
  'contacts.search': defineEndpoint({
    method: 'POST',
    path: () => '/contacts/search',
    body: ({ locationId, emails, phones }) => ({
      locationId,
      page: 1,
      pageLimit: PAGE_LENGTH,
      filters: [
        { group: 'OR', filters: [...emails.map((email) => equal('email', email)), ...phones.map((phone) => equal('phone', phone))] },
      ],
    }),
    scope: 'contacts.readonly',
    effect: 'read',
    input: z
      .object({ locationId: id, emails: words, phones: words })
      .refine(({ emails, phones }) => emails.length + phones.length > 0, 'Nothing to search for.'),
    output: listIn('contacts', contactSchema),
  }),
  /** Up to 20 contacts by free text, over the fields the location has made searchable. */
  'contacts.findByText': defineEndpoint({
    method: 'POST',
    path: () => '/contacts/search',
    body: ({ locationId, query }) => ({ locationId, page: 1, pageLimit: PAGE_LENGTH, query: query.trim().slice(0, QUERY_LENGTH) }),
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ locationId: id, query: z.string().regex(/\S/) }),
    output: listIn('contacts', contactSchema),
  }),
  /** HighLevel's own duplicate check: not behind the search index, but it names only the first of several. `number` is E.164. */
  'contacts.findDuplicate': defineEndpoint({
    method: 'GET',
    path: () => '/contacts/search/duplicate',
    query: ({ locationId, email, number }) => ({ locationId, email, number }),
    scope: 'contacts.readonly',
    effect: 'read',
    input: z
      .object({ locationId: id, email: z.string().min(1).exactOptional(), number: z.string().min(1).exactOptional() })
      .refine(({ email, number }) => email !== undefined || number !== undefined, 'An e-mail or a phone is needed.'),
    output: z.object({ contact: contactSchema.nullish() }).transform(({ contact }) => contact ?? null),
  }),
  /** Answers `duplicate_contact` where the location allows no duplicates. */
  'contacts.create': defineEndpoint({
    method: 'POST',
    path: () => '/contacts/',
    body: (input) => input,
    scope: 'contacts.write',
    effect: 'write',
    input: newContact,
    output: oneIn('contact', contactSchema),
  }),
  /** HighLevel can restore it for about two months. Its tasks, notes and appointments go with it. */
  'contacts.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId }) => path`/contacts/${contactId}`,
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ contactId: id }),
    output: done,
  }),
  /** Links contacts to a business, or with `null` to none; answers the ids it has changed. */
  'contacts.linkBusiness': defineEndpoint({
    method: 'POST',
    path: () => '/contacts/bulk/business',
    body: ({ locationId, contactIds, businessId }) => ({ locationId, ids: contactIds, businessId }),
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ locationId: id, contactIds: z.array(id).min(1).max(LINKED_AT_ONCE).readonly(), businessId: id.nullable() }),
    output: listIn('ids', z.string()),
  }),
  /** The colleagues: a page of the contacts linked to a business. */
  'contacts.ofBusiness': defineEndpoint({
    method: 'GET',
    path: ({ businessId }) => path`/contacts/business/${businessId}`,
    query: ({ locationId, skip }) => ({ locationId, limit: String(COLLEAGUES_LENGTH), skip: skip?.toString() }),
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ locationId: id, businessId: id, skip: z.int().exactOptional() }),
    output: pageIn('contacts', contactSchema, COLLEAGUES_LENGTH),
  }),
};

function equal(field: 'email' | 'phone', value: string) {
  return { field, operator: 'eq', value };
}
