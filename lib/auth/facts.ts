import type { Location } from '@/lib/ghl/models.ts';
import type { Grant } from './grant.ts';
import { CORE_WRITE_SCOPE } from './scopes.ts';
import type { Connection } from './types.ts';

/** The connection that a verified private integration token makes. */
export function tokenConnection(location: Location, mayWrite: boolean, now: number): Connection {
  return { kind: 'token', ...describe(location), mayWrite, needsReconnect: false, connectedAt: now };
}

/** The connection that a sign-in makes; writing only as far as HighLevel has granted it. */
export function oauthConnection(grant: Grant, location: Location, mayWrite: boolean, now: number): Connection {
  return {
    kind: 'oauth',
    ...describe(location),
    ...(grant.companyId === undefined ? {} : { companyId: grant.companyId }),
    ...(grant.userId === undefined ? {} : { userId: grant.userId }),
    scopes: grant.scopes,
    mayWrite: mayWrite && missingWriteScope(grant.scopes) === undefined,
    needsReconnect: false,
    connectedAt: now,
  };
}

/**
 * The scope without which nothing can be written, when it is not among `granted`. The others may be missing: HighLevel
 * drops a scope that the app does not have without a word, and then refuses only what needs it.
 */
export function missingWriteScope(granted: readonly string[]): string | undefined {
  return granted.includes(CORE_WRITE_SCOPE) ? undefined : CORE_WRITE_SCOPE;
}

function describe(location: Location): Pick<Connection, 'locationId' | 'locationName' | 'timeZone' | 'country' | 'companyId'> {
  return {
    locationId: location.id,
    locationName: location.name || location.id,
    ...(location.timezone === undefined ? {} : { timeZone: location.timezone }),
    ...(location.country === undefined ? {} : { country: location.country }),
    ...(location.companyId === undefined ? {} : { companyId: location.companyId }),
  };
}
