import { number, pickTexts, text } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, pageSize, param } from '../endpoint.ts';
import { checkLocation, ownLocation, queriedLocation } from '../owned.ts';
import type { BusinessRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { refuseBadValues } from './bad-values.ts';

const read = 'businesses.readonly';
const write = 'businesses.write';

export const businessEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/businesses/', scope: read, handle: list },
  { method: 'POST', path: '/businesses/', scope: write, handle: create },
  {
    method: 'GET',
    path: '/businesses/{businessId}',
    scope: read,
    handle: (call) => ok({ business: toBusiness(businessOf(call, param(call, 'businessId'))) }),
  },
  { method: 'PUT', path: '/businesses/{businessId}', scope: write, handle: update },
  { method: 'DELETE', path: '/businesses/{businessId}', scope: write, handle: remove },
  { method: 'POST', path: '/objects/business/records/search', scope: 'objects/record.readonly', handle: search },
  { method: 'PUT', path: '/objects/business/records/{id}', scope: 'objects/record.write', handle: writeProperties },
];

const plain = ['name', 'phone', 'email', 'website', 'address', 'city', 'state', 'postalCode', 'country', 'description'] as const;

/** The business, if it exists and is the token's; a malformed id is answered 400, too. */
export function businessOf(call: Call, id: string): BusinessRecord {
  if (!/^[0-9a-f]{24}$/.test(id)) throw badRequest(`${id} is not a valid ObjectId`);
  const business = call.world.state.businesses.get(id);
  if (!business) throw badRequest(`Business not found for id:${id}`);
  checkLocation(call, business.locationId);
  return business;
}

/** Custom fields come with a key for their type, seen in live answers only. */
function toBusiness(business: BusinessRecord): object {
  const { properties, ...row } = business;
  const customFields = Object.entries(properties).map(([key, value]) => ({ key, [`value${typeName(value)}`]: value }));
  return {
    ...row,
    ...(customFields.length > 0 ? { customFields } : {}),
    createdBy: { source: 'WEB_USER', createdAt: new Date(business.createdAt).toISOString() },
    createdAt: new Date(business.createdAt).toISOString(),
    updatedAt: new Date(business.updatedAt).toISOString(),
  };
}

function typeName(value: unknown): 'Array' | 'Number' | 'String' {
  if (Array.isArray(value)) return 'Array';
  return typeof value === 'number' ? 'Number' : 'String';
}

function ofLocation(call: Call, locationId: string): BusinessRecord[] {
  return [...call.world.state.businesses.values()].filter((business) => business.locationId === locationId);
}

function list(call: Call): Answer {
  const location = queriedLocation(call);
  const skip = Number(call.query.get('skip') ?? 0);
  return ok({
    businesses: ofLocation(call, location.id)
      .slice(skip, skip + pageSize(call, 'limit', 100, 100))
      .map(toBusiness),
  });
}

/** The answer's key is misspelt, here and in `update`. */
function create(call: Call): Answer {
  const { world, body } = call;
  const location = ownLocation(call, text(body, 'locationId') ?? '');
  refuseBadValues({ email: body.email });
  const business: BusinessRecord = {
    id: world.newObjectId(),
    locationId: location.id,
    properties: {},
    createdAt: world.now(),
    updatedAt: world.now(),
    ...pickTexts(body, plain),
    name: text(body, 'name') ?? '',
  };
  world.state.businesses.set(business.id, business);
  applied(call, 'business.create', business);
  return created({ success: true, buiseness: toBusiness(business) });
}

function update(call: Call): Answer {
  const business = businessOf(call, param(call, 'businessId'));
  refuseBadValues({ email: call.body.email });
  Object.assign(business, pickTexts(call.body, plain), { updatedAt: call.world.now() });
  applied(call, 'business.update', business);
  return ok({ success: true, buiseness: toBusiness(business) });
}

function remove(call: Call): Answer {
  const business = businessOf(call, param(call, 'businessId'));
  call.world.state.businesses.delete(business.id);
  for (const contact of call.world.state.contacts.values()) {
    if (contact.businessId === business.id) contact.businessId = undefined;
  }
  applied(call, 'business.delete', business);
  return ok({ success: true });
}

/** A plain substring search over the name. */
function search(call: Call): Answer {
  const { body } = call;
  const location = ownLocation(call, text(body, 'locationId') ?? '');
  const wanted = (text(body, 'query') ?? '').toLowerCase();
  const size = number(body, 'pageLimit') ?? 20;
  const start = ((number(body, 'page') ?? 1) - 1) * size;
  const found = ofLocation(call, location.id).filter((business) => business.name.toLowerCase().includes(wanted));
  const records = found.slice(start, start + size).map((business) => {
    const { id, locationId, properties, createdAt: _createdAt, updatedAt: _updatedAt, ...standard } = business;
    return { id, locationId, properties: { ...standard, ...properties }, searchAfter: [id] };
  });
  return created({ records, total: found.length });
}

function writeProperties(call: Call): Answer {
  queriedLocation(call);
  const business = businessOf(call, param(call, 'id'));
  Object.assign(business.properties, call.body.properties);
  applied(call, 'business.properties', business);
  return ok({ record: { id: business.id, locationId: business.locationId, properties: business.properties } });
}

function applied(call: Call, kind: string, business: BusinessRecord): void {
  call.world.applied({ kind, recordId: business.id, locationId: business.locationId, input: call.body });
}
