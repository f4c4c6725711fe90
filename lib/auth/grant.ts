import type { TokenEndpointResponse } from 'oauth4webapi';
import * as z from 'zod';
import { AppFailure } from '@/lib/core/errors.ts';

/** What a sign-in or a refresh gives. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresInMs: number;
  /** Opaque; stands for the sign-in at our broker, which alone holds HighLevel's refresh token. */
  readonly session: string;
  readonly scopes: readonly string[];
  readonly locationId: string;
  readonly companyId?: string;
  readonly userId?: string;
}

const grantSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  scope: z.string().catch(''),
  location_id: z.string().min(1),
  company_id: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
});

/** The broker's answer as a grant; `bad_answer` when something that is needed is missing. */
export function toGrant(answer: TokenEndpointResponse): Grant {
  const parsed = grantSchema.safeParse(answer);
  if (!parsed.success) throw new AppFailure({ code: 'bad_answer', detail: 'the broker answered without what a grant needs' });
  const { access_token, expires_in, refresh_token, scope, location_id, company_id, user_id } = parsed.data;
  return {
    accessToken: access_token,
    expiresInMs: expires_in * 1000,
    session: refresh_token,
    scopes: scope.split(' ').filter(Boolean),
    locationId: location_id,
    ...(company_id === undefined ? {} : { companyId: company_id }),
    ...(user_id === undefined ? {} : { userId: user_id }),
  };
}
