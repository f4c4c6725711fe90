import { expect, test } from 'vitest';
import { createProfile, failureOf, fakeLocks } from './fakes.ts';

const MINUTE = 60_000;

async function connected() {
  const profile = createProfile();
  const auth = profile.open();
  await auth.connectWithOAuth();
  return { ...profile, auth };
}

test('twenty refusals at once over three contexts make one renewal, fifty times over', async () => {
  const { open, broker, auth } = await connected();
  const contexts = [auth, open(), open()];
  for (let round = 1; round <= 50; round++) {
    const { accessToken } = await auth.token();
    await Promise.all(Array.from({ length: 20 }, (_, index) => contexts[index % 3]?.refused(accessToken)));
    expect(broker.counts.refreshes).toBe(round);
    expect((await auth.token()).accessToken).not.toBe(accessToken);
  }
});

test('a refusal of a token that has been replaced already costs no renewal', async () => {
  const { auth, broker } = await connected();
  const { accessToken } = await auth.token();
  await auth.refused(accessToken);
  await auth.refused(accessToken);
  expect(broker.counts.refreshes).toBe(1);
});

test('the token is renewed ten minutes before its end, and not earlier', async () => {
  const { auth, broker, clock } = await connected();
  clock.pass(86_399_000 - 10 * MINUTE - 1);
  const early = await auth.token();
  expect(broker.counts.refreshes).toBe(0);
  clock.pass(1);
  const [one, two] = await Promise.all([auth.token(), auth.token()]);
  expect(broker.counts.refreshes).toBe(1);
  expect(one).toEqual(two);
  expect(one.accessToken).not.toBe(early.accessToken);
});

test('a short life is renewed in its last fifth', async () => {
  const profile = createProfile();
  profile.broker.moods.expiresIn = 100;
  const auth = profile.open();
  await auth.connectWithOAuth();
  profile.clock.pass(79_999);
  await auth.token();
  expect(profile.broker.counts.refreshes).toBe(0);
  profile.clock.pass(1);
  await auth.token();
  expect(profile.broker.counts.refreshes).toBe(1);
});

test('after a restart of the browser the session alone brings a token', async () => {
  const { open, broker, sessionStorage } = await connected();
  sessionStorage.items.clear();
  expect(await open().token()).toMatchObject({ locationId: 'loc1' });
  expect(broker.counts.refreshes).toBe(1);
});

test('an ended session is shown, drops nothing and is not asked about again', async () => {
  const { auth, broker, sessionStorage, changes } = await connected();
  const { accessToken } = await auth.token();
  broker.sessions.clear();
  changes.length = 0;
  expect((await failureOf(auth.refused(accessToken))).code).toBe('reconnect_needed');
  expect(await auth.connection()).toMatchObject({ locationId: 'loc1', needsReconnect: true });
  expect(changes).toEqual(['changed']);
  expect((await failureOf(auth.token())).code).toBe('reconnect_needed');
  expect((await failureOf(auth.refused(accessToken))).code).toBe('reconnect_needed');
  expect(broker.counts.refreshes).toBe(1);
  expect(sessionStorage.items.size).toBe(1);
  expect(await auth.connectWithOAuth()).toMatchObject({ needsReconnect: false });
  expect((await auth.token()).locationId).toBe('loc1');
});

test.each([
  ['is down', () => new Response('', { status: 503 }), 'broker_unreachable'],
  ['has too many asking', () => new Response('', { status: 429 }), 'broker_unreachable'],
  ['cannot be reached', () => new TypeError('Failed to fetch'), 'broker_unreachable'],
  ['is somebody else (a hotel page)', () => new Response('<html>', { status: 200 }), 'bad_answer'],
  ['says HighLevel has paused the sub-account', () => Response.json({ error: 'location_inactive' }, { status: 400 }), 'location_inactive'],
])('a broker that %s never signs out', async (_case, refusal, code) => {
  const { auth, broker } = await connected();
  const { accessToken } = await auth.token();
  broker.moods.refusals.push(refusal());
  expect((await failureOf(auth.refused(accessToken))).code).toBe(code);
  expect(await auth.connection()).toMatchObject({ needsReconnect: false });
  await auth.refused(accessToken);
  expect((await auth.token()).accessToken).not.toBe(accessToken);
});

test('while the broker is down, a token that still works is used, and the broker asked once a minute', async () => {
  const { auth, broker, clock } = await connected();
  const { accessToken } = await auth.token();
  clock.pass(86_399_000 - 5 * MINUTE);
  const down = () => new Response('', { status: 503 });
  broker.moods.refusals.push(down(), down());
  expect((await auth.token()).accessToken).toBe(accessToken);
  expect((await auth.token()).accessToken).toBe(accessToken);
  expect(broker.moods.refusals).toHaveLength(1);
  clock.pass(MINUTE);
  expect((await auth.token()).accessToken).toBe(accessToken);
  expect(broker.moods.refusals).toHaveLength(0);
  broker.moods.refusals.push(down());
  clock.pass(4 * MINUTE);
  expect((await failureOf(auth.token())).code).toBe('broker_unreachable');
});

test('a clock that jumps a year ahead or a day back makes no loop of renewals', async () => {
  const { auth, broker, clock } = await connected();
  clock.pass(365 * 86_400_000);
  for (let call = 0; call < 5; call++) await auth.token();
  expect(broker.counts.refreshes).toBe(1);
  clock.pass(-86_400_000);
  for (let call = 0; call < 5; call++) await auth.token();
  expect(broker.counts.refreshes).toBe(1);
});

test('a token for another location is never handed out', async () => {
  const { auth, broker } = await connected();
  const { accessToken } = await auth.token();
  for (const row of broker.sessions.values()) row.locationId = 'loc2';
  expect((await failureOf(auth.refused(accessToken))).code).toBe('wrong_location');
  expect(await auth.token()).toEqual({ accessToken, locationId: 'loc1' });
});

test('scopes that were taken away end the permission to write', async () => {
  const { auth, broker } = await connected();
  await auth.allowWriting();
  for (const row of broker.sessions.values()) row.scope = 'contacts.readonly';
  await auth.refused((await auth.token()).accessToken);
  expect(await auth.connection()).toMatchObject({ mayWrite: false, scopes: ['contacts.readonly'], needsReconnect: false });
});

test('a leftover token of another location is never handed out', async () => {
  const { auth, broker, sessionStorage, clock } = await connected();
  const leftover = { accessToken: 'left', locationId: 'loc2', expiresAt: clock.now() + 3_600_000, lifetimeMs: 3_600_000 };
  await sessionStorage.set({ access: leftover });
  const { accessToken, locationId } = await auth.token();
  expect(accessToken).not.toBe('left');
  expect(locationId).toBe('loc1');
  expect(broker.counts.refreshes).toBe(1);
});

test('a connection that is replaced while a renewal waits is not renewed, and its private token never leaves', async () => {
  const { open, broker, sessionStorage } = await connected();
  const locks = fakeLocks();
  const turn = Promise.withResolvers<void>();
  void locks.request('alongside-auth', () => turn.promise);
  sessionStorage.items.clear();
  const waiting = failureOf(open({ locks }).token());
  await open({ locks: fakeLocks() }).connectWithToken('pit-good', 'loc2');
  turn.resolve();
  expect((await waiting).code).toBe('wrong_location');
  expect(broker.counts.refreshes).toBe(0);
  expect(await open().connection()).toMatchObject({ locationId: 'loc2', needsReconnect: false });
});
