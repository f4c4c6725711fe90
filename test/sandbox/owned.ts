import type { Call } from './endpoint.ts';
import { param } from './endpoint.ts';
import type { ContactRecord, LocationRecord } from './records.ts';
import { badRequest, unauthorized, wrongLocation } from './refusal.ts';

/** The contact of the path, if it exists (HighLevel answers 400, not 404) and is the token's. */
export function contactOf(call: Call): ContactRecord {
  return ownContact(call, param(call, 'contactId'));
}

export function ownContact(call: Call, id: string): ContactRecord {
  const contact = call.world.state.contacts.get(id);
  if (!contact) throw badRequest(`Contact not found for id:${id}`);
  checkLocation(call, contact.locationId);
  return contact;
}

/** Refuses what belongs to another location than the token's; a missing id counts as another. */
export function checkLocation(call: Call, locationId: unknown): void {
  const { token, world } = call;
  if (
    token.userType === 'Company' &&
    typeof locationId === 'string' &&
    world.state.locations.get(locationId)?.companyId === token.companyId
  )
    return;
  if (locationId !== token.locationId) throw wrongLocation();
}

/** The query's `locationId`, checked. */
export function queriedLocation(call: Call): LocationRecord {
  return ownLocation(call, call.query.get('locationId') ?? '');
}

export function ownLocation(call: Call, id: string): LocationRecord {
  checkLocation(call, id);
  const location = call.world.state.locations.get(id);
  if (!location) throw unauthorized('Unauthorized');
  return location;
}
