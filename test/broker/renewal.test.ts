import { afterEach, beforeEach, expect, test } from 'vitest';
import { obtainCode, post, renew, signIn, startBroker } from './harness.ts';

let broker: Awaited<ReturnType<typeof startBroker>>;
beforeEach(async () => {
  broker = await startBroker();
});
afterEach(() => broker.close());

const refreshes = () => broker.ghl.calls.filter((form) => form.get('grant_type') === 'refresh_token').length;

/** Holds HighLevel's next answer back until told. */
function holdNextAnswer() {
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  broker.ghl.moods.faults.push(async (honest) => {
    reached.resolve();
    await held.promise;
    return honest();
  });
  return { reached: reached.promise, release: () => held.resolve() };
}

test('twenty requests at once for one location make one refresh at HighLevel, and all get its token', async () => {
  const { session, accessToken } = await signIn(broker.url);
  const allCame = broker.arrived(20);
  broker.ghl.moods.faults.push(async (honest) => {
    await allCame;
    return honest();
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => renew(broker.url, session, accessToken)));
  expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(1);
  expect(answers[0]?.body.access_token).not.toBe(accessToken);
  expect(refreshes()).toBe(1);
});

test('whoever still holds the token before gets the new one, whenever the question comes again', async () => {
  const { session, accessToken } = await signIn(broker.url);
  const first = await renew(broker.url, session, accessToken);
  broker.clock.now += 3_600_000;
  const again = await renew(broker.url, session, accessToken);
  expect(again.body.access_token).toBe(first.body.access_token);
  expect(again.body.expires_in).toBe(86_399 - 3_600);
  expect(refreshes()).toBe(1);
});

test('who does not say what it holds gets the same token for a minute', async () => {
  const { session, accessToken } = await signIn(broker.url);
  broker.clock.now += 59_999;
  expect((await renew(broker.url, session)).body.access_token).toBe(accessToken);
  broker.clock.now += 1;
  expect((await renew(broker.url, session)).body.access_token).not.toBe(accessToken);
  expect(refreshes()).toBe(1);
});

test('a chain of renewals goes on over many days', async () => {
  const { session, accessToken } = await signIn(broker.url);
  let held = accessToken;
  for (let day = 1; day <= 10; day++) {
    broker.clock.now += 86_400_000;
    const { status, body } = await renew(broker.url, session, held);
    expect([status, body.refresh_token]).toEqual([200, session]);
    expect(body.access_token).not.toBe(held);
    held = body.access_token ?? '';
  }
  expect(refreshes()).toBe(10);
});

test('two people in one location share its tokens and keep their own sessions', async () => {
  const ann = await signIn(broker.url);
  const bob = await signIn(broker.url);
  expect(bob.session).not.toBe(ann.session);
  expect(bob.body.user_id).not.toBe(ann.body.user_id);
  const [forAnn, forBob] = await Promise.all([
    renew(broker.url, ann.session, bob.accessToken),
    renew(broker.url, bob.session, bob.accessToken),
  ]);
  expect(forAnn.body.access_token).toBe(forBob.body.access_token);
  expect(forAnn.body.user_id).toBe(ann.body.user_id);
  expect(refreshes()).toBe(1);
  await post(`${broker.url}/revoke`, { token: ann.session, client_id: 'alongside' });
  expect((await renew(broker.url, ann.session)).body.error).toBe('invalid_grant');
  expect((await renew(broker.url, bob.session)).status).toBe(200);
});

test('sessions of different locations get their own tokens', async () => {
  const one = await signIn(broker.url);
  broker.ghl.moods.locationId = 'loc2';
  const two = await signIn(broker.url);
  expect((await renew(broker.url, one.session)).body.location_id).toBe('loc1');
  expect((await renew(broker.url, two.session)).body.location_id).toBe('loc2');
});

test('HighLevel down: try again later, and nothing is lost', async () => {
  const { session, accessToken } = await signIn(broker.url);
  broker.ghl.moods.faults.push(
    () => new Response('', { status: 500 }),
    () => new Response('', { status: 503 }),
  );
  const answer = await renew(broker.url, session, accessToken);
  expect([answer.status, answer.body.error]).toEqual([503, 'temporarily_unavailable']);
  expect((await renew(broker.url, session, accessToken)).status).toBe(200);
});

test('a single failure of HighLevel is made up for at once', async () => {
  const { session, accessToken } = await signIn(broker.url);
  broker.ghl.moods.faults.push(() => new Response('<html>', { status: 502 }));
  expect((await renew(broker.url, session, accessToken)).status).toBe(200);
});

test.each([
  ['the grant is invalid', { status: 400, message: 'Invalid grant: refresh token is invalid' }, 400, 'invalid_grant'],
  ['the sub-account is paused', { status: 400, message: 'Location is not active' }, 400, 'location_inactive'],
  ['our client secret is refused', { status: 401, message: 'Invalid client credentials' }, 503, 'temporarily_unavailable'],
  ['there are too many requests', { status: 429, message: 'Too many requests' }, 503, 'temporarily_unavailable'],
])('when HighLevel says that %s, the session outlives it', async (_case, { status, message }, ours, error) => {
  const { session, accessToken } = await signIn(broker.url);
  broker.ghl.moods.faults.push(() => Response.json({ message }, { status }));
  const answer = await renew(broker.url, session, accessToken);
  expect([answer.status, answer.body.error]).toEqual([ours, error]);
  expect((await renew(broker.url, session, accessToken)).status).toBe(200);
});

test('a sign-in during a refresh is not overwritten by what the refresh brings', async () => {
  const ann = await signIn(broker.url);
  const { reached, release } = holdNextAnswer();
  const renewing = renew(broker.url, ann.session, ann.accessToken);
  await reached;
  const bob = await signIn(broker.url);
  release();
  expect((await renewing).body.access_token).toBe(bob.accessToken);
  expect((await renew(broker.url, bob.session)).body.access_token).toBe(bob.accessToken);
});

const count = (table: 'grants' | 'codes') => broker.database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;

test('what a refresh brings after the last sign-out is not kept', async () => {
  const { session, accessToken } = await signIn(broker.url);
  const { reached, release } = holdNextAnswer();
  const renewing = renew(broker.url, session, accessToken);
  await reached;
  await post(`${broker.url}/revoke`, { token: session, client_id: 'alongside' });
  release();
  expect((await renewing).body.error).toBe('invalid_grant');
  expect(count('grants')).toBe(0);
});

test('tokens of a sign-in that nobody finished leave with the next one', async () => {
  await obtainCode(broker.url);
  broker.ghl.moods.locationId = 'loc2';
  await obtainCode(broker.url);
  expect(count('grants')).toBe(2);
  broker.clock.now += 60_000;
  broker.ghl.moods.locationId = 'loc3';
  await signIn(broker.url);
  expect([count('grants'), count('codes')]).toEqual([1, 0]);
});

const READ = 'contacts.readonly';
const WRITE = 'contacts.readonly contacts.write';

test("a colleague's read-only sign-in takes nobody's writing away", async () => {
  const ann = await signIn(broker.url, WRITE);
  const bob = await signIn(broker.url, READ);
  expect(bob.body.scope).toBe(WRITE);
  expect((await renew(broker.url, ann.session, ann.accessToken)).body).toMatchObject({ scope: WRITE, access_token: bob.accessToken });
});

test('a sign-in for writing widens the tokens of a location', async () => {
  const ann = await signIn(broker.url, READ);
  const bob = await signIn(broker.url, WRITE);
  expect(bob.body.scope).toBe(WRITE);
  expect((await renew(broker.url, ann.session, ann.accessToken)).body.access_token).toBe(bob.accessToken);
});

test('a read-only sign-in takes the place of wider tokens that HighLevel does not renew any more', async () => {
  const ann = await signIn(broker.url, WRITE);
  const ended = () => Response.json({ message: 'Invalid grant: refresh token is invalid' }, { status: 400 });
  // The first call of a sign-in is the exchange of its code.
  broker.ghl.moods.faults.push((honest) => honest(), ended);
  const bob = await signIn(broker.url, READ);
  expect(bob.body.scope).toBe(READ);
  expect((await renew(broker.url, ann.session, ann.accessToken)).body.access_token).toBe(bob.accessToken);
});

test('a read-only sign-in leaves wider tokens alone that can not be tried just now', async () => {
  const ann = await signIn(broker.url, WRITE);
  const down = () => new Response('', { status: 503 });
  broker.ghl.moods.faults.push((honest) => honest(), down, down);
  expect((await signIn(broker.url, READ)).accessToken).toBe(ann.accessToken);
});

test('the last session takes the tokens with it', async () => {
  const { session } = await signIn(broker.url);
  expect(count('grants')).toBe(1);
  expect((await post(`${broker.url}/revoke`, { token: session, client_id: 'alongside' })).status).toBe(200);
  expect(count('grants')).toBe(0);
  expect((await post(`${broker.url}/revoke`, { token: session, client_id: 'alongside' })).status).toBe(200);
});

test.each([
  ['an unknown session', { grant_type: 'refresh_token', client_id: 'alongside', refresh_token: 'x' }, 'invalid_grant'],
  ['no session', { grant_type: 'refresh_token', client_id: 'alongside' }, 'invalid_request'],
  ['another client', { grant_type: 'refresh_token', client_id: 'x', refresh_token: 'x' }, 'invalid_client'],
  ['another grant', { grant_type: 'password', client_id: 'alongside' }, 'unsupported_grant_type'],
  ['no code', { grant_type: 'authorization_code', client_id: 'alongside' }, 'invalid_request'],
])('%s is answered with its OAuth error', async (_case, form, error) => {
  const answer = await post(`${broker.url}/token`, form);
  expect([answer.status, answer.body.error]).toEqual([400, error]);
});

test.each([
  ['JSON', '{}', 'application/json'],
  ['a field twice', 'grant_type=refresh_token&grant_type=x&client_id=alongside', 'application/x-www-form-urlencoded'],
])('%s is no request', async (_case, body, type) => {
  const response = await fetch(`${broker.url}/token`, { method: 'POST', body, headers: { 'content-type': type } });
  expect(await response.json()).toEqual({ error: 'invalid_request' });
});

test('a body of a megabyte is turned away', async () => {
  expect((await fetch(`${broker.url}/token`, { method: 'POST', body: 'x'.repeat(1_000_000) })).status).toBe(413);
});
