import { text } from '../body.ts';
import { type Answer, type Call, type Endpoint, ok, pageSize } from '../endpoint.ts';
import type { GrantRecord } from '../records.ts';
import { badRequest, Refusal, unknownPath } from '../refusal.ts';
import { appIdOf } from './apps.ts';
import { accessTokenSeconds, mintPair } from './grants.ts';

/** What an agency's token can do: list the locations the app is installed in, mint a token for one. */
export const installEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/oauth/location-token', scope: 'oauth.write', handle: locationToken },
  { method: 'POST', path: '/oauth/locationToken', scope: 'oauth.write', handle: locationToken },
  { method: 'GET', path: '/oauth/installed-locations', scope: 'oauth.readonly', handle: installedLocations },
  { method: 'GET', path: '/oauth/installedLocations', scope: 'oauth.readonly', handle: installedLocations },
];

/** Each spelling belongs to its version: the hyphened is unknown under a date, the other gone from v3. */
function isV3(call: Call): boolean {
  const hyphened = call.path.includes('-');
  if (hyphened && call.version !== 'v3') throw unknownPath(call.method, call.path);
  if (!hyphened && call.version === 'v3') throw badRequest(`${call.method} ${call.path} is not available in API version v3`);
  return hyphened;
}

function checkCompany(call: Call, companyId: string | null | undefined): void {
  if (call.token.userType === 'Company' && companyId === call.token.companyId) return;
  throw new Refusal(403, { statusCode: 403, message: 'Forbidden resource', error: 'Forbidden' });
}

function locationToken(call: Call): Answer {
  const hyphened = isV3(call);
  const { world, body, token } = call;
  checkCompany(call, text(body, 'companyId'));
  const locationId = text(body, 'locationId') ?? '';
  const clientId = token.clientId ?? '';
  if (!world.state.installs.has(`${appIdOf(clientId)}:${locationId}`)) throw badRequest('Location not found');
  if (world.state.locations.get(locationId)?.active === false) throw badRequest('Location is not active');
  const userId = [...world.state.users.keys()][0] ?? '';
  const grant: GrantRecord = { clientId, userType: 'Location', companyId: token.companyId, locationId, userId, scopes: token.scopes };
  const pair = mintPair(world, grant);
  const common = { scope: grant.scopes.join(' '), locationId, userId };
  if (hyphened)
    return ok({
      accessToken: pair.accessToken,
      tokenType: 'Bearer',
      expiresIn: accessTokenSeconds,
      refreshToken: pair.refreshToken,
      ...common,
    });
  return ok({
    access_token: pair.accessToken,
    token_type: 'Bearer',
    expires_in: accessTokenSeconds,
    refresh_token: pair.refreshToken,
    ...common,
  });
}

function installedLocations(call: Call): Answer {
  const hyphened = isV3(call);
  const { query, world } = call;
  checkCompany(call, query.get('companyId'));
  const own = [...world.state.locations.values()].filter((location) => location.companyId === query.get('companyId'));
  const rows = own.map((location) => {
    const found = world.state.installs.get(`${query.get('appId')}:${location.id}`);
    return {
      _id: location.id,
      name: location.name,
      address: location.address,
      isInstalled: found !== undefined,
      ...(found ? { installedAt: new Date(found.installedAt).toISOString() } : {}),
    };
  });
  const wanted = query.get('isInstalled');
  const shown = wanted === null ? rows : rows.filter((row) => String(row.isInstalled) === wanted);
  if (!hyphened)
    return ok({ locations: shown.slice(Number(query.get('skip') ?? 0)).slice(0, pageSize(call, 'limit', 20, 100)), count: shown.length });
  const start = Number(query.get('pageToken') ?? 0);
  const size = pageSize(call, 'pageSize', 20, 100);
  const nextPageToken = start + size < shown.length ? String(start + size) : null;
  return ok({ items: shown.slice(start, start + size), pagination: { totalRecords: shown.length, nextPageToken }, metadata: {} });
}
