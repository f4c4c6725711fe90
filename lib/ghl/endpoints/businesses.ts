import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { oneIn } from '../envelope.ts';
import { businessSchema } from '../models.ts';

/** Businesses. Source: HighLevel OpenAPI businesses-v3. */
export const businessEndpoints = {
  'businesses.get': defineEndpoint({
    method: 'GET',
    path: ({ businessId }) => path`/businesses/${businessId}`,
    scope: 'businesses.readonly',
    effect: 'read',
    input: z.object({ businessId: z.string().min(1) }),
    output: oneIn('business', businessSchema),
  }),
};
