import type { Answer } from '../endpoint.ts';
import { ok } from '../endpoint.ts';
import type { ApiRequest } from '../gate.ts';
import type { GrantRecord } from '../records.ts';
import { badRequest, Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { SandboxApp } from './apps.ts';
import { mintPair, toTokenAnswer } from './grants.ts';

/** A used refresh token gives the same new pair again for so long: HighLevel's grace for concurrent refreshes. */
const refreshGraceMs = 30_000;

const v3Names = {
  clientId: 'clientId',
  clientSecret: 'clientSecret',
  grantType: 'grantType',
  code: 'code',
  refreshToken: 'refreshToken',
  redirectUri: 'redirectUri',
} as const;
const datedNames: Record<keyof typeof v3Names, string> = {
  clientId: 'client_id',
  clientSecret: 'client_secret',
  grantType: 'grant_type',
  code: 'code',
  refreshToken: 'refresh_token',
  redirectUri: 'redirect_uri',
};

type Input = (field: keyof typeof v3Names) => string;

/** `POST /oauth/token`: authorization_code and refresh_token, never without the client secret. */
export function exchangeToken(world: World, apps: readonly SandboxApp[], request: ApiRequest): Answer {
  const isV3 = request.headers.get('version') === 'v3';
  const names = isV3 ? v3Names : datedNames;
  const fields = readFields(request, isV3);
  const input: Input = (field) => {
    const value = fields[names[field]];
    if (!value) throw badRequest(`Missing parameter: ${names[field]}`);
    return value;
  };
  const grantType = input('grantType');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') throw badRequest(`Invalid parameter: ${names.grantType}`);
  const app = apps.find(({ clientId }) => clientId === input('clientId'));
  if (!app) throw badRequest(`Invalid parameter: ${names.clientId}`);
  if (input('clientSecret') !== app.clientSecret) throw badRequest(`Invalid parameter: ${names.clientSecret}`);
  const { grant, pair } = grantType === 'refresh_token' ? refresh(world, app, input) : redeem(world, app, input, names.redirectUri);
  return ok(toTokenAnswer(grant, pair, isV3));
}

function readFields(request: ApiRequest, isV3: boolean): Readonly<Record<string, string | undefined>> {
  const mediaType = request.headers.get('content-type') ?? '';
  if (mediaType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(request.body));
  if (!isV3 || !mediaType.startsWith('application/json')) return {};
  try {
    const parsed: unknown = JSON.parse(request.body);
    const entries = Object.entries(parsed ?? {}).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(entries);
  } catch {
    throw new Refusal(400, { statusCode: 400, message: 'Unexpected token in JSON' });
  }
}

function redeem(
  world: World,
  app: SandboxApp,
  input: Input,
  redirectName: string,
): { grant: GrantRecord; pair: ReturnType<typeof mintPair> } {
  const code = world.state.codes.get(input('code'));
  if (!code || code.used || code.expiresAt <= world.now() || code.grant.clientId !== app.clientId) {
    throw badRequest('Invalid grant: authorization code is invalid');
  }
  if (input('redirectUri') !== code.redirectUri) throw badRequest(`Invalid parameter: ${redirectName}`);
  checkActive(world, code.grant);
  code.used = true;
  return { grant: code.grant, pair: mintPair(world, code.grant) };
}

function refresh(world: World, app: SandboxApp, input: Input): { grant: GrantRecord; pair: ReturnType<typeof mintPair> } {
  const token = world.state.refreshTokens.get(input('refreshToken'));
  if (!token || token.expiresAt <= world.now() || token.grant.clientId !== app.clientId)
    throw badRequest('Invalid grant: refresh token is invalid');
  checkActive(world, token.grant);
  if (!token.use) {
    const pair = mintPair(world, token.grant);
    token.use = { at: world.now(), ...pair };
    return { grant: token.grant, pair };
  }
  if (world.now() - token.use.at > refreshGraceMs) throw badRequest('Invalid grant: refresh token is invalid');
  return { grant: token.grant, pair: token.use };
}

/** A paused location refuses new tokens; the refresh token stays good for when it is active again. */
function checkActive(world: World, grant: GrantRecord): void {
  if (grant.locationId && world.state.locations.get(grant.locationId)?.active === false) throw badRequest('Location is not active');
}
