import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, oneIn, pageIn } from '../envelope.ts';
import { businessRecordSchema, businessSchema } from '../models.ts';

const id = z.string().min(1);
/** The key is misspelt in HighLevel's answers to writes. */
const envelopes = ['business', 'buiseness'];
const PAGE_LENGTH = 100;
const skip = z.int().nonnegative().exactOptional();
const details = {
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
  website: z.string().exactOptional(),
  address: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
  country: z.string().exactOptional(),
  description: z.string().exactOptional(),
};

/** Businesses. Sources: HighLevel OpenAPI businesses-v3; for the search and the custom fields objects-v3. */
export const businessEndpoints = {
  'businesses.get': defineEndpoint({
    method: 'GET',
    path: ({ businessId }) => path`/businesses/${businessId}`,
    scope: 'businesses.readonly',
    effect: 'read',
    input: z.object({ businessId: id }),
    output: oneIn(envelopes, businessSchema),
  }),
  /** A page of all businesses. */
  'businesses.list': defineEndpoint({
    method: 'GET',
    path: () => '/businesses/',
    query: ({ locationId, skip: from }) => ({ locationId, limit: String(PAGE_LENGTH), skip: from?.toString() }),
    scope: 'businesses.readonly',
    effect: 'read',
    input: z.object({ locationId: id, skip }),
    output: pageIn('businesses', businessSchema, PAGE_LENGTH),
  }),
  /** A page of those whose name contains the text. The index lags writes by seconds. `skip` is a multiple of the page's size. */
  'businesses.search': defineEndpoint({
    method: 'POST',
    path: () => '/objects/business/records/search',
    body: ({ locationId, query, skip: from = 0 }) => ({
      locationId,
      query: query.trim(),
      page: Math.floor(from / PAGE_LENGTH) + 1,
      pageLimit: PAGE_LENGTH,
    }),
    scope: 'objects/record.readonly',
    effect: 'read',
    input: z.object({ locationId: id, query: z.string().regex(/\S/), skip }),
    output: pageIn('records', businessRecordSchema, PAGE_LENGTH),
  }),
  'businesses.create': defineEndpoint({
    method: 'POST',
    path: () => '/businesses/',
    body: (input) => input,
    scope: 'businesses.write',
    effect: 'write',
    input: z.object({ locationId: id, name: z.string().min(1), ...details }),
    output: oneIn(envelopes, businessSchema),
  }),
  /** One key that HighLevel does not know, `locationId` too, and it refuses the whole: nothing else passes here. */
  'businesses.update': defineEndpoint({
    method: 'PUT',
    path: ({ businessId }) => path`/businesses/${businessId}`,
    body: ({ businessId: _inPath, ...changes }) => changes,
    scope: 'businesses.write',
    effect: 'write',
    input: z.strictObject({ businessId: id, name: z.string().min(1).exactOptional(), ...details }),
    output: oneIn(envelopes, businessSchema),
  }),
  /** Its contacts stay, without a business. */
  'businesses.delete': defineEndpoint({
    method: 'DELETE',
    path: ({ businessId }) => path`/businesses/${businessId}`,
    scope: 'businesses.write',
    effect: 'write',
    input: z.object({ businessId: id }),
    output: done,
  }),
  /** Writes custom fields, by their short keys. */
  'businesses.setFields': defineEndpoint({
    method: 'PUT',
    path: ({ businessId }) => path`/objects/business/records/${businessId}`,
    query: ({ locationId }) => ({ locationId }),
    body: ({ fields }) => ({ properties: fields }),
    scope: 'objects/record.write',
    effect: 'write',
    input: z.object({
      locationId: id,
      businessId: id,
      fields: z.record(z.string().min(1), z.union([z.string(), z.number(), z.boolean()])),
    }),
    output: oneIn('record', businessRecordSchema),
  }),
};
