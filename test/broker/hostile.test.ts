import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { question, REDIRECT, signIn, startBroker } from './harness.ts';

let broker: Awaited<ReturnType<typeof startBroker>>;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(() => broker.close());

const names = [
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
  'scope',
  'response_type',
  'code',
  'error',
  'code_verifier',
  'refresh_token',
  'grant_type',
  'token',
  'held_token_sha256',
  '__proto__',
];
const values = [
  'alongside',
  REDIRECT,
  `${REDIRECT}@evil.example`,
  'https://evil.example/',
  '//evil.example',
  'javascript:alert(1)',
  'code',
  'S256',
  'refresh_token',
  'authorization_code',
  'contacts.readonly',
  '\r\nset-cookie: injected=1',
  '\u0000',
  'x'.repeat(43),
];
const parameter = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary', maxLength: 60 })));
const parameters = fc.array(parameter, { maxLength: 10 });
const route = fc.constantFrom('/authorize', '/callback', '/token', '/revoke', '/', '/.well-known/oauth-authorization-server');
const method = fc.constantFrom('GET', 'POST', 'OPTIONS', 'PUT', 'HEAD');

/** An answer that is neither a fault of ours nor a way to somewhere else. */
async function expectHarmless(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  const location = response.headers.get('location');
  if (location !== null) expect(location.startsWith(REDIRECT) || location.startsWith(broker.settings.ghlMarketplaceUrl)).toBe(true);
  expect(response.headers.get('set-cookie') ?? '').not.toContain('injected=');
  await response.arrayBuffer();
}

test('any request at all is answered without a fault and leads nowhere off the list', async () => {
  await fc.assert(
    fc.asyncProperty(method, route, parameters, async (verb, path, fields) => {
      const form = new URLSearchParams(fields);
      const init: RequestInit = { method: verb, redirect: 'manual', ...(verb === 'POST' || verb === 'PUT' ? { body: form } : {}) };
      await expectHarmless(await fetch(`${broker.url}${path}?${form}`, init));
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('a question of ours with anything in one of its parts leads nowhere off the list', async () => {
  await fc.assert(
    fc.asyncProperty(parameter, async ([name, value]) => {
      await expectHarmless(await fetch(question(broker.url, { [name]: value }), { redirect: 'manual' }));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('tokens that cannot be decrypted are a fault of ours that quotes nothing and ends no session', async () => {
  const { session } = await signIn(broker.url);
  broker.database.exec('UPDATE grants SET access_token = zeroblob(60)');
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'alongside', refresh_token: session });
  const response = await fetch(`${broker.url}/token`, { method: 'POST', body: form });
  expect([response.status, await response.json()]).toEqual([503, { error: 'temporarily_unavailable' }]);
  expect(JSON.parse(broker.log.at(-1) ?? '')).toMatchObject({ path: '/token', status: 503, fault: { name: 'Error' } });
});

test('a fault of the database is logged by its name and code alone', async () => {
  broker.database.exec('ALTER TABLE sessions RENAME TO away');
  const response = await fetch(`${broker.url}/revoke`, { method: 'POST', body: new URLSearchParams({ token: 'canary-session' }) });
  broker.database.exec('ALTER TABLE away RENAME TO sessions');
  expect(response.status).toBe(503);
  const line = broker.log.at(-1) ?? '';
  expect(JSON.parse(line)).toMatchObject({ path: '/revoke', fault: { name: 'Error', code: 'ERR_SQLITE_ERROR' } });
  expect(line).not.toMatch(/canary|no such table/);
});

test('what HighLevel answered instead of tokens is logged by its kind', async () => {
  broker.ghl.moods.faults.push(() => Response.json({ message: 'Invalid client credentials: canary' }, { status: 401 }));
  await expect(signIn(broker.url)).rejects.toThrow('No code');
  const line = broker.log.find((entry) => entry.includes('/callback') && entry.includes('fault')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ fault: { name: 'GhlError', code: 'refused' } });
  expect(line).not.toContain('canary');
});

test('tokens moved into the row of another location do not open there', async () => {
  const one = await signIn(broker.url);
  broker.ghl.moods.locationId = 'loc2';
  const two = await signIn(broker.url);
  broker.database.exec(
    "UPDATE grants SET access_token = (SELECT access_token FROM grants WHERE location_id = 'loc1') WHERE location_id = 'loc2'",
  );
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'alongside', refresh_token: two.session });
  const response = await fetch(`${broker.url}/token`, { method: 'POST', body: form });
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain(one.accessToken);
  expect((await signIn(broker.url)).body.location_id).toBe('loc2');
});
