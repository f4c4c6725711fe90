import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { oneIn } from '../envelope.ts';
import { locationSchema } from '../models.ts';

/** Locations (sub-accounts). Source: HighLevel OpenAPI locations-v3. */
export const locationEndpoints = {
  'locations.get': defineEndpoint({
    method: 'GET',
    path: ({ locationId }) => path`/locations/${locationId}`,
    scope: 'locations.readonly',
    effect: 'read',
    input: z.object({ locationId: z.string().min(1) }),
    output: oneIn('location', locationSchema),
  }),
};
