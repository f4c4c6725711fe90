import 'fake-indexeddb/auto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { READ_SCOPES, WRITE_SCOPES } from '@/lib/auth/scopes.ts';
import { createAuth } from '@/lib/auth/session.ts';
import { createVault } from '@/lib/auth/vault.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { locationSchema } from '@/lib/ghl/models.ts';
import { createCipher } from '@/lib/storage/cipher.ts';
import { openKey } from '@/lib/storage/key.ts';
import { failureOf, fakeLocks, fakeSessionStorage } from '../auth/fakes.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { environment, REDIRECT } from './harness.ts';
import { freePort, newFolder, startProcess } from './process.ts';

// Each test starts a process, which a busy machine may be slow to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SECRET = 'canary-client-secret';
const CLIENT_ID = 'app1-key1';

let sandbox: Sandbox;
let settings: Record<string, string>;
let broker: Awaited<ReturnType<typeof startProcess>>;

beforeEach(async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const scopes = [...READ_SCOPES, ...WRITE_SCOPES];
  const app = { clientId: CLIENT_ID, clientSecret: SECRET, redirectUris: [`${url}/callback`], scopes, agencyInstall: true };
  sandbox = await createSandbox({ apps: [app] });
  const ghl = { GHL_CLIENT_ID: CLIENT_ID, GHL_CLIENT_SECRET: SECRET, GHL_API_URL: sandbox.url, GHL_MARKETPLACE_URL: sandbox.url };
  const own = { BROKER_URL: url, PORT: String(port), BROKER_DB: path.join(newFolder(), 'broker.sqlite') };
  settings = environment({ ...ghl, ...own, NODE_EXTRA_CA_CERTS: sandbox.certificatePath });
  broker = await startProcess(settings);
});

afterEach(async () => {
  await broker.stop();
  await sandbox.stop();
});

/** What the person presses on the consent page: a location, `agency` or `cancel`. */
let choice = '';

/** The sign-in window: cookies, redirects, and one press on the consent page. */
async function launchWebAuthFlow({ url }: { url: string }): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (address: string, init: RequestInit = {}): Promise<string> => {
    if (address.startsWith(REDIRECT)) return address;
    const isGhl = address.startsWith(sandbox.url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie: isGhl ? '' : cookie };
    const response = await (isGhl ? sandbox.fetch : fetch)(address, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return go(new URL(location, address).href);
    if (!isGhl) throw new Error(`The window stopped at ${await response.text()}`);
    return go(address, { method: 'POST', body: new URLSearchParams({ choice }) });
  };
  return go(url);
}

async function fetchLocation(accessToken: string, locationId: string) {
  const headers = { authorization: `Bearer ${accessToken}`, version: 'v3' };
  const response = await sandbox.fetch(`${sandbox.url}/locations/${locationId}`, { headers });
  if (!response.ok) throw new AppFailure({ code: 'reconnect_needed', status: response.status });
  const body: unknown = await response.json();
  return locationSchema.parse(body instanceof Object && 'location' in body ? body.location : body);
}

function openExtension() {
  const answers: string[] = [];
  const name = crypto.randomUUID();
  const sessionStorage = fakeSessionStorage();
  const recordingFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    answers.push([...response.headers].flat().join('\n'), await response.clone().text());
    return response;
  };
  const auth = createAuth({
    vault: createVault({ cipher: createCipher(() => openKey(`key-${name}`)), databaseName: `vault-${name}` }),
    sessionStorage,
    locks: fakeLocks(),
    fetch: recordingFetch,
    now: Date.now,
    identity: { launchWebAuthFlow, getRedirectURL: () => REDIRECT },
    brokerUrl: settings.BROKER_URL ?? '',
    fetchLocation,
  });
  return { auth, answers, sessionStorage };
}

const locations = () => [...sandbox.state.locations.values()];
const pairs = () => sandbox.log.filter((entry) => entry.path.includes('/oauth/token')).length;

test('the extension signs in through the broker process, is allowed to write and disconnects', async () => {
  const { auth, answers } = openExtension();
  const location = locations()[0];
  choice = location?.id ?? '';
  const connection = await auth.connectWithOAuth();
  expect(connection).toMatchObject({ kind: 'oauth', locationId: choice, locationName: location?.name, mayWrite: false });
  expect(connection.scopes).toEqual(READ_SCOPES);
  expect(sandbox.state.consents.at(-1)).toMatchObject({ outcome: 'granted', loginWindowOpenMode: 'self' });
  expect(await auth.allowWriting()).toMatchObject({ mayWrite: true, scopes: [...READ_SCOPES, ...WRITE_SCOPES] });
  await auth.disconnect();
  expect(await auth.connection()).toBeNull();
  const secrets = [SECRET, ...sandbox.state.refreshTokens.keys()];
  expect(secrets).toHaveLength(3);
  for (const secret of secrets) {
    expect(answers.join('\n')).not.toContain(secret);
    expect(broker.output.join('')).not.toContain(secret);
  }
});

test('writing for another location than the connected one is refused', async () => {
  const { auth } = openExtension();
  const [first, second] = locations();
  choice = first?.id ?? '';
  await auth.connectWithOAuth();
  choice = second?.id ?? '';
  expect((await failureOf(auth.allowWriting())).code).toBe('wrong_location');
  expect(await auth.connection()).toMatchObject({ locationId: first?.id, mayWrite: false });
});

test('cancelling on the consent page connects nothing', async () => {
  const { auth } = openExtension();
  choice = 'cancel';
  expect((await failureOf(auth.connectWithOAuth())).code).toBe('sign_in_cancelled');
  expect(await auth.connection()).toBeNull();
});

test('twenty reads with an expired token make one refresh at HighLevel', async () => {
  const { auth } = openExtension();
  choice = locations()[0]?.id ?? '';
  await auth.connectWithOAuth();
  const { accessToken } = await auth.token();
  const before = pairs();
  sandbox.expireAccessTokens();
  await Promise.all(Array.from({ length: 20 }, () => auth.refused(accessToken)));
  expect(pairs()).toBe(before + 1);
  const renewed = await auth.token();
  expect(renewed.accessToken).not.toBe(accessToken);
  expect((await fetchLocation(renewed.accessToken, renewed.locationId)).id).toBe(choice);
});

test('two browsers at one location renew once between them, and a killed broker forgets neither', async () => {
  const [one, two] = [openExtension(), openExtension()];
  choice = locations()[0]?.id ?? '';
  await one.auth.connectWithOAuth();
  await two.auth.connectWithOAuth();
  const [first, second] = [await one.auth.token(), await two.auth.token()];
  broker.kill();
  await broker.ended;
  broker = await startProcess(settings);
  const before = pairs();
  sandbox.expireAccessTokens();
  await two.auth.refused(second.accessToken);
  await one.auth.refused(first.accessToken);
  expect(pairs()).toBe(before + 1);
  expect(await one.auth.token()).toEqual(await two.auth.token());
});

test('with HighLevel down nobody is signed out, and afterwards all goes on', async () => {
  const { auth } = openExtension();
  choice = locations()[0]?.id ?? '';
  await auth.connectWithOAuth();
  const { accessToken } = await auth.token();
  sandbox.faults.add({ match: { path: /oauth\/token/ }, status: 503 });
  expect((await failureOf(auth.refused(accessToken))).code).toBe('broker_unreachable');
  expect(await auth.connection()).toMatchObject({ needsReconnect: false });
  sandbox.faults.clear();
  await auth.refused(accessToken);
  expect((await auth.token()).accessToken).not.toBe(accessToken);
});

test("a refresh whose answer was lost on HighLevel's side costs nothing", async () => {
  const { auth } = openExtension();
  choice = locations()[0]?.id ?? '';
  await auth.connectWithOAuth();
  sandbox.faults.add({ match: { path: /oauth\/token/ }, times: 1, drop: 'after' });
  await auth.refused((await auth.token()).accessToken);
  expect(await auth.connection()).toMatchObject({ needsReconnect: false });
});

test('a paused sub-account is said to be paused, and works again when it is not', async () => {
  const { auth } = openExtension();
  const location = locations()[0];
  choice = location?.id ?? '';
  await auth.connectWithOAuth();
  const { accessToken } = await auth.token();
  if (location !== undefined) location.active = false;
  expect((await failureOf(auth.refused(accessToken))).code).toBe('location_inactive');
  if (location !== undefined) location.active = true;
  await auth.refused(accessToken);
});

test('an ended grant at HighLevel asks for reconnecting', async () => {
  const { auth } = openExtension();
  choice = locations()[0]?.id ?? '';
  await auth.connectWithOAuth();
  sandbox.state.refreshTokens.clear();
  expect((await failureOf(auth.refused((await auth.token()).accessToken))).code).toBe('reconnect_needed');
  expect(await auth.connection()).toMatchObject({ needsReconnect: true });
});

test("the database file is its owner's only and holds no token in clear", async () => {
  const { auth } = openExtension();
  choice = locations()[0]?.id ?? '';
  await auth.connectWithOAuth();
  const folder = path.dirname(settings.BROKER_DB ?? '');
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const stored = files.map((file) => readFileSync(file, 'latin1')).join('');
  expect(stored).toContain(choice);
  for (const token of [...sandbox.state.refreshTokens.keys(), ...sandbox.state.tokens.keys()]) expect(stored).not.toContain(token);
  for (const file of files) expect(statSync(file).mode & 0o077).toBe(0);
});

test('a broker on localhost answers this machine only', async () => {
  const port = settings.PORT ?? '';
  const metadata = '/.well-known/oauth-authorization-server';
  expect((await fetch(`http://127.0.0.1:${port}${metadata}`)).status).toBe(200);
  // Another address of the machine: who listens on all of them answers here, too.
  await expect(fetch(`http://127.0.0.2:${port}${metadata}`)).rejects.toThrow('fetch failed');
});

test('a broker without settings names what is missing and ends', async () => {
  const { output, ended } = await startProcess({});
  expect(await ended).toBe(1);
  expect(output.join('')).toContain('GHL_CLIENT_SECRET is missing');
});
