import * as z from 'zod';
import type { Settings } from './settings.ts';

/** HighLevel's tokens as it hands them out. */
export interface GhlTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInMs: number;
  readonly scope: string;
  readonly locationId: string;
  readonly companyId: string | null;
  readonly userId: string | null;
}

/**
 * `company`: the token of a whole agency. `ended`: HighLevel does not know the grant any more. `inactive`: the location
 * is paused, its tokens stay good. `refused`: it does not accept us (client id, secret). `unavailable`: try again later.
 */
export type GhlFailure = 'company' | 'ended' | 'inactive' | 'refused' | 'unavailable';

export class GhlError extends Error {
  readonly failure: GhlFailure;
  readonly status: number | undefined;

  constructor(failure: GhlFailure, status?: number) {
    super(`HighLevel: ${failure}`);
    this.name = 'GhlError';
    this.failure = failure;
    this.status = status;
  }
}

/** HighLevel's side of OAuth, in which we are the confidential client. Failures are `GhlError`s. */
export interface GhlOAuth {
  consentUrl(state: string, scope: string): string;
  exchange(code: string): Promise<GhlTokens>;
  refresh(refreshToken: string): Promise<GhlTokens>;
}

const TIMEOUT_MS = 8_000;
const TRIES = 2;

/**
 * The older form of `POST /oauth/token`: form fields, no `Version` header. Source: HighLevel OpenAPI oauth, docs
 * oauth/Authorization. A refresh token is single-use, but for 30 seconds repeats get the same new pair, so a refresh
 * whose answer was lost is repeated at once.
 */
export function createGhlOAuth(settings: Settings, send: typeof fetch): GhlOAuth {
  const redirectUri = `${settings.url}/callback`;
  const post = async (fields: Record<string, string>): Promise<GhlTokens> => {
    const body = new URLSearchParams({
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      user_type: 'Location',
      redirect_uri: redirectUri,
      ...fields,
    });
    const init: RequestInit = { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error' };
    const response = await send(`${settings.ghlApiUrl}/oauth/token`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer: unknown = await response.json().catch(() => undefined);
    return response.ok ? toTokens(answer) : refuse(response.status, answer);
  };
  return {
    consentUrl: (state, scope) => {
      const url = new URL(`${settings.ghlMarketplaceUrl}/v2/oauth/chooselocation`);
      // `self`: by default a person who is signed out gets the login in another tab, and the sign-in window hangs.
      const fields = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        scope,
        state,
        loginWindowOpenMode: 'self',
      };
      url.search = new URLSearchParams(fields).toString().replaceAll('+', '%20');
      return url.href;
    },
    exchange: (code) => tries(1, () => post({ grant_type: 'authorization_code', code })),
    refresh: (refreshToken) => tries(TRIES, () => post({ grant_type: 'refresh_token', refresh_token: refreshToken })),
  };
}

/** Whatever is not HighLevel's own word (no answer, no JSON) counts as unavailable. */
async function tries<T>(left: number, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (reason) {
    const error = reason instanceof GhlError ? reason : new GhlError('unavailable');
    if (error.failure !== 'unavailable' || error.status === 429 || left <= 1) throw error;
    return tries(left - 1, task);
  }
}

const text = z.string().min(1);
const optionalText = text.optional().catch(undefined);
const number = z.coerce.number().positive().optional().catch(undefined);

/** Both spellings: snake case, and the camel case of HighLevel's v3. */
const tokensSchema = z.object({
  access_token: optionalText,
  accessToken: optionalText,
  refresh_token: optionalText,
  refreshToken: optionalText,
  expires_in: number,
  expiresIn: number,
  scope: z.string().catch(''),
  userType: optionalText,
  locationId: optionalText,
  companyId: optionalText,
  userId: optionalText,
});

/** What HighLevel promises for a token's life, should it not say. */
const DAY_S = 86_399;

function toTokens(answer: unknown): GhlTokens {
  const parsed = tokensSchema.safeParse(answer);
  if (!parsed.success) throw new GhlError('unavailable');
  const row = parsed.data;
  const accessToken = row.access_token ?? row.accessToken;
  const refreshToken = row.refresh_token ?? row.refreshToken;
  if (accessToken === undefined || refreshToken === undefined) throw new GhlError('unavailable');
  if (row.userType === 'Company' || row.locationId === undefined) throw new GhlError('company');
  return {
    accessToken,
    refreshToken,
    expiresInMs: (row.expires_in ?? row.expiresIn ?? DAY_S) * 1000,
    scope: row.scope,
    locationId: row.locationId,
    companyId: row.companyId ?? null,
    userId: row.userId ?? null,
  };
}

const refusalSchema = z.object({
  message: z.union([z.string(), z.array(z.string()).transform((all) => all.join(' '))]).catch(''),
  error: z.string().catch(''),
});

/** Only a plain "invalid grant" ends a session; everything else may pass. */
function refuse(status: number, answer: unknown): never {
  if (status >= 500 || status === 429) throw new GhlError('unavailable', status);
  const { message, error } = refusalSchema.catch({ message: '', error: '' }).parse(answer);
  const words = `${error} ${message}`;
  if (/invalid.?grant|refresh.?token is invalid|code is invalid/i.test(words)) throw new GhlError('ended', status);
  if (/not active/i.test(words)) throw new GhlError('inactive', status);
  throw new GhlError('refused', status);
}
