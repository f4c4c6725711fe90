import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { authorize } from './authorize.ts';
import { callback } from './callback.ts';
import { type Fault, faultOf } from './fault.ts';
import { createGhlOAuth } from './ghl.ts';
import { createGrants } from './grants.ts';
import { metadata } from './metadata.ts';
import { page } from './pages.ts';
import { revoke } from './revoke.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import { token } from './token.ts';

interface Options {
  readonly settings: Settings;
  readonly store: Store;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** One finished request: never its query, body or headers. */
  readonly log: (entry: { method: string; path: string; status: number; ms: number; fault?: Fault }) => void;
}

/** The broker's HTTP interface: an OAuth server for the extension, a confidential client of HighLevel's. */
export function createBroker({ settings, store, fetch, now, log }: Options): Hono {
  const ghl = createGhlOAuth(settings, fetch);
  const parts = { settings, store, ghl, grants: createGrants(store, ghl, now), now };
  const app = new Hono();
  app.use(async (context, next) => {
    const start = now();
    await next();
    context.header('cache-control', 'no-store');
    const fault = faultOf(context);
    const { method, routePath: path } = context.req;
    log({ method, path, status: context.res.status, ms: now() - start, ...(fault && { fault }) });
  });
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] } }));
  const fromExtension = [cors({ origin: [...settings.origins], allowMethods: ['POST'] }), bodyLimit({ maxSize: 16_384 })] as const;
  app.get('/.well-known/oauth-authorization-server', metadata(parts));
  app.get('/authorize', authorize(parts));
  app.get('/callback', callback(parts));
  app.use('/token', ...fromExtension).post(token(parts));
  app.use('/revoke', ...fromExtension).post(revoke(parts));
  app.notFound((context) => page(context, 404, 'There is nothing here', 'This is the sign-in service of the Alongside extension.'));
  // Nothing of the error itself is passed on: it could quote a token.
  app.onError((error, context) =>
    error instanceof HTTPException ? error.getResponse() : context.json({ error: 'temporarily_unavailable' }, 503),
  );
  return app;
}
