import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REFRESH_MARK } from './fake-ghl.ts';
import { codeForm, createBrowser, ORIGIN, obtainCode, post, question, REDIRECT, signIn, startBroker, VERIFIER } from './harness.ts';
import { newFolder } from './process.ts';

let broker: Awaited<ReturnType<typeof startBroker>>;
beforeEach(async () => {
  broker = await startBroker();
});
afterEach(() => broker.close());

test('a sign-in gives a token of HighLevel and a session of our own', async () => {
  const { body } = await signIn(broker.url);
  expect(body).toMatchObject({
    token_type: 'Bearer',
    expires_in: 86_399,
    scope: 'contacts.readonly',
    location_id: 'loc1',
    company_id: 'comp1',
  });
  expect(body.access_token).toMatch(/^access-/);
  expect(body.refresh_token).toMatch(/^[\w-]{43}$/);
});

test('the person is sent to HighLevel with our own state and a login in the same window', async () => {
  await obtainCode(broker.url);
  const consent = broker.ghl.consents[0]?.searchParams;
  expect(consent?.get('loginWindowOpenMode')).toBe('self');
  expect(consent?.get('redirect_uri')).toBe(`${broker.url}/callback`);
  expect(consent?.get('state')).not.toBe('client-state-1');
  expect(broker.ghl.consents[0]?.search).not.toContain('+');
});

test('the answer carries the state of the question and who answers', async () => {
  const { url } = await createBrowser().visit(question(broker.url));
  const answer = new URL(url).searchParams;
  expect([answer.get('state'), answer.get('iss')]).toEqual(['client-state-1', broker.url]);
});

test.each([
  ['no client', { client_id: null }],
  ['another client', { client_id: 'someone' }],
  ['no redirect address', { redirect_uri: null }],
  ['a redirect address beyond the list', { redirect_uri: 'https://evil.example/' }],
  ['one that only begins like ours', { redirect_uri: `${REDIRECT}evil` }],
  ['one that differs in case', { redirect_uri: REDIRECT.toUpperCase() }],
])('%s: a page, and no redirect', async (_case, over) => {
  const response = await fetch(question(broker.url, over), { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('location')).toBeNull();
});

test.each([
  ['a missing challenge', { code_challenge: null }, 'invalid_request'],
  ['a missing challenge method', { code_challenge_method: null }, 'invalid_request'],
  ['the plain method', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a challenge that is none', { code_challenge: 'short' }, 'invalid_request'],
  ['a missing state', { state: null }, 'invalid_request'],
  ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
  ['a scope beyond the list', { scope: 'contacts.readonly users.write' }, 'invalid_scope'],
])('%s is answered with %s', async (_case, over, error) => {
  const { url } = await createBrowser().visit(question(broker.url, over));
  expect(url.startsWith(REDIRECT)).toBe(true);
  expect(new URL(url).searchParams.get('error')).toBe(error);
  expect(broker.ghl.consents).toHaveLength(0);
});

test('a parameter given twice is not taken', async () => {
  const response = await fetch(`${question(broker.url)}&redirect_uri=${encodeURIComponent('https://evil.example/')}`, {
    redirect: 'manual',
  });
  expect(response.status).toBe(400);
});

test.each([
  ['no verifier', { code_verifier: '' }],
  ['another verifier', { code_verifier: 'w'.repeat(43) }],
  ['another redirect address', { redirect_uri: 'https://other.example/back' }],
])('a code with %s is refused and used up', async (_case, over) => {
  const code = await obtainCode(broker.url);
  expect((await post(`${broker.url}/token`, codeForm(code, over))).body.error).toBe('invalid_grant');
  expect((await post(`${broker.url}/token`, codeForm(code))).body.error).toBe('invalid_grant');
});

test('a code works once, however often and however simultaneously it is replayed', async () => {
  const code = await obtainCode(broker.url);
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(`${broker.url}/token`, codeForm(code))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.error === 'invalid_grant')).toHaveLength(49);
});

test('a code ends after a minute', async () => {
  const [early, late] = [await obtainCode(broker.url), await obtainCode(broker.url)];
  broker.clock.now += 59_999;
  expect((await post(`${broker.url}/token`, codeForm(early))).status).toBe(200);
  broker.clock.now += 1;
  expect((await post(`${broker.url}/token`, codeForm(late))).body.error).toBe('invalid_grant');
});

test('a sign-in that HighLevel denies goes back to the extension as denied', async () => {
  broker.ghl.moods.denies = true;
  const { url } = await createBrowser().visit(question(broker.url));
  const answer = new URL(url).searchParams;
  expect([answer.get('error'), answer.get('state'), answer.get('code')]).toEqual(['access_denied', 'client-state-1', null]);
});

test('an answer without state is not our flow: a page, and its code is left alone', async () => {
  const response = await fetch(`${broker.url}/callback?code=ghl-code`, { redirect: 'manual' });
  expect(await response.text()).toContain('Not started from the extension');
  expect(broker.ghl.calls).toHaveLength(0);
});

/** Starts a sign-in and stops at HighLevel's consent page. */
async function startOnly(jar: ReturnType<typeof createBrowser>) {
  const response = await fetch(question(broker.url), { redirect: 'manual' });
  const [name = '', value = ''] = response.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
  jar.jar.set(name, value);
  return new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
}

/** A page of the broker's own, readable in the window it ends in, instead of the way back with a code. */
async function isRefusal({ url, response }: { url: string; response?: Response | undefined }): Promise<boolean> {
  const text = (await response?.text()) ?? '';
  return response?.status === 200 && url.startsWith(broker.url) && !response.headers.has('location') && text.includes('<h1>');
}

test('a forged, foreign or used state signs nobody in', async () => {
  const [attacker, victim] = [createBrowser(), createBrowser()];
  const state = await startOnly(attacker);
  for (const forged of [state, 'x'.repeat(43), '']) {
    expect(await isRefusal(await victim.visit(`${broker.url}/callback?code=ghl-code&state=${forged}`))).toBe(true);
  }
  expect(broker.ghl.calls).toHaveLength(0);
  const own = `${broker.url}/callback?error=access_denied&state=${state}`;
  expect((await attacker.visit(own)).url.startsWith(REDIRECT)).toBe(true);
  expect(await isRefusal(await attacker.visit(own))).toBe(true);
});

test('a sign-in takes ten minutes at most', async () => {
  const browser = createBrowser();
  const state = await startOnly(browser);
  broker.clock.now += 600_000;
  expect(await isRefusal(await browser.visit(`${broker.url}/callback?code=x&state=${state}`))).toBe(true);
});

test('two sign-ins at the same time in one browser do not disturb each other', async () => {
  const browser = createBrowser();
  const [one, two] = [await startOnly(browser), await startOnly(browser)];
  for (const state of [one, two]) {
    const { url } = await browser.visit(`${broker.url}/callback?error=access_denied&state=${state}`);
    expect(url.startsWith(REDIRECT)).toBe(true);
  }
  expect(browser.jar.size).toBe(0);
});

test.each([
  ['an agency was chosen', (token: object) => ({ ...token, userType: 'Company', locationId: undefined }), /sub-account/],
  ['there is no location', (token: object) => ({ ...token, locationId: undefined }), /sub-account/],
  ['the answer is no token', () => ({ hello: 'world' }), /does not answer/],
])('when %s, the extension is told so', async (_case, reshape, words) => {
  broker.ghl.moods.reshape = reshape;
  const { url } = await createBrowser().visit(question(broker.url));
  const answer = new URL(url).searchParams;
  expect(answer.get('error_description')).toMatch(words);
  expect(answer.get('code')).toBeNull();
});

test("HighLevel's camel case is read too", async () => {
  broker.ghl.moods.reshape = ({ access_token, refresh_token, expires_in, ...rest }) => ({
    ...rest,
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresIn: String(expires_in),
  });
  expect((await signIn(broker.url)).body).toMatchObject({ expires_in: 86_399, location_id: 'loc1' });
});

test('HighLevel down during a sign-in: try again later', async () => {
  broker.ghl.moods.faults.push(() => new Response('', { status: 502 }));
  const { url } = await createBrowser().visit(question(broker.url));
  expect(new URL(url).searchParams.get('error')).toBe('temporarily_unavailable');
});

test('only the extension may read answers from a script', async () => {
  const code = await obtainCode(broker.url);
  expect((await post(`${broker.url}/token`, codeForm(code))).headers.get('access-control-allow-origin')).toBe(ORIGIN);
  for (const origin of ['https://evil.example', 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba', 'null']) {
    const response = await fetch(`${broker.url}/token`, { method: 'POST', headers: { origin } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('the description of the server names what it can do', async () => {
  const response = await fetch(`${broker.url}/.well-known/oauth-authorization-server`);
  expect(await response.json()).toMatchObject({
    issuer: broker.url,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  });
});

test('no answer, log or stored byte holds the secret, a refresh token of HighLevel or a usable code', async () => {
  const browser = createBrowser();
  const { url } = await browser.visit(question(broker.url));
  const code = new URL(url).searchParams.get('code') ?? '';
  const { body } = await post(`${broker.url}/token`, codeForm(code));
  await post(`${broker.url}/token`, { grant_type: 'refresh_token', client_id: 'alongside', refresh_token: body.refresh_token ?? '' });
  const answered = broker.seen.join('\n');
  expect(answered).toContain(body.access_token);
  expect(answered).not.toMatch(new RegExp(`${REFRESH_MARK}|canary-client-secret`));
  const logged = broker.log.join('\n');
  expect(logged).toContain('/callback');
  for (const secret of [code, body.access_token, body.refresh_token, VERIFIER, REFRESH_MARK, 'client-state'])
    expect(logged).not.toContain(secret);
  const stored = dump();
  expect(stored).toContain('loc1');
  for (const secret of [code, body.access_token, body.refresh_token, REFRESH_MARK]) expect(stored).not.toContain(secret);
});

/** The database as bytes, the way a thief would have it. */
function dump(): string {
  const path = join(newFolder(), 'copy.sqlite');
  broker.database.prepare('VACUUM INTO ?').run(path);
  return readFileSync(path, 'latin1');
}
