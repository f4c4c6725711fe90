import { type Answer, type Call, type Endpoint, ok, pageSize, param } from '../endpoint.ts';
import { checkLocation, ownLocation, queriedLocation } from '../owned.ts';
import type { LocationRecord, UserRecord } from '../records.ts';
import { badRequest, unauthorized, unprocessable, wrongLocation } from '../refusal.ts';

/** Users, the location itself and its custom fields. */
export const peopleEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/users/search', scope: 'users.readonly', handle: searchUsers },
  { method: 'GET', path: '/users/', scope: 'users.readonly', handle: listUsers },
  { method: 'GET', path: '/users/{userId}', scope: 'users.readonly', handle: getUser },
  { method: 'GET', path: '/locations/{locationId}', scope: 'locations.readonly', handle: getLocation },
  { method: 'GET', path: '/locations/{locationId}/customFields', scope: 'locations/customFields.readonly', handle: customFields },
];

function toUser(user: UserRecord): object {
  const { locationIds, role, type, ...row } = user;
  return { ...row, name: `${user.firstName} ${user.lastName}`, deleted: false, roles: { type, role, locationIds } };
}

function usersOf(call: Call, locationId: string | undefined): UserRecord[] {
  return [...call.world.state.users.values()].filter(
    (user) => user.companyId === call.token.companyId && (!locationId || user.locationIds.includes(locationId)),
  );
}

function searchUsers(call: Call): Answer {
  const { query, token } = call;
  const companyId = query.get('companyId');
  if (!companyId) throw unauthorized('E01 - Unauthorized request');
  if (companyId !== token.companyId) throw wrongLocation();
  const locationId = query.get('locationId') ?? token.locationId;
  if (locationId) checkLocation(call, locationId);
  const wanted = (query.get('query') ?? '').toLowerCase();
  const found = usersOf(call, locationId).filter((user) =>
    `${user.firstName} ${user.lastName} ${user.email}`.toLowerCase().includes(wanted),
  );
  const skip = Number(query.get('skip') ?? 0);
  return ok({ users: found.slice(skip, skip + pageSize(call, 'limit', 25, 100)).map(toUser), count: found.length });
}

/** The older listing: it refuses the `companyId` that the search insists on. */
function listUsers(call: Call): Answer {
  if (call.query.has('companyId')) throw unprocessable(['property companyId should not exist']);
  const location = queriedLocation(call);
  return ok({ users: usersOf(call, location.id).map(toUser) });
}

function getUser(call: Call): Answer {
  const user = call.world.state.users.get(param(call, 'userId'));
  if (!user) throw badRequest(`User not found for id:${param(call, 'userId')}`);
  if (call.token.locationId && !user.locationIds.includes(call.token.locationId)) throw wrongLocation();
  return ok(toUser(user));
}

function getLocation(call: Call): Answer {
  return ok({ location: toLocation(ownLocation(call, param(call, 'locationId'))) });
}

function toLocation(location: LocationRecord): object {
  const { allowDuplicateContact, active: _active, ...row } = location;
  const { name, email, phone, address, city, country, website, timezone } = location;
  return {
    ...row,
    settings: { allowDuplicateContact, allowDuplicateOpportunity: false, allowFacebookNameMerge: false, disableContactTimezone: false },
    business: { name, email, phone, address, city, country, website, timezone },
    social: {},
  };
}

/** Without `model` only the contacts' fields come, silently. */
function customFields(call: Call): Answer {
  const location = ownLocation(call, param(call, 'locationId'));
  const model = call.query.get('model') ?? 'contact';
  const own = [...call.world.state.customFields.values()].filter((field) => field.locationId === location.id);
  return ok({ customFields: own.filter((field) => model === 'all' || field.model === model) });
}
