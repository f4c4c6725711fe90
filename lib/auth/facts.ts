import type { Location } from '@/lib/ghl/models.ts';
import type { Grant } from './grant.ts';
import { WRITE_SCOPES } from './scopes.ts';
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

/** The first scope of writing that is not among `granted`. */
export function missingWriteScope(granted: readonly string[]): string | undefined {
  return WRITE_SCOPES.find((scope) => !granted.includes(scope));
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
