import { randomBytes } from 'node:crypto';
import type { ConsentRecord, GrantRecord } from '../records.ts';
import type { World } from '../world.ts';
import type { SandboxApp } from './apps.ts';
import { consentPage, newWindowPage, refusedPage } from './consent-pages.ts';
import { install } from './grants.ts';

const paths: readonly string[] = ['/v2/oauth/chooselocation', '/oauth/chooselocation'];
const codeLifeMs = 60_000;

export function isConsentPath(path: string): boolean {
  return paths.includes(path);
}

/** What the browser asked for, checked against the app's registration. */
interface Wish {
  readonly app: SandboxApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
}

/** The page on which a person chooses the location to connect; a POST to the same address is their choice. */
export async function answerConsent(world: World, apps: readonly SandboxApp[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const record = toRecord(url.searchParams);
  const wish = readWish(apps, url.searchParams);
  if (!wish) {
    world.state.consents.push({ ...record, outcome: 'refused' });
    return page(refusedPage(), 400);
  }
  if (request.method === 'POST') return decide(world, wish, record, new URLSearchParams(await request.text()).get('choice') ?? '');
  const isSelf = record.loginWindowOpenMode === 'self';
  world.state.consents.push({ ...record, outcome: isSelf ? 'shown' : 'new_window' });
  if (!isSelf) {
    // HighLevel signs a person in in a new window unless told otherwise; the first one stays behind.
    url.searchParams.set('loginWindowOpenMode', 'self');
    return page(newWindowPage(`${url.pathname}${url.search}`), 200);
  }
  const locations = [...world.state.locations.values()].filter((location) => location.active);
  return page(consentPage({ locations, scopes: wish.scopes, agencyInstall: wish.app.agencyInstall === true }), 200);
}

function toRecord(query: URLSearchParams): Omit<ConsentRecord, 'outcome'> {
  return {
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    scope: query.get('scope') ?? '',
    state: query.get('state') ?? undefined,
    loginWindowOpenMode: query.get('loginWindowOpenMode') ?? undefined,
  };
}

/** `undefined` when the app, its redirect address or a scope is not as registered. */
function readWish(apps: readonly SandboxApp[], query: URLSearchParams): Wish | undefined {
  const app = apps.find(({ clientId }) => clientId === query.get('client_id'));
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app?.redirectUris.includes(redirectUri) || query.get('response_type') !== 'code') return undefined;
  const asked = (query.get('scope') ?? '').split(' ').filter(Boolean);
  if (asked.some((scope) => !/^[A-Za-z/-]+\.(readonly|write)$/.test(scope))) return undefined;
  // A scope that is not ticked for the app is dropped silently.
  return { app, redirectUri, scopes: asked.filter((scope) => app.scopes.includes(scope)), state: query.get('state') };
}

function decide(world: World, wish: Wish, record: Omit<ConsentRecord, 'outcome'>, choice: string): Response {
  const back = new URL(wish.redirectUri);
  const location = world.state.locations.get(choice);
  const isAgency = choice === 'agency' && wish.app.agencyInstall === true;
  world.state.consents.push({ ...record, outcome: location || isAgency ? 'granted' : 'cancelled' });
  if (location || isAgency) back.searchParams.set('code', grantCode(world, wish, location?.id));
  else back.searchParams.set('error', 'access_denied');
  // A bulk install comes back without `state`.
  if (wish.state !== null && !isAgency) back.searchParams.set('state', wish.state);
  return new Response(null, { status: 302, headers: { location: back.href } });
}

function grantCode(world: World, wish: Wish, locationId: string | undefined): string {
  const { state } = world;
  const all = [...state.locations.values()];
  const companyId = (locationId ? state.locations.get(locationId) : all[0])?.companyId ?? '';
  const userId = [...state.users.values()].find((user) => user.role === 'admin')?.id ?? '';
  const base = { clientId: wish.app.clientId, companyId, userId, scopes: wish.scopes };
  const grant: GrantRecord = locationId ? { ...base, userType: 'Location', locationId } : { ...base, userType: 'Company' };
  for (const id of locationId ? [locationId] : all.map((location) => location.id)) install(world, grant, id);
  const value = randomBytes(20).toString('hex');
  state.codes.set(value, { value, grant, redirectUri: wish.redirectUri, expiresAt: world.now() + codeLifeMs, used: false });
  return value;
}

function page(html: string, status: number): Response {
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}
