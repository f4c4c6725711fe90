import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn, oneIn } from '../envelope.ts';
import { customFieldSchema, locationSchema } from '../models.ts';

const id = z.string().min(1);

/** Locations (sub-accounts). Source: HighLevel OpenAPI locations-v3. */
export const locationEndpoints = {
  'locations.get': defineEndpoint({
    method: 'GET',
    path: ({ locationId }) => path`/locations/${locationId}`,
    scope: 'locations.readonly',
    effect: 'read',
    input: z.object({ locationId: id }),
    output: oneIn('location', locationSchema),
  }),
  /** The custom fields a location has made. Without a model HighLevel gives those of contacts only, and does not say so. */
  'locations.customFields': defineEndpoint({
    method: 'GET',
    path: ({ locationId }) => path`/locations/${locationId}/customFields`,
    query: ({ model }) => ({ model }),
    scope: 'locations/customFields.readonly',
    effect: 'read',
    input: z.object({ locationId: id, model: z.enum(['contact', 'opportunity', 'all']) }),
    output: listIn('customFields', customFieldSchema),
  }),
};
