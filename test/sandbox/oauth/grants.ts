import { randomBytes } from 'node:crypto';
import type { GrantRecord } from '../records.ts';
import type { World } from '../world.ts';
import { appIdOf } from './apps.ts';

/** Seconds an access token lives. */
export const accessTokenSeconds = 86_399;
const year = 365 * 86_400_000;

/** A new access and refresh token for what was granted. */
export function mintPair(world: World, grant: GrantRecord): { accessToken: string; refreshToken: string } {
  const accessToken = `eyJ-sandbox-access.${randomBytes(24).toString('base64url')}`;
  const refreshToken = `eyJ-sandbox-refresh.${randomBytes(24).toString('base64url')}`;
  const { state } = world;
  const where = state.locations.get(grant.locationId ?? '')?.name ?? 'company';
  state.tokens.set(accessToken, {
    value: accessToken,
    kind: 'access',
    name: `${where}, app ${appIdOf(grant.clientId)}`,
    userType: grant.userType,
    companyId: grant.companyId,
    ...(grant.locationId === undefined ? {} : { locationId: grant.locationId }),
    clientId: grant.clientId,
    scopes: grant.scopes,
    expiresAt: world.now() + accessTokenSeconds * 1000,
  });
  state.refreshTokens.set(refreshToken, { value: refreshToken, grant, expiresAt: world.now() + year });
  return { accessToken, refreshToken };
}

/** Notes that the app is installed in the location. */
export function install(world: World, grant: GrantRecord, locationId: string): void {
  const appId = appIdOf(grant.clientId);
  world.state.installs.set(`${appId}:${locationId}`, { appId, companyId: grant.companyId, locationId, installedAt: world.now() });
}

/** The token answer in the casing of its version. */
export function toTokenAnswer(grant: GrantRecord, pair: { accessToken: string; refreshToken: string }, isV3: boolean): object {
  const common = {
    scope: grant.scopes.join(' '),
    userType: grant.userType,
    companyId: grant.companyId,
    userId: grant.userId,
    ...(grant.locationId === undefined ? { isBulkInstallation: true } : { locationId: grant.locationId, isBulkInstallation: false }),
  };
  if (isV3)
    return {
      accessToken: pair.accessToken,
      tokenType: 'Bearer',
      expiresIn: accessTokenSeconds,
      refreshToken: pair.refreshToken,
      ...common,
    };
  return {
    access_token: pair.accessToken,
    token_type: 'Bearer',
    expires_in: accessTokenSeconds,
    refresh_token: pair.refreshToken,
    ...common,
  };
}
