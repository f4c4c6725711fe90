import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTo } from './client.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { sandboxScopes, seedIds, seedTokens } from './seed/ids.ts';

const { harbor, northlight } = seedIds.locations;
const redirectUri = 'https://broker.test/callback';
const app = {
  clientId: '66f2c0d1a4b37e5f9c8d1e20-one',
  clientSecret: 'secret-one',
  redirectUris: [redirectUri],
  scopes: ['contacts.readonly', 'locations.readonly'],
};
const agencyApp = { ...app, clientId: 'aaaaaaaaaaaaaaaaaaaaaaaa-two', scopes: sandboxScopes.all, agencyInstall: true };
let sandbox: Sandbox;
const call = callsTo(() => sandbox);

beforeAll(async () => {
  sandbox = await createSandbox({ apps: [app, agencyApp], now: () => 1_790_000_000_000 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

type Changes = Readonly<Record<string, string | null>>;

function consentAddress(changes: Changes = {}, path = '/v2/oauth/chooselocation'): URL {
  const url = new URL(path, 'https://marketplace.gohighlevel.com');
  const asked = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: 'contacts.readonly',
    state: 'st',
    loginWindowOpenMode: 'self',
    ...changes,
  };
  for (const [key, value] of Object.entries(asked)) if (value !== null) url.searchParams.set(key, value);
  return url;
}

async function choose(choice: string, changes: Changes = {}): Promise<URL> {
  const answer = await sandbox.fetch(consentAddress(changes), { method: 'POST', body: new URLSearchParams({ choice }) });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

/** The dated form, as a form. */
async function exchange(fields: Record<string, string>, changes: Changes = {}) {
  const all = Object.entries({ client_id: app.clientId, client_secret: app.clientSecret, ...fields, ...changes });
  const body = new URLSearchParams(all.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  const answer = await sandbox.fetch('https://services.leadconnectorhq.com/oauth/token', { method: 'POST', body });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

async function newCode(changes: Changes = {}): Promise<string> {
  return (await choose(harbor, changes)).searchParams.get('code') ?? '';
}

const redeem = (code: string, changes: Changes = {}) =>
  exchange({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, changes);
const refresh = (token: string, changes: Changes = {}) => exchange({ grant_type: 'refresh_token', refresh_token: token }, changes);

describe('the consent page', () => {
  it.each(['/v2/oauth/chooselocation', '/oauth/chooselocation'])('at %s offers every location by name, and Cancel', async (path) => {
    const html = await (await sandbox.fetch(consentAddress({}, path))).text();
    expect([...html.matchAll(/<button[^>]*>([^<]+)</g)].map((found) => found[1])).toEqual([
      'Connect Harbor Dental',
      'Connect Northlight Realty',
      'Cancel',
    ]);
  });

  it('goes back with a code and the state it was given', async () => {
    const back = await choose(northlight);
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
    expect(back.searchParams.get('state')).toBe('st');
    expect(sandbox.state.consents).toMatchObject([{ outcome: 'granted', state: 'st', loginWindowOpenMode: 'self' }]);
  });

  it('goes back with access_denied on Cancel', async () => {
    const back = await choose('cancel');
    expect([back.searchParams.get('error'), back.searchParams.get('code'), back.searchParams.get('state')]).toEqual([
      'access_denied',
      null,
      'st',
    ]);
  });

  it.each([
    ['an unknown app', { client_id: 'nobody' }],
    ['a redirect address that is not registered', { redirect_uri: 'https://broker.test/other' }],
    ['an unknown kind of scope', { scope: 'contacts.readonly openid' }],
  ])('refuses %s without going anywhere', async (_what, changes) => {
    const answer = await sandbox.fetch(consentAddress(changes));
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain('This integration cannot be added, please contact the developer');
  });

  it('opens a new window unless told to stay in its own', async () => {
    const html = await (await sandbox.fetch(consentAddress({ loginWindowOpenMode: null }))).text();
    expect(html).not.toContain('Connect Harbor Dental');
    expect(html).toContain('target="_blank"');
    expect(sandbox.state.consents).toMatchObject([{ outcome: 'new_window', loginWindowOpenMode: undefined }]);
  });
});

describe('a code', () => {
  it('gives tokens that carry location and scopes; a scope the app does not have is dropped', async () => {
    const { status, body } = await redeem(await newCode({ scope: 'contacts.readonly contacts.write' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_399,
      scope: 'contacts.readonly',
      userType: 'Location',
      locationId: harbor,
      companyId: seedIds.company,
    });
    const token = body.access_token;
    expect((await call(`GET /contacts/${seedIds.contacts.maria}`, { token })).status).toBe(200);
    expect((await call(`GET /contacts/${seedIds.contacts.greta}`, { token })).status).toBe(403);
    expect((await call(`PUT /contacts/${seedIds.contacts.maria}`, { token, body: {} })).body.message).toBe(
      'The token is not authorized for this scope.',
    );
    expect(sandbox.log[0]?.violations).toEqual([]);
  });

  it('works once', async () => {
    const code = await newCode();
    await redeem(code);
    expect(await redeem(code)).toMatchObject({ status: 400 });
  });

  it('works for a minute', async () => {
    const code = await newCode();
    sandbox.advanceClock(60_000);
    expect((await redeem(code)).status).toBe(400);
  });

  it.each([
    ['without the secret', { client_secret: null }, 'Missing parameter: client_secret'],
    ['with a wrong secret', { client_secret: 'guess' }, 'Invalid parameter: client_secret'],
    ['without the client id', { client_id: null }, 'Missing parameter: client_id'],
    ['with another redirect address', { redirect_uri: 'https://broker.test/other' }, 'Invalid parameter: redirect_uri'],
    ['with another grant type', { grant_type: 'password' }, 'Invalid parameter: grant_type'],
    ['of another app', { client_id: agencyApp.clientId }, 'Invalid grant: authorization code is invalid'],
  ])('gives nothing %s, and stays good', async (_what, changes, message) => {
    const code = await newCode();
    expect(await redeem(code, changes)).toMatchObject({ status: 400, body: { statusCode: 400, message } });
    expect((await redeem(code)).status).toBe(200);
  });

  it('is redeemed under v3 in camelCase, as JSON or as a form', async () => {
    const fields = { clientId: app.clientId, clientSecret: app.clientSecret, grantType: 'authorization_code', redirectUri };
    const send = (body: string | URLSearchParams, type: Record<string, string>) =>
      sandbox.fetch('https://services.leadconnectorhq.com/oauth/token', { method: 'POST', body, headers: { version: 'v3', ...type } });
    const json = await send(JSON.stringify({ ...fields, code: await newCode() }), { 'content-type': 'application/json' });
    expect(await json.json()).toMatchObject({ accessToken: expect.any(String), expiresIn: 86_399, refreshToken: expect.any(String) });
    const form = await send(new URLSearchParams({ ...fields, code: await newCode() }), {});
    expect(form.status).toBe(200);
    const snake = await send(new URLSearchParams({ client_id: app.clientId, grant_type: 'authorization_code' }), {});
    expect(await snake.json()).toMatchObject({ statusCode: 400, message: 'Missing parameter: grantType' });
  });
});

describe('a refresh token', () => {
  const tokens = async () => (await redeem(await newCode())).body;

  it('rotates: the new pair works, the old access token lives on', async () => {
    const first = await tokens();
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(second.refresh_token)).status).toBe(200);
    for (const token of [first.access_token, second.access_token])
      expect((await call(`GET /contacts/${seedIds.contacts.maria}`, { token })).status).toBe(200);
  });

  it('gives the same pair again for 30 seconds, then nothing', async () => {
    const { refresh_token } = await tokens();
    const [one, two] = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
    expect([one.body.access_token, one.body.refresh_token]).toEqual([two.body.access_token, two.body.refresh_token]);
    sandbox.advanceClock(30_000);
    expect((await refresh(refresh_token)).body.refresh_token).toBe(one.body.refresh_token);
    sandbox.advanceClock(1);
    expect(await refresh(refresh_token)).toMatchObject({ status: 400, body: { message: 'Invalid grant: refresh token is invalid' } });
  });

  it.each([
    ['without the secret', { client_secret: null }],
    ['with a wrong secret', { client_secret: 'guess' }],
    ['of another app', { client_id: agencyApp.clientId }],
  ])('gives nothing %s', async (_what, changes) => {
    const { refresh_token } = await tokens();
    expect((await refresh(refresh_token, changes)).status).toBe(400);
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  it('of a paused location is kept for when it is active again', async () => {
    const { refresh_token } = await tokens();
    const location = sandbox.state.locations.get(harbor);
    if (location) location.active = false;
    expect(await refresh(refresh_token)).toMatchObject({ status: 400, body: { message: 'Location is not active' } });
    if (location) location.active = true;
    expect((await refresh(refresh_token)).status).toBe(200);
  });
});

describe('an access token', () => {
  it('ends after a day by the clock, or when a test says so', async () => {
    const read = (token: string) => call(`GET /contacts/${seedIds.contacts.maria}`, { token });
    const first = (await redeem(await newCode())).body;
    sandbox.advanceClock(86_399_000);
    expect(await read(first.access_token)).toMatchObject({ status: 401, body: { message: 'Invalid JWT' } });
    const second = (await refresh(first.refresh_token)).body;
    expect((await read(second.access_token)).status).toBe(200);
    sandbox.expireAccessTokens();
    expect((await read(second.access_token)).status).toBe(401);
    expect((await read(seedTokens.full)).status).toBe(200);
  });
});

describe("an agency's install", () => {
  const company = async () => {
    const changes = { client_id: agencyApp.clientId, scope: 'contacts.readonly oauth.write oauth.readonly' };
    const back = await choose('agency', changes);
    expect(back.searchParams.has('state')).toBe(false);
    return (await redeem(back.searchParams.get('code') ?? '', { client_id: agencyApp.clientId })).body;
  };
  const wanted = { companyId: seedIds.company, locationId: northlight };

  it('gives a company token, which lists the locations and mints a token for one', async () => {
    const { access_token: token, userType, isBulkInstallation, locationId } = await company();
    expect([userType, isBulkInstallation, locationId]).toEqual(['Company', true, undefined]);
    const listed = await call(
      `GET /oauth/installed-locations?companyId=${seedIds.company}&appId=aaaaaaaaaaaaaaaaaaaaaaaa&isInstalled=true`,
      { token },
    );
    expect(listed.body.items.map((row: { _id: string }) => row._id)).toEqual([harbor, northlight]);
    const minted = (await call('POST /oauth/location-token', { token, body: wanted })).body;
    expect((await call(`GET /contacts/${seedIds.contacts.greta}`, { token: minted.accessToken })).status).toBe(200);
  });

  it('finds each spelling of a path only under its version', async () => {
    const { access_token: token } = await company();
    expect((await call('POST /oauth/location-token', { token, body: wanted, version: '2021-07-28' })).status).toBe(404);
    expect((await call('POST /oauth/locationToken', { token, body: wanted })).body.message).toContain('not available in API version v3');
    expect((await call('POST /oauth/locationToken', { token, body: wanted, version: '2021-07-28' })).body.access_token).toEqual(
      expect.any(String),
    );
  });

  it("is not for a location's private token", async () => {
    expect((await call('POST /oauth/location-token', { body: wanted })).status).toBe(401);
  });
});
