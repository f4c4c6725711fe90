import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createBroker } from '../../broker/app.ts';
import { openDatabase } from '../../broker/database.ts';
import { createBox } from '../../broker/secrets.ts';
import { readSettings } from '../../broker/settings.ts';
import { createStore } from '../../broker/store.ts';
import { createFakeGhl, GHL_CLIENT_ID, GHL_CLIENT_SECRET } from './fake-ghl.ts';

export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const ORIGIN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

/** Serves over real HTTP on a free port of this machine. */
async function listen(answer: (request: Request) => Response | Promise<Response>) {
  const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  // A TCP server's address is an object; only a pipe's is text.
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { port, close };
}

export function environment(over: Record<string, string> = {}): Record<string, string> {
  return {
    GHL_CLIENT_ID,
    GHL_CLIENT_SECRET,
    BROKER_REDIRECT_URIS: `${REDIRECT}, https://other.example/back`,
    BROKER_KEY: randomBytes(32).toString('base64'),
    BROKER_DB: ':memory:',
    ...over,
  };
}

/** The real broker over real HTTP, a HighLevel of its own behind it, and every byte it answered and logged. */
export async function startBroker() {
  const clock = { now: Date.UTC(2026, 5, 1) };
  const ghl = createFakeGhl(() => clock.now);
  const ghlServer = await listen(ghl.answer);
  const seen: string[] = [];
  const log: string[] = [];
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const arrivals = createArrivals();
  const server = await listen(async (request) => {
    arrivals.note();
    return record(seen, await handle(request));
  });
  const url = `http://localhost:${server.port}`;
  const ghlUrl = `http://localhost:${ghlServer.port}`;
  const read = readSettings(environment({ BROKER_URL: url, GHL_API_URL: ghlUrl, GHL_MARKETPLACE_URL: ghlUrl }));
  if ('problems' in read) throw new Error(read.problems.join(' '));
  const { settings } = read;
  const database = openDatabase(':memory:');
  const store = createStore(database, createBox(settings.key), () => clock.now);
  const app = createBroker({ settings, store, fetch, now: () => clock.now, log: (entry) => void log.push(JSON.stringify(entry)) });
  handle = app.fetch;
  const close = async () => {
    await server.close();
    await ghlServer.close();
    store.close();
  };
  return { url, ghl, clock, seen, log, database, settings, arrived: arrivals.arrived, close };
}

/** Counts requests, so that a test can wait until so many more have come in. */
function createArrivals() {
  const waiting = new Set<{ left: number; resolve: () => void }>();
  const note = (): void => {
    for (const one of waiting) if (--one.left <= 0) one.resolve();
  };
  const arrived = (left: number) => new Promise<void>((resolve) => void waiting.add({ left, resolve }));
  return { note, arrived };
}

async function record(seen: string[], response: Response): Promise<Response> {
  seen.push([...response.headers].flat().join('\n'), await response.clone().text());
  return response;
}

/** A browser's part in a sign-in: follows redirects with its cookies until it is sent to the extension, or a page. */
export function createBrowser() {
  const jar = new Map<string, string>();
  const visit = async (address: string): Promise<{ url: string; response?: Response }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      if (/max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { url: address, response };
    const next = new URL(location, address).href;
    return next.startsWith('http://localhost') ? visit(next) : { url: next };
  };
  return { visit, jar };
}

export const VERIFIER = 'v'.repeat(43);
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** The extension's question, with changes; `null` leaves a parameter out. */
export function question(brokerUrl: string, over: Record<string, string | null> = {}): string {
  const fields: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'alongside',
    redirect_uri: REDIRECT,
    scope: 'contacts.readonly',
    state: 'client-state-1',
    code_challenge: challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    ...over,
  };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
  return `${brokerUrl}/authorize?${new URLSearchParams(given)}`;
}

/** Posts a form, as the extension does. */
export async function post(address: string, fields: Record<string, string>) {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: ORIGIN } });
  const text = await response.text();
  // An answer of our broker; its fields are what the tests are about.
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
  return { status: response.status, body, headers: response.headers };
}

export function codeForm(code: string, over: Record<string, string> = {}): Record<string, string> {
  return { grant_type: 'authorization_code', client_id: 'alongside', code, code_verifier: VERIFIER, redirect_uri: REDIRECT, ...over };
}

/** A sign-in up to the code. */
export async function obtainCode(url: string, scope = 'contacts.readonly'): Promise<string> {
  const { url: landed } = await createBrowser().visit(question(url, { scope }));
  const code = new URL(landed).searchParams.get('code');
  if (code === null) throw new Error(`No code in ${landed}`);
  return code;
}

/** A whole sign-in. */
export async function signIn(url: string, scope?: string) {
  const { body } = await post(`${url}/token`, codeForm(await obtainCode(url, scope)));
  const { access_token, refresh_token } = body;
  if (access_token === undefined || refresh_token === undefined) throw new Error(`No grant: ${JSON.stringify(body)}`);
  return { accessToken: access_token, session: refresh_token, body };
}

export function renew(url: string, session: string, held?: string) {
  const fields = { grant_type: 'refresh_token', client_id: 'alongside', refresh_token: session };
  const hash = held === undefined ? {} : { held_token_sha256: createHash('sha256').update(held).digest('hex') };
  return post(`${url}/token`, { ...fields, ...hash });
}
