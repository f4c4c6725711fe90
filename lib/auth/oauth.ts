import * as oauth from 'oauth4webapi';
import { AppFailure } from '@/lib/core/errors.ts';
import { type Grant, toGrant } from './grant.ts';
import { authorizationFailure, brokerFetch, refreshFailure, tokenFailure, windowFailure } from './oauth-errors.ts';

/** The browser's sign-in window: `browser.identity`, or a fake of it. */
export interface Identity {
  launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
  getRedirectURL(): string;
}

/** The extension as a public OAuth client (PKCE, no secret) of our broker. */
export interface BrokerClient {
  /** Opens the consent window. Errors: `sign_in_cancelled`, `sign_in_failed`, `broker_unreachable`. */
  signIn(scopes: readonly string[]): Promise<Grant>;
  /**
   * A fresh access token. `held` is the one to be replaced: the broker goes to HighLevel only if it is still the
   * newest. Errors: `reconnect_needed` (the session has ended), `location_inactive`, `broker_unreachable`.
   */
  refresh(session: string, held: string | undefined): Promise<Grant>;
  revoke(session: string): Promise<void>;
}

interface Options {
  readonly brokerUrl: string;
  readonly fetch: typeof fetch;
  readonly identity: Identity;
}

const CLIENT: oauth.Client = { client_id: 'alongside' };

/** Shorter than the 30 s after which Chrome ends a worker that waits for a response. */
const TIMEOUT_MS = 20_000;

/** The client of the broker at `brokerUrl`, which must be https unless it is on this machine. */
export function createBrokerClient({ brokerUrl, fetch, identity }: Options): BrokerClient {
  const server = describeBroker(brokerUrl);
  const http = () => ({
    [oauth.customFetch]: brokerFetch(fetch),
    [oauth.allowInsecureRequests]: isLocal(brokerUrl),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return {
    signIn: async (scopes) => {
      requireSafe(brokerUrl);
      const redirectUri = identity.getRedirectURL();
      const verifier = oauth.generateRandomCodeVerifier();
      const answer = await askPerson(server, identity, { redirectUri, verifier, scopes });
      const response = await oauth.authorizationCodeGrantRequest(server, CLIENT, oauth.None(), answer, redirectUri, verifier, http());
      return toGrant(await oauth.processAuthorizationCodeResponse(server, CLIENT, response).catch(tokenFailure));
    },
    refresh: async (session, held) => {
      requireSafe(brokerUrl);
      const additionalParameters: Record<string, string> = held === undefined ? {} : { held_token_sha256: await sha256(held) };
      const response = await oauth.refreshTokenGrantRequest(server, CLIENT, oauth.None(), session, { ...http(), additionalParameters });
      return toGrant(await oauth.processRefreshTokenResponse(server, CLIENT, response).catch(refreshFailure));
    },
    revoke: async (session) => {
      requireSafe(brokerUrl);
      await oauth.processRevocationResponse(await oauth.revocationRequest(server, CLIENT, oauth.None(), session, http()));
    },
  };
}

/** Written down rather than discovered: it is our own broker, and a sign-in needs one request less. */
function describeBroker(brokerUrl: string): oauth.AuthorizationServer {
  const { origin } = new URL(brokerUrl);
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    revocation_endpoint: `${origin}/revoke`,
    authorization_response_iss_parameter_supported: true,
  };
}

interface Question {
  readonly redirectUri: string;
  readonly verifier: string;
  readonly scopes: readonly string[];
}

/** Opens the window and returns the checked answer: its state and issuer are ours. */
async function askPerson(server: oauth.AuthorizationServer, identity: Identity, { redirectUri, verifier, scopes }: Question) {
  const state = oauth.generateRandomState();
  const url = new URL(`${server.issuer}/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT.client_id,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  const landed = await identity.launchWebAuthFlow({ url: url.href, interactive: true }).catch(windowFailure);
  if (landed === undefined) throw new AppFailure({ code: 'sign_in_cancelled' });
  try {
    return oauth.validateAuthResponse(server, CLIENT, new URL(landed), state);
  } catch (reason) {
    return authorizationFailure(reason);
  }
}

function isLocal(brokerUrl: string): boolean {
  const { protocol, hostname } = new URL(brokerUrl);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}

function requireSafe(brokerUrl: string): void {
  if (new URL(brokerUrl).protocol === 'https:' || isLocal(brokerUrl)) return;
  throw new AppFailure({ code: 'sign_in_failed', detail: 'the broker must be reached over https' });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
