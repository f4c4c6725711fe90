import 'fake-indexeddb/auto';
import { createHash, randomUUID } from 'node:crypto';
import type { SessionStorage } from '@/lib/auth/access.ts';
import type { Identity } from '@/lib/auth/oauth.ts';
import { type AuthOptions, createAuth, type Locks } from '@/lib/auth/session.ts';
import { createVault } from '@/lib/auth/vault.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Location } from '@/lib/ghl/models.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { openKey } from '@/lib/storage/key.ts';

const BROKER_URL = 'https://broker.example';
export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

export function fakeSessionStorage(): SessionStorage & { readonly items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (key) => (items.has(key) ? { [key]: structuredClone(items.get(key)) } : {}),
    set: async (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value));
    },
    remove: async (key) => void items.delete(key),
  };
}

/** Web Locks over any number of contexts in this process. */
export function fakeLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: (name, task) => {
      const turn = (tails.get(name) ?? Promise.resolve()).then(task);
      tails.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

function fakeClock(start = Date.UTC(2026, 5, 1)) {
  let time = start;
  const pass = (ms: number): void => {
    time += ms;
  };
  return { now: () => time, pass };
}

/** What the fake broker does next; changed by tests. */
interface Moods {
  locationId: string;
  /** Scopes granted, whatever was asked. */
  granted?: string;
  /** Answers of `/token` instead of the real one, one a call. */
  readonly refusals: (Response | Error)[];
  expiresIn: number;
}

/** A broker in memory: it checks PKCE, counts refreshes and refuses a session it has not given. */
function fakeBroker() {
  const codes = new Map<string, { challenge: string; scope: string }>();
  const sessions = new Map<string, { scope: string; locationId: string; accessToken: string }>();
  const moods: Moods = { locationId: 'loc1', refusals: [], expiresIn: 86_399 };
  const counts = { refreshes: 0, windows: 0 };
  const scopesAsked: string[] = [];

  const grant = (session: string) => {
    const row = sessions.get(session);
    if (row === undefined) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    row.accessToken = `access-${randomUUID()}`;
    const facts = { location_id: row.locationId, company_id: 'comp1', user_id: 'user1', scope: row.scope };
    return Response.json({
      access_token: row.accessToken,
      token_type: 'Bearer',
      expires_in: moods.expiresIn,
      refresh_token: session,
      ...facts,
    });
  };
  const redeem = (form: URLSearchParams) => {
    const code = codes.get(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== proof) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const session = `session-${randomUUID()}`;
    sessions.set(session, { scope: code.scope, locationId: moods.locationId, accessToken: '' });
    return grant(session);
  };
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const form = new URLSearchParams(String(init?.body));
    const url = new URL(String(input));
    if (url.pathname === '/revoke') {
      sessions.delete(form.get('token') ?? '');
      return new Response(null, { status: 200 });
    }
    const refusal = moods.refusals.shift();
    if (refusal instanceof Error) throw refusal;
    if (refusal !== undefined) return refusal;
    if (form.get('grant_type') === 'authorization_code') return redeem(form);
    counts.refreshes++;
    return grant(form.get('refresh_token') ?? '');
  };
  const authorize = (address: string): string => {
    counts.windows++;
    const question = new URL(address).searchParams;
    const code = randomUUID();
    scopesAsked.push(question.get('scope') ?? '');
    codes.set(code, { challenge: question.get('code_challenge') ?? '', scope: moods.granted ?? question.get('scope') ?? '' });
    const answer = new URLSearchParams({ code, state: question.get('state') ?? '', iss: BROKER_URL });
    return `${question.get('redirect_uri')}?${answer}`;
  };
  return { fetch, authorize, moods, counts, sessions, scopesAsked };
}

const LOCATIONS: Readonly<Record<string, Location>> = {
  loc1: { id: 'loc1', name: 'Acme', timezone: 'America/New_York', companyId: 'comp1', domain: undefined },
  loc2: { id: 'loc2', name: 'Other', timezone: undefined, companyId: undefined, domain: undefined },
};

/** One browser profile: a broker, a vault and stores, over which any number of contexts (`open`) can be had. */
export function createProfile(window?: (address: string, visit: (address: string) => string) => Promise<string | undefined>) {
  const broker = fakeBroker();
  const clock = fakeClock();
  const sessionStorage = fakeSessionStorage();
  const locks = fakeLocks();
  const names = { key: `key-${randomUUID()}`, vault: `vault-${randomUUID()}` };
  const good = new Set(['pit-good', 'pit-better']);
  const changes: string[] = [];
  const identity: Identity = {
    getRedirectURL: () => REDIRECT,
    launchWebAuthFlow: async ({ url }) => (window ? window(url, broker.authorize) : broker.authorize(url)),
  };
  const fetchLocation = async (accessToken: string, locationId: string): Promise<Location> => {
    const known = good.has(accessToken) || [...broker.sessions.values()].some((row) => row.accessToken === accessToken);
    if (!known) throw new AppFailure({ code: 'reconnect_needed', status: 401 });
    const location = LOCATIONS[locationId];
    if (location === undefined) throw new AppFailure({ code: 'wrong_location', status: 403 });
    return location;
  };
  const openVault = () => createVault({ cipher: createCipher(() => openKey(names.key)), databaseName: names.vault });
  const open = (over: Partial<AuthOptions> = {}) =>
    createAuth({
      vault: openVault(),
      sessionStorage,
      locks,
      fetch: broker.fetch,
      now: clock.now,
      identity,
      brokerUrl: BROKER_URL,
      fetchLocation,
      onChange: () => void changes.push('changed'),
      ...over,
    });
  return { open, openVault, broker, clock, sessionStorage, names, changes };
}

/** The error of a promise that must fail. */
export async function failureOf(promise: Promise<unknown>) {
  const thrown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (thrown instanceof AppFailure) return thrown.error;
  throw new Error(`Expected an AppFailure, got ${String(thrown)}`);
}
