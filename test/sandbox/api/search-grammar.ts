import type { ContactRecord } from '../records.ts';
import { badRequest } from '../refusal.ts';
import type { World } from '../world.ts';
import { fullNameOf } from './contact-view.ts';

type Value = string | number | boolean | readonly string[] | undefined;
type Operator = 'eq' | 'not_eq' | 'contains' | 'not_contains' | 'exists' | 'not_exists' | 'range';
interface Field {
  readonly operators: readonly Operator[];
  readonly read: (contact: ContactRecord, world: World) => Value;
}

const exact: readonly Operator[] = ['eq', 'not_eq', 'exists', 'not_exists'];
const wordy: readonly Operator[] = [...exact, 'contains', 'not_contains'];
const dated: readonly Operator[] = ['range', 'exists', 'not_exists'];
const on = (operators: readonly Operator[], read: Field['read']): Field => ({ operators, read });

/** Fields and operators of HighLevel's search document. */
const fields: Readonly<Record<string, Field>> = {
  id: on(['eq', 'not_eq'], (contact) => contact.id),
  email: on(exact, (contact) => contact.email),
  phone: on(wordy, (contact) => contact.phone),
  firstNameLowerCase: on(wordy, (contact) => contact.firstName?.toLowerCase()),
  lastNameLowerCase: on(wordy, (contact) => contact.lastName?.toLowerCase()),
  contactName: on(exact, (contact) => fullNameOf(contact) || undefined),
  companyName: on(wordy, (contact) => contact.companyName),
  businessName: on(wordy, (contact, world) => world.state.businesses.get(contact.businessId ?? '')?.name),
  address: on(wordy, (contact) => contact.address1),
  city: on(wordy, (contact) => contact.city),
  state: on(wordy, (contact) => contact.state),
  country: on(wordy, (contact) => contact.country),
  postalCode: on(wordy, (contact) => contact.postalCode),
  source: on(wordy, (contact) => contact.source),
  timezone: on(wordy, (contact) => contact.timezone),
  type: on(wordy, (contact) => contact.type),
  website: on(exact, (contact) => contact.website),
  assignedTo: on(exact, (contact) => contact.assignedTo),
  followers: on(exact, (contact) => contact.followers),
  tags: on(wordy, (contact) => contact.tags),
  validEmail: on(exact, () => undefined),
  dnd: on(exact, (contact) => contact.dnd),
  dateAdded: on(dated, (contact) => contact.dateAdded),
  dateUpdated: on(dated, (contact) => contact.dateUpdated),
  dateOfBirth: on(dated, (contact) => (contact.dateOfBirth ? Date.parse(contact.dateOfBirth) : undefined)),
};

type Filter = Readonly<Record<string, unknown>>;

/** Does the contact pass all filters of one level? Refuses a field or operator the document does not have. */
export function passes(world: World, contact: ContactRecord, filters: readonly Filter[], group: 'AND' | 'OR' = 'AND'): boolean {
  // Every filter is looked at, so that a wrong one is refused whatever the contact.
  const results = filters.map((filter) => passesOne(world, contact, filter));
  return group === 'OR' ? results.some(Boolean) : results.every(Boolean);
}

function passesOne(world: World, contact: ContactRecord, filter: Filter): boolean {
  if (filter.group !== undefined) return passes(world, contact, filter.filters as Filter[], filter.group as 'AND' | 'OR'); // Checked by schema.
  const name = String(filter.field);
  const field = fieldOf(name);
  const operator = field?.operators.find((known) => known === filter.operator);
  if (!field) throw badRequest(`Invalid field ${name}`);
  if (!operator) throw badRequest(`Invalid operator ${String(filter.operator)} for field ${name}`);
  if (typeof filter.value === 'string' && filter.value.length > 75)
    throw badRequest(`Value for field ${name} is longer than 75 characters`);
  return compare(operator, field.read(contact, world), filter.value);
}

function fieldOf(name: string): Field | undefined {
  if (!name.startsWith('customFields.')) return fields[name];
  const id = name.slice('customFields.'.length);
  return on(wordy, (contact) => {
    const value = contact.customFields.find((field) => field.id === id)?.value;
    return value === undefined ? undefined : String(value);
  });
}

function compare(operator: Operator, actual: Value, wanted: unknown): boolean {
  const values = listOf(actual).map(lower);
  const wishes = (Array.isArray(wanted) ? wanted : [wanted]).map(lower);
  switch (operator) {
    case 'eq':
      return wishes.some((wish) => values.includes(wish));
    case 'not_eq':
      return !wishes.some((wish) => values.includes(wish));
    case 'contains':
      return wishes.some((wish) => values.some((value) => value.includes(wish)));
    case 'not_contains':
      return !wishes.some((wish) => values.some((value) => value.includes(wish)));
    case 'exists':
      return values.length > 0;
    case 'not_exists':
      return values.length === 0;
    case 'range':
      return isWithin(actual, wanted);
  }
}

function isWithin(actual: Value, wanted: unknown): boolean {
  if (typeof actual !== 'number' || typeof wanted !== 'object' || wanted === null) return false;
  return Object.entries(wanted).every(([bound, value]) => {
    const limit = typeof value === 'number' ? value : Date.parse(String(value));
    if (bound === 'gte') return actual >= limit;
    if (bound === 'gt') return actual > limit;
    if (bound === 'lte') return actual <= limit;
    return bound === 'lt' && actual < limit;
  });
}

function listOf(value: Value): readonly (string | number | boolean)[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'object' ? value : [value];
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}
