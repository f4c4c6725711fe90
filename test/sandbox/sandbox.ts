import { type ApiHost, answerApi } from './api-host.ts';
import { loadCertificate } from './certificate.ts';
import { createFaults, type Faults } from './faults.ts';
import type { LedgerEntry } from './ledger.ts';
import { mergeContacts } from './merge.ts';
import type { SandboxApp } from './oauth/apps.ts';
import { answerConsent, isConsentPath } from './oauth/consent.ts';
import { preload } from './openapi.ts';
import { createRateLimiter, type RateLimit } from './rate-limit.ts';
import type { LoggedRequest } from './request-log.ts';
import { createSandboxFetch } from './sandbox-fetch.ts';
import { type Load, seedMany } from './seed/many.ts';
import { listen, type RequestHandler } from './server.ts';
import { isServedBy, type Site } from './site.ts';
import type { SandboxState } from './state.ts';
import { createWorld } from './world.ts';

export interface SandboxOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** Pages served beside the API, by host. */
  readonly sites?: readonly Site[];
  /** Registered OAuth apps. */
  readonly apps?: readonly SandboxApp[];
  /** Epoch milliseconds; the seed's dates lie around its first value. */
  readonly now?: () => number;
}

/** A local HighLevel: the API, the token endpoint and the consent page, answering under their real host names. */
export interface Sandbox {
  readonly port: number;
  /** `https://127.0.0.1:<port>`: the API (and the consent page) for whoever cannot map host names. */
  readonly url: string;
  /** PEM certificate to trust, and where it lies (for `NODE_EXTRA_CA_CERTS`). */
  readonly certificate: string;
  readonly certificatePath: string;
  /** A fetch that reaches the sandbox under the real host names, over TLS. Redirects are not followed. */
  readonly fetch: typeof fetch;
  readonly state: SandboxState;
  /** Every request to the API host, in order of arrival. */
  readonly log: readonly LoggedRequest[];
  /** Every write that took effect. */
  readonly ledger: readonly LedgerEntry[];
  readonly faults: Faults;
  /** What HighLevel's OpenAPI files hold against the requests logged so far. */
  readonly violations: () => string[];
  /** Milliseconds every API answer takes at least. */
  readonly setLatency: (ms: number) => void;
  readonly setRateLimit: (limit: Partial<RateLimit>) => void;
  /** Milliseconds by which search lags behind writes. */
  readonly setIndexLag: (ms: number) => void;
  readonly setClock: (now: () => number) => void;
  /** Moves the clock forward, e.g. past an expiry. */
  readonly advanceClock: (ms: number) => void;
  /** Every access token handed out so far answers 401 from now on; refresh tokens stay good. */
  readonly expireAccessTokens: () => void;
  /** Merges one contact into another, as a person does in HighLevel: the old id is gone. */
  readonly merge: (oldId: string, survivorId: string) => void;
  /** Gives a contact so many tasks and notes more. */
  readonly fill: (contactId: string, load: Load) => void;
  /** Back to the seed: no log, ledger, faults, latency, lag; documented limits. */
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts a sandbox; it listens when the promise resolves. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  let latency = 0;
  const world = createWorld(options.now ?? Date.now);
  const faults = createFaults();
  const limiter = createRateLimiter(world.now);
  const log: LoggedRequest[] = [];
  const host: ApiHost = { world, apps: options.apps ?? [], faults, limiter, log, latency: () => latency };
  preload('v3');
  const certificate = await loadCertificate();
  const server = await listen(createRouter(host, options.sites ?? []), certificate, options.port ?? 0);
  return {
    port: server.port,
    url: `https://127.0.0.1:${server.port}`,
    certificate: certificate.cert,
    certificatePath: certificate.certPath,
    fetch: createSandboxFetch(server.port, certificate.cert),
    state: world.state,
    log,
    ledger: world.ledger,
    faults,
    violations: () => log.flatMap((entry) => entry.violations),
    setLatency: (ms) => {
      latency = ms;
    },
    setRateLimit: limiter.set,
    setIndexLag: world.setIndexLag,
    setClock: world.setClock,
    advanceClock: (ms) => {
      const before = world.clock();
      world.setClock(() => before() + ms);
    },
    expireAccessTokens: () => {
      for (const token of world.state.tokens.values()) if (token.kind === 'access') token.expiresAt = 0;
    },
    merge: (oldId, survivorId) => mergeContacts(world, oldId, survivorId),
    fill: (contactId, load) => seedMany(world.state, contactId, load, world.now()),
    reset: () => {
      latency = 0;
      log.length = 0;
      faults.clear();
      limiter.reset();
      world.reset();
    },
    stop: server.stop,
  };
}

const apiHost = 'services.leadconnectorhq.com';
const marketplaceHosts: readonly string[] = ['marketplace.gohighlevel.com', 'marketplace.leadconnectorhq.com'];
const localHosts: readonly string[] = ['127.0.0.1', 'localhost'];

function createRouter(host: ApiHost, sites: readonly Site[]): RequestHandler {
  return async (request, drop) => {
    const { hostname, pathname } = new URL(request.url);
    const site = sites.find((candidate) => isServedBy(candidate, hostname));
    if (site) return (await site.handle(request)) ?? notFound();
    const isLocal = localHosts.includes(hostname);
    if ((isLocal || marketplaceHosts.includes(hostname)) && isConsentPath(pathname)) return answerConsent(host.world, host.apps, request);
    if (isLocal || hostname === apiHost) return answerApi(host, request, drop);
    return notFound();
  };
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
