import { expect, test } from 'vitest';
import { createProfile, failureOf } from './fakes.ts';

test('a private integration token is kept once HighLevel has answered for its location', async () => {
  const { open } = createProfile();
  const connection = await open().connectWithToken('  pit-good\n', ' loc1 ');
  expect(connection).toMatchObject({
    kind: 'token',
    locationId: 'loc1',
    locationName: 'Acme',
    timeZone: 'America/New_York',
    mayWrite: false,
  });
  expect(await open().connection()).toEqual(connection);
  expect(await open().token()).toEqual({ accessToken: 'pit-good', locationId: 'loc1' });
});

test.each([
  ['a token HighLevel refuses', 'pit-bad', 'loc1', 'sign_in_failed'],
  ['a location the token does not open', 'pit-good', 'loc9', 'wrong_location'],
  ['a token with characters no header carries', 'pit-gööd', 'loc1', 'sign_in_failed'],
  ['a location id that would change the address', 'pit-good', '../loc1', 'sign_in_failed'],
  ['an empty token', ' ', 'loc1', 'sign_in_failed'],
])('%s is not kept', async (_case, token, locationId, code) => {
  const { open, sessionStorage } = createProfile();
  expect((await failureOf(open().connectWithToken(token, locationId))).code).toBe(code);
  expect(await open().connection()).toBeNull();
  expect(sessionStorage.items.size).toBe(0);
});

test('a failed connect leaves the connection before it as it was', async () => {
  const { open } = createProfile();
  const auth = open();
  const before = await auth.connectWithToken('pit-good', 'loc1');
  await failureOf(auth.connectWithToken('pit-bad', 'loc2'));
  expect(await auth.connection()).toEqual(before);
  expect((await auth.token()).accessToken).toBe('pit-good');
});

test('a refused private token asks for reconnecting and drops nothing', async () => {
  const { open, changes } = createProfile();
  const auth = open();
  await auth.connectWithToken('pit-good', 'loc1');
  await auth.allowWriting();
  changes.length = 0;
  expect((await failureOf(auth.refused('pit-good'))).code).toBe('reconnect_needed');
  expect(await auth.connection()).toMatchObject({ locationId: 'loc1', mayWrite: true, needsReconnect: true });
  expect(changes).toEqual(['changed']);
  expect((await failureOf(auth.token())).code).toBe('reconnect_needed');
  expect(await auth.connectWithToken('pit-better', 'loc1')).toMatchObject({ mayWrite: true, needsReconnect: false });
  expect((await auth.token()).accessToken).toBe('pit-better');
});

test('a late refusal of the token before does not touch the new one', async () => {
  const { open } = createProfile();
  const auth = open();
  await auth.connectWithToken('pit-good', 'loc1');
  await auth.connectWithToken('pit-better', 'loc1');
  await auth.refused('pit-good');
  expect(await auth.connection()).toMatchObject({ needsReconnect: false });
});

test('allowing to write only records the consent, and another location needs its own', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  await auth.connectWithToken('pit-good', 'loc1');
  expect(await auth.allowWriting()).toMatchObject({ mayWrite: true });
  expect(broker.counts.windows).toBe(0);
  expect(await auth.connectWithToken('pit-good', 'loc2')).toMatchObject({ mayWrite: false });
});

test('the token is nowhere but encrypted in IndexedDB', async () => {
  const { open, sessionStorage, names } = createProfile();
  await open().connectWithToken('pit-good', 'loc1');
  expect(JSON.stringify([...sessionStorage.items])).not.toContain('pit-good');
  const dump = await dumpDatabase(names.vault);
  expect(dump).toContain('Acme');
  expect(dump).not.toContain('pit-good');
});

test('without a connection nothing is to be had', async () => {
  const { open } = createProfile();
  const auth = open();
  expect(await auth.connection()).toBeNull();
  for (const attempt of [auth.token(), auth.refused('x'), auth.allowWriting()])
    expect((await failureOf(attempt)).code).toBe('not_connected');
});

test('disconnecting leaves nothing', async () => {
  const { open, names } = createProfile();
  const auth = open();
  await auth.connectWithToken('pit-good', 'loc1');
  await auth.disconnect();
  expect(await auth.connection()).toBeNull();
  expect(await dumpDatabase(names.vault)).not.toContain('Acme');
});

test('a vault whose key is lost says so, and a new sign-in replaces it', async () => {
  const { open, names } = createProfile();
  await open().connectWithToken('pit-good', 'loc1');
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(names.key);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const auth = open();
  expect((await failureOf(auth.token())).code).toBe('storage');
  await auth.connectWithToken('pit-better', 'loc1');
  expect((await auth.token()).accessToken).toBe('pit-better');
});

/** Every stored byte as text. */
async function dumpDatabase(name: string): Promise<string> {
  const rows = await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('connections').objectStore('connections').getAll();
      reading.onsuccess = () => resolve(reading.result);
    };
  });
  return JSON.stringify(rows, (_key, value) => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
    return value;
  });
}

test('what was kept of a location is forgotten before anybody hears that it is gone', async () => {
  const { open, changes } = createProfile();
  const auth = open({ onLeave: async () => void changes.push('forgotten') });
  await auth.connectWithToken('pit-good', 'loc1');
  await auth.connectWithToken('pit-better', 'loc1');
  expect(changes).toEqual(['changed', 'changed']);
  await auth.connectWithToken('pit-good', 'loc2');
  await auth.disconnect();
  expect(changes.slice(2)).toEqual(['forgotten', 'changed', 'forgotten', 'changed']);
});

test('disconnecting does not wait for a broker that does not answer', async () => {
  const { open, broker } = createProfile();
  const never = new Promise<Response>(() => undefined);
  const auth = open({ fetch: async (input, init) => (String(input).endsWith('/revoke') ? never : broker.fetch(input as string, init)) });
  await auth.connectWithOAuth();
  await auth.disconnect();
  expect(await auth.connection()).toBeNull();
});
