import type { Context, Handler } from 'hono';
import { takeFlowCookie } from './cookie.ts';
import { noteFault } from './fault.ts';
import { GhlError } from './ghl.ts';
import { page } from './pages.ts';
import type { Parts } from './parts.ts';
import { giveBack } from './redirect.ts';
import { hash, randomSecret } from './secrets.ts';
import type { Pending } from './store.ts';

const CODE_LIFE_MS = 60_000;

/** `GET /callback`: HighLevel sends the person back; the extension gets a one-time code of ours, never HighLevel's. */
export function callback(parts: Parts): Handler {
  return async (context) => {
    const state = context.req.query('state');
    if (state === undefined) {
      return page(
        context,
        200,
        'Not started from the extension',
        'To connect, open the options of Alongside in your browser and choose Connect.',
      );
    }
    const pending = takePending(context, parts, hash(state));
    if (pending === undefined) {
      return page(
        context,
        200,
        'This sign-in has ended',
        'It took too long, or was started in another browser. Please connect again from the extension.',
      );
    }
    const to = { redirectUri: pending.redirectUri, state: pending.clientState, issuer: parts.settings.url };
    return giveBack(context, to, await answer(context, parts, pending));
  };
}

/** What was started here, in this browser. */
function takePending(context: Context, { settings, store }: Parts, stateHash: string): Pending | undefined {
  const cookie = takeFlowCookie(context, { secure: settings.url.startsWith('https:'), stateHash });
  return cookie === undefined ? undefined : store.takePending(stateHash, hash(cookie));
}

async function answer(context: Context, parts: Parts, pending: Pending): Promise<Record<string, string>> {
  const { error, code } = context.req.query();
  if (error === 'access_denied') return { error };
  if (code === undefined) return { error: 'server_error', error_description: 'HighLevel did not complete the sign-in' };
  try {
    return { code: await handOut(parts, pending, code) };
  } catch (reason) {
    noteFault(context, reason);
    return refusal(reason);
  }
}

async function handOut({ ghl, grants, store }: Parts, { redirectUri, codeChallenge }: Pending, ghlCode: string): Promise<string> {
  const tokens = await ghl.exchange(ghlCode);
  const { locationId } = await grants.adopt(tokens);
  const code = randomSecret();
  store.addCode(hash(code), { locationId, userId: tokens.userId, redirectUri, codeChallenge }, CODE_LIFE_MS);
  return code;
}

function refusal(reason: unknown): Record<string, string> {
  const failure = reason instanceof GhlError ? reason.failure : 'unavailable';
  if (failure === 'company') return { error: 'invalid_request', error_description: 'Choose a sub-account: an agency cannot be connected' };
  if (failure === 'inactive') return { error: 'server_error', error_description: 'This sub-account is not active' };
  if (failure === 'unavailable') return { error: 'temporarily_unavailable', error_description: 'HighLevel does not answer at the moment' };
  return { error: 'server_error', error_description: 'HighLevel refused the sign-in' };
}
