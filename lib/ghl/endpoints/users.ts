import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn, oneInOrBare, pageIn } from '../envelope.ts';
import { userSchema } from '../models.ts';

const id = z.string().min(1);
const PAGE_LENGTH = 100;

/** Users of a location. Sources: HighLevel OpenAPI users-v3 and, for `users.ofLocation`, the dated users file. */
export const userEndpoints = {
  /** A page. Needs the company id; where that is unknown or refused, `users.ofLocation` answers too. */
  'users.list': defineEndpoint({
    method: 'GET',
    path: () => '/users/search',
    query: ({ companyId, locationId, skip }) => ({ companyId, locationId, limit: String(PAGE_LENGTH), skip: skip?.toString() }),
    scope: 'users.readonly',
    effect: 'read',
    input: z.object({ companyId: id, locationId: id, skip: z.int().exactOptional() }),
    output: pageIn('users', userSchema, PAGE_LENGTH),
  }),
  'users.get': defineEndpoint({
    method: 'GET',
    path: ({ userId }) => path`/users/${userId}`,
    scope: 'users.readonly',
    effect: 'read',
    input: z.object({ userId: id }),
    output: oneInOrBare('user', userSchema),
  }),
  /** Deprecated by HighLevel and gone from v3, so it stays on the last version that documents it. */
  'users.ofLocation': defineEndpoint({
    method: 'GET',
    path: () => '/users/',
    query: ({ locationId }) => ({ locationId }),
    version: '2021-07-28',
    scope: 'users.readonly',
    effect: 'read',
    input: z.object({ locationId: id }),
    output: listIn('users', userSchema),
  }),
};
