import { expect, test } from 'vitest';
import { READ_SCOPES, WRITE_SCOPES } from '@/lib/auth/scopes.ts';
import { createProfile, failureOf, REDIRECT } from './fakes.ts';

const reading = READ_SCOPES.join(' ');
const writing = [...READ_SCOPES, ...WRITE_SCOPES].join(' ');

test('a sign-in asks for reading only and connects the location that was chosen', async () => {
  const { open, broker, sessionStorage } = createProfile();
  const connection = await open().connectWithOAuth();
  expect(broker.scopesAsked).toEqual([reading]);
  expect(connection).toMatchObject({
    kind: 'oauth',
    locationId: 'loc1',
    locationName: 'Acme',
    companyId: 'comp1',
    userId: 'user1',
    mayWrite: false,
  });
  expect(connection.scopes).toEqual(READ_SCOPES);
  const { accessToken } = await open().token();
  expect(JSON.stringify([...sessionStorage.items])).toContain(accessToken);
  expect(JSON.stringify([...sessionStorage.items])).not.toContain([...broker.sessions.keys()][0]);
});

type Visit = (address: string) => string;
const answerWith = (change: (answer: URL) => void) => async (address: string, visit: Visit) => {
  const answer = new URL(visit(address));
  change(answer);
  return answer.href;
};
const errorAnswer = (error: string, description?: string) =>
  answerWith(({ searchParams }) => {
    searchParams.delete('code');
    searchParams.set('error', error);
    if (description !== undefined) searchParams.set('error_description', description);
  });
const windowThrows = (message: string) => async () => {
  throw new Error(message);
};

test.each([
  ['the window was closed in Chrome', windowThrows('The user did not approve access.'), { code: 'sign_in_cancelled' }],
  ['the window was closed in Firefox', windowThrows('User cancelled or denied access.'), { code: 'sign_in_cancelled' }],
  ['the window ended without an answer', async () => undefined, { code: 'sign_in_cancelled' }],
  ['the page did not load', windowThrows('Authorization page could not be loaded.'), { code: 'broker_unreachable' }],
  ['the person declined', errorAnswer('access_denied'), { code: 'sign_in_cancelled' }],
  ['HighLevel was down', errorAnswer('temporarily_unavailable'), { code: 'broker_unreachable' }],
  [
    'an agency was chosen',
    errorAnswer('invalid_request', 'Choose a sub-account'),
    { code: 'sign_in_failed', reason: 'Choose a sub-account' },
  ],
  ['the state was another', answerWith(({ searchParams }) => searchParams.set('state', 'x'.repeat(43))), { code: 'sign_in_failed' }],
  ['the state was missing', answerWith(({ searchParams }) => searchParams.delete('state')), { code: 'sign_in_failed' }],
  [
    'a denial came with another state',
    answerWith(({ searchParams }) => {
      searchParams.set('error', 'access_denied');
      searchParams.set('state', 'forged-state');
    }),
    { code: 'sign_in_failed' },
  ],
  [
    'another server answered',
    answerWith(({ searchParams }) => searchParams.set('iss', 'https://evil.example')),
    { code: 'sign_in_failed' },
  ],
  [
    'the code was not ours',
    answerWith(({ searchParams }) => searchParams.set('code', 'stolen')),
    { code: 'sign_in_failed', reason: 'invalid_grant' },
  ],
])('when %s, nothing is connected', async (_case, window, error) => {
  const { open, broker } = createProfile(window);
  expect(await failureOf(open().connectWithOAuth())).toMatchObject(error);
  expect(await open().connection()).toBeNull();
  expect(broker.sessions.size).toBe(0);
});

test('an error tells nothing of the code, state or address', async () => {
  const { open } = createProfile(answerWith(({ searchParams }) => searchParams.set('state', 'canary-state')));
  const error = await failureOf(open().connectWithOAuth());
  expect(JSON.stringify(error)).not.toMatch(/canary|code=|chromiumapp/);
});

test('a broker elsewhere must be reached over https', async () => {
  const { open, broker } = createProfile();
  expect((await failureOf(open({ brokerUrl: 'http://broker.example' }).connectWithOAuth())).code).toBe('sign_in_failed');
  expect(broker.counts.windows).toBe(0);
});

test('a sign-in whose location cannot be named leaves no session at the broker', async () => {
  const { open, broker } = createProfile();
  const fetchLocation = () => Promise.reject(new Error('lost'));
  await expect(open({ fetchLocation }).connectWithOAuth()).rejects.toThrow('lost');
  expect(broker.sessions.size).toBe(0);
  expect(await open().connection()).toBeNull();
});

test('allowing to write signs in once more, for writing, and ends the session before', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  await auth.connectWithOAuth();
  const [before] = broker.sessions.keys();
  expect(await auth.allowWriting()).toMatchObject({ mayWrite: true, locationId: 'loc1' });
  expect(broker.scopesAsked).toEqual([reading, writing]);
  expect(broker.sessions.size).toBe(1);
  expect(broker.sessions.has(before ?? '')).toBe(false);
});

test('writing for another location is refused, and everything stays as it was', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  const before = await auth.connectWithOAuth();
  const token = await auth.token();
  const [session] = broker.sessions.keys();
  broker.moods.locationId = 'loc2';
  expect((await failureOf(auth.allowWriting())).code).toBe('wrong_location');
  expect(await auth.connection()).toEqual(before);
  expect(await auth.token()).toEqual(token);
  expect([...broker.sessions.keys()]).toEqual([session]);
});

test('writing that HighLevel did not grant is named', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  await auth.connectWithOAuth();
  broker.moods.granted = reading;
  expect(await failureOf(auth.allowWriting())).toMatchObject({ code: 'missing_scope', scope: 'contacts.write' });
  expect(await auth.connection()).toMatchObject({ mayWrite: false });
});

test('writing is allowed with the scope for contacts alone, as HighLevel drops what an app does not have', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  await auth.connectWithOAuth();
  broker.moods.granted = `${reading} contacts.write`;
  expect(await auth.allowWriting()).toMatchObject({ mayWrite: true });
  expect((await auth.connection())?.scopes).not.toContain('businesses.write');
});

test('a reconnect keeps the consent to write for the same location only', async () => {
  const { open, broker } = createProfile();
  const auth = open();
  await auth.connectWithOAuth();
  await auth.allowWriting();
  expect(await auth.connectWithOAuth()).toMatchObject({ mayWrite: true });
  expect(broker.scopesAsked.at(-1)).toBe(writing);
  broker.moods.locationId = 'loc2';
  expect(await auth.connectWithOAuth()).toMatchObject({ locationId: 'loc2', mayWrite: false });
  expect(broker.sessions.size).toBe(1);
});

test('disconnecting ends the session at the broker and forgets the access token', async () => {
  const { open, broker, sessionStorage } = createProfile();
  const auth = open();
  await auth.connectWithOAuth();
  await auth.disconnect();
  expect(await auth.connection()).toBeNull();
  expect(broker.sessions.size).toBe(0);
  expect(sessionStorage.items.size).toBe(0);
});

test('disconnecting during a sign-in for writing wins', async () => {
  const held = Promise.withResolvers<void>();
  let windows = 0;
  const { open, broker } = createProfile(async (address, visit) => {
    if (++windows === 2) await held.promise;
    return visit(address);
  });
  const auth = open();
  await auth.connectWithOAuth();
  const allowing = failureOf(auth.allowWriting());
  await auth.disconnect();
  held.resolve();
  expect((await allowing).code).toBe('not_connected');
  expect(await auth.connection()).toBeNull();
  expect(broker.sessions.size).toBe(0);
});

test('the redirect address is the one the browser gives', async () => {
  const seen: string[] = [];
  const { open } = createProfile(async (address, visit) => {
    seen.push(new URL(address).searchParams.get('redirect_uri') ?? '');
    return visit(address);
  });
  await open().connectWithOAuth();
  expect(seen).toEqual([REDIRECT]);
});
