import { randomUUID } from 'node:crypto';

export const GHL_CLIENT_ID = 'app1-key1';
export const GHL_CLIENT_SECRET = 'canary-client-secret';

/** What a refresh token of this HighLevel starts with: no answer of the broker may hold it. */
export const REFRESH_MARK = 'canary-ghl-refresh-';

type Token = Record<string, unknown>;

/**
 * HighLevel's OAuth as far as the broker sees it: a consent that is given at once, single-use refresh tokens without
 * any grace, and faults on demand.
 */
export function createFakeGhl(now: () => number) {
  const codes = new Map<string, string>();
  const valid = new Map<string, string>();
  const calls: URLSearchParams[] = [];
  const consents: URL[] = [];
  const moods = {
    denies: false,
    /** Answers of the token endpoint instead of the true one, one a call. */
    faults: [] as ((honest: () => Response) => Response | Promise<Response>)[],
    locationId: 'loc1',
    /** Changes the true answer. */
    reshape: (token: Token): Token => token,
  };

  const grant = (scope: string): Response => {
    const refresh = `${REFRESH_MARK}${randomUUID()}`;
    valid.set(refresh, scope);
    const access = `access-${now()}-${randomUUID()}`;
    const who = { userType: 'Location', locationId: moods.locationId, companyId: 'comp1', userId: `user-${codes.size}` };
    const token = { access_token: access, token_type: 'Bearer', expires_in: 86_399, refresh_token: refresh, scope, ...who };
    return Response.json(moods.reshape(token), { status: 201 });
  };
  const invalid = (message: string) => Response.json({ statusCode: 400, message, error: 'Bad Request' }, { status: 400 });
  const honest = (form: URLSearchParams): Response => {
    if (form.get('client_id') !== GHL_CLIENT_ID || form.get('client_secret') !== GHL_CLIENT_SECRET) {
      return Response.json({ message: 'Invalid client credentials' }, { status: 401 });
    }
    const [held, given] = form.get('grant_type') === 'refresh_token' ? [valid, form.get('refresh_token')] : [codes, form.get('code')];
    const scope = held.get(given ?? '');
    if (scope === undefined) return invalid('Invalid grant: refresh token is invalid');
    if (held === valid) held.delete(given ?? '');
    return grant(scope);
  };
  const consent = (url: URL): Response => {
    consents.push(url);
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    if (moods.denies) back.searchParams.set('error', 'access_denied');
    else {
      const code = `ghl-code-${randomUUID()}`;
      codes.set(code, url.searchParams.get('scope') ?? '');
      back.searchParams.set('code', code);
    }
    return Response.redirect(back.href, 302);
  };
  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (url.pathname === '/v2/oauth/chooselocation') return consent(url);
    if (url.pathname !== '/oauth/token') return new Response(null, { status: 404 });
    const form = new URLSearchParams(await request.text());
    calls.push(form);
    const fault = moods.faults.shift();
    return fault === undefined ? honest(form) : fault(() => honest(form));
  };
  return { answer, moods, calls, consents };
}
