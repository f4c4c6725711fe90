import type { SandboxState } from '../state.ts';
import { sandboxScopes, seedIds, seedTokens } from './ids.ts';
import { seedVocabulary } from './vocabulary.ts';

const { company, locations, users, businesses, calendars } = seedIds;
const day = 86_400_000;

/** Locations, users, tokens, businesses, calendars, tags, fields: what a location has before its first contact. */
export function seedAgency(state: SandboxState, now: number): void {
  seedLocations(state);
  seedUsers(state);
  seedTokensInto(state);
  seedBusinesses(state, now);
  seedCalendars(state);
  seedVocabulary(state);
}

function seedLocations(state: SandboxState): void {
  state.locations.set(locations.harbor, {
    id: locations.harbor,
    companyId: company,
    name: 'Harbor Dental',
    timezone: 'America/New_York',
    email: 'front-desk@harbordental.test',
    phone: '+12125550100',
    address: '12 Pier Street',
    city: 'New York',
    country: 'US',
    website: 'https://harbordental.test',
    allowDuplicateContact: false,
    active: true,
  });
  state.locations.set(locations.northlight, {
    id: locations.northlight,
    companyId: company,
    name: 'Northlight Realty',
    timezone: 'Europe/Berlin',
    email: 'kontakt@northlight.test',
    phone: '+4930555010',
    address: 'Lichtweg 4',
    city: 'Berlin',
    country: 'DE',
    website: 'https://northlight.test',
    allowDuplicateContact: true,
    active: true,
  });
}

function seedUsers(state: SandboxState): void {
  const both = [locations.harbor, locations.northlight];
  const add = (id: string, firstName: string, lastName: string, locationIds: string[], role: 'admin' | 'user') =>
    state.users.set(id, {
      id,
      companyId: company,
      locationIds,
      firstName,
      lastName,
      email: `${firstName.toLowerCase()}@harborgroup.test`,
      role,
      type: 'account',
    });
  add(users.priya, 'Priya', 'Shah', both, 'admin');
  add(users.tom, 'Tom', 'Becker', [locations.harbor], 'user');
  add(users.lena, 'Lena', 'Vogt', both, 'user');
}

function seedTokensInto(state: SandboxState): void {
  const add = (value: string, name: string, locationId: string, scopes: readonly string[]) =>
    state.tokens.set(value, {
      value,
      kind: 'private',
      name,
      userType: 'Location',
      companyId: company,
      locationId,
      scopes,
      expiresAt: Number.POSITIVE_INFINITY,
    });
  // A private integration token cannot call /oauth.
  const all = sandboxScopes.all.filter((scope) => !scope.startsWith('oauth.'));
  add(seedTokens.full, 'Harbor Dental, all scopes', locations.harbor, all);
  add(seedTokens.readOnly, 'Harbor Dental, read only', locations.harbor, sandboxScopes.read);
  add(seedTokens.northlight, 'Northlight Realty, all scopes', locations.northlight, all);
}

function seedBusinesses(state: SandboxState, now: number): void {
  const add = (
    id: string,
    locationId: string,
    facts: {
      name: string;
      phone: string;
      email: string;
      website: string;
      city: string;
      state?: string;
      country: string;
      description: string;
      properties?: Record<string, unknown>;
    },
  ) => state.businesses.set(id, { id, locationId, properties: {}, createdAt: now - 400 * day, updatedAt: now - 20 * day, ...facts });
  add(businesses.bayside, locations.harbor, {
    name: 'Bayside Orthodontics',
    phone: '+14155550140',
    email: 'office@bayside.test',
    website: 'https://bayside.test',
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
    description: 'Referring practice; sends us surgical cases.',
    properties: { referral_tier: 'Gold', chairs: 6 },
  });
  add(businesses.marlow, locations.harbor, {
    name: 'Marlow & Finch Insurance',
    phone: '+12125550177',
    email: 'claims@marlowfinch.test',
    website: 'https://marlowfinch.test',
    city: 'New York',
    state: 'NY',
    country: 'US',
    description: 'Group plan of 60 people.',
  });
  add(businesses.kiez, locations.northlight, {
    name: 'Kiez Bau GmbH',
    phone: '+4930555077',
    email: 'buero@kiezbau.test',
    website: 'https://kiezbau.test',
    city: 'Berlin',
    country: 'DE',
    description: 'Developer, three projects in Wedding.',
  });
}

function seedCalendars(state: SandboxState): void {
  const { harbor, northlight } = locations;
  const add = (id: string, locationId: string, name: string, teamMembers: string[], needsAssignee: boolean) =>
    state.calendars.set(id, { id, locationId, name, teamMembers, needsAssignee });
  add(calendars.consultations, harbor, 'Consultations', [users.priya, users.tom], false);
  add(calendars.visits, harbor, 'Practice visits', [users.tom], true);
  add(calendars.viewings, northlight, 'Viewings', [users.lena], false);
}
