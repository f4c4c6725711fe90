import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, oneIn } from '../envelope.ts';
import { tagSchema } from '../models.ts';

const id = z.string().min(1);
const oneTag = z.object({ locationId: id, tagId: id });
const name = z.string().min(1);

/** The location's own list of tags; what changes here changes for every contact. Source: HighLevel OpenAPI locations-v3. */
export const locationTagEndpoints = {
  'tags.get': defineEndpoint({
    method: 'GET',
    path: ({ locationId, tagId }) => path`/locations/${locationId}/tags/${tagId}`,
    scope: 'locations/tags.readonly',
    effect: 'read',
    input: oneTag,
    output: oneIn('tag', tagSchema),
  }),
  'tags.create': defineEndpoint({
    method: 'POST',
    path: ({ locationId }) => path`/locations/${locationId}/tags`,
    body: ({ name: wanted }) => ({ name: wanted }),
    scope: 'locations/tags.write',
    effect: 'write',
    input: z.object({ locationId: id, name }),
    output: oneIn('tag', tagSchema),
  }),
  /** HighLevel carries the new name into workflows, not into smart lists. */
  'tags.rename': defineEndpoint({
    method: 'PUT',
    path: ({ locationId, tagId }) => path`/locations/${locationId}/tags/${tagId}`,
    body: ({ name: wanted }) => ({ name: wanted }),
    scope: 'locations/tags.write',
    effect: 'write',
    input: oneTag.extend({ name }),
    output: oneIn('tag', tagSchema),
  }),
  'tags.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ locationId, tagId }) => path`/locations/${locationId}/tags/${tagId}`,
    scope: 'locations/tags.write',
    effect: 'write',
    input: oneTag,
    output: done,
  }),
};
