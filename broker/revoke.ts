import type { Handler } from 'hono';
import { oauthError, readForm } from './form.ts';
import type { Parts } from './parts.ts';
import { hash } from './secrets.ts';

/** `POST /revoke` (RFC 7009): ends a session; one that is not known has ended already. */
export function revoke({ store }: Parts): Handler {
  return async (context) => {
    const session = (await readForm(context))?.get('token');
    if (session === undefined) return oauthError(context, 'invalid_request');
    store.dropSession(hash(session));
    return context.body(null, 200);
  };
}
