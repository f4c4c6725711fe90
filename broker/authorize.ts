import type { Context, Handler } from 'hono';
import { READ_SCOPES, WRITE_SCOPES } from '../lib/auth/scopes.ts';
import { FLOW_LIFE_MS, setFlowCookie } from './cookie.ts';
import { page } from './pages.ts';
import { CLIENT_ID, type Parts } from './parts.ts';
import { giveBack } from './redirect.ts';
import { hash, randomSecret } from './secrets.ts';

const ALLOWED_SCOPES = new Set([...READ_SCOPES, ...WRITE_SCOPES]);
const CHALLENGE = /^[\w-]{43}$/;
const STATE = /^[\x21-\x7e]{8,512}$/;

/** `GET /authorize`: takes the extension's question and sends the person to HighLevel with one of our own. */
export function authorize(parts: Parts): Handler {
  return (context) => {
    const redirectUri = only(context, 'redirect_uri');
    if (only(context, 'client_id') !== CLIENT_ID || redirectUri === undefined || !parts.settings.redirectUris.includes(redirectUri)) {
      return page(context, 400, 'This sign-in cannot go on', 'It was not started by an extension that this service knows.');
    }
    const state = only(context, 'state') ?? '';
    const fault = faultOf(context);
    if (fault !== undefined) return giveBack(context, { redirectUri, state, issuer: parts.settings.url }, fault);
    return context.redirect(startFlow(context, parts, { redirectUri, clientState: state }), 302);
  };
}

/** What is wrong with the question, in OAuth's words. */
function faultOf(context: Context): { error: string; error_description: string } | undefined {
  const invalid = (what: string) => ({ error: 'invalid_request', error_description: what });
  if (only(context, 'response_type') !== 'code') return { error: 'unsupported_response_type', error_description: 'Only code is supported' };
  if (!STATE.test(only(context, 'state') ?? '')) return invalid('A state of 8 to 512 characters is required');
  if (only(context, 'code_challenge_method') !== 'S256') return invalid('A code challenge with method S256 is required');
  if (!CHALLENGE.test(only(context, 'code_challenge') ?? '')) return invalid('A code challenge with method S256 is required');
  if (scopesOf(context).every((scope) => ALLOWED_SCOPES.has(scope))) return undefined;
  return { error: 'invalid_scope', error_description: 'A scope is not one of those supported' };
}

/** Remembers the question; returns HighLevel's consent page for it. */
function startFlow(context: Context, { settings, store, ghl }: Parts, question: { redirectUri: string; clientState: string }): string {
  const [state, cookie] = [randomSecret(), randomSecret()];
  const stateHash = hash(state);
  const codeChallenge = only(context, 'code_challenge') ?? '';
  store.addPending(stateHash, { ...question, codeChallenge, cookieHash: hash(cookie) }, FLOW_LIFE_MS);
  setFlowCookie(context, { secure: settings.url.startsWith('https:'), stateHash }, cookie);
  return ghl.consentUrl(state, scopesOf(context).join(' '));
}

function scopesOf(context: Context): readonly string[] {
  const scopes = (only(context, 'scope') ?? '').split(' ').filter(Boolean);
  return scopes.length === 0 ? READ_SCOPES : scopes;
}

/** A parameter given exactly once: OAuth forbids repeating one, and two readings of it are a way in. */
function only(context: Context, name: string): string | undefined {
  const values = context.req.queries(name);
  return values?.length === 1 ? values[0] : undefined;
}
