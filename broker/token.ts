import type { Context, Handler } from 'hono';
import { noteFault } from './fault.ts';
import { oauthError, readForm } from './form.ts';
import { GhlError } from './ghl.ts';
import { CLIENT_ID, type Parts } from './parts.ts';
import { hash, provesChallenge, randomSecret } from './secrets.ts';
import type { Code, Grant, Session } from './store.ts';

type Form = ReadonlyMap<string, string>;

/**
 * `POST /token`: a code or a session for an access token. The answer's `refresh_token` is the session at this broker;
 * HighLevel's own stays here. A session stays the same when it is used, so an answer that got lost costs nothing.
 */
export function token(parts: Parts): Handler {
  return async (context) => {
    const form = await readForm(context);
    if (form === undefined) return oauthError(context, 'invalid_request');
    if (form.get('client_id') !== CLIENT_ID) return oauthError(context, 'invalid_client');
    if (form.get('grant_type') === 'authorization_code') return redeem(context, parts, form);
    if (form.get('grant_type') === 'refresh_token') return renew(context, parts, form);
    return oauthError(context, 'unsupported_grant_type');
  };
}

function redeem(context: Context, { store, now }: Parts, form: Form): Response {
  const [given, verifier] = [form.get('code'), form.get('code_verifier')];
  if (given === undefined || verifier === undefined) return oauthError(context, 'invalid_request');
  const code = store.takeCode(hash(given));
  if (code === undefined || !fits(code, form.get('redirect_uri'), verifier)) return oauthError(context, 'invalid_grant');
  const grant = store.grant(code.locationId);
  if (grant === undefined) return oauthError(context, 'invalid_grant');
  const session = randomSecret();
  store.addSession(hash(session), code);
  return reply(context, { grant, session, of: code, now: now() });
}

function fits(code: Code, redirectUri: string | undefined, verifier: string): boolean {
  return code.redirectUri === redirectUri && provesChallenge(verifier, code.codeChallenge);
}

async function renew(context: Context, { store, grants, now }: Parts, form: Form): Promise<Response> {
  const session = form.get('refresh_token');
  if (session === undefined) return oauthError(context, 'invalid_request');
  const of = store.session(hash(session));
  if (of === undefined) return oauthError(context, 'invalid_grant');
  try {
    return reply(context, { grant: await grants.fresh(of.locationId, form.get('held_token_sha256')), session, of, now: now() });
  } catch (reason) {
    noteFault(context, reason);
    const failure = reason instanceof GhlError ? reason.failure : 'unavailable';
    if (failure === 'ended') return oauthError(context, 'invalid_grant');
    return oauthError(context, failure === 'inactive' ? 'location_inactive' : 'temporarily_unavailable');
  }
}

interface Answer {
  readonly grant: Grant;
  readonly session: string;
  readonly of: Session;
  readonly now: number;
}

function reply(context: Context, { grant, session, of, now }: Answer): Response {
  return context.json({
    access_token: grant.accessToken,
    token_type: 'Bearer',
    expires_in: Math.max(1, Math.floor((grant.expiresAt - now) / 1000)),
    refresh_token: session,
    scope: grant.scope,
    location_id: grant.locationId,
    company_id: grant.companyId ?? undefined,
    user_id: of.userId ?? undefined,
  });
}
