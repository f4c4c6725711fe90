import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn } from '../envelope.ts';
import { tagSchema, text } from '../models.ts';

const id = z.string().min(1);
const names = z.array(z.string().min(1)).min(1).readonly();
const onContact = z.object({ contactId: id, tags: names });

/** One contact's outcome of a change of tags of many; where HighLevel says only an id, it was done. */
const bulkTagSchema = z.union([
  id.transform((contactId) => ({ contactId, isDone: true, message: undefined })),
  z
    .object({ contactId: id, type: text, message: text })
    .transform(({ contactId, type, message }) => ({ contactId, isDone: type !== 'error', message })),
]);

/**
 * Tags of contacts, by name. Sources: HighLevel OpenAPI contacts-v3 and locations-v3. An unknown name becomes a tag of
 * the location for good; names are stored in lower case as a rule, so the answer is what counts.
 */
export const tagEndpoints = {
  /** The tags the location knows. */
  'tags.list': defineEndpoint({
    method: 'GET',
    path: ({ locationId }) => path`/locations/${locationId}/tags`,
    scope: 'locations/tags.readonly',
    effect: 'read',
    input: z.object({ locationId: id }),
    output: listIn('tags', tagSchema),
  }),
  /** Answers all tags of the contact. */
  'tags.add': defineEndpoint({
    method: 'POST',
    path: ({ contactId }) => path`/contacts/${contactId}/tags`,
    body: ({ tags }) => ({ tags }),
    scope: 'contacts.write',
    effect: 'write',
    input: onContact,
    output: listIn('tags', z.string()),
  }),
  /** Answers the tags that are left. */
  'tags.remove': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId }) => path`/contacts/${contactId}/tags`,
    body: ({ tags }) => ({ tags }),
    scope: 'contacts.write',
    effect: 'write',
    input: onContact,
    output: listIn('tags', z.string()),
  }),
  /**
   * Adds tags to many contacts or takes them away; answers each contact's outcome. `removeAllTags`, which the same
   * endpoint takes, is left out on purpose.
   */
  'tags.changeMany': defineEndpoint({
    method: 'POST',
    path: ({ type }) => path`/contacts/bulk/tags/update/${type}`,
    body: ({ locationId, contactIds, tags }) => ({ contacts: contactIds, tags, locationId }),
    scope: 'contacts.write',
    effect: 'write',
    input: z.object({ locationId: id, type: z.enum(['add', 'remove']), contactIds: z.array(id).min(1).readonly(), tags: names }),
    output: listIn('responses', bulkTagSchema),
  }),
};
